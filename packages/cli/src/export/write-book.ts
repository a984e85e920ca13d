/** Writes a book as a folder. At every moment the folder verifies under the checkpoint that is in it. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  appendLeaf,
  type BookReader,
  base64Encode,
  type Checkpoint,
  EMPTY_RANGE,
  equalBytes,
  leafHash,
  openCheckpoint,
  parseVkey,
  rootOf,
  utf8Decode,
  type VerifierKey,
} from '@cabildo/book';
import { nodeCrypto, writeBookFile, writeTiles } from '@cabildo/book/node';
import { Stop } from '../stop.ts';
import { broken, EntryStream, needed, type OnProgress } from './entry-stream.ts';
import { writeBeside } from './write-beside.ts';

export interface Exported {
  readonly origin: string;
  readonly vkey: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** How many acts the folder had before. */
  readonly before: number;
  readonly disclosures: number;
  readonly attachments: number;
}

/** A head that may be written to a folder: signed by its key, and a continuation of what the folder holds. */
interface ExportPlan {
  readonly vkey: string;
  readonly note: Uint8Array;
  readonly head: Checkpoint;
  readonly before: number;
}

/** Looks at book and folder; nothing is written yet. Throws Stop where the export would spoil something. */
async function planExport(source: BookReader, out: string): Promise<ExportPlan> {
  const { key, vkey } = await keyOf(source);
  const note = await source.read('checkpoint');
  if (note === undefined) throw emptyBook(key.name);
  const head = headOf(note, key);
  await mkdir(out, { recursive: true });
  const before = await earlierExport(out, key);
  if (before !== undefined) await checkExtends(source, before, head, out);
  return { vkey, note, head, before: before?.size ?? 0 };
}

/** Writes the book out of its own files, wherever those are read. */
export async function exportBook(source: BookReader, out: string, onProgress: OnProgress): Promise<Exported> {
  const { vkey, note, head, before } = await planExport(source, out);
  const { origin, size, root } = head;
  const entries = new EntryStream(source, size, onProgress);
  const range = await writeTiles(out, entries.read(), nodeCrypto);
  if (!equalBytes(rootOf(range, nodeCrypto), root)) throw notWhatHeadSigns(origin);
  const beside = await writeBeside(source, out, head, entries.besides);
  await writeBookFile(out, 'key.txt', `${vkey}\n`);
  await writeBookFile(out, 'checkpoint', note);
  await beside.removeOthers();
  const { disclosures, attachments } = beside;
  return { origin, vkey, size, root: base64Encode(root), before, disclosures, attachments };
}

async function keyOf(source: BookReader): Promise<{ key: VerifierKey; vkey: string }> {
  const vkey = (utf8Decode(await needed(source, 'key.txt')) ?? '').trim();
  const parsed = parseVkey(vkey, nodeCrypto);
  if (parsed.ok) return { key: parsed.key, vkey };
  throw broken('key.txt', parsed.reason);
}

function headOf(note: Uint8Array, key: VerifierKey): Checkpoint {
  const opened = openCheckpoint(note, key, nodeCrypto);
  if (opened.ok) return opened.checkpoint;
  throw broken('checkpoint', opened.reason);
}

function emptyBook(origin: string): Stop {
  return new Stop('empty-book', {
    es: `En ${origin} todavía no hay ningún acto.`,
    en: `Nothing is written in ${origin} yet.`,
  });
}

function notWhatHeadSigns(origin: string): Stop {
  return new Stop('broken-source', {
    es: `Los actos de ${origin} que dio el nodo no llevan a la raíz que su cabeza firma.`,
    en: `The acts of ${origin} that the node gave do not lead to the root that its head signs.`,
  });
}

/** The head that the folder holds; undefined if there is none yet. Throws if the folder holds something else. */
async function earlierExport(out: string, key: VerifierKey): Promise<Checkpoint | undefined> {
  const names = await readdir(out);
  const note = await readFile(join(out, 'checkpoint')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const opened = note === undefined ? undefined : openCheckpoint(note, key, nodeCrypto);
  if (opened?.ok) return opened.checkpoint;
  if (note === undefined && (names.length === 0 || isCutOff(names))) return undefined;
  throw new Stop(
    'not-empty',
    note === undefined
      ? { es: `${out} no está vacía y no es un libro.`, en: `${out} is not empty and is not a book.` }
      : { es: `${out} tiene otro libro que ${key.name}.`, en: `${out} holds another book than ${key.name}.` },
    { es: 'Dé otra carpeta con --out.', en: 'Give another folder with --out.' },
  );
}

const PARTS = /^(tile|disclosures|attachments|forks|(key\.txt|heads\.tlog-proof|checkpoint)(\.part)?)$/;

/** What an interrupted first export leaves behind; the next one completes it. */
function isCutOff(names: readonly string[]): boolean {
  return names.includes('tile') && names.every((name) => PARTS.test(name));
}

/** Nothing is written over a head that the new one does not continue. */
async function checkExtends(source: BookReader, before: Checkpoint, now: Checkpoint, out: string): Promise<void> {
  if (before.size > now.size) {
    throw new Stop('node-behind', {
      es: `${out} tiene ${before.size} actos y el nodo sólo ${now.size}: el nodo quedó atrás, y la carpeta se dejó como estaba.`,
      en: `${out} has ${before.size} acts and the node only ${now.size}: the node fell behind, and the folder was left as it was.`,
    });
  }
  let range = EMPTY_RANGE;
  for await (const entry of new EntryStream(source, now.size, () => undefined).read()) {
    if (range.size === before.size) break;
    range = appendLeaf(range, leafHash(entry, nodeCrypto), nodeCrypto);
  }
  if (before.size === 0 || equalBytes(rootOf(range, nodeCrypto), before.root)) return;
  throw new Stop(
    'fork',
    {
      es: `La llave de ${now.origin} firmó dos cabezas que no pueden ser ambas ciertas: la de ${out} (${before.size} actos) y la del nodo (${now.size}).`,
      en: `The key of ${now.origin} signed two heads that cannot both be true: that in ${out} (${before.size} acts) and the node's (${now.size}).`,
    },
    {
      es: `La carpeta se dejó como estaba: guárdela, es una prueba. Exporte a otra carpeta.`,
      en: `The folder was left as it was: keep it, it is evidence. Export to another folder.`,
    },
  );
}
