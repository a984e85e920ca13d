import { holderOf, seatHeldBy } from '../authority.ts';
import { accept, type Context, type Decision, type VaultRecord } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { type Choice, type Finding, findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { sameText } from '../motion/text.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { mandatedActs } from './open.ts';

export const castVote: Handler<'CastVote'> = {
  needs({ state, actor }, { vote: index }) {
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return [];
    if (actor.kind === 'seat') return seatNeeds(state, vote, index, actor);
    if (actor.kind !== 'member') return [];
    return [attendanceNeed(vote, index), ballotNeed(index, actor.member, actor.member)];
  },
  decide(context, { vote: index, choice }) {
    const { state, actor, evidence } = context;
    const found = openVoteBy(state, index, 'devices');
    if (!found.ok) return found;
    if (actor.kind === 'seat') return seatBallot(context, found.vote, index, actor, choice);
    const voter = holderOf(actor);
    if (voter === null || actor.kind !== 'member') return refuse('not-allowed', 'rules');
    const attending = findingFor(evidence, attendanceNeed(found.vote, index)).found?.holders.includes(voter) === true;
    if (!attending) return refuse('not-in-electorate', 'rules', { needed: 'CheckIn' });
    if (findingFor(evidence, ballotNeed(index, voter, voter)).found !== null) return refuse('already-voted', 'rules');
    return accept([], [{ record: 'ballot', vote: index, voter, holder: voter, choice }], { counted: true });
  },
};

/** In a roll call the secretary notes what each seat answers aloud. */
export const recordRollCallVote: Handler<'RecordRollCallVote'> = {
  needs({ state }, { vote: index, below, seat: number }) {
    const vote = tableGet(state.votes, index);
    const seat = tableGet(state.seats, seatKey(below, number));
    if (vote === undefined || seat === undefined) return [];
    return seatNeeds(state, vote, index, { below, seat: number, holder: seat.holder });
  },
  decide(context, { vote: index, below, seat: number, choice }) {
    const found = openVoteBy(context.state, index, 'roll-call');
    if (!found.ok) return found;
    const seat = tableGet(context.state.seats, seatKey(below, number));
    if (seat === undefined) return refuse('no-such-seat', 'delegates', { needed: seatKey(below, number) });
    return seatBallot(context, found.vote, index, { below, seat: number, holder: seat.holder }, choice);
  },
};

interface SeatVoter {
  readonly below: string;
  readonly seat: number;
  readonly holder: string;
}

type OpenVote = { readonly ok: true; readonly vote: Vote } | Refused;

function openVoteBy(state: BodyState, index: number, method: Vote['method']): OpenVote {
  const vote = tableGet(state.votes, index);
  if (vote === undefined) return refuse('not-found', 'rules', { needed: `VoteOpened ${index}` });
  if (vote.closed !== null) return refuse('vote-closed', 'rules', { present: vote.closed.act });
  return vote.method === method
    ? { ok: true, vote }
    : refuse('method-not-allowed', 'rules', { needed: vote.method, present: method });
}

function seatBallot(context: Context, vote: Vote, index: number, voter: SeatVoter, choice: Choice): Decision {
  const { state, at, evidence } = context;
  const key = seatKey(voter.below, voter.seat);
  const seat = tableGet(state.seats, key);
  if (seat === undefined || !seatHeldBy(state, voter.below, voter.seat, voter.holder, at))
    return refuse('not-allowed', 'delegates', { needed: key });
  // The list is frozen at the opening: a seat accredited later waits for the next vote; an alternate takes a frozen seat.
  if (seat.sitting !== vote.sitting || seat.act > index) return refuse('not-in-electorate', 'rules', { needed: key });
  if (findingFor(evidence, ballotNeed(index, key, voter.holder)).found !== null)
    return refuse('already-voted', 'rules', { present: key });
  const instruction = mandateOn(context, vote, voter.below);
  const breach = instruction === null ? null : breachBy(instruction.instruction, choice);
  const binding = statuteOf(state)?.mandates.binding ?? 'flag';
  if (instruction !== null && breach !== null && binding === 'refuse')
    return refuse(breach, 'mandates.binding', { needed: instruction.instruction, present: choice });
  const mandate =
    instruction === null ? {} : { mandate: { instruction: instruction.instruction, cites: instruction.cites } };
  const record: VaultRecord = { record: 'ballot', vote: index, voter: key, holder: voter.holder, choice, ...mandate };
  const marked = breach !== null && binding === 'flag';
  return accept([], [record], { counted: true, mandate: instruction?.instruction ?? 'none', againstMandate: marked });
}

interface Instruction {
  readonly instruction: string;
  readonly cites: Finding['cites'];
}

/** The base's instruction on this text; on a text that has changed in substance it is "come back and ask" (DESIGN section 6, Mandate). */
function mandateOn({ state, evidence }: Context, vote: Vote, below: string): Instruction | null {
  const motion = tableGet(state.motions, vote.motion);
  for (const need of mandateNeeds(state, vote, below)) {
    const finding = findingFor(evidence, need);
    if (finding.found === null) continue;
    const holds = motion !== undefined && sameText(motion, finding.found.textHash);
    return { instruction: holds ? finding.found.instruction : 'come-back-and-ask', cites: finding.cites };
  }
  return null;
}

/** Does this choice break that instruction, and how is that named? */
export function breachBy(instruction: string, choice: Choice): 'against-mandate' | 'come-back-and-ask' | null {
  if (instruction === 'free' || instruction === choice) return null;
  if (instruction === 'come-back-and-ask') return choice === 'abstain' ? null : 'come-back-and-ask';
  return 'against-mandate';
}

const mandateNeeds = (state: BodyState, vote: Vote, below: string): readonly NeedOf<'mandate'>[] =>
  mandatedActs(state, vote.motion).map((motion) => ({ fact: 'mandate', book: below, on: state.origin, motion }));

function seatNeeds(state: BodyState, vote: Vote, index: number, voter: SeatVoter): readonly Need[] {
  const key = seatKey(voter.below, voter.seat);
  return [ballotNeed(index, key, voter.holder), ...mandateNeeds(state, vote, voter.below)];
}

const attendanceNeed = (vote: Vote, index: number): NeedOf<'attendance'> => ({
  fact: 'attendance',
  sitting: vote.sitting,
  asOf: index,
});

const ballotNeed = (vote: number, voter: string, holder: string): NeedOf<'own-ballot'> => ({
  fact: 'own-ballot',
  vote,
  voter,
  holder,
});
