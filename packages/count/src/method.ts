import type { Constraints } from './constraints.ts';
import type { Election } from './election.ts';
import type { CountRecord } from './record.ts';
import type { OptionSpecs, Settings } from './settings.ts';

/** What a method is given, and where it writes. */
export type Task = {
  readonly election: Election;
  readonly settings: Settings;
  readonly seats: number;
  readonly record: CountRecord;
  /** Places of candidates that nobody elects: withdrawn in the file or by option. */
  readonly withdrawn: ReadonlySet<number>;
  /** At least and at most so many of a group. */
  readonly constraints: Constraints;
  /** A single seat is filled beside those who sit; votes are counted as they were in the election. */
  readonly filling?: Filling;
};

export type Filling = { readonly sitting: readonly number[]; readonly absent: ReadonlySet<number> };

/** A seat that has become free: whose it was, who sits, who can no longer be elected. */
export type Vacancy = Filling & { readonly departed: number; readonly task: Task };

/** Who takes the seat, or nobody. */
export type SeatFiller = (vacancy: Vacancy) => number | null;

export type Needs = 'ranked' | 'choices' | 'scores' | 'parties' | 'projects' | 'pool';

export type Method = {
  readonly needs: Needs;
  /** One seat unless more are asked for; `file` takes the number that the file states. */
  readonly seats: 'one' | 'one-or-more' | 'file';
  readonly options: OptionSpecs;
  /** Whether it can be asked for at least, or at most, so many of a group. */
  readonly constrained?: true;
  /**
   * How many names a ballot may mark, with the option `votes` or without it, where the method needs no more of the ballots than
   * how many name each candidate: then it counts sums too (`sums.ts`).
   */
  readonly marks?: (votes: string, seats: number) => number;
  readonly run: (task: Task) => void;
  /** The election once more, keeping the ballots of those who leave, to fill their seats from them. */
  readonly countback?: (task: Task, leaving: ReadonlySet<number>) => SeatFiller;
};
