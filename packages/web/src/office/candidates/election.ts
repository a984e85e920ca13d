import type { Sentences } from '../../answers.ts';

/** What the node answers of an election (`GET /api/bodies/{body}/motions/{motion}/candidates`). */
export interface HeldElection {
  readonly motion: number;
  readonly title: string;
  readonly vote: number | null;
  readonly parity: boolean;
  readonly contests: readonly HeldContest[];
}

export interface HeldContest {
  readonly contest: number;
  readonly offices: readonly string[];
  /** The same, as people call them. */
  readonly called: readonly Sentences[];
  readonly seats: readonly number[];
  readonly candidates: readonly {
    readonly number: number;
    readonly name: string | null;
    readonly withdrawn: boolean;
    readonly own: boolean;
  }[];
}
