/** Signed notes, https://c2sp.org/signed-note, with Ed25519 (0x01) and cosignature/v1 (0x04, see cosignature.ts). */
import { cosignatureTime, cosignedMessage } from './cosignature.ts';
import type { Crypto, Signer } from './crypto.ts';
import { utf8Decode, utf8Encode } from './encoding.ts';
import { formatSignatureLine, type NoteSignature, parseSignatureLine } from './signature-line.ts';
import { COSIGNATURE_V1, ED25519, type VerifierKey, verifierKey } from './vkey.ts';

const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;

export interface Note {
  /** What is signed: ends in a newline, without the blank line that follows. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export type ParsedNote = { ok: true; note: Note } | { ok: false; reason: 'malformed-note' };

/** Splits a note; nothing is verified, so nothing in it may be believed yet. */
export function parseNote(bytes: Uint8Array | string): ParsedNote {
  const refused: ParsedNote = { ok: false, reason: 'malformed-note' };
  if (bytes.length > MAX_NOTE_BYTES) return refused;
  const all = typeof bytes === 'string' ? bytes : utf8Decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification bars control characters
  if (all === undefined || !all.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(all)) return refused;
  const split = all.lastIndexOf('\n\n');
  if (split < 0 || !all.endsWith('\n') || split + 2 === all.length) return refused;
  const lines = all.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return refused;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return refused;
    signatures.push(signature);
  }
  return { ok: true, note: { text: all.slice(0, split + 1), signatures } };
}

export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(formatSignatureLine).join('')}`;
}

/** A signature that was checked. `time` (seconds since 1970) for cosignatures only. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly time?: number;
}

export type OpenedNote =
  | { ok: true; note: Note; verified: VerifiedSignature[]; unknown: NoteSignature[] }
  | { ok: false; reason: 'malformed-note' | 'no-known-signature' }
  | { ok: false; reason: 'bad-signature'; name: string };

/**
 * Verifies every signature by a key in `keys`; signatures by other keys are passed over, as the specification says.
 * One bad signature by a known key refuses the whole note; so does the lack of a good one.
 */
export function openNote(bytes: Uint8Array | string, keys: readonly VerifierKey[], crypto: Crypto): OpenedNote {
  const parsed = parseNote(bytes);
  if (!parsed.ok) return parsed;
  const verified: VerifiedSignature[] = [];
  const unknown: NoteSignature[] = [];
  for (const signature of parsed.note.signatures) {
    const key = keys.find((candidate) => candidate.name === signature.name && candidate.keyId === signature.keyId);
    if (key === undefined) {
      unknown.push(signature);
      continue;
    }
    const result = verifySignature(parsed.note.text, signature.signature, key, crypto);
    if (result === undefined) return { ok: false, reason: 'bad-signature', name: signature.name };
    verified.push(result);
  }
  if (verified.length === 0) return { ok: false, reason: 'no-known-signature' };
  return { ok: true, note: parsed.note, verified, unknown };
}

function verifySignature(
  text: string,
  signature: Uint8Array,
  key: VerifierKey,
  crypto: Crypto,
): VerifiedSignature | undefined {
  if (key.type === ED25519) {
    if (signature.length !== 64) return undefined;
    return crypto.verifyEd25519(key.publicKey, utf8Encode(text), signature) ? { key } : undefined;
  }
  if (key.type !== COSIGNATURE_V1) return undefined;
  const time = cosignatureTime(signature);
  if (time === undefined) return undefined;
  const message = cosignedMessage(text, time);
  return crypto.verifyEd25519(key.publicKey, message, signature.subarray(8)) ? { key, time } : undefined;
}

/** The signature line `— name …\n` of a type 0x01 key over `text`, which must end in a newline. */
export function signatureLine(text: string, name: string, signer: Signer, crypto: Crypto): string {
  if (!text.endsWith('\n')) throw new RangeError('a note text ends in a newline');
  const { keyId } = verifierKey(name, ED25519, signer.publicKey, crypto);
  return formatSignatureLine({ name, keyId, signature: signer.sign(utf8Encode(text)) });
}

/** A note with one Ed25519 signature. */
export function signNote(text: string, name: string, signer: Signer, crypto: Crypto): string {
  return `${text}\n${signatureLine(text, name, signer, crypto)}`;
}
