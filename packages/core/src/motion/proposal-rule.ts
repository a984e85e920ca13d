import type { ActData } from '../catalogue/acts.ts';
import type { Context, DraftAct } from '../decision.ts';
import type { Need } from '../facts.ts';
import type { Ask } from '../handler.ts';
import type { Refused } from '../refusal.ts';
import type { BodyState, Motion, Tally, Vote } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import type { Proposal, ProposalOf } from './proposal.ts';

export type ProposalKind = Proposal['kind'];

/** What a kind of proposal may be, and what it does when it carries. One per kind, with its subject. */
export interface ProposalRule<K extends ProposalKind> {
  /** Under which matters it may be put: what it does decides how it must be decided, whatever it is called. */
  readonly matters: readonly Matter[];
  /**
   * `at-once`: a body's own affair, such as an election; nothing above or below suspends it. `may-wait`: takes effect
   * at once unless the statute suspends the matter. `as-resolution`: always carries as a resolution of its own.
   */
  readonly carries: 'at-once' | 'may-wait' | 'as-resolution';
  /** Must still be allowed when it takes effect, not only when it was tabled. */
  readonly checkedAgain: boolean;
  readonly needs?: (ask: Pick<Ask, 'state'>, proposal: ProposalOf<K>) => readonly Need[];
  readonly refuses?: (context: Context, rules: Statute, proposal: ProposalOf<K>, matter: Matter) => Refused | null;
  /** Whether it waits for the bases, where that depends on what it is about and not on the matter alone. */
  readonly waits?: (state: BodyState, proposal: ProposalOf<K>) => boolean | null;
  /** On record as soon as it carries, suspended or not. */
  readonly records?: (carried: Carried, proposal: ProposalOf<K>) => readonly DraftAct[];
  /** The effect: once it carries, or once the bases have ratified it. */
  readonly effects?: (carried: Carried, proposal: ProposalOf<K>) => readonly DraftAct[];
  /** Of a question that is answered either way: what the vote's outcome writes, whatever it is. */
  readonly answers?: (carried: Carried, closed: ClosedVote, proposal: ProposalOf<K>) => readonly DraftAct[];
}

export type ProposalRules<K extends ProposalKind> = { readonly [One in K]: ProposalRule<One> };

export interface Carried {
  readonly context: Context;
  readonly motion: Motion;
  /** The act that tabled it. An acclamation is decided before its vote is in the state, so that does not say. */
  readonly tabled: number;
  readonly vote: number;
  /** The act that adopts it as a resolution, where there is one. */
  readonly resolution: number;
  readonly by: { readonly office: string; readonly article: string };
}

export interface ClosedVote {
  readonly vote: Vote;
  readonly index: number;
  readonly outcome: ActData<'VoteClosed'>['outcome'];
  readonly tally: Tally;
  /** Index that the first of these acts gets. */
  readonly next: number;
}
