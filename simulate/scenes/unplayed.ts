import type { ActName, CommandName } from '@cabildo/core';

/** Commands and acts for which no scene is written, each with the reason. The test holds this list against what runs reach. */
export const unplayed: Readonly<Partial<Record<CommandName | ActName, string>>> = {
  BodySplit: 'as of ShowSplit',
  TerritoryDrawn: 'the bodies of the simulation have no maps; the core’s own tests play it',
  ShowSplit: 'a part is a body founded, proven and elected anew while the whole sits on: no scene plays it yet',
  BookSucceeded: 'written by a node that was put back behind its own book, not by a command',
  DecisionCarried: 'in the small runs no decision stands when a book is succeeded; the tests of succession play it',
  TakeTurn: 'no statute of the simulation has offices by turn yet; the core’s own tests play it',
  DeclineTurn: 'as TakeTurn',
  OfficeTurnTaken: 'as TakeTurn',
  OfficeTurnDeclined: 'as TakeTurn',
  ReportToBase: 'no delegate of the simulation reports yet; the core’s own tests play it',
  ShowMissedReport: 'as ReportToBase',
  DelegateReported: 'as ReportToBase',
  ReportMissed: 'as ReportToBase',
  WitnessDismissed: 'nobody in the simulation dismisses a witness yet; the core’s own tests play it',
  RecordFork: 'no node of the simulation signs two heads that cannot both be true',
  ForkRecorded: 'as RecordFork',
};
