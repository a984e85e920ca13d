import { type BodyState, tableEntries } from '@cabildo/core';

interface Book {
  readonly origin: string;
}

/** More than any base has above it. */
const MOST_ABOVE = 40;

/** Every body that this one has asked to belong to, through however many tiers, of those whose books are here; the nearest first. */
export async function bodiesAbove<B extends Book>(
  own: Book & { readonly state: BodyState },
  find: (origin: string) => Promise<B | null>,
  stateOf: (book: B) => BodyState,
): Promise<readonly B[]> {
  const found = new Map<string, B>();
  const waiting = [own.state];
  for (let next = waiting.shift(); next !== undefined && found.size < MOST_ABOVE; next = waiting.shift())
    for (const above of await Promise.all(tableEntries(next.requests).map(([origin]) => find(origin)))) {
      if (above === null || above.origin === own.origin || found.has(above.origin)) continue;
      found.set(above.origin, above);
      waiting.push(stateOf(above));
    }
  return [...found.values()];
}
