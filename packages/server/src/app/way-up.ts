import { type Finding, firstBook, type NodeFacts } from '@cabildo/core';
import type { BookFactFinder } from './book-facts.ts';

/** More bodies than any federation has between a base and its top: what books say must not make work without end. */
const MOST_BODIES = 1_000;

/** A way from one of these bodies up to that one, as far as this node holds the books in between; the shortest. */
export async function wayUp(
  { from, to }: NodeFacts['way-up']['ask'],
  books: BookFactFinder,
): Promise<NodeFacts['way-up']['found'] | null> {
  const wanted = firstBook(to);
  const seen = new Set(from.map(firstBook));
  const paths = from.map((book) => [book]);
  for (let next = paths.shift(); next !== undefined && seen.size <= MOST_BODIES; next = paths.shift()) {
    const book = next.at(-1) ?? '';
    if (firstBook(book) === wanted) return { path: next };
    const { found } = (await books.find({ fact: 'above', book })) as Finding<'above'>;
    for (const above of found?.books ?? []) {
      if (seen.has(firstBook(above))) continue;
      seen.add(firstBook(above));
      paths.push([...next, above]);
    }
  }
  return null;
}
