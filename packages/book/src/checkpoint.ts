/** Checkpoints (signed tree heads), https://c2sp.org/tlog-checkpoint. */
import type { Crypto, Signer } from './crypto.ts';
import { base64Decode, base64Encode, parseDecimal } from './encoding.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';
import { type Note, openNote, signNote } from './note.ts';
import type { NoteSignature } from './signature-line.ts';
import { ED25519, type VerifierKey } from './vkey.ts';

/** A book's head: its name, the number of its entries, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Opaque lines after the root; we write none. */
  readonly extensions: readonly string[];
}

/** The note text. Throws RangeError for an origin, size, root or extension that no checkpoint can carry. */
export function formatCheckpoint(checkpoint: {
  origin: string;
  size: number;
  root: Hash;
  extensions?: readonly string[];
}): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  const lines = [origin, String(size), base64Encode(root), ...extensions];
  if (lines.some((line) => line === '' || line.includes('\n')) || root.length !== HASH_BYTES) {
    throw new RangeError('not a checkpoint');
  }
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`not a tree size: ${size}`);
  return `${lines.join('\n')}\n`;
}

/** Reads a note text; undefined if it is no checkpoint. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith('\n')) return undefined;
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || origin === '' || sizeText === undefined || rootText === undefined) return undefined;
  const size = parseDecimal(sizeText);
  const root = base64Decode(rootText, HASH_BYTES);
  if (size === undefined || root === undefined || extensions.includes('')) return undefined;
  return { origin, size, root, extensions };
}

/** A checkpoint as a signed note. `name` should be the origin. */
export function signCheckpoint(
  checkpoint: { origin: string; size: number; root: Hash; extensions?: readonly string[] },
  signer: Signer,
  name: string,
  crypto: Crypto,
): string {
  return signNote(formatCheckpoint(checkpoint), name, signer, crypto);
}

/** A cosignature that was verified. */
export interface Cosignature {
  readonly name: string;
  readonly key: VerifierKey;
  /** Seconds since 1970. */
  readonly time: number;
}

export type OpenedCheckpoint =
  | { ok: true; checkpoint: Checkpoint; note: Note; cosignatures: Cosignature[]; unknown: NoteSignature[] }
  | {
      ok: false;
      reason: 'malformed-note' | 'malformed-checkpoint' | 'no-known-signature' | 'bad-signature' | 'other-origin';
    };

/**
 * Opens a checkpoint signed by the log key `key` (type 0x01) and verifies the cosignatures of `witnesses` on it.
 * The origin must be `origin`, which is the key's name unless told otherwise.
 */
export function openCheckpoint(
  note: Uint8Array | string,
  key: VerifierKey,
  crypto: Crypto,
  options: { origin?: string; witnesses?: readonly VerifierKey[] } = {},
): OpenedCheckpoint {
  const opened = openNote(note, [key, ...(options.witnesses ?? [])], crypto);
  if (!opened.ok) return { ok: false, reason: opened.reason };
  if (key.type !== ED25519 || !opened.verified.some((signature) => signature.key === key)) {
    return { ok: false, reason: 'no-known-signature' };
  }
  const checkpoint = parseCheckpoint(opened.note.text);
  if (checkpoint === undefined) return { ok: false, reason: 'malformed-checkpoint' };
  if (checkpoint.origin !== (options.origin ?? key.name)) return { ok: false, reason: 'other-origin' };
  const cosignatures = opened.verified.flatMap((signature) =>
    signature.time === undefined ? [] : [{ name: signature.key.name, key: signature.key, time: signature.time }],
  );
  return { ok: true, checkpoint, note: opened.note, cosignatures, unknown: opened.unknown };
}
