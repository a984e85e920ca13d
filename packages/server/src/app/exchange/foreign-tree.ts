import {
  consistencyPlan,
  HASH_BYTES,
  type Hash,
  proofFromPlan,
  rootFrom,
  subtreeInTile,
  TILE_WIDTH,
  tileOfNode,
  tilePath,
  tileWidth,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { Store } from '../../store/open-store.ts';
import { readHashes } from '../../store/tree.ts';
import type { Source } from './source.ts';

/** A tile of a tree of a known size, or null. */
type TileReader = (level: number, index: number, width: number) => Promise<Uint8Array | null>;

/** What a larger tree says of its own beginning. */
export interface Prefix {
  readonly root: Hash;
  /** The consistency proof from that root to the larger one. */
  readonly proof: readonly Hash[];
}

/** The tiles that a source shows of a tree of `size`. Nothing is verified: what is made of them proves itself. */
export function tilesOfSource(source: Source, size: number): TileReader {
  return cached(async (level, index, width) => {
    for (const wide of width === TILE_WIDTH ? [width] : [width, TILE_WIDTH]) {
      const read = await source.read(tilePath({ level, index, width: wide }), TILE_WIDTH * HASH_BYTES);
      if (read.ok && read.bytes.length === wide * HASH_BYTES) return read.bytes.subarray(0, width * HASH_BYTES);
    }
    return null;
  }, size);
}

/** The tiles of a book that is kept here. */
export function tilesOfStore(store: Store, origin: string, size: number): TileReader {
  return cached(async (level, index, width) => {
    const hashes = await readHashes(store, origin, level, index * TILE_WIDTH, width);
    return hashes.length === width ? Buffer.concat(hashes) : null;
  }, size);
}

function cached(read: TileReader, size: number): TileReader {
  const kept = new Map<string, Promise<Uint8Array | null>>();
  return (level, index) => {
    const name = `${level}/${index}`;
    const known = kept.get(name) ?? read(level, index, tileWidth(level, index, size));
    kept.set(name, known);
    return known;
  };
}

/** The root of the first `size` leaves of a tree of `of`, with the proof; null where tiles are missing. */
export async function prefixOf(tiles: TileReader, size: number, of: number): Promise<Prefix | null> {
  const hashes = new Map<string, Hash>();
  const wanted: { level: number; index: number }[] = [];
  const note = (level: number, index: number): Hash => {
    wanted.push({ level, index });
    return new Uint8Array(HASH_BYTES);
  };
  const plan = size === of ? [] : consistencyPlan(size, of);
  // Run once to learn which nodes are asked for, then with those nodes.
  rootFrom(size, note, nodeCrypto);
  proofFromPlan(plan, note, nodeCrypto);
  for (const { level, index } of wanted) {
    const { level: tileLevel, index: tileIndex, from, count } = tileOfNode(level, index);
    const tile = await tiles(tileLevel, tileIndex, 0);
    if (tile === null || tile.length < (from + count) * HASH_BYTES) return null;
    hashes.set(`${level}/${index}`, subtreeInTile(tile, from, count, nodeCrypto));
  }
  const hashAt = (level: number, index: number): Hash => hashes.get(`${level}/${index}`) as Hash;
  return { root: rootFrom(size, hashAt, nodeCrypto), proof: proofFromPlan(plan, hashAt, nodeCrypto) };
}
