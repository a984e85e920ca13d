import type { ActData } from '../catalogue/acts.ts';
import type { DecisionRule } from '../statute/fields.ts';
import type { Table } from '../table.ts';
import type { Time } from '../time.ts';

export interface Vote {
  readonly sitting: number;
  readonly motion: number;
  readonly method: 'hands' | 'devices' | 'roll-call';
  readonly rule: DecisionRule;
  readonly present: number;
  readonly roll: number;
  readonly electorate: { readonly count: number; readonly root: string };
  readonly openedAt: Time;
  /** block → its last round; empty until the vote is closed: no tally runs while it is open. */
  readonly blocks: Table<Block>;
  readonly closed: (Omit<ActData<'VoteClosed'>, 'vote'> & { readonly act: number; readonly at: Time }) | null;
}

export interface Block {
  readonly round: number;
  readonly entries: readonly Tally[];
  readonly agreed: boolean;
}

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}
