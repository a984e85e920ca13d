import { authority } from '../authority.ts';
import { accept, type Context, type Decision, type Draft, type DraftAct } from '../decision.ts';
import { findingFor, type Need } from '../facts.ts';
import { proposalRefusal, proposalRule } from '../motion/check.ts';
import type { Proposal } from '../motion/proposal.ts';
import type { RefusalCode } from '../refusal.ts';
import { boxSummed, secretResultNeed } from '../secret/box.ts';
import { boxOf } from '../secret/sums.ts';
import { besides } from '../sitting/regularise.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { candidateNeeds } from './candidates.ts';
import { type Contest, candidatesIn, contestsOfVote, countedIn, heldElection } from './contests.ts';
import { type ContestCount, countContest, leastForPublic } from './count.ts';
import { filesNeed, type Typed, typedPapers } from './entries.ts';
import { countedByCandidates } from './tellers.ts';

export const electionNeeds = (state: BodyState, vote: Vote, index: number): readonly Need[] => [
  filesNeed(index),
  ...(vote.secret === undefined ? [] : [secretResultNeed(vote.secret)]),
  ...candidateNeeds(state, vote.motion),
];

/** Closes the urn of an election, or its secret box: every contest is counted by its method, and whoever is elected takes the place. */
export function closeElection(context: Context, vote: Vote, index: number): Decision {
  const { state } = context;
  const contests = contestsOfVote(state, vote);
  const box = vote.method === 'secret' ? boxSummed(context, vote, index) : null;
  if (box?.ok === false) return box;
  const sums = box?.value.data;
  const typed: Typed[] = [];
  for (const contest of contests) {
    const found = typedPapers(state, vote, contest, findingFor(context.evidence, filesNeed(index)).found ?? []);
    if (!found.ok) return found;
    typed.push(found.value);
  }
  const counts: ContestCount[] = [];
  const least = leastForPublic(context);
  for (const [position, contest] of contests.entries()) {
    const counting = { vote: index, motion: vote.motion, contest, typed: typed[position] as Typed, lots: [] };
    const fromBox = boxOf(state, vote, sums, contest.number);
    const counted = countContest(context, { ...counting, box: fromBox, publicFrom: least });
    if (!counted.ok) return counted;
    counts.push(counted.value);
  }
  const outcome = outcomeOf(counts.map((one) => one.outcome));
  const turnout = Math.max(0, ...typed.flatMap(({ entries }) => entries.map(({ papers }) => papers)));
  const closing: Draft<'VoteClosed'> = {
    act: 'VoteClosed',
    by: authority(context, 'rules'),
    data: {
      vote: index,
      tallies: [],
      turnout: turnout + (sums?.voters ?? 0),
      dropped: 0,
      outcome,
      ...countedByCandidates(state, vote, findingFor(context.evidence, filesNeed(index)).found ?? []),
    },
  };
  const acts = [...(box === null ? [] : [box.value]), ...counts.map(({ act }) => act)];
  const elected = counts.map(({ contest, act }) => ({ contest, elected: act.data.elected }));
  const effects = outcome === 'carried' ? seated(context, { vote, index, elected, written: acts.length + 1 }) : nothing;
  return accept([...acts, closing, ...effects.acts], [], { outcome, ...said(effects) });
}

const outcomeOf = (all: readonly ContestCount['outcome'][]): 'carried' | 'tied' | 'undetermined' | 'rejected' => {
  if (all.includes('undetermined')) return 'undetermined';
  // Nobody voted; or the statute has been amended meanwhile, and counts nothing any more.
  if (all.length === 0 || all.includes('nobody')) return 'rejected';
  return all.includes('lots-required') ? 'tied' : 'carried';
};

interface Effects {
  readonly acts: readonly DraftAct[];
  readonly withoutEffect: RefusalCode | null;
}

const nothing: Effects = { acts: [], withoutEffect: null };

export const said = ({ withoutEffect }: Effects) => (withoutEffect === null ? {} : { withoutEffect });

interface Elected {
  readonly contest: Contest;
  readonly elected: readonly { readonly number: number }[];
}

interface Seating {
  readonly vote: Vote;
  readonly index: number;
  readonly elected: readonly Elected[];
  /** How many acts go before. */
  readonly written: number;
}

/** What an election by a list does: the officers or delegates, as far as the rules for them still allow it. */
export function seated(context: Context, { vote, index, elected, written }: Seating): Effects {
  const { state } = context;
  const motion = tableGet(state.motions, vote.motion);
  const rules = statuteOf(state);
  const slate = slateOf(state, vote.motion, elected);
  if (motion === undefined || rules === null || slate === null) return nothing;
  const refused = proposalRefusal(context, rules, motion.matter, slate);
  if (refused !== null) return { acts: [], withoutEffect: refused.refusal.code };
  const by = { office: 'sitting', article: `rules.${motion.matter}` };
  const carried = { context, motion, tabled: vote.motion, vote: index, resolution: state.size + written, by };
  const acts = [...(proposalRule(slate).effects?.(carried, slate) ?? []), ...besides(state, carried)];
  return { acts, withoutEffect: null };
}

/** The list that was elected, place by place: as if it had been put to the vote as one. */
export function slateOf(state: BodyState, index: number, elected: readonly Elected[]): Proposal | null {
  const motion = tableGet(state.motions, index);
  const held = motion === undefined ? null : heldElection(motion);
  if (held === null) return null;
  const { to, from, until } = held;
  const filled = elected.flatMap(({ contest: { number, places }, elected: winners }) =>
    winners.flatMap((winner, position) => {
      const [place, candidate] = [places[position], candidatesIn(state, index, number)[winner.number - 1]];
      return place === undefined || candidate === undefined ? [] : [{ place, candidate }];
    }),
  );
  const hasParity = statuteOf(state)?.parity !== undefined;
  const women = hasParity ? { women: filled.filter(({ candidate }) => candidate.woman).length } : {};
  if (to !== undefined) {
    const seats = filled.flatMap(({ place, candidate: { holder, alternate } }) =>
      'seat' in place ? [{ seat: place.seat, holder, ...(alternate === null ? {} : { alternate }) }] : [],
    );
    return { kind: 'elect-delegates', to, from, until, seats, ...women };
  }
  const officers = filled.flatMap(({ place, candidate: { holder, key } }) =>
    'office' in place ? [{ office: place.office, holder, key: key ?? '' }] : [],
  );
  return { kind: 'elect-officers', officers, from, until, ...women };
}

/** Of a vote whose contests were counted: each with whoever was elected. */
export const electedIn = (state: BodyState, vote: Vote, index: number): readonly Elected[] =>
  contestsOfVote(state, vote).map((contest) => ({
    contest,
    elected: countedIn(state, index, contest.number)?.elected ?? [],
  }));
