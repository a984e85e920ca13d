import { booksOn } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import { seatKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

/**
 * Anyone may show that a delegate was recalled. From this act on the seat's vote drops out of open votes, and the
 * alternate takes the frozen seat; what was closed stands (invariant 4).
 */
export const presentRecall: Handler<'PresentRecall'> = {
  needs: (ask, { below, seat }) => recallNeeds(ask, below, seat),
  decide(context, { below, seat: number }) {
    const { state, evidence } = context;
    const key = seatKey(below, number);
    if (tableGet(state.affiliates, below) === undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    const findings = recallNeeds(context, below, number).map((need) => findingFor(evidence, need));
    const finding = findings.find(({ found }) => found !== null);
    if (finding === undefined || finding.found === null) return refuse('no-recall-found', 'recall', { needed: key });
    const { holder, index } = finding.found;
    const { book } = finding.need;
    const seat = tableGet(state.seats, key);
    if (seat?.recalled.some((recalled) => recalled.act === index && recalled.holder === holder) === true)
      return refuse('already-presented', 'recall', { present: key });
    // Elected again since: the recall was of an earlier election.
    if (seat !== undefined && seat.election.book === book && index < seat.election.index)
      return refuse('no-recall-found', 'recall', { needed: key });
    const recall: DraftAct = {
      act: 'RecallPresented',
      by: authority(context, 'delegates'),
      data: { below, seat: number, holder, recall: { book, index } },
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

/** Of whoever sits there, or else of whoever was recalled last; a body whose book goes on in another recalls there. */
const recallNeeds = (
  { state, at }: Pick<Ask, 'state' | 'at'>,
  below: string,
  seat: number,
): readonly NeedOf<'recall'>[] => {
  const holder = tableGet(state.seats, seatKey(below, seat))?.holder ?? '';
  return booksOn(state, below).map((book) => ({ fact: 'recall', book, to: state.origin, seat, holder, at }));
};
