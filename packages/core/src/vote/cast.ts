import { divideSeats } from '@cabildo/count';
import { holderOf, seatHeldBy } from '../authority.ts';
import { accept, type Context, type Decision, type VaultRecord } from '../decision.ts';
import { phaseOfMotion, votesIn } from '../delegation/seat-class.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { isSlipOut } from '../door/standing.ts';
import { type Choice, findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { parseDivision } from './divide.ts';
import { openVoteBy } from './entries.ts';
import { breachOfSeat, frozenSeats, mandateNeeds, mandateOn } from './mandated.ts';

export const castVote: Handler<'CastVote'> = {
  needs({ state, actor }, { vote: index }) {
    const vote = tableGet(state.votes, index);
    if (vote === undefined) return [];
    if (actor.kind === 'seat') return seatNeeds(state, vote, index, actor);
    const voter = holderOf(actor);
    return voter === null ? [] : [hereNeed(vote, voter), ballotNeed(index, voter, voter)];
  },
  decide(context, { vote: index, choice }) {
    const { state, actor, evidence } = context;
    const found = openVoteBy(state, index, 'devices', 'mixed');
    if (!found.ok) return found;
    if (actor.kind === 'seat') return seatBallot(context, found.value, index, actor, choice);
    const voter = holderOf(actor);
    if (voter === null) return refuse('not-allowed', 'rules', { needed: 'member | delegate | slip' });
    // The list is frozen at the opening: whoever came in afterwards waits for the next vote.
    const here = findingFor(evidence, hereNeed(found.value, voter)).found;
    const isOnList = here !== null && here.channel === 'phone' && here.asOf <= index;
    if (!isOnList || (actor.kind === 'slip' && !isSlipOut(state, actor)))
      return refuse('not-in-electorate', 'rules', { needed: 'CheckIn' });
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
    return seatBallot(context, found.value, index, { below, seat: number, holder: seat.holder }, choice);
  },
};

interface SeatVoter {
  readonly below: string;
  readonly seat: number;
  readonly holder: string;
}

function seatBallot(context: Context, vote: Vote, index: number, voter: SeatVoter, choice: Choice): Decision {
  const { state, at, evidence } = context;
  const key = seatKey(voter.below, voter.seat);
  const seat = tableGet(state.seats, key);
  if (seat === undefined || !seatHeldBy(state, voter.below, voter.seat, voter.holder, at))
    return refuse('not-allowed', 'delegates', { needed: key });
  // The list is frozen at the opening: a seat accredited later waits for the next vote; an alternate takes a frozen seat.
  if (seat.sitting !== vote.sitting || seat.act > index) return refuse('not-in-electorate', 'rules', { needed: key });
  const phase = phaseOfMotion(state, vote.motion);
  if (!votesIn(state, seat, phase))
    return refuse('seat-without-vote', 'seats', { needed: phase, present: seat.class ?? 'titular' });
  if (findingFor(evidence, ballotNeed(index, key, voter.holder)).found !== null)
    return refuse('already-voted', 'rules', { present: key });
  const instruction = mandateOn(context, vote, voter.below);
  const breach =
    instruction === null
      ? null
      : breachOfSeat(
          instruction.instruction,
          choice,
          shareLeft(context, { vote, index, voter }, instruction.instruction, choice),
        );
  const binding = statuteOf(state)?.mandates.binding ?? 'flag';
  if (instruction !== null && breach !== null && binding === 'refuse')
    return refuse(breach, 'mandates.binding', { needed: instruction.instruction, present: choice });
  const mandate =
    instruction === null ? {} : { mandate: { instruction: instruction.instruction, cites: instruction.cites } };
  const record: VaultRecord = { record: 'ballot', vote: index, voter: key, holder: voter.holder, choice, ...mandate };
  const marked = breach !== null && binding === 'flag';
  return accept([], [record], { counted: true, mandate: instruction?.instruction ?? 'none', againstMandate: marked });
}

/** Of the choice's share in a divided mandate: what it gives to the delegation, and what its other seats have used. */
function shareLeft(
  { state, evidence }: Context,
  { vote, index, voter }: { readonly vote: Vote; readonly index: number; readonly voter: SeatVoter },
  instruction: string,
  choice: Choice,
): { readonly given: number; readonly used: number } {
  const seats = frozenSeats(state, vote, index, voter.below);
  const division = parseDivision(instruction);
  const given = division === null ? 0 : divideSeats(seats.length, division)[choice];
  const cast = seats.map(({ key, holder }) => findingFor(evidence, ballotNeed(index, key, holder)).found?.choice);
  return { given, used: cast.filter((one) => one === choice).length };
}

function seatNeeds(state: BodyState, vote: Vote, index: number, voter: SeatVoter): readonly Need[] {
  const key = seatKey(voter.below, voter.seat);
  return [
    ballotNeed(index, key, voter.holder),
    ...frozenSeats(state, vote, index, voter.below)
      .filter((seat) => seat.key !== key || seat.holder !== voter.holder)
      .map((seat) => ballotNeed(index, seat.key, seat.holder)),
    ...mandateNeeds(state, vote, voter.below),
  ];
}

/** Of this one person: a hall that votes would otherwise look through all of itself for each of its votes. */
const hereNeed = ({ sitting }: Vote, voter: string): NeedOf<'checked-in'> => ({
  fact: 'checked-in',
  sitting,
  member: voter,
});

const ballotNeed = (vote: number, voter: string, holder: string): NeedOf<'own-ballot'> => ({
  fact: 'own-ballot',
  vote,
  voter,
  holder,
});
