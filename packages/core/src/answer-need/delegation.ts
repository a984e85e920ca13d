import { lineage } from '../affiliation/lineage.ts';
import { classed } from '../delegation/seat-class.ts';
import { actKey, seatKey } from '../delegation/seat-key.ts';
import { electionAt, electionsTo, servesUntil } from '../delegation/serving.ts';
import { sealedMandate } from '../mandate/standing.ts';
import { attestedAt, beginsAttested } from '../officers/attested.ts';
import { tableGet, tableHas } from '../table.ts';
import { affiliationAnswers } from './affiliation.ts';
import type { Answers } from './answer.ts';
import { ifSealed, provenAct } from './proof.ts';

type Named = 'election' | 'recall' | 'seat-attended' | 'vote-closed' | 'mandate';

export const delegationAnswers: Answers<Named> = {
  election(state, { to, seat: number, at }, _receivedAt, _leafOf, before) {
    const index = electionAt(state, to, number, at);
    const election = index === undefined ? undefined : tableGet(state.elections, index);
    const seat = election?.seats.find((candidate) => candidate.seat === number);
    if (index === undefined || election === undefined || seat === undefined) return null;
    const seal = tableGet(state.sealed, index);
    const sealedRecall = (act: number | null) => act !== null && tableHas(state.sealed, act);
    const recalled = sealedRecall(seat.recalled);
    const proven = provenAct(state, before);
    const { from } = election;
    const until = servesUntil(state, to, number, index);
    const end = affiliationAnswers.end(
      state,
      { fact: 'end', book: state.origin, of: to },
      _receivedAt,
      _leafOf,
      before,
    );
    const side = end?.found.side ?? null;
    const { holder } = seat;
    const alternate = sealedRecall(seat.alternateRecalled) ? null : seat.alternate;
    return {
      found: {
        index,
        from,
        until,
        holder,
        alternate,
        ...classed(seat.class),
        sealed: seal !== undefined,
        recalled,
        bodyProven: proven !== null,
        gone: side === 'excluded' ? null : side,
        attested: attestedAt(state, tableGet(state.sealedUnder, index) ?? -1, at) && beginsAttested(state, at, before),
      },
      acts: [index, seal, proven].filter((act) => act !== undefined && act !== null),
    };
  },

  recall(state, { to, seat, holder, at }) {
    const recalls = lineage(to)
      .flatMap((book) => tableGet(state.recallsAbove, seatKey(book, seat)) ?? [])
      .toSorted((a, b) => a.act - b.act);
    // From a term that has not begun nobody is in the seat above yet, and whoever serves may be the same person.
    const later = electionsTo(state, to, seat).flatMap((election) => {
      const { from = at, seats = [] } = tableGet(state.elections, election) ?? {};
      const own = seats.find((one) => one.seat === seat);
      return at < from ? [own?.recalled, own?.alternateRecalled] : [];
    });
    const sealed = recalls.filter(({ act }) => tableHas(state.sealed, act) && !later.includes(act));
    const recall = sealed.findLast((candidate) => candidate.holder === holder) ?? sealed.at(-1);
    return recall === undefined ? null : ifSealed(state, recall.act, { index: recall.act, holder: recall.holder });
  },

  'seat-attended'(state, { below, seat: number }) {
    const seat = tableGet(state.seats, seatKey(below, number));
    const sitting = seat === undefined ? undefined : tableGet(state.sittings, seat.sitting);
    if (seat === undefined || sitting === undefined || sitting.calledOff) return null;
    return { found: { sitting: seat.sitting, closedAt: sitting.closedAt }, acts: [seat.act, seat.sitting] };
  },

  'vote-closed'(state, { index }) {
    const act = tableGet(state.votes, index)?.closed?.act;
    return act === undefined ? null : { found: { act }, acts: [act] };
  },

  mandate(state, { on, motion }) {
    const mandate = sealedMandate(state, tableGet(state.mandates, actKey(on, motion)));
    if (mandate === undefined) return null;
    const { act: index, textHash, instruction, divided } = mandate;
    const division = divided === undefined ? {} : { divided };
    return ifSealed(state, index, { index, textHash, instruction, ...division });
  },
};
