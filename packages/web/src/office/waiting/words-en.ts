import type { WaitingWords } from './words-es.ts';

export const en: WaitingWords = {
  title: 'What waits for me',
  how: 'What falls to you in this assembly, the most urgent first.',
  none: 'Nothing waits for you now.',
  partly: 'Not everything could be asked: something may be missing.',
  vote: 'Vote now',
  minutes: 'Minutes to sign',
  seal: 'An act to sign',
  act: (index) => `act ${index}`,
  openSitting: 'Open sitting',
  nextSitting: 'Convened sitting',
  report: 'Report to the base',
  reportBy: (body, seat, day) => `${body}, seat ${seat}: by ${day}`,
  reportLate: (body, seat, day) => `${body}, seat ${seat}: was due on ${day}`,
  mandate: 'Mandate to give, in a sitting',
  mandateOn: (title, body) => `${title} · ${body}`,
  count: 'Count signatures on paper',
  petition: 'Petition for recall: you decide whether to sign',
  signatures: (whom, signed, needed, day) => `${whom}: ${signed} of ${needed} signatures, until ${day}`,
  sheet: 'The week’s sheet, to print and put up',
  sheetHow: 'What waits for the whole assembly: consultations and minutes too. It names nobody.',
};
