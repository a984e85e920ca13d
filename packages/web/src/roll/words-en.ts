import type { RollWords } from './words-es.ts';

export const en: RollWords = {
  title: 'Enrol somebody',
  how: 'The name stays on this node, beside the book: no act has it.',
  name: 'Name',
  household: 'Lives with (somebody on the roll)',
  householdHow: 'Left empty for whoever lives with nobody on the roll. It counts for turns by households alone.',
  none: 'Nobody on the roll is called that.',
  change: 'Change',
  enrol: 'Enrol',
  enrolled: (name) => `${name} is on the roll`,
  cardHow: 'They sign in with this code or the seven words, once. Show it to that person alone.',
  another: 'Somebody else',
  waits: 'Kept here: it goes when there is a network.',
};
