/** The files of an exported book that are neither tiles nor acts: what there is, and what does not belong. */
import type { Crypto } from './crypto.ts';
import type { FindingSink } from './finding.ts';
import { decodeFork, verifyFork } from './fork.ts';
import type { BookReader } from './reader.ts';
import { entriesPath, parseTilePath, TILE_WIDTH, tilePath, tileWidth } from './tiles.ts';
import type { VerifierKey } from './vkey.ts';

export const CHECKPOINT = 'checkpoint';
export const KEY_FILE = 'key.txt';
/** A proof (tlog-proof) that this book's head is in its node's log of heads, with the witnesses' cosignatures. */
export const HEADS_PROOF = 'heads.tlog-proof';

export interface BookFiles {
  readonly disclosures: Set<number>;
  readonly attachments: Set<string>;
  readonly forks: number[];
  /** Partial tiles and bundles of earlier heads. */
  readonly old: string[];
  readonly stray: string[];
}

/** Sorts a book's files; undefined if the reader cannot list them. */
export async function listBookFiles(reader: BookReader, size: number): Promise<BookFiles | undefined> {
  if (reader.list === undefined) return undefined;
  const files: BookFiles = { disclosures: new Set(), attachments: new Set(), forks: [], old: [], stray: [] };
  for await (const path of reader.list()) sortFile(files, path, size);
  files.forks.sort((a, b) => a - b);
  return files;
}

function sortFile(files: BookFiles, path: string, size: number): void {
  if (path === CHECKPOINT || path === KEY_FILE || path === HEADS_PROOF) return;
  const numbered = /^(disclosures|forks)\/(0|[1-9]\d{0,14})\.json$/.exec(path);
  const attachment = /^attachments\/([0-9a-f]{64})$/.exec(path);
  const tile = parseTilePath(path);
  if (numbered?.[1] === 'disclosures' && Number(numbered[2]) < size) files.disclosures.add(Number(numbered[2]));
  else if (numbered?.[1] === 'forks') files.forks.push(Number(numbered[2]));
  else if (attachment !== null) files.attachments.add(attachment[1] as string);
  else if (tile === undefined) files.stray.push(path);
  else {
    const width = tileWidth(tile.kind === 'entries' ? 0 : tile.level, tile.index, size);
    // Tiles beyond the head may be there: a log writes them before it signs.
    if (tile.width < width) files.old.push(path);
    else if (tile.width > width) files.stray.push(path);
  }
}

/** Partial tiles of earlier heads must be beginnings of today's. */
export async function checkOldTiles(
  reader: BookReader,
  old: readonly string[],
  size: number,
  sink: FindingSink,
): Promise<void> {
  for (const path of old) {
    const tile = parseTilePath(path);
    if (tile === undefined) continue;
    const width = tileWidth(tile.kind === 'entries' ? 0 : tile.level, tile.index, size);
    const today = tile.kind === 'entries' ? entriesPath(tile.index, width) : tilePath({ ...tile, width });
    const [before, now] = [await reader.read(path), await reader.read(today)];
    if (before === undefined || now === undefined) continue;
    const length = tile.kind === 'entries' ? lengthOfEntries(now, tile.width) : tile.width * 32;
    if (before.length !== length || !before.every((byte, i) => byte === now[i])) {
      const message = `This is not the beginning of ${today}.`;
      sink.add({ code: 'old-tile-differs', place: path, message });
    }
  }
}

function lengthOfEntries(bundle: Uint8Array, count: number): number {
  let at = 0;
  for (let i = 0; i < count && at + 2 <= bundle.length; i++) {
    at += 2 + (((bundle[at] as number) << 8) | (bundle[at + 1] as number));
  }
  return at;
}

/** Shows every fork that is kept as evidence. Returns how many there are. */
export async function checkForks(
  reader: BookReader,
  listed: readonly number[] | undefined,
  key: VerifierKey,
  crypto: Crypto,
  sink: FindingSink,
): Promise<number> {
  let forks = 0;
  for (let i = 0; listed === undefined || i < listed.length; i++) {
    const place = `forks/${listed === undefined ? i : listed[i]}.json`;
    const bytes = await reader.read(place);
    if (bytes === undefined) break;
    const evidence = decodeFork(bytes);
    const verified = evidence === undefined ? undefined : verifyFork(evidence, key, crypto);
    if (verified?.ok) {
      forks++;
      const message = `This book's key signed two heads that cannot both be true (sizes ${verified.sizes.join(' and ')}).`;
      sink.add({ code: 'fork', place, message });
    } else {
      const message = `This is no evidence of a fork: ${verified?.reason ?? 'malformed'}.`;
      sink.add({ code: 'fork-evidence-invalid', place, message });
    }
  }
  return forks;
}

/** The file that holds act `act` in a book of `size`. */
export function bundlePathOf(act: number, size: number): string {
  const index = Math.floor(act / TILE_WIDTH);
  return entriesPath(index, tileWidth(0, index, size));
}
