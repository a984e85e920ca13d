import type { DisclosureFile } from '@cabildo/book';
import { isForBodiesBelow, tableEntries, tableGet } from '@cabildo/core';
import type { BookView, Node } from './node.ts';

/** No federation has more tiers; a ring of bodies that admit one another ends here. */
const DEEPEST = 8;

/** What a member of a body below reads beside an act: what is public, and what binds the bodies below. */
export async function disclosedBelow(
  node: Node,
  { origin }: BookView,
  index: number,
  below: BookView,
): Promise<DisclosureFile | null> {
  const above = await booksAbove(node, below);
  return above.some((book) => book.origin === origin)
    ? disclosedToBelow(node, origin, index)
    : node.disclosures(origin, index, 'public');
}

/** The same, of a book that is known to be above. */
export async function disclosedToBelow(node: Node, origin: string, index: number): Promise<DisclosureFile | null> {
  const open = await node.disclosures(origin, index, 'public');
  const members = await node.disclosures(origin, index, 'members');
  const bound = Object.entries(members?.slots ?? {}).filter(([slot]) => isForBodiesBelow(slot));
  const slots = { ...open?.slots, ...Object.fromEntries(bound) };
  return Object.keys(slots).length === 0 ? null : { index, slots };
}

/** Up the ways by which it belongs, tier by tier, as the books above say now: who was excluded, or has left, is not below any more. */
export async function booksAbove(node: Node, body: BookView): Promise<readonly BookView[]> {
  const found = new Map<string, BookView>();
  let tier: readonly BookView[] = [body];
  for (let tiers = 0; tiers < DEEPEST && tier.length > 0; tiers++) {
    const next = await Promise.all(tier.map((one) => directlyAbove(node, one)));
    tier = next.flat().filter(({ origin }) => origin !== body.origin && !found.has(origin));
    for (const one of tier) found.set(one.origin, one);
  }
  return [...found.values()];
}

async function directlyAbove(node: Node, body: BookView): Promise<readonly BookView[]> {
  const asked = tableEntries(body.state.requests).filter(
    ([origin, request]) => (tableGet(body.state.left, origin)?.act ?? -1) <= request,
  );
  const books = await Promise.all(asked.map(([origin]) => node.book(origin)));
  return books.filter((book): book is BookView => {
    const admitted = book === null ? undefined : tableGet(book.state.affiliates, body.origin);
    return admitted !== undefined && admitted.ended === undefined;
  });
}
