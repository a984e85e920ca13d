import { attendanceEnds, type BodyState, emptyTable, type Time, tableChanges } from '@cabildo/core';

/**
 * Sittings of which nobody may be named any more and no act says that the names are gone (`attendanceOver`), at a cost that
 * does not grow with the book: a book of many years has thousands of sittings, and every act asks. What it was asked last is compared with what it is asked now, and only sittings that an act
 * has changed meanwhile are looked at.
 */
export class AttendanceDue {
  #statute: BodyState['statute'] = null;
  #sittings: BodyState['sittings'] = emptyTable();
  /** From when on the names of each sitting are to go; without those in which nobody is named. */
  readonly #ends = new Map<number, Time>();
  /** No end is before it. */
  #earliest: Time | null = null;

  /** In the order of the sittings. */
  at(state: BodyState, at: Time): readonly number[] {
    this.#follow(state);
    if (this.#earliest === null || at < this.#earliest) return [];
    const due = [...this.#ends].filter(([, ends]) => at >= ends).map(([sitting]) => sitting);
    if (due.length === 0) this.#earliest = [...this.#ends.values()].sort()[0] ?? null;
    return due.sort((a, b) => a - b);
  }

  /** Nobody is named there: it need not be looked at before an act changes the sitting. */
  setEmpty(sitting: number): void {
    this.#ends.delete(sitting);
  }

  clear(): void {
    this.#sittings = emptyTable();
    this.#ends.clear();
    this.#earliest = null;
  }

  #follow(state: BodyState): void {
    // The challenge period is the statute's.
    if (state.statute !== this.#statute) this.clear();
    this.#statute = state.statute;
    for (const [key, sitting] of tableChanges(this.#sittings, state.sittings)) {
      const ends = sitting.attendanceErased !== null || sitting.late ? null : attendanceEnds(state, sitting);
      if (ends === null) {
        this.#ends.delete(Number(key));
        continue;
      }
      this.#ends.set(Number(key), ends);
      if (this.#earliest === null || ends < this.#earliest) this.#earliest = ends;
    }
    this.#sittings = state.sittings;
  }
}
