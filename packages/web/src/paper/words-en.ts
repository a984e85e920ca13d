import type { PaperWords } from './words-es.ts';

export const en: PaperWords = {
  print: 'Print or save as PDF',
  share: 'Share as text',
  copy: 'Copy the text',
  copied: 'Copied.',
  notCopied: 'This browser does not let anything be copied here: select the text of the minutes.',
  warning: 'What you print or share cannot be taken back.',
};
