/** `.tlog-proof` files: an inclusion proof with its checkpoint, https://c2sp.org/tlog-proof. */
import { type Checkpoint, type Cosignature, openCheckpoint } from './checkpoint.ts';
import type { Crypto } from './crypto.ts';
import { base64Decode, base64Encode, parseDecimal } from './encoding.ts';
import { HASH_BYTES, type Hash, verifyInclusion } from './merkle.ts';
import { parseNote } from './note.ts';
import type { VerifierKey } from './vkey.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const MAX_HASHES = 63;

export interface TlogProof {
  readonly index: number;
  /** From the leaf's sibling up to the root's child. */
  readonly hashes: readonly Hash[];
  /** The checkpoint as a signed note, with cosignatures if there are any. */
  readonly checkpoint: string;
  /** Not authenticated. */
  readonly extra?: Uint8Array;
}

export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra === undefined ? '' : `extra ${base64Encode(proof.extra)}\n`;
  const hashes = proof.hashes.map((hash) => `${base64Encode(hash)}\n`).join('');
  return `${FIRST_LINE}\n${extra}index ${proof.index}\n${hashes}\n${proof.checkpoint}`;
}

/** Reads a proof file; undefined if it is malformed. Nothing is verified. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const split = text.indexOf('\n\n');
  if (split < 0) return undefined;
  const lines = text.slice(0, split).split('\n');
  const checkpoint = text.slice(split + 2);
  if (lines.shift() !== FIRST_LINE || !parseNote(checkpoint).ok) return undefined;
  let extra: Uint8Array | undefined;
  if (lines[0]?.startsWith('extra ')) {
    extra = base64Decode((lines.shift() as string).slice('extra '.length));
    if (extra === undefined) return undefined;
  }
  const indexLine = lines.shift();
  const index = indexLine?.startsWith('index ') ? parseDecimal(indexLine.slice('index '.length)) : undefined;
  const hashes = lines.map((line) => base64Decode(line, HASH_BYTES));
  if (index === undefined || hashes.length > MAX_HASHES || hashes.includes(undefined)) return undefined;
  return { index, hashes: hashes as Hash[], checkpoint, ...(extra === undefined ? {} : { extra }) };
}

export type VerifiedTlogProof =
  | { ok: true; index: number; checkpoint: Checkpoint; cosignatures: Cosignature[] }
  | { ok: false; reason: string };

/**
 * Verifies that the entry with `leaf` hash is in the log of `key`. How many cosignatures are enough is the caller's
 * policy. Reasons: `malformed-proof`, `not-included`, or those of `openCheckpoint`.
 */
export function verifyTlogProof(
  text: string,
  leaf: Hash,
  key: VerifierKey,
  crypto: Crypto,
  options: { origin?: string; witnesses?: readonly VerifierKey[] } = {},
): VerifiedTlogProof {
  const proof = parseTlogProof(text);
  if (proof === undefined) return { ok: false, reason: 'malformed-proof' };
  const opened = openCheckpoint(proof.checkpoint, key, crypto, options);
  if (!opened.ok) return opened;
  const { checkpoint, cosignatures } = opened;
  if (!verifyInclusion(proof.index, checkpoint.size, leaf, proof.hashes, checkpoint.root, crypto)) {
    return { ok: false, reason: 'not-included' };
  }
  return { ok: true, index: proof.index, checkpoint, cosignatures };
}
