import {
  type BaseBelow,
  type BodyState,
  type BookNeed,
  type Finding,
  type HeldAnswer,
  type Need,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { BookFactFinder } from './book-facts.ts';

interface Asked {
  readonly books: BookFactFinder;
  readonly state: BodyState;
}

/** No federation has more tiers; a ring of bodies that admit one another ends here. */
const DEEPEST = 8;

const ask = async <K extends BookNeed['fact']>(books: BookFactFinder, need: BookNeed): Promise<Finding<K>> =>
  (await books.find(need)) as unknown as Finding<K>;

/** Every base below, tier by tier, out of the books that this node held before that time; each once, the nearest way. */
export async function basesBelow(
  { books, state }: Asked,
  { acts, before }: { readonly acts: number; readonly before: Time },
): Promise<BaseBelow[]> {
  const found = new Map<string, BaseBelow>();
  const seen = new Set<string>([state.origin]);
  let tier: readonly BaseBelow[] = tableEntries(state.affiliates)
    .filter(([, { succeededBy, ended }]) => succeededBy === undefined && ended === undefined)
    .filter(([, { act, since }]) => (since ?? act) < acts)
    .map(([base]) => ({ base, path: [] }));
  for (let depth = 0; depth < DEEPEST && tier.length > 0; depth++) {
    const next: BaseBelow[] = [];
    for (const body of tier) {
      if (seen.has(body.base)) continue;
      seen.add(body.base);
      const founding = await ask<'founding'>(books, { fact: 'founding', book: body.base });
      if (founding.found?.kind === 'delegate') next.push(...(await admittedBy(books, body, before)));
      else if (founding.found?.kind !== 'committee') found.set(body.base, body);
    }
    tier = next;
  }
  return [...found.values()].sort((a, b) => (a.base < b.base ? -1 : 1));
}

async function admittedBy(books: BookFactFinder, { base: book, path }: BaseBelow, before: Time): Promise<BaseBelow[]> {
  const { found } = await ask<'affiliates'>(books, { fact: 'affiliates', book, before });
  return (found ?? []).map(({ below, act }) => ({ base: below, path: [...path, { book, index: act }] }));
}

/** What the bases' books held here answer, without what the book has received already. */
export async function heldAnswers(
  { books, state }: Asked,
  { consultation, before, by }: Extract<Need, { fact: 'held-answers' }>,
): Promise<HeldAnswer[]> {
  const known = tableGet(state.consultations, consultation)?.answers;
  const held: HeldAnswer[] = [];
  for (const { base, path } of await basesBelow({ books, state }, { acts: consultation, before })) {
    const need = { fact: 'answer', book: base, of: state.origin, index: consultation, by } as const;
    const { found, cites } = await ask<'answer'>(books, need);
    const from = known === undefined ? undefined : tableGet(known, base)?.from;
    if (found === null || (from?.book === base && from.index === found.index)) continue;
    const way: HeldAnswer['cites'][number][] = [];
    for (const [step, { book }] of path.entries()) {
      const below = path[step + 1]?.book ?? base;
      way.push(...(await books.find({ fact: 'admission', book, below, before })).cites);
    }
    held.push({ base, path, answer: found, cites: [...cites, ...way] });
  }
  return held;
}
