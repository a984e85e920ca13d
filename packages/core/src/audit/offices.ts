import { seatKey } from '../delegation/seat-key.ts';
import { electedFor } from '../officers/term.ts';
import { electionDue } from '../officers/vacancy.ts';
import { recallableFrom } from '../recall/earliest.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusMonths } from '../time.ts';
import { type Checks, holds, same } from './check.ts';
import { asElected } from './elections.ts';
import { asProposed } from './proposed.ts';

const termOf = (data: { readonly from: string; readonly until: string }, months: number) => {
  const latest = plusMonths(data.from, months);
  return holds(data.until > data.from && data.until <= latest, 'term', data.until, latest);
};

/** Who is elected, recalled, gives up, or takes a turn. */
export const officeChecks: Checks = {
  OfficersElected(state, { data }) {
    const { vote, officers, from, until, signaturesNeeded, women } = data;
    const rules = statuteOf(state);
    return [
      ...(asElected(state, vote, { officers, from, until, women }) ??
        asProposed(state, vote, 'elect-officers', { officers, from, until, women })),
      rules === null ? null : termOf(data, rules.terms.officersMonths),
      same('statute', signaturesNeeded, rules?.seals.signatures),
    ];
  },

  DelegatesElected(state, { data }) {
    const { vote, to, from, until, seats, women } = data;
    const months = statuteOf(state)?.terms.delegatesMonths;
    return [
      ...(asElected(state, vote, { to, from, until, seats, women }) ??
        asProposed(state, vote, 'elect-delegates', { to, from, until, seats, women })),
      months === undefined ? null : termOf(data, months),
    ];
  },

  DelegateRecalled(state, { data: { vote, election: index, seat }, at }) {
    const election = tableGet(state.elections, index);
    const months = statuteOf(state)?.recall.monthsBefore ?? 0;
    const earliest = election === undefined ? at : recallableFrom(election.from, months, at);
    return [
      ...asProposed(state, vote, 'recall-delegate', { election: index, seat }),
      holds(at >= earliest, 'term', at, earliest),
    ];
  },

  SeatVacated(state, { data: { vote, to, below, seat: number, holder, election, reason }, at }) {
    const seat = tableGet(state.seats, seatKey(below, number));
    if (vote === undefined || to === undefined)
      return [same('effect', [holder, election], [seat?.holder, seat?.election]), same('order', seat?.vacant, false)];
    const elected = tableGet(state.elections, election.index);
    const earliest = recallableFrom(elected?.from ?? at, statuteOf(state)?.recall.monthsBefore ?? 0, at);
    return [
      ...asProposed(state, vote, 'vacate-seat', { election: election.index, seat: number, reason }),
      same('effect', [to, below, election.book], [elected?.to, state.origin, state.origin]),
      holds(reason !== 'absent' || at >= earliest, 'term', at, earliest),
    ];
  },

  OfficerRecalled(state, { data: { vote, office, holder, later, due }, at }) {
    const officer = later === true ? electedFor(state, office) : tableGet(state.officers, office);
    const earliest = recallableFrom(officer?.from ?? at, statuteOf(state)?.recall.monthsBefore ?? 0, at);
    return [
      ...asProposed(state, vote, 'recall-officer', { office, holder, later }),
      same('enrolment', holder, officer?.holder),
      holds(at >= earliest, 'term', at, earliest),
      same('order', due, electionDue(state, later === true ? null : office, at)),
    ];
  },

  OfficeTurnTaken(state, { data: { office, turn, from, until }, at }) {
    const rules = statuteOf(state);
    const before = tableGet(state.officers, office);
    return [
      same(
        'statute',
        rules?.rotation?.some((one) => one.office === office),
        true,
      ),
      same('order', turn, (tableGet(state.turns, office)?.turn ?? 0) + 1),
      same('term', [from, until], [at, plusMonths(at, rules?.terms.officersMonths ?? 0)]),
      holds(before === undefined || at >= before.until, 'order', at, before?.until ?? at),
    ];
  },

  OfficeTurnDeclined: (state, { data: { office, turn } }) => [
    same('order', turn, (tableGet(state.turns, office)?.turn ?? 0) + 1),
  ],

  OfficerResigned: (state, { data: { office, holder, due }, at }) => [
    same('enrolment', holder, tableGet(state.officers, office)?.holder),
    same('order', due, electionDue(state, office, at)),
  ],
};
