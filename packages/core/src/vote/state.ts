import type { Tally } from '@cabildo/count';
import type { ActData } from '../catalogue/acts.ts';
import type { SecretVote } from '../secret/state.ts';
import type { DecisionRule } from '../statute/fields.ts';
import type { Table } from '../table.ts';
import type { Time } from '../time.ts';

/** How a vote is counted. */
export type Method = ActData<'VoteOpened'>['method'];

export interface Vote {
  readonly sitting: number;
  readonly motion: number;
  /** Without a count it is a decision that stands as a closed vote. */
  readonly method: Method | 'acclamation' | 'consensus';
  readonly rule: DecisionRule;
  /** A second majority that must hold too. */
  readonly and?: DecisionRule;
  /** The vote on the same motion that decided nothing before this one. */
  readonly again?: number;
  /** What a delegation's card weighs. */
  readonly weights?: 'seats' | 'members';
  /** Of the members that the cards weigh: how many are known to be in two bases. */
  readonly doubleMembers?: number;
  /** Of a mixed vote, and of one in secret (where `phones` are those who draw a credential): how many vote in which channel. */
  readonly channels?: { readonly hands: number; readonly phones: number; readonly papers: number };
  /** Of those present: how many hold a slip of an open cabildo. */
  readonly slips?: number;
  readonly present: number;
  readonly roll: number;
  readonly electorate: { readonly count: number; readonly root: string };
  readonly openedAt: Time;
  /** block → its last round; empty until the vote is closed: no tally runs while it is open. */
  readonly blocks: Table<Block>;
  /** Delegation → its card as last raised; empty until the vote is closed. */
  readonly cards: Table<Card>;
  /** The papers as last counted; null until the vote is closed. */
  readonly urn: Omit<ActData<'UrnCounted'>, 'vote'> | null;
  /** Of a vote that is taken in secret: who opens it, its box, and what was in it. */
  readonly secret?: SecretVote;
  /** The lot that was announced, and when its source is known. */
  readonly lot: { readonly announced: number; readonly at: Time; readonly drawn: string | null } | null;
  readonly closed: (Omit<ActData<'VoteClosed'>, 'vote'> & { readonly act: number; readonly at: Time }) | null;
}

export interface Block {
  readonly round: number;
  /** With how many people there were in it, where the teller counted them. */
  readonly entries: readonly (Tally & { readonly people?: number })[];
  readonly agreed: boolean;
}

export type Card = Omit<ActData<'DelegationCardsCounted'>['cards'][number], 'below'>;

export type { Tally };
