import type { StoredAct } from '../../packages/core/test/federation/book.ts';

/** An invariant does not hold. */
export class Violation extends Error {
  readonly invariant: string;
  readonly origin: string;
  readonly acts: readonly StoredAct[];

  constructor(invariant: string, origin: string, what: string, acts: readonly StoredAct[] = []) {
    super(`invariant ${invariant} does not hold in ${origin}: ${what}`);
    this.invariant = invariant;
    this.origin = origin;
    this.acts = acts;
  }
}
