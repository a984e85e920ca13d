import type { ActName, CommandName } from '@cabildo/core';

/** Commands and acts for which no scene is written, each with the reason. The test holds this list against what runs reach. */
export const unplayed: Readonly<Partial<Record<CommandName | ActName, string>>> = {
  BookSucceeded: 'written by a node that was put back behind its own book, not by a command',
  DecisionCarried:
    'as BookSucceeded; of officers whom nobody attests, and of claims. The rest is played by the tests of succession',
  TerritoryDrawn: 'the bodies of the simulation have no maps; the core’s own tests play it',
  RecordFork: 'no node of the simulation signs two heads that cannot both be true',
  ForkRecorded: 'as RecordFork',
};
