/**
 * Credential files (docs/decisions/0002-the-book.md, "Credential file"): the chain of proofs from a seat in a high
 * assembly down to the sealed election act of a base.
 */
import { base64Decode, base64Encode, utf8Decode } from './encoding.ts';
import type { HeadProof } from './heads.ts';
import { canonicalize, type Json } from './jcs.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';

const CREDENTIAL_FORMAT = 'cabildo-credential/1';

/** An act with the proof that it is in its book. */
export interface ProvenAct {
  readonly book: string;
  readonly index: number;
  /** Inclusion proof under the book's checkpoint in the same file; base64. */
  readonly proof: readonly string[];
  /** The entry, as text. */
  readonly leaf: string;
}

export interface CredentialSeat {
  readonly above: string;
  readonly below: string;
  readonly seat: number;
}

export interface CredentialBook {
  /** Signed note. */
  readonly checkpoint: string;
  /** That the node's cosigned log of heads holds this head. */
  readonly head?: { readonly index: number; readonly proof: readonly string[]; readonly heads: string };
}

export interface CredentialLink extends CredentialSeat {
  readonly acts: {
    /** `AffiliationAdmitted`, in the upper book; the others are in the lower one. */
    readonly affiliation: ProvenAct;
    /** `BookSucceeded`, where the lower book goes on from another; the founding is the act after it then. */
    readonly succeeded?: ProvenAct;
    readonly founded: ProvenAct;
    readonly officers: ProvenAct;
    readonly election: ProvenAct;
    readonly seal: ProvenAct;
    /**
     * How the officers came by their keys: earlier `OfficersElected` acts and the `ActSealed` acts by which the keys of
     * each, from the convener's on, attest the next, in order.
     */
    readonly handover?: readonly ProvenAct[];
    /** Where those before did not hand over: that other bodies attest one of these elections. */
    readonly recovery?: CredentialRecovery;
  };
}

interface CredentialRecovery {
  /** `RecoveryClaimed`, in the lower book. */
  readonly claim: ProvenAct;
  readonly bodies: readonly AttestingBody[];
}

/** A body that attests an election: its `ElectionAttested`, sealed by its officers, and the act by which it was known before. */
export interface AttestingBody {
  readonly known: ProvenAct;
  readonly founded: ProvenAct;
  readonly officers: ProvenAct;
  readonly handover?: readonly ProvenAct[];
  readonly attested: ProvenAct;
  readonly seal: ProvenAct;
}

export interface Credential {
  readonly format: typeof CREDENTIAL_FORMAT;
  readonly seat: CredentialSeat;
  readonly books: { readonly [origin: string]: CredentialBook };
  /** From the highest assembly down to the base. */
  readonly links: readonly CredentialLink[];
  /** `WitnessAppointed` acts in the highest book. */
  readonly witnesses: readonly ProvenAct[];
  /** `OfficerKeyReplaced`, `OfficerRecalled` and `OfficerResigned` acts in the lower books. */
  readonly keyReplacements?: readonly ProvenAct[];
}

/** An act as the assembler has it. */
export interface ActWithProof {
  readonly book: string;
  readonly index: number;
  readonly entry: Uint8Array;
  readonly proof: readonly Hash[];
}

export interface RecoveryParts {
  readonly claim: ActWithProof;
  readonly bodies: readonly {
    readonly known: ActWithProof;
    readonly founded: ActWithProof;
    readonly officers: ActWithProof;
    readonly handover: readonly ActWithProof[];
    readonly attested: ActWithProof;
    readonly seal: ActWithProof;
  }[];
}

export interface CredentialParts {
  readonly books: { readonly [origin: string]: { readonly checkpoint: string; readonly head?: HeadProof } };
  readonly links: readonly (CredentialSeat & {
    readonly acts: {
      readonly affiliation: ActWithProof;
      readonly succeeded?: ActWithProof;
      readonly founded: ActWithProof;
      readonly officers: ActWithProof;
      readonly election: ActWithProof;
      readonly seal: ActWithProof;
      readonly handover?: readonly ActWithProof[];
      readonly recovery?: RecoveryParts;
    };
  })[];
  readonly witnesses?: readonly ActWithProof[];
  readonly keyReplacements?: readonly ActWithProof[];
}

/**
 * Puts a credential together. Proofs must be for the checkpoints given. Nothing is verified: whoever hands a credential
 * out verifies it first, as the receiver will. Throws RangeError if there is no link or an entry is not UTF-8.
 */
export function assembleCredential(parts: CredentialParts): Credential {
  const first = parts.links[0];
  if (first === undefined) throw new RangeError('a credential has at least one link');
  const { above, below, seat } = first;
  const books = Object.entries(parts.books).map(([origin, { checkpoint, head }]) => [
    origin,
    {
      checkpoint,
      ...(head && { head: { index: head.index, proof: head.hashes.map(base64Encode), heads: head.heads } }),
    },
  ]);
  return {
    format: CREDENTIAL_FORMAT,
    seat: { above, below, seat },
    books: Object.fromEntries(books) as Credential['books'],
    links: parts.links.map(({ above, below, seat, acts }) => {
      const { affiliation, succeeded, founded, officers, election, seal, handover, recovery } = acts;
      return {
        above,
        below,
        seat,
        acts: {
          affiliation: provenAct(affiliation),
          ...(succeeded && { succeeded: provenAct(succeeded) }),
          founded: provenAct(founded),
          officers: provenAct(officers),
          election: provenAct(election),
          seal: provenAct(seal),
          ...(handover && { handover: handover.map(provenAct) }),
          ...(recovery && { recovery: shownRecovery(recovery) }),
        },
      };
    }),
    witnesses: (parts.witnesses ?? []).map(provenAct),
    ...(parts.keyReplacements?.length ? { keyReplacements: parts.keyReplacements.map(provenAct) } : {}),
  };
}

const shownRecovery = ({ claim, bodies }: RecoveryParts): CredentialRecovery => ({
  claim: provenAct(claim),
  bodies: bodies.map(({ known, founded, officers, handover, attested, seal }) => ({
    known: provenAct(known),
    founded: provenAct(founded),
    officers: provenAct(officers),
    ...(handover.length > 0 && { handover: handover.map(provenAct) }),
    attested: provenAct(attested),
    seal: provenAct(seal),
  })),
});

function provenAct({ book, index, entry, proof }: ActWithProof): ProvenAct {
  const leaf = utf8Decode(entry);
  if (leaf === undefined) throw new RangeError(`act ${index} of ${book} is not text`);
  return { book, index, proof: proof.map(base64Encode), leaf };
}

/** The file's text: canonical JSON. */
export function encodeCredential(credential: Credential): string {
  return canonicalize(credential);
}

/** Nobody needs more, and a hostile file must not keep a verifier busy. */
const MAX_TEXT = 4_000_000;
const MAX_LINKS = 16;
const MAX_ACTS = 64;
const MAX_BODIES = 4;

/** Checks the shape of a credential, from text or from what JSON.parse gave. Undefined if it has another. */
export function readCredential(source: unknown): Credential | undefined {
  let value = source;
  if (typeof source === 'string') {
    if (source.length > MAX_TEXT) return undefined;
    try {
      value = JSON.parse(source);
    } catch {
      return undefined;
    }
  }
  if (!isObject(value) || value.format !== CREDENTIAL_FORMAT || !isSeat(value.seat)) return undefined;
  const { books, links, witnesses, keyReplacements = [] } = value;
  if (!isObject(books) || !Object.values(books).every(isBook)) return undefined;
  if (!Array.isArray(links) || links.length === 0 || links.length > MAX_LINKS || !allOf(links, isLink))
    return undefined;
  if (!isActList(witnesses) || !isActList(keyReplacements)) return undefined;
  return value as unknown as Credential;
}

/** Of an object that never was text, a list may have holes, which `every` alone would pass over. */
const allOf = (list: readonly Json[], is: (one: Json) => boolean): boolean => Array.from(list).every(is);

function isLink(value: Json): boolean {
  if (!isObject(value) || !isSeat(value) || !isObject(value.acts)) return false;
  const { affiliation, succeeded, founded, officers, election, seal, handover = [], recovery } = value.acts;
  const acts = [affiliation, founded, officers, election, seal, ...(succeeded === undefined ? [] : [succeeded])];
  return acts.every(isAct) && isActList(handover) && (recovery === undefined || isRecovery(recovery));
}

function isRecovery(value: Json): boolean {
  if (!isObject(value) || !isAct(value.claim) || !Array.isArray(value.bodies)) return false;
  return value.bodies.length <= MAX_BODIES && allOf(value.bodies, isAttesting);
}

function isAttesting(value: Json): boolean {
  if (!isObject(value)) return false;
  const { known, founded, officers, attested, seal, handover = [] } = value;
  return [known, founded, officers, attested, seal].every(isAct) && isActList(handover);
}

function isActList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length <= MAX_ACTS && allOf(value, isAct);
}

function isAct(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  const { book, index, proof, leaf } = value;
  return (
    typeof book === 'string' && isIndex(index) && isProof(proof) && typeof leaf === 'string' && leaf.isWellFormed()
  );
}

function isBook(value: Json): boolean {
  if (!isObject(value) || typeof value.checkpoint !== 'string') return false;
  const { head } = value;
  if (head === undefined) return true;
  return isObject(head) && isIndex(head.index) && isProof(head.proof) && typeof head.heads === 'string';
}

function isSeat(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  return typeof value.above === 'string' && typeof value.below === 'string' && isIndex(value.seat);
}

function isProof(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length <= 63 && allOf(value, (hash) => typeof hash === 'string');
}

function isIndex(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The hashes of a proof in a credential; undefined if one is not 32 bytes of base64. */
export function readHashes(proof: readonly string[]): Hash[] | undefined {
  const hashes = proof.map((hash) => base64Decode(hash, HASH_BYTES));
  return hashes.includes(undefined) ? undefined : (hashes as Hash[]);
}
