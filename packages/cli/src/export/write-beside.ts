/** Disclosures, attachments, forks and the proof of the head: what lies beside a book. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BookReader,
  type Checkpoint,
  entriesPath,
  newTiles,
  parseTilePath,
  parseTlogProof,
  tilePath,
  utf8Decode,
  verifyWitnessedHead,
} from '@cabildo/book';
import { nodeCrypto, writeBookFile } from '@cabildo/book/node';
import type { Besides } from '@cabildo/server';

export interface WrittenBeside {
  readonly disclosures: number;
  readonly attachments: number;
  /** Files of an earlier export that are no part of this one: withdrawn disclosures, partial tiles. */
  removeOthers(): Promise<void>;
}

const AT_ONCE = 8;

export async function writeBeside(
  source: BookReader,
  out: string,
  head: Checkpoint,
  besides: Besides,
): Promise<WrittenBeside> {
  const disclosures = besides.disclosing.map((index) => `disclosures/${index}.json`);
  const attachments = Array.from(besides.attachments, (name) => `attachments/${name}`);
  const written = await writeAll(source, out, [...disclosures, ...attachments]);
  await writeForks(source, out, written);
  await writeHeadProof(source, out, head, written);
  return {
    disclosures: disclosures.filter((path) => written.has(path)).length,
    attachments: attachments.filter((path) => written.has(path)).length,
    removeOthers: () => removeOthers(out, head, written),
  };
}

/** What the source does not have is withdrawn, or not for everybody: it is left out. */
async function writeAll(source: BookReader, out: string, paths: readonly string[]): Promise<Set<string>> {
  const waiting = [...paths];
  const written = new Set<string>();
  const worker = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const bytes = await source.read(path);
      if (bytes === undefined) continue;
      await writeBookFile(out, path, bytes);
      written.add(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return written;
}

/** Numbered from 0 on. */
async function writeForks(source: BookReader, out: string, written: Set<string>): Promise<void> {
  for (let number = 0; ; number++) {
    const path = `forks/${number}.json`;
    const bytes = await source.read(path);
    if (bytes === undefined) return;
    await writeBookFile(out, path, bytes);
    written.add(path);
  }
}

const HEADS_PROOF = 'heads.tlog-proof';

async function writeHeadProof(source: BookReader, out: string, head: Checkpoint, written: Set<string>): Promise<void> {
  const bytes = await source.read(HEADS_PROOF);
  const proof = parseTlogProof(utf8Decode(bytes ?? new Uint8Array(0)) ?? '');
  if (bytes === undefined || proof === undefined) return;
  // The node may have gone on meanwhile, and then proves another head than the one that is exported.
  if (!verifyWitnessedHead(head, { ...proof, heads: proof.checkpoint }, [], nodeCrypto).ok) return;
  await writeBookFile(out, HEADS_PROOF, bytes);
  written.add(HEADS_PROOF);
}

const OURS = /^(disclosures|forks)\/\d+\.json$|^attachments\/[0-9a-f]{64}$|^heads\.tlog-proof$/;

async function removeOthers(out: string, head: Checkpoint, written: ReadonlySet<string>): Promise<void> {
  const tiles = new Set<string>();
  for (const tile of newTiles(0, head.size)) {
    tiles.add(tilePath(tile));
    if (tile.level === 0) tiles.add(entriesPath(tile.index, tile.width));
  }
  for (const path of await readdir(out, { recursive: true })) {
    const name = path.replaceAll('\\', '/');
    const whole = name.replace(/\.part$/, '');
    const isTile = parseTilePath(whole) !== undefined;
    const isKept = name === whole && (isTile ? tiles.has(name) : written.has(name));
    // What else lies there is somebody else's.
    if ((isTile || OURS.test(whole)) && !isKept) await rm(join(out, path), { force: true });
  }
}
