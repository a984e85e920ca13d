import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

/**
 * Anyone may show that a delegate was recalled. From this act on the seat's vote drops out of open votes, and the
 * alternate takes the frozen seat; what was closed stands (invariant 4).
 */
export const presentRecall: Handler<'PresentRecall'> = {
  needs: ({ state }, { below, seat }) => [{ fact: 'recall', book: below, to: state.origin, seat }],
  decide(context, { below, seat: number }) {
    const { state, evidence } = context;
    const key = seatKey(below, number);
    if (tableGet(state.affiliates, below) === undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    const finding = findingFor(evidence, { fact: 'recall', book: below, to: state.origin, seat: number });
    if (finding.found === null) return refuse('no-recall-found', 'recall', { needed: key });
    const { holder, index } = finding.found;
    const seat = tableGet(state.seats, key);
    if (seat?.recalled.includes(holder) === true) return refuse('already-presented', 'recall', { present: key });
    const recall: DraftAct = {
      act: 'RecallPresented',
      by: authority(context, 'delegates'),
      data: { below, seat: number, holder, recall: { book: below, index } },
      cites: finding.cites,
    };
    const sitting = seat === undefined ? undefined : tableGet(state.sittings, seat.sitting);
    const open = sitting !== undefined && sitting.closedAt === null;
    if (seat === undefined || seat.alternate === null || seat.holder !== holder || !open) return accept([recall]);
    return accept([
      recall,
      {
        act: 'AlternateSeated',
        by: { office: 'statute', article: 'delegates' },
        data: { sitting: seat.sitting, below, seat: number, holder: seat.alternate },
      },
    ]);
  },
};
