/** The witness's side of https://c2sp.org/tlog-witness, `add-checkpoint`: what to answer, without doing it. */
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { Crypto } from './crypto.ts';
import { base64Decode, base64Encode, equalBytes, parseDecimal, utf8Decode } from './encoding.ts';
import { emptyRoot, HASH_BYTES, type Hash, verifyConsistency } from './merkle.ts';
import { formatNote, openNote, parseNote } from './note.ts';
import type { VerifierKey } from './vkey.ts';

const MAX_PROOF_LINES = 63;

export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  /** The checkpoint as a signed note. */
  readonly note: string;
}

/** The body of the request. */
export function encodeAddCheckpoint(request: AddCheckpoint): string {
  const proof = request.proof.map((hash) => `${base64Encode(hash)}\n`).join('');
  return `old ${request.oldSize}\n${proof}\n${request.note}`;
}

/** Reads the body; undefined if it is malformed. */
export function parseAddCheckpoint(body: Uint8Array | string): AddCheckpoint | undefined {
  const text = typeof body === 'string' ? body : utf8Decode(body);
  const split = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || split < 0) return undefined;
  const [oldLine, ...proofLines] = text.slice(0, split).split('\n');
  const oldSize = oldLine?.startsWith('old ') ? parseDecimal(oldLine.slice('old '.length)) : undefined;
  const proof = proofLines.map((line) => base64Decode(line, HASH_BYTES));
  if (oldSize === undefined || proof.length > MAX_PROOF_LINES || proof.includes(undefined)) return undefined;
  return { oldSize, proof: proof as Hash[], note: text.slice(split + 2) };
}

/** What a witness knows of one log: its keys, and the last head that it cosigned (size 0 if none). */
export interface WitnessedLog {
  readonly keys: readonly VerifierKey[];
  readonly size: number;
  /** Root of the last head; not looked at for size 0. */
  readonly root: Hash;
}

export type WitnessDecision =
  /**
   * Store `checkpoint` as the last one, atomically against the size that was read, then answer with cosignatures on `text`.
   * `note` has the log's own signatures alone: whoever submits it may have put others on it.
   */
  | { status: 200; checkpoint: Checkpoint; text: string; note: string }
  /** `size` is the body, followed by a newline, as `text/x.tlog.size`. */
  | { status: 409; size: number }
  | { status: 400 | 403 | 404 | 422; reason: string };

/** Which status the specification asks for. `logOf` gives what is known of an origin. */
export function considerCheckpoint(
  body: Uint8Array | string,
  logOf: (origin: string) => WitnessedLog | undefined,
  crypto: Crypto,
): WitnessDecision {
  const request = parseAddCheckpoint(body);
  const parsed = request && parseNote(request.note);
  const checkpoint = parsed?.ok ? parseCheckpoint(parsed.note.text) : undefined;
  if (request === undefined || !parsed?.ok || checkpoint === undefined) return { status: 400, reason: 'malformed' };
  const log = logOf(checkpoint.origin);
  if (log === undefined) return { status: 404, reason: 'unknown-log' };
  const opened = openNote(request.note, log.keys, crypto);
  if (!opened.ok) return { status: 403, reason: opened.reason };
  if (request.oldSize > checkpoint.size) return { status: 400, reason: 'old-size-above-size' };
  if (request.oldSize !== log.size) return { status: 409, size: log.size };
  const fault = inconsistency(request, checkpoint, log, crypto);
  if (fault !== undefined) return { status: 422, reason: fault };
  const { text, signatures } = parsed.note;
  const own = signatures.filter(({ name, keyId }) => log.keys.some((key) => key.name === name && key.keyId === keyId));
  return { status: 200, checkpoint, text, note: formatNote({ text, signatures: own }) };
}

function inconsistency(
  request: AddCheckpoint,
  checkpoint: Checkpoint,
  log: WitnessedLog,
  crypto: Crypto,
): string | undefined {
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot(crypto))) return 'root-of-empty-tree';
  if (request.oldSize === 0) return request.proof.length === 0 ? undefined : 'proof-from-nothing';
  const { proof, oldSize } = request;
  return verifyConsistency(oldSize, checkpoint.size, proof, log.root, checkpoint.root, crypto)
    ? undefined
    : 'inconsistent';
}
