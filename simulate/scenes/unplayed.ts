import type { ActName, CommandName } from '@cabildo/core';

/** Commands and acts for which no scene is written, each with the reason. The test holds this list against what runs reach. */
export const unplayed: Readonly<Partial<Record<CommandName | ActName, string>>> = {
  BookSucceeded: 'written by a node that was put back behind its own book, not by a command',
};
