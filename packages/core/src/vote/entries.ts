import { holderOf } from '../authority.ts';
import type { Context } from '../decision.ts';
import { candidateRefusal } from '../election/tellers.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import { hasCountedBefore, inRound, isComplete, roundsOf, stands } from '../sitting/rounds.ts';
import type { BodyState, Method, Vote } from '../state.ts';
import { tableGet } from '../table.ts';

interface Entry {
  readonly round: number;
  readonly teller: string;
}

/** A vote that is open and taken by one of these methods. */
export function openVoteBy(state: BodyState, index: number, ...methods: readonly Method[]): Found<Vote> {
  const vote = tableGet(state.votes, index);
  if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
  if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
  const doubted = doubtedRefusal(state, vote);
  if (doubted !== null) return doubted;
  return methods.some((method) => method === vote.method)
    ? { ok: true, value: vote }
    : refuse('method-not-allowed', 'rules', { needed: vote.method, present: methods[0] ?? '' });
}

/** While the tellers owe the answer to a challenge of the quorum, or have found that it is lost, nothing is voted. */
export function doubtedRefusal(state: BodyState, { sitting }: Pick<Vote, 'sitting'>): Refused | null {
  const { challenged, lost } = tableGet(state.sittings, sitting) ?? { challenged: false, lost: null };
  if (challenged) return refuse('quorum-challenged', 'calls', { needed: 2 });
  return lost === null ? null : refuse('no-quorum', 'calls', { needed: lost.needed, present: lost.present });
}

interface Turn<E> {
  readonly teller: string;
  /** What the other teller has entered in this round. */
  readonly other: E | undefined;
}

/**
 * May this teller enter a count of that round now? Each enters once, in a recount only those who have not counted before,
 * and nobody sees the other's (DESIGN section 6, Tellers).
 */
export function tellersTurn<E extends Entry>(
  { state, actor }: Pick<Context, 'state' | 'actor'>,
  vote: Vote,
  entries: readonly E[],
  { round, of }: { readonly round: number; readonly of: string },
): Found<Turn<E>> {
  const teller = holderOf(actor);
  const tellers = tableGet(state.sittings, vote.sitting)?.tellers ?? [];
  if (teller === null || !tellers.includes(teller)) return refuse('not-allowed', 'tellers', { needed: 'teller' });
  const due = roundsOf(entries).filter(isComplete).length + 1;
  if (round !== due) return refuse('wrong-round', 'tellers', { needed: due, present: round });
  const own = candidateRefusal(state, vote, { teller, round });
  if (own !== null) return own;
  if (hasCountedBefore(entries, teller, round)) return refuse('recount-by-others', 'tellers', { present: of });
  const [other] = inRound(entries, round);
  if (other?.teller === teller) return refuse('already-counted', 'tellers', { present: of });
  return { ok: true, value: { teller, other } };
}

interface LastRound<E> {
  readonly round: number;
  readonly pair: readonly [E, E];
  readonly agreed: boolean;
}

/** The round that stands, once it does; which count waits is said, but no number. */
export function lastRound<E extends Entry>(
  state: BodyState,
  entries: readonly E[],
  of: string,
  agree: (one: E, other: E) => boolean,
): Found<LastRound<E>> {
  const rounds = roundsOf(entries);
  const [one, other] = rounds.at(-1) ?? [];
  if (one === undefined || other === undefined) return waits(of, rounds.length === 0 ? 0 : 1);
  const agreed = agree(one, other);
  const round = rounds.length;
  return stands(state, round, agreed)
    ? { ok: true, value: { round, pair: [one, other], agreed } }
    : refuse('counts-differ', 'tellers', { needed: round + 1, present: round, detail: { block: of } });
}

const waits = (of: string, present: number): Refused =>
  refuse('not-counted', 'tellers', { needed: 2, present, detail: { block: of } });
