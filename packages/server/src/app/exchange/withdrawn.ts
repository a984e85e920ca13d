import { deleteWithdrawn } from '../../store/erasures.ts';
import type { Node } from '../node.ts';

/** Deletes what a book's own acts have withdrawn, and the program still holds. Returns how many. */
export async function forgetWithdrawn(node: Node, origin: string): Promise<number> {
  const gone = await deleteWithdrawn(node.store, origin);
  if (gone > 0) node.forget(origin);
  return gone;
}
