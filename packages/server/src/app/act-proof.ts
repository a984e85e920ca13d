import { base64Decode, leafHash, verifyInclusion } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ActRow, BookView, Node } from './node.ts';

/** In how many steps the bytes of an act lead to the head of its book; null where they do not. */
export async function stepsToHead(node: Node, { origin, size, head }: BookView, row: ActRow): Promise<number | null> {
  const inclusion = await node.inclusion(origin, row.index, size);
  const root = base64Decode(head.root);
  if (inclusion === null || root === undefined) return null;
  const leaf = leafHash(row.entry, nodeCrypto);
  return verifyInclusion(row.index, size, leaf, inclusion.proof, root, nodeCrypto) ? inclusion.proof.length : null;
}
