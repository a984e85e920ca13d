import { opendir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encodeDisclosureFile,
  entriesPath,
  formatTlogProof,
  type Json,
  newTiles,
  parseTilePath,
  rootOf,
  tilePath,
} from '@cabildo/book';
import { nodeCrypto, writeBookFile, writeTiles } from '@cabildo/book/node';
import { readEntries } from '../../store/acts.ts';
import { type BookRow, findBook } from '../../store/books.ts';
import { findAttachment, listAttachments, readDisclosures } from '../../store/vault/disclosures.ts';
import type { Node } from '../node.ts';
import { forks } from './forks.ts';
import { headProof } from './heads.ts';
import { checkpointAt } from './own-head.ts';

export interface ExportProgress {
  readonly origin: string;
  readonly acts: number;
  readonly of: number;
}

export type Exported =
  | {
      readonly kind: 'exported';
      readonly origin: string;
      readonly size: number;
      readonly key: string;
      readonly disclosures: number;
      readonly attachments: number;
      readonly forks: number;
      /** Cosignatures on the log of heads that holds this head; null where no such proof is held. */
      readonly cosignatures: number | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'unknown-book' | 'empty-book' | 'root-differs';
      readonly detail: string;
    };

/**
 * Writes a book as a directory of static files, the same that is served over HTTP. The checkpoint comes last: until then
 * the directory shows what it showed before, and a second run finishes what a first one left. Only what is public is
 * written; what was withdrawn since an earlier export is removed.
 */
export async function exportBook(
  node: Node,
  origin: string,
  dir: string,
  progress: (progress: ExportProgress) => void = () => undefined,
): Promise<Exported> {
  const book = await findBook(node.store, origin);
  if (book === undefined)
    return { kind: 'refused', reason: 'unknown-book', detail: `this node holds no book ${origin}` };
  const note = await checkpointAt(node, origin, book.size);
  if (note === null) return { kind: 'refused', reason: 'empty-book', detail: `nothing is written in ${origin} yet` };
  const keep = new Set<string>(['checkpoint', 'key.txt']);
  const range = await writeTiles(dir, counted(node, book, progress), nodeCrypto);
  if (!book.root.equals(rootOf(range, nodeCrypto))) {
    return { kind: 'refused', reason: 'root-differs', detail: `the acts held of ${origin} do not lead to its head` };
  }
  for (const tile of newTiles(0, book.size)) {
    keep.add(tilePath(tile));
    if (tile.level === 0) keep.add(entriesPath(tile.index, tile.width));
  }
  const disclosures = await writeDisclosures(node, book, dir, keep);
  const attachments = await writeAttachments(node, origin, dir, keep);
  const kept = await writeForks(node, origin, dir, keep);
  const cosignatures = await writeHeadProof(node, book, dir, keep);
  await writeBookFile(dir, 'key.txt', `${book.vkey}\n`);
  await writeBookFile(dir, 'checkpoint', note);
  await removeOthers(dir, keep);
  return {
    kind: 'exported',
    origin,
    size: book.size,
    key: book.vkey,
    disclosures,
    attachments,
    forks: kept,
    cosignatures,
  };
}

async function* counted(
  node: Node,
  { origin, size }: BookRow,
  progress: (progress: ExportProgress) => void,
): AsyncGenerator<Uint8Array> {
  let acts = 0;
  for await (const entry of readEntries(node.store, origin, 0, size)) {
    yield entry;
    acts++;
    if (acts % 1_000 === 0 || acts === size) progress({ origin, acts, of: size });
  }
}

const PAGE = 1_000;

async function writeDisclosures(
  node: Node,
  { origin, size }: BookRow,
  dir: string,
  keep: Set<string>,
): Promise<number> {
  let written = 0;
  for (let from = 0; from < size; from += PAGE) {
    const rows = await readDisclosures(node.store, origin, from, Math.min(size, from + PAGE));
    const files = new Map<number, Record<string, { salt: string; disclosure: Json }>>();
    for (const { index, slot, audience, salt, disclosure } of rows) {
      if (audience !== 'public') continue;
      files.set(index, { ...files.get(index), [slot]: { salt, disclosure } });
    }
    for (const [index, slots] of files) {
      const path = `disclosures/${index}.json`;
      await writeBookFile(dir, path, encodeDisclosureFile({ index, slots }));
      keep.add(path);
      written++;
    }
  }
  return written;
}

async function writeAttachments(node: Node, origin: string, dir: string, keep: Set<string>): Promise<number> {
  const names = await listAttachments(node.store, origin);
  for (const name of names) {
    const found = await findAttachment(node.store, origin, Buffer.from(name, 'hex'));
    if (found === undefined) continue;
    await writeBookFile(dir, `attachments/${name}`, found.content);
    keep.add(`attachments/${name}`);
  }
  return names.length;
}

async function writeForks(node: Node, origin: string, dir: string, keep: Set<string>): Promise<number> {
  let written = 0;
  for (const { number, evidence } of await forks(node, origin)) {
    if (evidence === null) continue;
    await writeBookFile(dir, `forks/${number}.json`, evidence);
    keep.add(`forks/${number}.json`);
    written++;
  }
  return written;
}

async function writeHeadProof(node: Node, book: BookRow, dir: string, keep: Set<string>): Promise<number | null> {
  if (book.kind === 'heads') return null;
  const head = { size: book.size, root: book.root.toString('base64') };
  const proof = await headProof(node, book.origin, { head });
  if (proof === null) return null;
  const { index, hashes, heads: checkpoint, cosignatures } = proof;
  await writeBookFile(dir, 'heads.tlog-proof', formatTlogProof({ index, hashes, checkpoint }));
  keep.add('heads.tlog-proof');
  return cosignatures;
}

const OURS = /^(disclosures|forks)\/\d+\.json$|^attachments\/[0-9a-f]{64}$|^heads\.tlog-proof$/;

/** Files of an earlier export that are no part of this one. What else lies there is somebody else's. */
async function removeOthers(dir: string, keep: ReadonlySet<string>): Promise<void> {
  for await (const entry of await opendir(dir, { recursive: true })) {
    if (entry.isDirectory()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = place.slice(dir.replace(/\/+$/, '').length + 1);
    const ours = OURS.test(path) || parseTilePath(path) !== undefined || path.endsWith('.part');
    if (ours && !keep.has(path)) await rm(place, { force: true });
  }
}

export { type Imported, importBook } from './import.ts';
