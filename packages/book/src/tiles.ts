/** Where a log's tree and entries lie as files, https://c2sp.org/tlog-tiles. */

import type { Crypto } from './crypto.ts';
import { HASH_BYTES, type Hash, nodeHash } from './merkle.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;
const TILE_LEVELS = 8; // one tile spans eight levels of the tree: 2^8 = 256

/** A tile or bundle: level (tile levels, not tree levels), index, and width 1 to 256. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]` */
export function tilePath(tile: Tile): string {
  return `tile/${tile.level}/${numberPath(tile.index)}${partialSuffix(tile.width)}`;
}

/** `tile/entries/<N>[.p/<W>]` */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${numberPath(index)}${partialSuffix(width)}`;
}

// 1234067 is x001/x234/067.
function numberPath(index: number): string {
  let rest = Math.floor(index / 1000);
  let path = String(index % 1000).padStart(3, '0');
  for (; rest > 0; rest = Math.floor(rest / 1000)) path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return path;
}

function partialSuffix(width: number): string {
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) throw new RangeError(`not a tile width: ${width}`);
  return width === TILE_WIDTH ? '' : `.p/${width}`;
}

export type TilePlace = { kind: 'entries'; index: number; width: number } | ({ kind: 'hashes' } & Tile);

/** What a path names, or undefined if it is no canonical tile path. */
export function parseTilePath(path: string): TilePlace | undefined {
  const parts = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (parts === null) return undefined;
  const index = Number((parts[2] as string).replace(/[x/]/g, ''));
  const width = parts[3] === undefined ? TILE_WIDTH : Number(parts[3]);
  const entries = parts[1] === 'entries';
  const level = entries ? 0 : Number(parts[1]);
  if (width > TILE_WIDTH || level > 63) return undefined;
  // Also bars x000/ in front and .p/256.
  if ((entries ? entriesPath(index, width) : tilePath({ level, index, width })) !== path) return undefined;
  return entries ? { kind: 'entries', index, width } : { kind: 'hashes', level, index, width };
}

/** How many hashes the tile has in a tree of `size`: 0 (it does not exist) to 256. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/**
 * The tiles that a tree of `newSize` has and a tree of `oldSize` had not, the lowest level first: what must be written
 * when a book grows. With `oldSize` 0: all tiles of a tree. Level-0 tiles are also the places of entry bundles.
 */
export function* newTiles(oldSize: number, newSize: number): Generator<Tile> {
  for (let level = 0; level < 64; level++) {
    const hashes = Math.floor(newSize / TILE_WIDTH ** level);
    if (hashes === 0) return;
    const before = Math.floor(oldSize / TILE_WIDTH ** level);
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < hashes; index++) {
      const width = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
      if (index * TILE_WIDTH + width > before) yield { level, index, width };
    }
  }
}

/** Where node (level, index) of the tree is found: the tile, and the 2^k hashes in it whose subtree root it is. */
export function tileOfNode(
  level: number,
  index: number,
): { level: number; index: number; from: number; count: number } {
  const tileLevel = Math.floor(level / TILE_LEVELS);
  const count = 2 ** (level - tileLevel * TILE_LEVELS);
  const first = index * count;
  const tileIndex = Math.floor(first / TILE_WIDTH);
  return { level: tileLevel, index: tileIndex, from: first - tileIndex * TILE_WIDTH, count };
}

/** Hash `position` of a tile's bytes. */
export function hashInTile(tile: Uint8Array, position: number): Hash {
  return tile.subarray(position * HASH_BYTES, (position + 1) * HASH_BYTES);
}

/** The root of the perfect subtree over `count` (a power of two) hashes of a tile, from `from` on. */
export function subtreeInTile(tile: Uint8Array, from: number, count: number, crypto: Crypto): Hash {
  let row: Hash[] = [];
  for (let i = 0; i < count; i++) row.push(hashInTile(tile, from + i));
  while (row.length > 1) {
    const next: Hash[] = [];
    for (let i = 0; i < row.length; i += 2) next.push(nodeHash(row[i] as Hash, row[i + 1] as Hash, crypto));
    row = next;
  }
  return row[0] as Hash;
}

/** An entry bundle: each entry after its length as a big-endian uint16. Throws RangeError for entries above 65,535 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError(`entry of ${entry.length} bytes`);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

export interface DecodedBundle {
  /** Views into the bundle. */
  readonly entries: Uint8Array[];
  /** Bytes after the last whole entry (or after `width` entries); 0 for a sound bundle. */
  readonly rest: number;
}

/** As many entries as the bundle holds, at most `width`. */
export function decodeBundle(bundle: Uint8Array, width = TILE_WIDTH): DecodedBundle {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width && at + 2 <= bundle.length) {
    const end = at + 2 + (((bundle[at] as number) << 8) | (bundle[at + 1] as number));
    if (end > bundle.length) break;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return { entries, rest: bundle.length - at };
}
