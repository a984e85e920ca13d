/** Secret ballots that anybody can verify, with a program that somebody else wrote: Belenios, version 1. */

export type { Choice } from './answer.ts';
export { type ArchiveSource, NoArchive, readArchiveTime } from './archive-reader.ts';
export { type Head, writeArchive } from './archive-writer.ts';
export { powerModulo } from './arithmetic.ts';
export { type CheckedBallot, checkBallot, makeBallot, type PlacedFault } from './ballot.ts';
export {
  ceremonyFields,
  certificateMessage,
  contributionMessage,
  readCertificates,
  readContributions,
  readKeyMessage,
  takeShares,
} from './ceremony.ts';
export { extendsArchive } from './compare.ts';
export { composeSetup, keysOf, readTrusteeFields } from './compose.ts';
export {
  credentialOf,
  newCredential,
  newIdentifier,
  numberInCredential,
  readCredential,
  secretOf,
} from './credential.ts';
export { type Election, readElection } from './election.ts';
export type { Stage } from './event-chain.ts';
export type { Finding, FindingCode } from './finding.ts';
export { finish, makeShare, readShareFile, type Share, sortShares, writeEncryptedTally } from './finish.ts';
export { groupNamed } from './group.ts';
export { joinHalves, joinSecrets, publishHalf, readExcluded, readHalves, writeExcluded, writeHalves } from './half.ts';
export { fingerprint } from './hashing.ts';
export type { Cipher, DeriveKey, Machine, Random } from './machine.ts';
export { knownGroups } from './parameters.ts';
export { joinCeremony } from './pedersen.ts';
export type { SecretWorkshop } from './proof.ts';
export { seededRandom } from './random.ts';
export { makeSample, type SampleTemplate, type TrusteeMode, trusteeModes } from './sample.ts';
export { readTemplate } from './sample-template.ts';
export { readSetup, type Setup, type SetupFiles } from './setup.ts';
export type { HalfFields, PublicKeyFields, Question, TrusteeFields } from './structures.ts';
export { readTally } from './tally.ts';
export { makeTrial } from './trial.ts';
export { ownerOf, publishKey, readTrustees } from './trustee.ts';
export { newTrusteeSecret, readTrusteeSecret, singleKeyOf } from './trustee-secret.ts';
export { type ArchiveReport, type BallotChecker, faultsIn, openedChecker, verifyArchive } from './verify.ts';
