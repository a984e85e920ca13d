import type { ActName } from './acts.ts';
import type { Role, Subject } from './entry.ts';
import type { Fields, Values } from './fields.ts';

/** A row of the vault that a command writes: what must be erasable, or hidden until its time, is no act. */
export type RecordName =
  | 'member'
  | 'card'
  | 'attendance'
  | 'attendance-erased'
  | 'slip'
  | 'slip-voided'
  | 'presence-count'
  | 'block-count'
  | 'card-count'
  | 'urn-count'
  | 'ballot-file'
  | 'petition-count'
  | 'stock-count'
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
  /** Counted as it was made: a phone that gave its key at sign-in must sign it (decision 0009, The door). */
  readonly signed: boolean;
  readonly does: string;
}

type Row<I extends Fields> = Omit<CommandEntry<string, I>, 'name' | 'subject' | 'records' | 'acts' | 'signed'> &
  Partial<Pick<CommandEntry, 'records' | 'acts' | 'signed'>>;

export const commandsOf =
  (subject: Subject) =>
  <const N extends string, const I extends Fields>(name: N, row: Row<I>): CommandEntry<N, I> => ({
    acts: [],
    records: [],
    signed: false,
    ...row,
    name,
    subject,
  });

export type InputOf<E> = E extends CommandEntry<string, infer I> ? Values<I> : never;
