import type { ProposalOf } from '../motion/proposal.ts';
import type { BodyState, Motion, Vote } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { ContestRule } from './fields.ts';
import { type Candidate, type CountedContest, contestKey } from './state.ts';

type HeldElection = ProposalOf<'hold-election'>;

/** What one count of an election fills, and how. */
export interface Contest extends Pick<ContestRule, 'method' | 'vacancy'> {
  readonly number: number;
  /** The first elected takes the first place. */
  readonly places: readonly Place[];
  readonly options: Readonly<Record<string, string>>;
  /** Of several places: so many women, where the statute has parity. */
  readonly women: number;
}

export type Place = { readonly office: string } | { readonly seat: number };

/** The statute's contests for officers, or for delegates. Absent article: neither are counted, both are voted as a list. */
export function contestRules({ elections }: Pick<Statute, 'elections'>, of: 'officers' | 'delegates') {
  return (elections?.contests ?? []).filter(({ offices }) => (offices === undefined) === (of === 'delegates'));
}

/** A paper that ranks points to whoever cast it if there are few: below this number only scrutineers see the papers. */
export const publicFrom = ({ elections }: Pick<Statute, 'elections'>): number => elections?.publicFrom ?? 30;

const womenAmong = ({ parity }: Pick<Statute, 'parity'>, places: number): number =>
  parity === undefined || places < 2 ? 0 : Math.ceil((places * parity.women.num) / parity.women.den);

function contestsOf(
  rules: Pick<Statute, 'elections' | 'parity'>,
  { to, seats = [] }: HeldElection,
): readonly Contest[] {
  const ruled = contestRules(rules, to === undefined ? 'officers' : 'delegates');
  return ruled.map(({ offices, method, options = [], vacancy }, position) => ({
    number: position + 1,
    places: offices === undefined ? seats.map((seat) => ({ seat })) : offices.map((office) => ({ office })),
    method,
    options: Object.fromEntries(options.map(({ option, value }) => [option, value])),
    vacancy,
    women: womenAmong(rules, offices?.length ?? seats.length),
  }));
}

export const heldElection = ({ proposal }: Pick<Motion, 'proposal'>): HeldElection | null =>
  proposal.kind === 'hold-election' ? proposal : null;

/** The contests of a motion that holds an election; none of any other motion. */
export function contestsIn(state: BodyState, motion: Pick<Motion, 'proposal'> | undefined): readonly Contest[] {
  const rules = statuteOf(state);
  const held = motion === undefined ? null : heldElection(motion);
  return rules === null || held === null ? [] : contestsOf(rules, held);
}

export const contestsOfVote = (state: BodyState, { motion }: Pick<Vote, 'motion'>): readonly Contest[] =>
  contestsIn(state, tableGet(state.motions, motion));

/** Everybody who stood, in the order of the numbers on the paper. */
export const candidatesIn = (state: BodyState, motion: number, contest: number): readonly Candidate[] =>
  tableGet(state.candidates, contestKey(motion, contest)) ?? [];

export const countedIn = (state: BodyState, vote: number, contest: number): CountedContest | undefined =>
  tableGet(state.contests, contestKey(vote, contest));

/** A vote of which papers are ranked is counted by entering them, not by yes and no. */
export function isElection(state: BodyState, vote: Pick<Vote, 'motion'>): boolean {
  const motion = tableGet(state.motions, vote.motion);
  return motion !== undefined && heldElection(motion) !== null;
}
