import type { BookFacts, NeedOf } from '../facts.ts';
import type { BodyState } from '../state.ts';
import type { Time } from '../time.ts';

/** What a book says to another body's need, and the acts of the book that establish it (to be cited). */
export interface BookAnswer<K extends keyof BookFacts> {
  readonly found: BookFacts[K]['found'];
  readonly acts: readonly number[];
}

/** When the asking node first held a head that covers the act; for a book of its own, the act's own time. */
export type ReceivedAt = (index: number) => Time;

/** What a book proves of its body and its officers; a successor takes it over from the book before. */
export interface Standing {
  readonly proven: boolean;
  readonly attested: boolean;
}

/** How a book answers some of the facts, each by its name. */
export type Answers<F extends keyof BookFacts> = {
  readonly [K in F]: (
    state: BodyState,
    need: NeedOf<K>,
    receivedAt: ReceivedAt,
    leafOf: (index: number) => string,
    before: Standing,
  ) => BookAnswer<K> | null;
};
