import { heldElection } from '../election/contests.ts';
import type { BodyState, Sitting, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { countsOf } from '../vote/counted.ts';
import type { Outcome, TriedVote } from './vote.ts';

/** A closed vote of this book, by the act that opened it, and what its own act says of the outcome. */
export interface PastVote {
  readonly vote: number;
  readonly title: string;
  readonly outcome: Outcome;
  readonly tried: TriedVote;
}

/** The last closed votes, the newest first. What a crowd acclaimed was never a decision under a quorum. */
export function pastVotes(state: BodyState, most: number): readonly PastVote[] {
  const found: PastVote[] = [];
  for (const [key, vote] of [...tableEntries(state.votes)].sort(([a], [b]) => Number(b) - Number(a))) {
    if (found.length === most) break;
    const past = pastVote(state, Number(key), vote);
    if (past !== null) found.push(past);
  }
  return found;
}

function pastVote(state: BodyState, index: number, vote: Vote): PastVote | null {
  const motion = tableGet(state.motions, vote.motion);
  const sitting = tableGet(state.sittings, vote.sitting);
  const opened = sitting?.opened ?? null;
  if (state.body === null || motion === undefined || sitting === undefined) return null;
  const outcome = vote.closed?.outcome ?? 'annulled';
  if (vote.closed === null || outcome === 'annulled' || opened === null || sitting.crowd !== null) return null;
  const { title, matter, proposal } = motion;
  const { method, present, roll, openedAt, electorate, weights } = vote;
  const tried: TriedVote = {
    body: state.body,
    matter,
    proposal,
    method,
    hall: {
      ...sitting,
      resumed: resumedBefore(sitting, openedAt),
      // As the hall was when the vote was opened: what was counted later was another hall.
      counted: null,
      present: null,
      slips: vote.slips === undefined ? null : { issued: vote.slips, voided: [], mark: '' },
      opened: { call: opened.call, at: opened.at, present: opened.quorum.present },
    },
    openedAt,
    there: method === 'delegation-cards' ? electorate.count : present,
    present,
    roll,
    ...(weights === undefined ? {} : { weights }),
    votes: votesOf(state, index, { ...vote, closed: vote.closed }, outcome),
  };
  return { vote: index, title, outcome, tried };
}

/** The book tells of the last recess alone; a vote after an earlier one was taken on a day that had begun anew by then. */
const resumedBefore = ({ resumed }: Sitting, at: Time): Time | null =>
  resumed === null || resumed <= at ? resumed : at;

function votesOf(
  state: BodyState,
  index: number,
  vote: Omit<Vote, 'closed'> & { readonly closed: Closed },
  outcome: Outcome,
): TriedVote['votes'] {
  const { closed } = vote;
  const motion = tableGet(state.motions, vote.motion);
  if (vote.method === 'acclamation' || vote.method === 'consensus') return { by: 'voices', outcome };
  if (motion === undefined || heldElection(motion) === null)
    return {
      by: 'count',
      counts: countsOf(vote, closed),
      tellsBodies: closed.ballots === undefined || closed.bodies !== undefined,
    };
  const isLast = tableEntries(state.statutes).every(([adopted]) => Number(adopted) < index);
  return { by: 'papers', outcome, under: isLast ? statuteOf(state) : null };
}

type Closed = NonNullable<Vote['closed']>;
