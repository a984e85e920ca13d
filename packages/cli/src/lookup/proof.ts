/** Whether an act is in its book, out of the book's own tiles. */
import {
  type BookReader,
  base64Encode,
  HASH_BYTES,
  type Hash,
  inclusionPlan,
  leafHash,
  openCheckpoint,
  parseVkey,
  proofFromPlan,
  subtreeInTile,
  tileOfNode,
  tilePath,
  tileWidth,
  verifyInclusion,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';

export type ProofState =
  | { readonly proven: true; readonly size: number; readonly root: string; readonly key: string }
  | {
      readonly proven: false;
      readonly reason: 'no-head' | 'bad-head' | 'not-yet-in-head' | 'tiles-missing' | 'changed';
    };

/** `vkey`: the key to believe; without one, that which lies beside the book. */
export async function proveAct(
  reader: BookReader,
  index: number,
  entry: Uint8Array,
  vkey?: string,
): Promise<ProofState> {
  const note = await reader.read('checkpoint');
  const keyText = vkey ?? textOf(await reader.read('key.txt'));
  const key = parseVkey(keyText.trim(), nodeCrypto);
  if (note === undefined || !key.ok) return { proven: false, reason: 'no-head' };
  const opened = openCheckpoint(note, key.key, nodeCrypto);
  if (!opened.ok) return { proven: false, reason: 'bad-head' };
  const { size, root } = opened.checkpoint;
  if (index >= size) return { proven: false, reason: 'not-yet-in-head' };
  const proof = await proofFromTiles(reader, index, size);
  if (proof === undefined) return { proven: false, reason: 'tiles-missing' };
  if (!verifyInclusion(index, size, leafHash(entry, nodeCrypto), proof, root, nodeCrypto)) {
    return { proven: false, reason: 'changed' };
  }
  return { proven: true, size, root: base64Encode(root), key: keyText.trim() };
}

async function proofFromTiles(reader: BookReader, index: number, size: number): Promise<Hash[] | undefined> {
  const plan = inclusionPlan(index, size);
  const hashes = new Map<string, Hash>();
  for (const node of plan.flat()) {
    const place = tileOfNode(node.level, node.index);
    const width = tileWidth(place.level, place.index, size);
    const tile = await reader.read(tilePath({ level: place.level, index: place.index, width }));
    if (tile?.length !== width * HASH_BYTES) return undefined;
    hashes.set(`${node.level}/${node.index}`, subtreeInTile(tile, place.from, place.count, nodeCrypto));
  }
  return proofFromPlan(plan, (level, at) => hashes.get(`${level}/${at}`) as Hash, nodeCrypto);
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
