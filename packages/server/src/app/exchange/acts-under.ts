import type { ActWithProof } from '@cabildo/book';
import { readActsAt } from '../../store/acts.ts';
import type { Node } from '../node.ts';
import { readInclusions } from '../reading.ts';

/** Shows acts of a book under its head of that size. Those that are asked for at once are read at once. */
export function actsUnder(node: Node, book: string, size: number): (index: number) => Promise<ActWithProof> {
  let asked: Set<number> | null = null;
  let read: Promise<ReadonlyMap<number, ActWithProof>>;
  return async (index) => {
    if (asked === null) {
      const indexes = new Set<number>();
      asked = indexes;
      read = Promise.resolve().then(() => {
        asked = null;
        return readUnder(node, book, size, [...indexes]);
      });
    }
    asked.add(index);
    const act = (await read).get(index);
    if (act === undefined) throw new Error(`act ${index} of ${book} cannot be shown under ${size}`);
    return act;
  };
}

async function readUnder(
  { store }: Node,
  book: string,
  size: number,
  asked: readonly number[],
): Promise<ReadonlyMap<number, ActWithProof>> {
  const indexes = asked.filter((index) => index < size);
  const [rows, proofs] = await Promise.all([
    readActsAt(store, book, indexes),
    readInclusions(store, book, indexes, size),
  ]);
  const entries = new Map(rows.map((row) => [row.index, row.entry]));
  const shown = new Map<number, ActWithProof>();
  for (const [at, index] of indexes.entries()) {
    const [entry, proof] = [entries.get(index), proofs[at]?.proof];
    if (entry !== undefined && proof !== undefined) shown.set(index, { book, index, entry, proof });
  }
  return shown;
}
