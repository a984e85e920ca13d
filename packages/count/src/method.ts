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
};

export type Needs = 'ranked' | 'choices' | 'scores' | 'parties' | 'projects' | 'pool';

export type Method = {
  readonly needs: Needs;
  /** One seat unless more are asked for; `file` takes the number that the file states. */
  readonly seats: 'one' | 'one-or-more' | 'file';
  readonly options: OptionSpecs;
  readonly run: (task: Task) => void;
};
