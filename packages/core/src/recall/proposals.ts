import { seatKey } from '../delegation/seat-key.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { refuse } from '../refusal.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusMonths } from '../time.ts';

export const recallProposals: ProposalRules<'recall-delegate'> = {
  'recall-delegate': {
    matters: ['recall'],
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state, at }, rules, { election: index, seat: number }) {
      const election = tableGet(state.elections, index);
      const seat = election?.seats.find((candidate) => candidate.seat === number);
      if (election === undefined || seat === undefined) return refuse('no-such-seat', 'recall', { needed: number });
      // Filled by a later election: that one is to be named, or the one before if the later is not sealed.
      const elections = tableGet(state.seatsAbove, seatKey(election.to, number)) ?? [];
      if (elections.at(-1) !== index && elections.findLast((act) => tableHas(state.sealed, act)) !== index)
        return refuse('no-such-seat', 'recall', { needed: number });
      if (seat.recalled !== null && (seat.alternate === null || seat.alternateRecalled !== null))
        return refuse('delegate-recalled', 'recall', { present: seat.recalled });
      const earliest = plusMonths(election.from, rules.recall.monthsBefore);
      return at < earliest ? refuse('too-early', 'recall.monthsBefore', { needed: earliest, present: at }) : null;
    },
    effects: ({ context, vote, by }, { election: index, seat: number }) => {
      const election = tableGet(context.state.elections, index);
      const seat = election?.seats.find((candidate) => candidate.seat === number);
      if (election === undefined || seat === undefined) return [];
      const holder = seat.recalled === null ? seat.holder : (seat.alternate ?? seat.holder);
      return [{ act: 'DelegateRecalled', by, data: { vote, election: index, to: election.to, seat: number, holder } }];
    },
  },
};
