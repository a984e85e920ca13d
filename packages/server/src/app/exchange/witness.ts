import {
  COSIGNATURE_V1,
  considerCheckpoint,
  cosignatureLine,
  ED25519,
  formatVkey,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  parseTime,
  parseVkey,
  verifierKey,
  type WitnessedLog,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { findBook } from '../../store/books.ts';
import { findWitnessed, moveWitnessed, witnessedNote, witnessLog } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';

/** This node's verifier key as a witness: what others appoint. */
export const witnessKey = (node: Node): string =>
  formatVkey(verifierKey(node.name, COSIGNATURE_V1, node.witness.publicKey, nodeCrypto));

export type LogTrusted =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'refused'; readonly reason: 'bad-key' | 'own-log' | 'other-key'; readonly detail: string };

/** The operator says that this node shall witness a log. */
export async function trustLog(node: Node, { origin, vkey }: { origin: string; vkey: string }): Promise<LogTrusted> {
  const key = parseVkey(vkey.trim(), nodeCrypto);
  if (!key.ok || key.key.type !== ED25519) {
    return { kind: 'refused', reason: 'bad-key', detail: key.ok ? 'a log signs with type 0x01' : key.reason };
  }
  if (await isOwn(node, origin)) {
    return { kind: 'refused', reason: 'own-log', detail: 'a node is no witness of itself' };
  }
  await witnessLog(node.store, { origin, vkey: vkey.trim(), size: 0, root: Buffer.alloc(32), note: null });
  const known = await findWitnessed(node.store, origin);
  if (known?.vkey === vkey.trim()) return { kind: 'trusted' };
  return { kind: 'refused', reason: 'other-key', detail: `that log is known here by another key: ${known?.vkey}` };
}

async function isOwn(node: Node, origin: string): Promise<boolean> {
  const book = await findBook(node.store, origin);
  return origin.startsWith(`${node.name}/`) || (book !== undefined && !book.remote);
}

/** The answer to `POST /witness/add-checkpoint`. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

const plain = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
});

/** Cosigns a checkpoint of a log that the operator trusts, if it extends the last one that was cosigned. */
export async function addCheckpoint(node: Node, request: Uint8Array | string): Promise<WitnessAnswer> {
  for (;;) {
    const origin = originIn(request);
    const known = origin === undefined ? undefined : await findWitnessed(node.store, origin);
    const key = known === undefined ? undefined : parseVkey(known.vkey, nodeCrypto);
    const log: WitnessedLog | undefined =
      known !== undefined && key?.ok ? { keys: [key.key], size: known.size, root: known.root } : undefined;
    const decision = considerCheckpoint(request, () => log, nodeCrypto);
    if (decision.status === 409) {
      return { status: 409, contentType: 'text/x.tlog.size', body: `${decision.size}\n` };
    }
    if (decision.status !== 200) return plain(decision.status, `${decision.reason}\n`);
    const { checkpoint, text, note: own } = decision;
    const line = cosignatureLine(text, node.name, node.witness, parseTime(node.now()) as number, nodeCrypto);
    const note = own + line;
    const { size, root } = checkpoint;
    const moved = { origin: checkpoint.origin, size, root: Buffer.from(root), note };
    // Before the answer, and only if nobody else was quicker; then all is looked at again.
    if (await moveWitnessed(node.store, moved, known?.size ?? 0)) return plain(200, line);
  }
}

function originIn(request: Uint8Array | string): string | undefined {
  const parsed = parseAddCheckpoint(request);
  const note = parsed && parseNote(parsed.note);
  return note?.ok ? parseCheckpoint(note.note.text)?.origin : undefined;
}

/** What this node has last cosigned of a log, for `GET /witness/<SHA-256 of the origin, in hex>/checkpoint`. */
export const witnessedCheckpoint = (node: Node, originHash: string): Promise<string | null> =>
  witnessedNote(node.store, originHash);
