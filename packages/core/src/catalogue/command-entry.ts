import type { ActName } from './acts.ts';
import type { Role, Subject } from './entry.ts';
import type { Fields, Values } from './fields.ts';

/** A row of the vault that a command writes: what must be erasable, or hidden until its time, is no act. */
export type RecordName =
  | 'member'
  | 'card'
  | 'attendance'
  | 'attendance-erased'
  | 'presence-count'
  | 'block-count'
  | 'card-count'
  | 'urn-count'
  | 'ballot-file'
  | 'petition-count'
  | 'ballot'
  | 'signature'
  | 'erasure'
  | 'demand'
  | 'demand-reached'
  | 'floor';

/** One row of the command table: what is asked, by whom, and what it may write. */
export interface CommandEntry<N extends string = string, I extends Fields = Fields> {
  readonly name: N;
  readonly subject: Subject;
  readonly by: readonly Role[];
  /** Where in the statute the rule stands. */
  readonly article: string;
  readonly input: I;
  readonly acts: readonly ActName[];
  readonly records: readonly RecordName[];
  readonly does: string;
}

type Row<I extends Fields> = Omit<CommandEntry<string, I>, 'name' | 'subject' | 'records' | 'acts'> &
  Partial<Pick<CommandEntry, 'records' | 'acts'>>;

export const commandsOf =
  (subject: Subject) =>
  <const N extends string, const I extends Fields>(name: N, row: Row<I>): CommandEntry<N, I> => ({
    acts: [],
    records: [],
    ...row,
    name,
    subject,
  });

export type InputOf<E> = E extends CommandEntry<string, infer I> ? Values<I> : never;
