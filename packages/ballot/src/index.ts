/** Secret ballots that anybody can verify, with a program that somebody else wrote: Belenios, version 1. */
export { type ArchiveSource, NoArchive, readArchiveTime } from './archive-reader.ts';
export { type Head, writeArchive } from './archive-writer.ts';
export type { PlacedFault } from './ballot.ts';
export { extendsArchive } from './compare.ts';
export { type Election, readElection } from './election.ts';
export type { Stage } from './event-chain.ts';
export type { Finding, FindingCode } from './finding.ts';
export { finish, makeShare, readShareFile, type Share, writeEncryptedTally } from './finish.ts';
export type { DeriveKey, Machine, Random } from './machine.ts';
export { knownGroups } from './parameters.ts';
export { seededRandom } from './random.ts';
export { makeSample, type SampleTemplate, type TrusteeMode, trusteeModes } from './sample.ts';
export { readTemplate } from './sample-template.ts';
export type { Setup } from './setup.ts';
export type { Question } from './structures.ts';
export { type ArchiveReport, type BallotChecker, faultsIn, verifyArchive } from './verify.ts';
