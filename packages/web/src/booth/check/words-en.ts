import type { CheckWords } from './words-es.ts';

export const en: CheckWords = {
  title: 'Is my vote in the box?',
  how: 'Only the tracker is needed. All trackers of the board are downloaded and searched on this device: nobody knows which one is yours.',
  field: 'Tracker: eight words or forty-three characters',
  wrong: 'That is no tracker: it is eight words, or forty-three characters.',
  search: 'Search',
  found: {
    title: 'It is in the box',
    place: (at, of) => `It is number ${at} of ${of} on the board. The order does not say who voted when.`,
    what: 'Of several votes with the same slip, the one with the highest number on the board counts.',
  },
  later: {
    title: 'It is not shown yet',
    how: 'Votes are shown ten at a time, and the rest at the close. If the box answered that it received it, search again later.',
    else: 'If the device said “NOT counted”, it did not arrive: vote again with the same slip, on another device or in the booth.',
  },
  missing: {
    title: 'It is not in the box',
    how: 'The box is closed and this vote is not in it. First make sure that the tracker is written correctly.',
    else: 'If it is, show it to the tellers and the presidium before the challenge period ends: the tracker does not say how you voted.',
  },
  another: 'Search for another',
  archive: 'Download the whole board',
  archiveHow: 'Anybody can check it with a program that other people wrote: belenios-tool.',
};
