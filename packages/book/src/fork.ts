/**
 * Evidence of a fork: two heads signed by one key that cannot both be true (docs/decisions/0002-the-book.md, "Fork,
 * restore, successor"). It proves itself to anyone who has the key.
 */
import { openCheckpoint } from './checkpoint.ts';
import type { Crypto } from './crypto.ts';
import { base64Decode, base64Encode, equalBytes, utf8Decode, utf8Encode } from './encoding.ts';
import { canonicalize, type Json, parseCanonical } from './jcs.ts';
import { HASH_BYTES, type Hash, verifyConsistency } from './merkle.ts';
import type { VerifierKey } from './vkey.ts';

const FORK_FORMAT = 'cabildo-fork/1';

export interface ForkEvidence {
  readonly format: typeof FORK_FORMAT;
  /** Two signed notes, the smaller head first. */
  readonly notes: readonly [string, string];
  /**
   * For heads of different sizes: the root (base64) that the larger tree has at the smaller size, and the consistency
   * proof (base64) from that root to the larger head. It is another root than the smaller head states.
   */
  readonly prefix?: { readonly root: string; readonly proof: readonly string[] };
}

export type VerifiedFork =
  | { ok: true; origin: string; sizes: readonly [number, number]; kind: 'same-size' | 'inconsistent' }
  | { ok: false; reason: string };

/**
 * Puts two heads together as evidence. `prefix` is needed if their sizes differ. The result says whether it really is a
 * fork, with the reason if not: `consistent`, `no-prefix-proof`, `bad-prefix-proof`, or those of `openCheckpoint`.
 */
export function buildFork(
  a: string,
  b: string,
  key: VerifierKey,
  crypto: Crypto,
  prefix?: { root: Hash; proof: readonly Hash[] },
): { ok: true; evidence: ForkEvidence } | { ok: false; reason: string } {
  const first = openCheckpoint(a, key, crypto);
  const second = openCheckpoint(b, key, crypto);
  if (!first.ok) return first;
  if (!second.ok) return second;
  const notes: [string, string] = first.checkpoint.size <= second.checkpoint.size ? [a, b] : [b, a];
  const evidence: ForkEvidence = {
    format: FORK_FORMAT,
    notes,
    ...(prefix && { prefix: { root: base64Encode(prefix.root), proof: prefix.proof.map(base64Encode) } }),
  };
  const verified = verifyFork(evidence, key, crypto);
  return verified.ok ? { ok: true, evidence } : verified;
}

/** The bytes of `forks/<n>.json`. */
export function encodeFork(evidence: ForkEvidence): Uint8Array {
  return utf8Encode(canonicalize(evidence));
}

/** Reads such a file; undefined if it has another shape. */
export function decodeFork(bytes: Uint8Array): ForkEvidence | undefined {
  const parsed = utf8Decode(bytes) === undefined ? undefined : parseCanonical(bytes);
  if (!parsed?.ok || !isObject(parsed.value)) return undefined;
  const { format, notes, prefix, ...others } = parsed.value;
  if (format !== FORK_FORMAT || Object.keys(others).length > 0) return undefined;
  if (!Array.isArray(notes) || notes.length !== 2 || !notes.every((note) => typeof note === 'string')) return undefined;
  if (prefix !== undefined) {
    if (!isObject(prefix) || typeof prefix.root !== 'string' || !Array.isArray(prefix.proof)) return undefined;
    if (!prefix.proof.every((hash) => typeof hash === 'string')) return undefined;
  }
  return parsed.value as unknown as ForkEvidence;
}

/** Whether the evidence proves that the holder of `key` signed two heads that cannot both be true. */
export function verifyFork(evidence: ForkEvidence, key: VerifierKey, crypto: Crypto): VerifiedFork {
  const first = openCheckpoint(evidence.notes[0], key, crypto);
  const second = openCheckpoint(evidence.notes[1], key, crypto);
  if (!first.ok) return first;
  if (!second.ok) return second;
  const [small, large] = [first.checkpoint, second.checkpoint];
  const { origin } = small;
  const sizes = [small.size, large.size] as const;
  if (small.size === large.size) {
    if (equalBytes(small.root, large.root)) return { ok: false, reason: 'consistent' };
    return { ok: true, origin, sizes, kind: 'same-size' };
  }
  const { prefix } = evidence;
  if (prefix === undefined) return { ok: false, reason: 'no-prefix-proof' };
  const root = base64Decode(prefix.root, HASH_BYTES);
  const proof = prefix.proof.map((hash) => base64Decode(hash, HASH_BYTES));
  if (root === undefined || proof.includes(undefined)) return { ok: false, reason: 'bad-prefix-proof' };
  if (equalBytes(root, small.root)) return { ok: false, reason: 'consistent' };
  // The larger tree really has `root` at the smaller size: the smaller head states another.
  if (!verifyConsistency(small.size, large.size, proof as Hash[], root, large.root, crypto)) {
    return { ok: false, reason: 'bad-prefix-proof' };
  }
  return { ok: true, origin, sizes, kind: 'inconsistent' };
}

function isObject(value: unknown): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
