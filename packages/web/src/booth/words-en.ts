import type { BoothWords } from './words-es.ts';

export const en: BoothWords = {
  name: 'Secret vote',
  other: 'Español',
  loading: 'One moment…',
  again: 'Try again',
  back: 'Back',
  unreachable: 'The server does not answer. Check the signal and try again.',
  nothingHere: 'This address leads to no vote',
  nothingHereHow: 'Scan the QR code on the paper or on the screen of the hall again.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  camera: {
    start: 'Scan with the camera',
    how: 'Hold the code in front of the camera. Nothing of the picture leaves this device.',
    denied: 'The browser does not allow the camera. Type the characters.',
    none: 'There is no camera here that can be used. Type the characters.',
    other: 'That is not the code that is needed. Try the other paper.',
    several: 'Show one code alone.',
    stop: 'Close the camera',
  },
};
