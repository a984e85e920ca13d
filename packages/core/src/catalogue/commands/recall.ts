import { commandsOf } from '../command-entry.ts';
import { origin, positive } from '../fields.ts';

const recall = commandsOf('recall');

export const recallCommands = {
  PresentRecall: recall('PresentRecall', {
    by: ['anyone'],
    article: 'delegates',
    input: { below: origin, seat: positive },
    acts: ['RecallPresented', 'AlternateSeated'],
    does: 'Shows, with the base’s book as proof, that a delegate was recalled or holds the seat no more; it counts from this moment.',
  }),
} as const;
