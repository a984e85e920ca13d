export { actCode, type CheckedActCode, checkActCode } from './act-code.ts';
export { type ActAuditCounts, attachmentsIn } from './audit-acts.ts';
export type { HeadCosignature } from './book-head.ts';
export {
  type BundleResult,
  type BundleTask,
  type BundleVerdict,
  type EntryFault,
  type NotableEntry,
  verifyBundle,
} from './bundle.ts';
export {
  type Checkpoint,
  type Cosignature,
  formatCheckpoint,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts';
export { cosignatureLine } from './cosignature.ts';
export {
  type ActWithProof,
  assembleCredential,
  type Credential,
  type CredentialBook,
  type CredentialLink,
  type CredentialParts,
  type CredentialSeat,
  encodeCredential,
  type ProvenAct,
  type RecoveryParts,
} from './credential.ts';
export type { CredentialHead } from './credential-heads.ts';
export type { Crypto, Signer } from './crypto.ts';
export {
  commitTo,
  type DisclosureFile,
  decodeDisclosureFile,
  encodeDisclosureFile,
  SALT_BYTES,
  type SlotPlace,
  verifyDisclosure,
} from './disclosure.ts';
export {
  base64Decode,
  base64Encode,
  CROCKFORD,
  concatBytes,
  crockfordDecode,
  crockfordEncode,
  equalBytes,
  hexDecode,
  hexEncode,
  parseDecimal,
  utf8Decode,
  utf8Encode,
} from './encoding.ts';
export type { Finding, FindingCode } from './finding.ts';
export { buildFork, decodeFork, encodeFork, type ForkEvidence, type VerifiedFork, verifyFork } from './fork.ts';
export { decodeHeadEntry, encodeHeadEntry, type HeadProof, verifyWitnessedHead, type WitnessedHead } from './heads.ts';
export { canonicalBytes, canonicalize, type Json, MAX_DEPTH, type ParsedJson, parseCanonical } from './jcs.ts';
export {
  EMPTY_RING,
  ENROLLING_ACTS,
  type EnrolledKey,
  type Enrolment,
  type EvolvedRing,
  evolveKeyRing,
  type KeyRing,
  keyReplacementText,
  signKeyReplacement,
} from './key-ring.ts';
export {
  BLIND_BYTES,
  type Citation,
  type DecodedLeaf,
  decodeLeaf,
  encodeLeaf,
  LEAF_FORMAT,
  type Leaf,
  MAX_LEAF_BYTES,
} from './leaf.ts';
export {
  appendLeaf,
  type CompactRange,
  compactRange,
  consistencyPlan,
  consistencyProof,
  EMPTY_RANGE,
  emptyRoot,
  HASH_BYTES,
  type Hash,
  type HashAt,
  hashesOfLeaves,
  inclusionPlan,
  inclusionProof,
  leafHash,
  type Node,
  nodeHash,
  type ProofPlan,
  proofFromPlan,
  rootFrom,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
export { headsOrigin, isActType, isOrigin, isSlot, lineage, seatHolder, successorOrigin } from './names.ts';
export {
  formatNote,
  type Note,
  type OpenedNote,
  openNote,
  type ParsedNote,
  parseNote,
  signatureLine,
  signNote,
  type VerifiedSignature,
} from './note.ts';
export { type Cargo, cargoCode, cargoes, isCargo, isLife } from './passes/cargo.ts';
export { type Issuer, judge, type PassFinding, plateOf, type Question, type Verdict } from './passes/judge.ts';
export { type KeyList, MAX_KEY_LIST, type PassKey, type ReadKeyList, readKeyList } from './passes/key-list.ts';
export {
  isPassSigned,
  MAX_PASS_BYTES,
  type Pass,
  type PassFault,
  passToSign,
  type ReadPass,
  readPass,
  type SignedPass,
  signedPass,
  signPass,
} from './passes/pass-text.ts';
export {
  type PassagesFault,
  type PassageTotal,
  type PassageTotals,
  passagesText,
  readPassages,
} from './passes/passages-text.ts';
export { cargoName, type PassLanguage, type VerdictWords, verdictWords } from './passes/verdict-words.ts';
export type { BookReader } from './reader.ts';
export { isObjectionSigned, parseRecoveryClaim, recoveryObjectionText, signRecoveryObjection } from './recovery.ts';
export {
  type PreparedSeal,
  parseSeal,
  prepareSeal,
  type Seal,
  type SealCheck,
  type SealFault,
  type SealSignature,
  sealText,
  signSeal,
  type VerifiedSeal,
  verifySeal,
  verifySealSignatures,
} from './seal.ts';
export type { NoteSignature } from './signature-line.ts';
export {
  type DecodedBundle,
  decodeBundle,
  encodeBundle,
  entriesPath,
  hashInTile,
  newTiles,
  parseTilePath,
  subtreeInTile,
  TILE_WIDTH,
  type Tile,
  type TilePlace,
  tileOfNode,
  tilePath,
  tileWidth,
} from './tiles.ts';
export { formatTime, parseTime } from './time.ts';
export {
  formatTlogProof,
  parseTlogProof,
  type TlogProof,
  type VerifiedTlogProof,
  verifyTlogProof,
} from './tlog-proof.ts';
export { type BookReport, type VerifyBookOptions, verifyBook } from './verify-book.ts';
export { type CredentialCheck, type VerifiedCredential, verifyCredential } from './verify-credential.ts';
export {
  COSIGNATURE_V1,
  ED25519,
  formatVkey,
  type ParsedVkey,
  parseVkey,
  sameKey,
  type VerifierKey,
  verifierKey,
} from './vkey.ts';
export {
  type AddCheckpoint,
  considerCheckpoint,
  encodeAddCheckpoint,
  parseAddCheckpoint,
  type WitnessDecision,
  type WitnessedLog,
} from './witness.ts';
export {
  headWords,
  keyWords,
  SECRET_BYTES,
  type SecretFromWords,
  secretFrom,
  secretToWords,
  type WordLanguage,
  wordsToSecret,
} from './words.ts';
