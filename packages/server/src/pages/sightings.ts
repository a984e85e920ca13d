import { tableEntries } from '@cabildo/core';
import { type Sighting, sightings } from '../app/exchange/sightings.ts';
import type { BookView } from '../app/node.ts';
import { booksAbove, type Visit } from './visit.ts';

/** Outside witnesses are those whom this body or a body above has appointed. */
export async function sightingsOf(visit: Visit, book: BookView): Promise<readonly Sighting[]> {
  const above = await booksAbove(visit, book.state);
  const keys = [book, ...above].flatMap(({ state }) => tableEntries(state.witnesses).map(([key]) => key));
  return sightings(visit.node, book.head, [...new Set(keys)]);
}
