/** Where an act code is looked up: a running node, a data folder, or an exported book. */
import {
  actCode,
  type BookReader,
  base64Encode,
  canonicalBytes,
  decodeBundle,
  entriesPath,
  hashInTile,
  type Json,
  leafHash,
  TILE_WIDTH,
  tilePath,
  tileWidth,
  utf8Decode,
} from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { bookReader, type Node } from '@cabildo/server';
import { openBookFolder } from '../book-folder.ts';
import { broken } from '../export/entry-stream.ts';
import type { NodeClient } from '../node/node-client.ts';
import { type ProofState, proveAct } from './proof.ts';

export interface FoundAct {
  readonly origin: string;
  readonly index: number;
  readonly act: string;
  readonly at: string;
  readonly code: string;
  /** Leaf hash, base64. */
  readonly leaf: string;
  readonly entry: unknown;
  readonly proof: ProofState;
}

type ShownAct = Omit<FoundAct, 'proof'>;

export async function findOnNode(client: NodeClient, code: string): Promise<FoundAct[]> {
  const found = await client.get<{ readonly acts: readonly ShownAct[] }>(`/api/acts/${code}`);
  return Promise.all(
    (found?.acts ?? []).map(async (act) => {
      const entry = canonicalBytes(act.entry as Json);
      return { ...act, proof: await proveAct(client.book(act.origin), act.index, entry) };
    }),
  );
}

export async function findInFolder(node: Node, code: string): Promise<FoundAct[]> {
  const rows = await node.actsByCode(code);
  return Promise.all(
    rows.map(async ({ origin, index, entry, leaf }) => {
      const book = await node.book(origin);
      const proof: ProofState =
        book === null ? { proven: false, reason: 'no-head' } : await proveAct(bookReader(node, book), index, entry);
      return { ...shown(entry, leaf, origin, index), proof };
    }),
  );
}

export async function findInDirectory(directory: string, code: string, vkey?: string): Promise<FoundAct[]> {
  const { claimed } = await openBookFolder(directory);
  const reader = openDirectory(directory);
  const found: FoundAct[] = [];
  for (let bundle = 0; bundle * TILE_WIDTH < (claimed?.size ?? 0); bundle++) {
    const width = tileWidth(0, bundle, claimed?.size ?? 0);
    for (const index of await positionsOf(reader, code, bundle, width)) {
      const entry = await entryAt(reader, bundle, width, index);
      const proof = await proveAct(reader, index, entry, vkey);
      found.push({ ...shown(entry, leafHash(entry, nodeCrypto), claimed?.origin ?? '', index), code, proof });
    }
  }
  return found;
}

/** Indexes of the acts with this code, by the hashes in the tile: those of the acts as they originally were. */
async function positionsOf(reader: BookReader, code: string, bundle: number, width: number): Promise<number[]> {
  const path = tilePath({ level: 0, index: bundle, width });
  const tile = await reader.read(path);
  if (tile?.length !== width * 32) throw broken(path, tile === undefined ? 'missing' : 'damaged');
  return Array.from({ length: width }, (_, i) => i)
    .filter((i) => actCode(hashInTile(tile, i)) === code)
    .map((i) => bundle * TILE_WIDTH + i);
}

async function entryAt(reader: BookReader, bundle: number, width: number, index: number): Promise<Uint8Array> {
  const path = entriesPath(bundle, width);
  const bytes = await reader.read(path);
  const entry = bytes === undefined ? undefined : decodeBundle(bytes, width).entries[index % TILE_WIDTH];
  if (entry === undefined) throw broken(path, bytes === undefined ? 'missing' : 'damaged');
  return entry;
}

function shown(entry: Uint8Array, leaf: Uint8Array, origin: string, index: number): ShownAct {
  const text = utf8Decode(entry) ?? '';
  const value = parsed(text);
  const { act, at } = (value ?? {}) as { act?: unknown; at?: unknown };
  return {
    origin,
    index,
    act: typeof act === 'string' ? act : '',
    at: typeof at === 'string' ? at : '',
    code: actCode(leaf),
    leaf: base64Encode(leaf),
    entry: value,
  };
}

/** In a changed book the act may be anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
