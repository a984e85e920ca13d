import { actKey, lineage, tableEntries, tableGet, tableHas } from '@cabildo/core';
import { booksWithForwarded } from '../../store/forwarded.ts';
import type { BookView, Node } from '../node.ts';

/** A motion of a base, sealed there and sent to this body, that nobody has put on its list. */
export interface MotionBelow {
  readonly below: string;
  readonly body: string;
  readonly act: number;
  readonly title: string;
}

/** To choose from: what bases directly below have sent, of those whose books are here. Only books that have sent anything are opened. */
export async function motionsBelow(node: Node, { origin, state }: BookView): Promise<readonly MotionBelow[]> {
  const below = tableEntries(state.affiliates).map(([base]) => base);
  const own = new Set(lineage(origin));
  const found: MotionBelow[] = [];
  for (const base of await booksWithForwarded(node.store, below)) {
    const book = await node.book(base);
    if (book === null) continue;
    for (const [key, { to, title }] of tableEntries(book.state.forwarded)) {
      const act = Number(key);
      if (!own.has(to) || !tableHas(book.state.sealed, act) || tableHas(state.receivedFrom, actKey(base, act)))
        continue;
      found.push({ below: base, body: tableGet(state.affiliates, base)?.title ?? base, act, title });
    }
  }
  return found;
}
