/**
 * Walks a tree from its root down to the level-0 tiles, so that every hash is settled before what lies below it is
 * compared. Where a tile contradicts the hash above it, it is computed from below: if that agrees, the tile is what was
 * changed. Holds one tile a level.
 */
import type { Crypto } from './crypto.ts';
import { equalBytes } from './encoding.ts';
import type { FindingSink } from './finding.ts';
import { HASH_BYTES, type Hash, leafHash, perfectLevels, rootOf } from './merkle.ts';
import type { BookReader } from './reader.ts';
import { decodeBundle, entriesPath, hashInTile, subtreeInTile, TILE_WIDTH, type Tile, tilePath } from './tiles.ts';

export interface TreeFiles {
  readonly reader: BookReader;
  readonly crypto: Crypto;
  readonly sink: FindingSink;
}

/** A level-0 tile and its bundle, with what the tree above says of it (nothing, if that could not be settled). */
export interface SettledTile {
  readonly index: number;
  readonly width: number;
  readonly root?: Hash;
  readonly hashes?: Uint8Array;
}

/** All level-0 tiles from left to right. */
export async function* walkTree(files: TreeFiles, size: number, root: Hash): AsyncGenerator<SettledTile> {
  const edge = await settleEdge(files, edgeTiles(size), root);
  // Higher tiles cover the leaves further left.
  for (const { tile, content } of edge) {
    if (tile.level === 0) {
      yield { index: tile.index, width: tile.width, ...(content === undefined ? {} : { hashes: content }) };
      continue;
    }
    for (let i = 0; i < tile.width; i++) {
      yield* walkTile(files, tile.level - 1, tile.index * TILE_WIDTH + i, content && hashInTile(content, i));
    }
  }
}

async function* walkTile(files: TreeFiles, level: number, index: number, root?: Hash): AsyncGenerator<SettledTile> {
  if (level === 0) {
    yield { index, width: TILE_WIDTH, ...(root === undefined ? {} : { root }) };
    return;
  }
  const tile = { level, index, width: TILE_WIDTH };
  const content = await settleTile(files, tile, root);
  for (let i = 0; i < TILE_WIDTH; i++) yield* walkTile(files, level - 1, index * TILE_WIDTH + i, content[i]);
}

/** The partial tiles at the right edge, the highest level first; together they make the root. */
function edgeTiles(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / TILE_WIDTH)) {
    const width = rest % TILE_WIDTH;
    if (width > 0) tiles.unshift({ level, index: Math.floor(rest / TILE_WIDTH), width });
  }
  return tiles;
}

interface EdgeTile {
  readonly tile: Tile;
  /** Undefined if no combination of what there is gives the root. */
  readonly content: Uint8Array | undefined;
}

async function settleEdge(files: TreeFiles, tiles: readonly Tile[], root: Hash): Promise<EdgeTile[]> {
  const { crypto, sink } = files;
  const read: (Uint8Array | undefined)[] = [];
  for (const tile of tiles) read.push(await readTile(files, tile));
  if (equalBytes(edgeRoot(tiles, read, crypto) ?? NO_HASH, root)) {
    return tiles.map((tile, i) => ({ tile, content: read[i] }));
  }
  const rebuilt: (Uint8Array | undefined)[] = [];
  for (const tile of tiles) rebuilt.push(await rebuildTile(files, tile));
  // Few levels, so every mixture of what was read and what was computed can be tried, the least changes first.
  const mixtures = Array.from({ length: 2 ** tiles.length }, (_, mask) => mask).sort((a, b) => ones(a) - ones(b));
  for (const mask of mixtures) {
    const contents = tiles.map((_, i) => ((mask >> i) & 1 ? rebuilt[i] : read[i]));
    if (!equalBytes(edgeRoot(tiles, contents, crypto) ?? NO_HASH, root)) continue;
    tiles.forEach((tile, i) => {
      if ((mask >> i) & 1 && read[i] !== undefined) sink.add(tileDiffers(tile));
    });
    return tiles.map((tile, i) => ({ tile, content: contents[i] }));
  }
  sink.add({
    code: 'root-differs',
    place: 'checkpoint',
    message: 'Neither the tiles nor the entries have the root that the checkpoint states.',
  });
  tiles.forEach((tile, i) => {
    const [file, computed] = [read[i], rebuilt[i]];
    if (tile.level > 0 && file && computed && !equalBytes(file, computed)) sink.add(tileDiffers(tile));
  });
  return tiles.map((tile) => ({ tile, content: undefined }));
}

const NO_HASH = new Uint8Array(0);

function ones(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}

function edgeRoot(
  tiles: readonly Tile[],
  contents: readonly (Uint8Array | undefined)[],
  crypto: Crypto,
): Hash | undefined {
  const hashes: Hash[] = [];
  for (const [i, { width }] of tiles.entries()) {
    const content = contents[i];
    if (content === undefined) return undefined;
    let from = 0;
    for (const level of perfectLevels(width)) {
      hashes.push(subtreeInTile(content, from, 2 ** level, crypto));
      from += 2 ** level;
    }
  }
  // The size matters to rootOf only in that it is not 0.
  return rootOf({ size: hashes.length, hashes }, crypto);
}

/** The hashes of a full tile that are settled, by position. */
async function settleTile(files: TreeFiles, tile: Tile, root: Hash | undefined): Promise<(Hash | undefined)[]> {
  const { crypto, sink } = files;
  const agrees = (content: Uint8Array | undefined): content is Uint8Array =>
    content !== undefined && root !== undefined && equalBytes(subtreeInTile(content, 0, TILE_WIDTH, crypto), root);
  const split = (content: Uint8Array) => Array.from({ length: TILE_WIDTH }, (_, i) => hashInTile(content, i));
  const read = await readTile(files, tile);
  if (agrees(read)) return split(read);
  const rebuilt = await rebuildTile(files, tile);
  if (read !== undefined && (rebuilt === undefined || !equalBytes(read, rebuilt))) sink.add(tileDiffers(tile));
  if (agrees(rebuilt)) return split(rebuilt);
  if (root !== undefined && read !== undefined && rebuilt !== undefined && equalBytes(read, rebuilt)) {
    sink.add({
      code: 'subtree-differs',
      place: tilePath(tile),
      message: 'This tile and all below it belong to another tree.',
    });
  }
  // More than one file is wrong. What tile and computation agree upon is most likely sound; the rest stays unsettled.
  return Array.from({ length: TILE_WIDTH }, (_, i) => {
    const [a, b] = [read && hashInTile(read, i), rebuilt && hashInTile(rebuilt, i)];
    return a !== undefined && b !== undefined && equalBytes(a, b) ? a : undefined;
  });
}

function tileDiffers(tile: Tile) {
  return {
    code: 'tile-differs',
    place: tilePath(tile),
    message: 'This tile was changed: what lies below it gives other hashes.',
  } as const;
}

/** A tile's file if it has the right length; says so if not. */
async function readTile(files: TreeFiles, tile: Tile): Promise<Uint8Array | undefined> {
  const place = tilePath(tile);
  const content = await readPartial(
    files.reader,
    place,
    tilePath({ ...tile, width: TILE_WIDTH }),
    tile.width * HASH_BYTES,
  );
  if (content === undefined) {
    files.sink.add({ code: 'tile-missing', place, message: 'This tile is missing.' });
    return undefined;
  }
  if (content.length === tile.width * HASH_BYTES) return content;
  const message = `This tile has ${content.length} bytes instead of ${tile.width * HASH_BYTES}.`;
  files.sink.add({ code: 'tile-length', place, message });
  return undefined;
}

/** A log may replace a partial tile by the full one (tlog-tiles, "Partial Tiles"); its beginning is then the partial. */
async function readPartial(
  reader: BookReader,
  path: string,
  fullPath: string,
  length: number,
): Promise<Uint8Array | undefined> {
  const partial = await reader.read(path);
  return partial ?? (path === fullPath ? undefined : (await reader.read(fullPath))?.subarray(0, length));
}

/** The files of a level-0 tile, as they are. */
export async function readLeafFiles(
  files: TreeFiles,
  index: number,
  width: number,
): Promise<{ bundle: Uint8Array | undefined; tile: Uint8Array | undefined }> {
  const tile = await readTile(files, { level: 0, index, width });
  const place = entriesPath(index, width);
  let bundle = await files.reader.read(place);
  if (bundle === undefined && width < TILE_WIDTH) {
    const full = await files.reader.read(entriesPath(index, TILE_WIDTH));
    bundle = full?.subarray(0, full.length - decodeBundle(full, width).rest);
  }
  if (bundle === undefined)
    files.sink.add({ code: 'entries-missing', place, message: 'This entry bundle is missing.' });
  return { bundle, tile };
}

/** The hashes that a tile ought to have, from the tiles or entries below it; undefined if those are not all there. */
async function rebuildTile(files: TreeFiles, tile: Tile): Promise<Uint8Array | undefined> {
  const content = new Uint8Array(tile.width * HASH_BYTES);
  if (tile.level === 0) {
    const { bundle } = await readLeafFiles(files, tile.index, tile.width);
    const entries = bundle === undefined ? [] : decodeBundle(bundle, tile.width).entries;
    if (entries.length < tile.width) return undefined;
    entries.forEach((entry, i) => {
      content.set(leafHash(entry, files.crypto), i * HASH_BYTES);
    });
    return content;
  }
  for (let i = 0; i < tile.width; i++) {
    const child = { level: tile.level - 1, index: tile.index * TILE_WIDTH + i, width: TILE_WIDTH };
    const below = (await readTile(files, child)) ?? (await rebuildTile(files, child));
    if (below === undefined) return undefined;
    content.set(subtreeInTile(below, 0, TILE_WIDTH, files.crypto), i * HASH_BYTES);
  }
  return content;
}
