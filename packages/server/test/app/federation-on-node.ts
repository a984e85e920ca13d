// The books of a federation in memory, as the rules' tests act them, written into a real node's database.
import type { DraftAct } from '@cabildo/core';
import type { Federation } from '../../../core/test/federation/federation.ts';
import type { Node } from '../../src/app/index.ts';

export interface Clock {
  now: number;
}

/** What the books have and the node has not, each act at its own time; `below` says where a book ends for now. */
export async function writeBooks(
  node: Node,
  clock: Clock,
  fed: Federation,
  below: (origin: string) => number = () => Number.POSITIVE_INFINITY,
): Promise<void> {
  const waiting = [...fed.books.values()].flatMap(({ origin, acts }) =>
    acts.slice(0, below(origin)).map((act) => ({ origin, ...act })),
  );
  const held = new Map<string, number>();
  for (const { origin } of fed.books.values()) {
    await node.addBook({ origin, kind: 'body', title: origin });
    held.set(origin, (await node.book(origin))?.size ?? 0);
  }
  const news = waiting.filter(({ origin, index }) => index >= (held.get(origin) ?? 0));
  for (const at of [...new Set(news.map((act) => act.at))].sort()) {
    clock.now = Date.parse(at);
    for (const origin of new Set(news.filter((act) => act.at === at).map((act) => act.origin))) {
      const drafts = news
        .filter((act) => act.at === at && act.origin === origin)
        .map(({ act, data, by, cites }) => ({ act, data, by, cites }));
      const outcome = await node.record(origin, drafts as unknown as readonly DraftAct[]);
      if (outcome.kind !== 'done') throw new Error(`${origin}: ${JSON.stringify(outcome)}`);
    }
  }
}
