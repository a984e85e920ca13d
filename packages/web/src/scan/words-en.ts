import type { PhotographWords } from './words-es.ts';

export const en: PhotographWords = {
  label: 'Or take a picture of the code with the phone',
  reading: 'Reading the picture…',
  more: 'That is a part of it. Take a picture of the next code.',
  no: 'That is no picture that can be opened here, or it has more than 16 MB.',
  empty: 'No code can be read in the picture. Take it from the front, in the light, with the whole code.',
  other: 'That is not the code that is needed, or there are several in the picture.',
  offline: 'The part that reads pictures is not on this phone yet: it needs a network once.',
};
