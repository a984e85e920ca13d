import type { ActName, CommandName } from '@cabildo/core';

/** Commands and acts for which no scene is written, each with the reason. The test holds this list against what runs reach. */
export const unplayed: Readonly<Partial<Record<CommandName | ActName, string>>> = {
  BookSucceeded: 'written by a node that was put back behind its own book, not by a command',
  DecisionCarried:
    'as BookSucceeded; of officers whom nobody attests, of claims, of turns in joint seats. The rest is played by the tests of succession',
  TerritoryDrawn: 'the bodies of the simulation have no maps; the core’s own tests play it',
  NameTrustees: 'the nodes of the simulation keep no ballot box; the core’s own story plays secret votes',
  RecordTrialDecryption: 'as NameTrustees',
  EnterCredentialHalves: 'as NameTrustees',
  ListCredentials: 'as NameTrustees',
  AnchorBallotBox: 'as NameTrustees',
  CloseBallotBox: 'as NameTrustees',
  TrusteesNamed: 'as NameTrustees',
  TrialDecrypted: 'as NameTrustees',
  CredentialHalvesEntered: 'as NameTrustees',
  CredentialsListed: 'as NameTrustees',
  SecretVoteOpened: 'as NameTrustees',
  BallotBoxAnchored: 'as NameTrustees',
  SecretVoteClosed: 'as NameTrustees',
  SecretElectionClosed: 'as NameTrustees',
  RecordFork: 'no node of the simulation signs two heads that cannot both be true',
  ForkRecorded: 'as RecordFork',
};
