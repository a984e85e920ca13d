import type { CandidatesWords } from './words-es.ts';

export const en: CandidatesWords = {
  title: 'Candidates',
  none: 'Nobody is elected among candidates in this sitting',
  noneHow:
    'Whoever wants to can stand once the presidium has put the election before the hall, until the vote is opened.',
  closed: 'The vote has been opened: the candidates are those that are there.',
  seats: (numbers) => `Delegation: seats ${numbers}`,
  nobody: 'Nobody stands yet.',
  unnamed: 'Not named on the list',
  withdrawn: 'Withdrew',
  yours: (number) => `This is you: number ${number}`,
  stand: (place) => `Stand: ${place}`,
  standing: 'You stand for',
  name: 'Name on the list',
  nameHow:
    'Anybody reads it, outside the assembly too. It may stay empty: then there is a number alone, and the secretary writes the name by hand.',
  parity: 'The statute asks for parity. Does this candidature count as a woman’s?',
  yes: 'Yes',
  no: 'No',
  parityMissing: 'Say whether it counts for parity.',
  keyHere:
    'With the candidature this device makes the key with which you sign if elected. Keep the device: the key does not leave it.',
  key: 'Public key of whoever stands',
  keyScan: 'Read the key off their phone with the camera',
  keyElsewhere:
    'It is made on a device of their own: on the phone, under “My key and my signatures”, or on a computer with “npx cabildo key new”. It is no secret.',
  keyWrong: 'That is no public key: it is forty-three letters, digits or signs, and a = at the end.',
  noKey: {
    'not-https': 'This page did not come over https, and no key of an office can be made here.',
    'no-ed25519': 'This browser cannot make the key of an office.',
  },
  notKept: 'The browser did not keep the key. Leave the private window and try again.',
  other: 'Note somebody else',
  person: {
    household: 'Who stands',
    householdHow: 'Somebody of the roll who was named in the hall and has accepted.',
    none: 'Nobody of the roll has that name.',
    change: 'Change',
  },
  personMissing: 'Say who stands.',
  note: 'Note the candidature',
  enter: 'Stand',
  change: 'Back',
  takeBack: 'Withdraw my candidature',
  takeBackSure: 'The number stays on the list, as withdrawn. Withdraw it?',
  keep: 'No, I stay',
  waits: 'Kept here: it goes out when there is a network. It does not count yet.',
  list: 'List to print',
};
