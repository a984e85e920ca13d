import {
  base64Encode,
  COSIGNATURE_V1,
  encodeAddCheckpoint,
  equalBytes,
  formatNote,
  openNote,
  parseDecimal,
  parseVkey,
  type VerifierKey,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { tableEntries } from '@cabildo/core';
import { type BookRow, findBook, listBooks } from '../../store/books.ts';
import { keepCosignature, newestCosigned } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';
import type { Asked, OutsideWitness } from './asked.ts';
import { headsOf } from './own-head.ts';
import { noticeWitness } from './rollback.ts';
import { post } from './source.ts';

/** Submits the log of heads to outside witnesses and keeps their cosignatures. */
export async function askWitnesses(
  node: Node,
  witnesses: readonly (OutsideWitness | string)[],
): Promise<readonly Asked[]> {
  const given = witnesses.map((witness) => (typeof witness === 'string' ? { url: witness } : witness));
  return Promise.all(given.map((witness) => askWitness(node, witness)));
}

async function askWitness(node: Node, witness: OutsideWitness): Promise<Asked> {
  const { url } = witness;
  const keys = await keysOf(node, witness);
  if ('kind' in keys) return keys;
  const origin = headsOf(node);
  const log = await findBook(node.store, origin);
  if (log === undefined || log.checkpoint === null) return { kind: 'nothing-logged', url };
  let from = await lastCosigned(node, origin, log.size, keys);
  for (let tries = 0; tries < 3; tries++) {
    const proof = from === 0 || from === log.size ? [] : await node.consistency(origin, from, log.size);
    const request = encodeAddCheckpoint({ oldSize: from, proof: proof ?? [], note: log.checkpoint });
    const answer = await post(`${url.replace(/\/+$/, '')}/add-checkpoint`, request);
    if (!answer.ok) return { kind: 'refused', url, reason: 'no-answer', detail: answer.detail };
    if (answer.status === 200) return keepAnswer(node, url, log, from, answer.text, keys);
    const theirs = answer.status === 409 ? parseDecimal(answer.text.trimEnd()) : undefined;
    if (answer.status === 422 || (theirs !== undefined && theirs > log.size))
      return noticeWitness(node, url, log.size, theirs);
    if (theirs === undefined || theirs === from) {
      return { kind: 'refused', url, reason: 'status', detail: `${answer.status} ${answer.text.trim().slice(0, 200)}` };
    }
    from = theirs;
  }
  return { kind: 'refused', url, reason: 'status', detail: 'the witness moves on faster than it answers' };
}

/** What this witness last cosigned, as far as is known here. */
async function lastCosigned(node: Node, origin: string, size: number, keys: readonly VerifierKey[]): Promise<number> {
  const [key] = keys;
  return key === undefined || keys.length > 1 ? 0 : newestCosigned(node.store, origin, size, key.name);
}

async function keepAnswer(
  node: Node,
  url: string,
  { origin, size, checkpoint }: BookRow,
  before: number,
  lines: string,
  keys: readonly VerifierKey[],
): Promise<Asked> {
  const opened = openNote((checkpoint ?? '') + lines, keys, nodeCrypto);
  const found = opened.ok ? opened.verified.find(({ time }) => time !== undefined && time > 0) : undefined;
  if (!opened.ok || found?.time === undefined) {
    const detail = opened.ok ? 'no cosignature with a time' : opened.reason;
    return { kind: 'refused', url, reason: 'unknown-signature', detail };
  }
  const { key, time } = found;
  const { text, signatures } = opened.note;
  // The note with this signature alone ends in its line.
  const alone = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  const line = formatNote({ text, signatures: alone }).slice(text.length + 1);
  await keepCosignature(node.store, { origin, size, witness: key.name, line, time });
  return { kind: 'cosigned', url, witness: key.name, size, before, time };
}

/** Whose cosignature would be believed. Never one's own: a node is no witness of itself. */
async function keysOf(node: Node, { url, key }: OutsideWitness): Promise<readonly VerifierKey[] | Asked> {
  const refused = (reason: Extract<Asked, { kind: 'refused' }>['reason'], detail: string): Asked => ({
    kind: 'refused',
    url,
    reason,
    detail,
  });
  if (key !== undefined) {
    const parsed = parseVkey(key.trim(), nodeCrypto);
    if (!parsed.ok || parsed.key.type !== COSIGNATURE_V1) {
      return refused('bad-key', parsed.ok ? 'a witness signs with type 0x04' : parsed.reason);
    }
    return isOwn(node, parsed.key) ? refused('own-key', 'a node is no witness of itself') : [parsed.key];
  }
  const appointed = await appointedWitnesses(node);
  return appointed.length > 0 ? appointed : refused('no-known-witness', 'no book held here appoints a witness');
}

const isOwn = (node: Node, key: VerifierKey): boolean => equalBytes(key.publicKey, node.witness.publicKey);

/** Witnesses that any book held here has appointed. */
async function appointedWitnesses(node: Node): Promise<VerifierKey[]> {
  const found = new Map<string, VerifierKey>();
  for (const { origin, kind } of await listBooks(node.store)) {
    const book = kind === 'body' ? await node.book(origin) : null;
    for (const [vkey] of book === null ? [] : tableEntries(book.state.witnesses)) {
      const parsed = parseVkey(vkey, nodeCrypto);
      if (parsed.ok && parsed.key.type === COSIGNATURE_V1 && !isOwn(node, parsed.key)) {
        found.set(base64Encode(parsed.key.publicKey), parsed.key);
      }
    }
  }
  return [...found.values()];
}
