// What a node does after a backup was put back (decision 0005): own books are read only until they were compared with what
// other nodes hold of them; one that is behind is brought up to what can be had, ends there, and goes on as its successor.
import { successorOrigin } from '@cabildo/book';
import { type DraftAct, decisionsStanding, type Time } from '@cabildo/core';
import type { StoredAct } from '../../packages/core/test/federation/book.ts';
import { keptOf } from '../../packages/server/src/app/carried-acts.ts';
import { append, commit, type KeptBook } from './kept-book.ts';
import type { SimulatedNode } from './node.ts';
import { HeadsLog } from './witness.ts';

export interface Compared {
  readonly origin: string;
  readonly successor: string | null;
}

/** Asks every other node: one that holds more may be any of them. */
export function compareWithOutside(node: SimulatedNode, others: readonly SimulatedNode[], now: Time): Compared[] {
  const restored = [...node.books.values()].filter(({ own, readOnly }) => own && readOnly === 'restored');
  if (restored.length > 0) {
    node.logs += 1;
    node.heads = new HeadsLog();
  }
  return restored.map((book) => {
    const copies = others.flatMap(({ books }) => books.get(book.origin) ?? []);
    const furthest = copies.reduce<KeptBook | null>(
      (most, copy) => (copy.range.size > (most?.range.size ?? 0) ? copy : most),
      null,
    );
    const next = successorOrigin(book.origin);
    const goesOn = [node, ...others].some(({ books }) => (books.get(next)?.bytes.length ?? 0) > 0);
    const isBehind = node.rules.restoredCompare && furthest !== null && furthest.range.size > book.range.size;
    if (isBehind) append(book, furthest.bytes.slice(book.range.size), node.clock(now), node.rules);
    if (goesOn || !isBehind) {
      book.readOnly = goesOn ? `this book ends here; it goes on as ${next}` : null;
      return { origin: book.origin, successor: null };
    }
    return { origin: book.origin, successor: succeed(node, book, now) };
  });
}

/** What bodies were deciding they decide anew in the simulation; who can put officers in office, and whose turn it was, goes on as it stood. */
const goesOn: ReadonlySet<string> = new Set(['recovery', 'officers-before', 'joint-turns']);

/** Begins with the last known head; what the body is by follows, each act citing its original. Its people go on in it. */
function succeed(node: SimulatedNode, book: KeptBook, now: Time): string {
  const successor = successorOrigin(book.origin);
  book.readOnly = `this book ends here; it goes on as ${successor}`;
  const { origin: predecessor, size, root } = book.head();
  const by = { office: 'operator', article: 'book' };
  const first: DraftAct = { act: 'BookSucceeded', data: { predecessor, size, root }, by };
  const rows = book.acts.map(({ act, index }) => ({ act, index, entry: book.bytes[index] as Uint8Array }));
  const carried = keptOf(rows, book.state, { at: node.clock(now), whole: true }).map(({ index }) => {
    const { act, data } = book.acts[index] as StoredAct;
    return { act, data, by, cites: [book.cite(index)] } as unknown as DraftAct;
  });
  const standing = decisionsStanding(book.state, node.clock(now), 1 + carried.length)
    .filter(({ what }) => goesOn.has(what.kind))
    .map(({ index, what }): DraftAct => {
      const data = { from: { book: book.origin, index }, what };
      return { act: 'DecisionCarried', data, by, cites: [book.cite(index)] };
    });
  const accepted = { ok: true, acts: [first, ...carried, ...standing], records: [], answer: {} } as const;
  const next = node.own(successor);
  commit(next, accepted, 'succession', node.clock(now), node.rules);
  node.heads.add(next.head());
  for (const [member, row] of book.vault.members) next.vault.members.set(member, row);
  next.vault.cards.push(...book.vault.cards);
  return successor;
}
