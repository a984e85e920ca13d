import type { Text } from './text.ts';

/** How a count stood when one of its steps was done. */
export type Stage = {
  readonly n: number;
  /** What was done: `count`, `elect`, `exclude`, `transfer-surplus`, … */
  readonly action: string;
  /** The same in words that a teller can read out. */
  readonly explanation: Text;
  /** Votes, points or seats by candidate id, as exact decimals. */
  readonly tally: Readonly<Record<string, string>>;
  readonly nonTransferable: string;
  /** What rounding left over. */
  readonly residue: string;
  readonly elected?: readonly string[];
  readonly excluded?: readonly string[];
  /** Where votes went in this stage: from whom, to whom (null is nobody), how many. */
  readonly transfers?: readonly Transfer[];
  readonly quota?: string;
  /** What the tally was made from: keep factors, pairwise counts, the order of all candidates. */
  readonly details?: Readonly<Record<string, unknown>>;
};

export type Transfer = { readonly from: string; readonly to: string | null; readonly votes: string };

/** A tie that the rule does not break: a lot is to be drawn among the tied, and comes back as input. */
export type LotsRequired = {
  readonly stage: number;
  /** What happens to whoever is drawn. */
  readonly purpose: LotPurpose;
  readonly tied: readonly string[];
  /** How many are to be drawn, in order. */
  readonly draw: number;
  readonly explanation: Text;
};

export type LotPurpose = 'elect' | 'exclude' | 'transfer-first' | 'order';

export type Elected = { readonly id: string; readonly name: string; readonly stage: number };

export type CountResult = {
  readonly method: string;
  /** Every option of the method with its value, given or by default. */
  readonly options: Readonly<Record<string, string>>;
  readonly seats: number;
  readonly ballots: {
    readonly total: string;
    readonly valid: string;
    readonly blank: string;
    readonly invalid: string;
  };
  readonly quota: string | null;
  readonly elected: readonly Elected[];
  readonly stages: readonly Stage[];
  readonly lotsRequired: LotsRequired | null;
};

/** Why nothing was counted: the method does not fit the ballots, or an option does not fit the method. */
export type CountRefusal = { readonly code: string; readonly text: Text };
