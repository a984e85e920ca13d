import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import { seatKey } from './seat-key.ts';

/** A delegate needs nobody's leave to give the seat up; as after a recall, the alternate takes the frozen seat. */
export const vacateSeat: Handler<'VacateSeat'> = {
  decide(context, { reason }) {
    const { state, actor } = context;
    const seat = actor.kind === 'seat' ? tableGet(state.seats, seatKey(actor.below, actor.seat)) : undefined;
    if (seat === undefined) return refuse('not-allowed', 'delegates', { needed: 'delegate' });
    const { below, seat: number, holder, alternate, sitting, election } = seat;
    const vacated: DraftAct = {
      act: 'SeatVacated',
      by: authority(context, 'delegates'),
      data: { below, seat: number, holder, election, reason },
    };
    const open = tableGet(state.sittings, sitting)?.closedAt === null;
    if (alternate === null || !open) return accept([vacated]);
    return accept([
      vacated,
      {
        act: 'AlternateSeated',
        by: { office: 'statute', article: 'delegates' },
        data: { sitting, below, seat: number, holder: alternate },
      },
    ]);
  },
};
