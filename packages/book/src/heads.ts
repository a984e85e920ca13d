/**
 * The node's log of heads: one entry for each new head of each of its books, so that one cosignature attests to all of
 * them (docs/decisions/0002-the-book.md, "Heads and witnesses").
 */
import { type Checkpoint, type Cosignature, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import type { Crypto } from './crypto.ts';
import { utf8Decode, utf8Encode } from './encoding.ts';
import { type Hash, leafHash, verifyInclusion } from './merkle.ts';
import { headsOrigin } from './names.ts';
import { openNote } from './note.ts';
import { COSIGNATURE_V1, type VerifierKey } from './vkey.ts';

/** The entry for a head: its checkpoint text without signatures and extension lines. */
export function encodeHeadEntry(head: { origin: string; size: number; root: Hash }): Uint8Array {
  const { origin, size, root } = head;
  return utf8Encode(formatCheckpoint({ origin, size, root }));
}

/** Reads such an entry; undefined if it is none. */
export function decodeHeadEntry(entry: Uint8Array): Checkpoint | undefined {
  const text = utf8Decode(entry);
  const head = text === undefined ? undefined : parseCheckpoint(text);
  return head !== undefined && head.extensions.length === 0 ? head : undefined;
}

/** That a head is in a cosigned log of heads. */
export interface HeadProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The log's checkpoint as a signed note, with the witnesses' cosignatures. */
  readonly heads: string;
}

export type WitnessedHead =
  | { ok: true; cosignatures: Cosignature[] }
  | { ok: false; reason: 'malformed-heads' | 'other-heads' | 'not-included' | 'bad-cosignature' };

/**
 * Who of `witnesses` (keys of type 0x04) saw that head, and when. The log's own signature is not needed: what a witness
 * has cosigned is what it has seen. None may have; that is not an error.
 */
export function verifyWitnessedHead(
  head: { origin: string; size: number; root: Hash },
  proof: HeadProof,
  witnesses: readonly VerifierKey[],
  crypto: Crypto,
): WitnessedHead {
  const keys = witnesses.filter((key) => key.type === COSIGNATURE_V1);
  const opened = openNote(proof.heads, keys, crypto);
  if (!opened.ok && opened.reason === 'bad-signature') return { ok: false, reason: 'bad-cosignature' };
  if (!opened.ok && opened.reason === 'malformed-note') return { ok: false, reason: 'malformed-heads' };
  const log = parseCheckpoint(proof.heads.slice(0, proof.heads.lastIndexOf('\n\n') + 1));
  if (log === undefined) return { ok: false, reason: 'malformed-heads' };
  // A witness vouches for one history of one log; only the book's own node's log says anything about forks.
  if (log.origin !== headsOrigin(head.origin)) return { ok: false, reason: 'other-heads' };
  const leaf = leafHash(encodeHeadEntry(head), crypto);
  if (!verifyInclusion(proof.index, log.size, leaf, proof.hashes, log.root, crypto)) {
    return { ok: false, reason: 'not-included' };
  }
  const verified = opened.ok ? opened.verified : [];
  const cosignatures = verified.flatMap(({ key, time }) => (time === undefined ? [] : [{ name: key.name, key, time }]));
  return { ok: true, cosignatures };
}
