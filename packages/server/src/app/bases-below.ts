import { decodeLeaf } from '@cabildo/book';
import {
  type BaseBelow,
  type BodyState,
  type BookNeed,
  countedBelow,
  type Finding,
  firstBook,
  type Time,
} from '@cabildo/core';
import { foundingsOf } from '../store/answers.ts';
import type { Store } from '../store/open-store.ts';
import type { BookFactFinder } from './book-facts.ts';

export interface AskedBelow {
  readonly books: BookFactFinder;
  readonly store: Store;
  readonly state: BodyState;
}

/** No federation has more tiers; a ring of bodies that admit one another ends here. */
const DEEPEST = 8;

export const ask = async <K extends BookNeed['fact']>(books: BookFactFinder, need: BookNeed): Promise<Finding<K>> =>
  (await books.find(need)) as unknown as Finding<K>;

/**
 * Every base below, tier by tier, out of the books that this node held before that time; each once, the nearest way,
 * also one that is known here by one book and to a body between by the book in which it goes on.
 */
export async function basesBelow(
  { books, store, state }: AskedBelow,
  { acts, before }: { readonly acts: number; readonly before: Time },
): Promise<BaseBelow[]> {
  const found = new Map<string, BaseBelow>();
  const seen = new Set<string>([state.origin]);
  let tier: readonly BaseBelow[] = countedBelow(state, { act: acts, at: before }).map(([base]) => ({ base, path: [] }));
  for (let depth = 0; depth < DEEPEST && tier.length > 0; depth++) {
    const next: BaseBelow[] = [];
    const kinds = await kindsOf(
      store,
      tier.map(({ base }) => base),
    );
    for (const body of tier) {
      if (seen.has(body.base)) continue;
      seen.add(body.base);
      const kind = kinds.get(body.base);
      if (kind === 'delegate') next.push(...(await admittedBy(books, body, before)));
      else if (kind !== 'committee' && !found.has(firstBook(body.base))) found.set(firstBook(body.base), body);
    }
    tier = next;
  }
  return [...found.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

/** What kind each body is, by the act that founded it: ten thousand books are not read for it. */
export async function kindsOf(store: Store, origins: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const foundings = await foundingsOf(store, origins);
  return new Map(
    foundings.flatMap(({ origin, entry }) => {
      const decoded = decodeLeaf(entry);
      return decoded.ok ? [[origin, (decoded.leaf.data as { readonly kind?: unknown }).kind] as const] : [];
    }),
  );
}

async function admittedBy(books: BookFactFinder, { base: book, path }: BaseBelow, before: Time): Promise<BaseBelow[]> {
  const { found } = await ask<'affiliates'>(books, { fact: 'affiliates', book, before });
  return (found ?? []).map(({ below, act }) => ({ base: below, path: [...path, { book, index: act }] }));
}
