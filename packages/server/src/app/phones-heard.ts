import { attendanceOver, later, seatsInSitting, sitsByDelegates, stillThere, type Time } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { seatsWithSession } from '../store/vault/people.ts';
import type { BookCache } from './book-cache.ts';
import type { HallsAttended } from './halls-attended.ts';
import type { Heard } from './heard.ts';
import type { LivePhones } from './live/answer.ts';
import type { LoadedBook } from './loaded-book.ts';

interface Tools {
  readonly store: Store;
  readonly books: BookCache;
  readonly attended: HallsAttended;
  readonly heard: Heard;
  now(): Time;
}

/** Of the phones in a hall: how many there are, and how many of them this node hears. Null once nobody may know who was there. */
export const phonesHeard =
  ({ store, books, attended, heard, now }: Tools) =>
  async (origin: string, sitting: number): Promise<LivePhones | null> => {
    const book = await books.get(origin);
    if (book === null || book.remote) return null;
    const { state } = book.folded;
    const at = later(now(), state.at);
    if (!state.activeSittings.includes(sitting) || attendanceOver(state, sitting, at)) return null;
    const holders = await phonesIn({ store, attended }, book, sitting, at);
    return { here: holders.length, heard: heard.among(origin, holders) };
  };

/** Of an assembly of delegates those seats whose holder has signed a phone in. */
async function phonesIn(
  { store, attended }: Pick<Tools, 'store' | 'attended'>,
  book: LoadedBook,
  sitting: number,
  at: Time,
): Promise<readonly string[]> {
  const { state } = book.folded;
  if (sitsByDelegates(state))
    return seatsWithSession(store, book.origin, seatsInSitting(state, sitting, at, 'decision'));
  const there = await attended.of(book.origin, sitting);
  return stillThere(state, sitting, there.now('phone'));
}
