/** Seals: officers' device signatures over an act (docs/decisions/0002-the-book.md, "Seals"). */
import type { Crypto, Signer } from './crypto.ts';
import { base64Decode, base64Encode, utf8Encode } from './encoding.ts';
import type { Json } from './jcs.ts';
import { type Enrolment, type KeyRing, ringAt } from './key-ring.ts';
import type { Leaf } from './leaf.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';

/** The text that an officer's device signs, as UTF-8: four lines, the act by book, place and leaf hash. */
export function sealText(origin: string, index: number, leaf: Hash): string {
  return `cabildo/seal/v1\n${origin}\n${index}\n${base64Encode(leaf)}\n`;
}

/** One signature in an `ActSealed` act; key and signature are base64. */
export interface SealSignature {
  readonly key: string;
  readonly office: string;
  readonly signature: string;
}

/** What an `ActSealed` act says. */
export interface Seal {
  /** The sealed act. */
  readonly index: number;
  /** Its leaf hash, base64. */
  readonly leaf: string;
  /** The act that enrolled the keys. */
  readonly officers: number;
  readonly signatures: readonly SealSignature[];
}

/** Signs an act as an officer. */
export function signSeal(origin: string, index: number, leaf: Hash, office: string, signer: Signer): SealSignature {
  const signature = signer.sign(utf8Encode(sealText(origin, index, leaf)));
  return { key: base64Encode(signer.publicKey), office, signature: base64Encode(signature) };
}

/** Reads the data of an `ActSealed` act; undefined if it has another shape. */
export function parseSeal(leaf: Leaf): Seal | undefined {
  const { index, leaf: hash, officers, signatures } = leaf.data;
  if (leaf.act !== 'ActSealed' || !isIndex(index) || !isIndex(officers) || typeof hash !== 'string') return undefined;
  if (base64Decode(hash, HASH_BYTES) === undefined || !Array.isArray(signatures)) return undefined;
  return signatures.every(isSignature) ? (leaf.data as unknown as Seal) : undefined;
}

/** Signatures to be verified: the costly part of a seal, which can be done elsewhere and in any order. */
export interface SealCheck {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

export type SealFault =
  | 'malformed-seal'
  | 'seals-later-act'
  | 'other-leaf'
  | 'keys-not-in-force'
  | 'key-not-enrolled'
  | 'too-few-signatures'
  | 'bad-seal-signature';

export type PreparedSeal =
  | { ok: true; seal: Seal; enrolment: Enrolment; checks: SealCheck[] }
  | { ok: false; reason: SealFault };

/**
 * Everything about a seal but its signatures. `ring` is the one in force just before the `ActSealed` act `leaf`, and
 * `sealedHash` the leaf hash of the act that it names. The keys must be those in force; the last election may also be
 * sealed by the keys that it replaced. Offices are counted, not keys; the signatures needed are the enrolment's.
 */
export function prepareSeal(leaf: Leaf, sealedHash: Hash | undefined, ring: KeyRing): PreparedSeal {
  const seal = parseSeal(leaf);
  if (seal === undefined) return { ok: false, reason: 'malformed-seal' };
  if (seal.index >= leaf.index) return { ok: false, reason: 'seals-later-act' };
  if (sealedHash === undefined || seal.leaf !== base64Encode(sealedHash)) return { ok: false, reason: 'other-leaf' };
  const enrolment = enrolmentFor(seal, ringAt(ring, leaf.at));
  if (enrolment === undefined) return { ok: false, reason: 'keys-not-in-force' };
  const message = utf8Encode(sealText(leaf.book, seal.index, sealedHash));
  const offices = new Set<string>();
  const checks: SealCheck[] = [];
  for (const { key, office, signature } of seal.signatures) {
    if (!enrolment.keys.some((enrolled) => enrolled.key === key && enrolled.office === office)) {
      return { ok: false, reason: 'key-not-enrolled' };
    }
    offices.add(office);
    checks.push({
      publicKey: base64Decode(key, 32) as Uint8Array,
      message,
      signature: base64Decode(signature, 64) as Uint8Array,
    });
  }
  if (offices.size < enrolment.needed || distinctKeys(seal) < enrolment.needed) {
    return { ok: false, reason: 'too-few-signatures' };
  }
  return { ok: true, seal, enrolment, checks };
}

function enrolmentFor(seal: Seal, ring: KeyRing): Enrolment | undefined {
  if (ring.current?.index === seal.officers) return ring.current;
  // The keys that an election replaced may still attest that very election: the hand-over.
  const handover = ring.current !== undefined && seal.index === ring.current.index;
  return handover && ring.before?.index === seal.officers ? ring.before : undefined;
}

function distinctKeys(seal: Seal): number {
  return new Set(seal.signatures.map((signature) => signature.key)).size;
}

/** Which of these signatures are good. */
export function verifySealSignatures(checks: readonly SealCheck[], crypto: Crypto): boolean[] {
  return checks.map((check) => crypto.verifyEd25519(check.publicKey, check.message, check.signature));
}

export type VerifiedSeal = { ok: true; seal: Seal; enrolment: Enrolment } | { ok: false; reason: SealFault };

/** Verifies a seal whole; see `prepareSeal`. */
export function verifySeal(leaf: Leaf, sealedHash: Hash | undefined, ring: KeyRing, crypto: Crypto): VerifiedSeal {
  const prepared = prepareSeal(leaf, sealedHash, ring);
  if (!prepared.ok) return prepared;
  if (verifySealSignatures(prepared.checks, crypto).includes(false)) return { ok: false, reason: 'bad-seal-signature' };
  return { ok: true, seal: prepared.seal, enrolment: prepared.enrolment };
}

function isIndex(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isSignature(value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { key, office, signature } = value;
  if (typeof key !== 'string' || typeof office !== 'string' || typeof signature !== 'string') return false;
  return base64Decode(key, 32) !== undefined && base64Decode(signature, 64) !== undefined;
}
