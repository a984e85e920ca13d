import type { Context, DraftAct } from '../decision.ts';
import { electionAt, electionsTo } from '../delegation/serving.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Election } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { tableGet, tableHas } from '../table.ts';
import { recallableFrom } from './earliest.ts';

export const recallProposals: ProposalRules<'recall-delegate' | 'vacate-seat'> = {
  'recall-delegate': {
    matters: ['recall'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: (context, rules, elected) => heldRefusal(context, elected) ?? earlyRefusal(context, rules, elected),
    effects: ({ context, vote, by }, elected) =>
      withdrawing(context.state, elected, ({ to }, holder) => ({
        act: 'DelegateRecalled',
        by,
        data: { vote, election: elected.election, to, seat: elected.seat, holder },
      })),
  },

  /** The delegate died, or has moved away: no recall, so it waits for nothing. Staying away is judged, as a recall is. */
  'vacate-seat': {
    matters: ['recall', 'election'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: (context, rules, elected) =>
      heldRefusal(context, elected) ?? (elected.reason === 'absent' ? earlyRefusal(context, rules, elected) : null),
    effects: ({ context, vote, by }, { election, seat, reason }) =>
      withdrawing(context.state, { election, seat }, ({ to }, holder) => ({
        act: 'SeatVacated',
        by,
        data: {
          vote,
          to,
          below: context.state.origin,
          seat,
          holder,
          election: { book: context.state.origin, index: election },
          reason,
        },
      })),
  },
};

interface Elected {
  readonly election: number;
  readonly seat: number;
}

function heldRefusal({ state, at }: Context, { election: index, seat: number }: Elected): Refused | null {
  const election = tableGet(state.elections, index);
  const seat = election?.seats.find((candidate) => candidate.seat === number);
  if (election === undefined || seat === undefined) return refuse('no-such-seat', 'recall', { needed: number });
  // Filled by a later election: that one is to be named, or the one before if the later is not sealed or has not begun.
  const elections = electionsTo(state, election.to, number);
  const standing = [
    electionAt(state, election.to, number, at),
    elections.findLast((act) => tableHas(state.sealed, act)),
    elections.at(-1),
  ];
  if (!standing.includes(index)) return refuse('no-such-seat', 'recall', { needed: number });
  if (seat.recalled !== null && (seat.alternate === null || seat.alternateRecalled !== null))
    return refuse('delegate-recalled', 'recall', { present: seat.recalled });
  return null;
}

function earlyRefusal({ state, at }: Context, rules: Statute, { election }: Elected): Refused | null {
  const earliest = recallableFrom(tableGet(state.elections, election)?.from ?? at, rules.recall.monthsBefore, at);
  return at < earliest ? refuse('too-early', 'recall.monthsBefore', { needed: earliest, present: at }) : null;
}

/** Of whoever was elected; once that one is out, of the alternate. */
function withdrawing(
  state: BodyState,
  { election: index, seat: number }: Elected,
  act: (election: Election, holder: string) => DraftAct,
): readonly DraftAct[] {
  const election = tableGet(state.elections, index);
  const seat = election?.seats.find((candidate) => candidate.seat === number);
  if (election === undefined || seat === undefined) return [];
  return [act(election, seat.recalled === null ? seat.holder : (seat.alternate ?? seat.holder))];
}
