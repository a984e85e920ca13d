import { signCheckpoint } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { findBook } from '../../store/books.ts';
import { readCosignatures } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';
import { prefixOf, tilesOfStore } from './foreign-tree.ts';

/** The log of this node's own books' heads. */
export const headsOf = (node: Node): string => `${node.name}/heads`;

/**
 * The signed checkpoint of a book at a size that it has had, with the cosignatures that are held here. A mirror has only
 * the head that was pulled last. Null where this node cannot show one.
 */
export async function checkpointAt(node: Node, origin: string, size: number): Promise<string | null> {
  const book = await findBook(node.store, origin);
  if (book === undefined || book.checkpoint === null || size > book.size || size === 0) return null;
  const note = size === book.size ? book.checkpoint : await signedAgain(node, origin, size, book.size);
  if (note === null || book.remote) return note;
  const cosignatures = await readCosignatures(node.store, origin, size);
  return note + cosignatures.map((one) => (one.size === size ? one.line : '')).join('');
}

/** Ed25519 gives the same signature over the same text every time. */
async function signedAgain(node: Node, origin: string, size: number, of: number): Promise<string | null> {
  const signer = await node.signerOf(origin);
  if (signer === null) return null;
  const prefix = await prefixOf(tilesOfStore(node.store, origin, of), size, of);
  return prefix === null ? null : signCheckpoint({ origin, size, root: prefix.root }, signer, origin, nodeCrypto);
}
