import type { ActName, CommandName } from '@cabildo/core';

/** Commands and acts for which no scene is written, each with the reason. The test holds this list against what runs reach. */
export const unplayed: Readonly<Partial<Record<CommandName | ActName, string>>> = {
  BookSucceeded: 'written by a node that was put back behind its own book, not by a command',
  DecisionCarried: 'in the small runs no decision stands when a book is succeeded; the tests of succession play it',
  TerritoryDrawn: 'the bodies of the simulation have no maps; the core’s own tests play it',
  MandateBreached:
    'in the small runs no vote against a mandate that only flags comes about: to be mended; the core’s own tests play it',
  RecordFork: 'no node of the simulation signs two heads that cannot both be true',
  ForkRecorded: 'as RecordFork',
  IssueSlips: 'the statutes of the simulation let nobody vote who is on no roll; the core’s own tests play it',
  VoidSlip: 'as IssueSlips',
  SlipsIssued: 'as IssueSlips',
  SlipVoided: 'as IssueSlips',
  AskForFloor:
    'lists of speakers decide nothing; the core’s own tests play them, with a second implementation of their order',
  WithdrawFromFloor: 'as AskForFloor',
  GiveFloor: 'as AskForFloor',
  EndSpeech: 'as AskForFloor',
  CloseDebate: 'as AskForFloor',
  DebateEnded: 'as AskForFloor',
};
