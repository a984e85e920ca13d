/** Recovery: officers whom other bodies attest, and how an officer before objects (docs/decisions/0002-the-book.md, "Seals"). */
import type { Crypto, Signer } from './crypto.ts';
import { base64Decode, base64Encode, utf8Encode } from './encoding.ts';
import type { Leaf } from './leaf.ts';
import type { Hash } from './merkle.ts';
import { lineage } from './names.ts';

/** The text by which an officer before objects to a claim, as UTF-8: the claim by book, place and leaf hash. */
export function recoveryObjectionText(origin: string, claim: number, leaf: Hash): string {
  return `cabildo/recovery-objection/v1\n${origin}\n${claim}\n${base64Encode(leaf)}\n`;
}

/** The `signature` of a `RecoveryObjected` act: base64, by the key of the officer before. */
export function signRecoveryObjection(origin: string, claim: number, leaf: Hash, signer: Signer): string {
  return base64Encode(signer.sign(utf8Encode(recoveryObjectionText(origin, claim, leaf))));
}

/** Does this `RecoveryObjected` act carry the signature of the key that it names? `claimed` is the leaf hash of the claim. */
export function isObjectionSigned(leaf: Leaf, claimed: Hash | undefined, crypto: Crypto): boolean {
  const { claim, key, signature } = leaf.data;
  if (typeof claim !== 'number' || typeof key !== 'string' || typeof signature !== 'string') return false;
  const [publicKey, signed] = [base64Decode(key, 32), base64Decode(signature, 64)];
  if (publicKey === undefined || signed === undefined || claimed === undefined) return false;
  return crypto.verifyEd25519(publicKey, utf8Encode(recoveryObjectionText(leaf.book, claim, claimed)), signed);
}

/** An act of another body's book by which it attests an election, as a claim names it. */
export interface ClaimedAttestation {
  readonly book: string;
  readonly index: number;
  /** How this book knew that body before. */
  readonly known: string;
  /** The verifier key under which the node knew that book. */
  readonly key: string;
}

export interface RecoveryClaim {
  readonly election: number;
  /** From when on the election is attested, if nobody has objected. */
  readonly due: string;
  readonly bodies: readonly ClaimedAttestation[];
}

/** Reads a `RecoveryClaimed` act; undefined if it has another shape, or does not name two bodies besides its own. */
export function parseRecoveryClaim(leaf: Leaf): RecoveryClaim | undefined {
  const { election, due, bodies } = leaf.data;
  if (leaf.act !== 'RecoveryClaimed' || typeof election !== 'number' || typeof due !== 'string') return undefined;
  if (!Array.isArray(bodies) || !bodies.every(isAttestation)) return undefined;
  const own = firstBookOf(leaf.book);
  const others = new Set((bodies as unknown as ClaimedAttestation[]).map(({ book }) => firstBookOf(book)));
  if (others.size < 2 || others.size < bodies.length || others.has(own)) return undefined;
  return leaf.data as unknown as RecoveryClaim;
}

/** The name that a body keeps in whichever book it goes on. */
const firstBookOf = (origin: string): string => lineage(origin).at(-1) ?? origin;

function isAttestation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { book, index, known, key } = value as Record<string, unknown>;
  return (
    typeof book === 'string' &&
    typeof index === 'number' &&
    Number.isSafeInteger(index) &&
    typeof known === 'string' &&
    typeof key === 'string'
  );
}
