import { seatsByStatute } from '../affiliation/entitlement.ts';
import { firstBook, isLater } from '../affiliation/lineage.ts';
import { countedBelow } from '../affiliation/waiting.ts';
import { sealersOf } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { resultOf } from '../consultation/arithmetic.ts';
import { isAsked } from '../consultation/asked.ts';
import { lastDay } from '../consultation/decide.ts';
import { deadlineFor, putOut } from '../consultation/receive.ts';
import { actKey, seatKey } from '../delegation/seat-key.ts';
import { seatsInHall } from '../dispute/standing.ts';
import { isOpen, othersNeeded } from '../officers/restoration.ts';
import { resolutionKey } from '../resolution/state.ts';
import type { BodyState } from '../state.ts';
import { neighboursNeeded, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';

/** Seats, recalls, consultations: what one book can tell about them. */
export const federationChecks: Checks = {
  BodyProven: (state, { data }) => [
    holds(tableHas(state.sealed, data.minutes), 'order', data.minutes, 'sealed minutes'),
    holds(
      new Set(data.witnesses.map(({ book }) => book)).size >= neighboursNeeded(statuteOf(state)),
      'count',
      data.witnesses.length,
      neighboursNeeded(statuteOf(state)),
    ),
  ],

  SeatAccredited(state, { data, at }) {
    const { below, seat: number, sitting, holder, until, election } = data;
    const entitlement = seatsInHall(state, below, sitting) ?? 0;
    const presented = tableGet(state.seats, seatKey(below, number))?.recalled ?? [];
    const recalled = presented.filter((recall) => recall.holder === holder && recall.act > election.index);
    return [
      holds(number <= entitlement, 'entitlement', number, entitlement),
      holds(at < until, 'term', at, until),
      same('recalled', recalled, []),
    ];
  },

  EntitlementChanged(state, { data: { below, seats, members, class: named, part, vote } }) {
    const rules = statuteOf(state);
    const affiliate = tableGet(state.affiliates, below);
    const counted = members ?? affiliate?.members ?? null;
    if (part !== undefined)
      return [holds(seats < (affiliate?.entitlement ?? 0), 'entitlement', seats, affiliate?.entitlement)];
    const given = rules === null ? null : seatsByStatute(rules, { members: counted, class: named ?? affiliate?.class });
    const expected = given === null || vote !== undefined ? given : Math.min(given, affiliate?.cap ?? given);
    return [holds(expected === null || expected === seats, 'entitlement', seats, expected)];
  },

  AlternateSeated(state, { data }) {
    const seat = tableGet(state.seats, seatKey(data.below, data.seat));
    return [
      same('effect', data.holder, seat?.alternate),
      holds(seat?.vacant === true, 'order', data.holder, 'a vacant seat'),
    ];
  },

  ConsultationIssued(state, { data, at }) {
    const ratification = statuteOf(state)?.ratification;
    if (ratification === undefined) return [];
    const { num, den, strict, of, days, silence } = ratification;
    const resolution = tableGet(state.resolutions, resolutionKey(data));
    return [
      same('rule', data.rule, { num, den, strict, of, silence }),
      same('consultation', data.deadline, plusDays(at, days)),
      data.list === undefined
        ? same('consultation', data.bases, countedBelow(state, { act: state.size, at }).length)
        : null,
      same('suspension', resolution?.status, 'suspended'),
      same('effect', data.textHash, resolution?.textHash),
    ];
  },

  AnswerReceived(state, { data }) {
    const consultation = tableGet(state.consultations, data.consultation);
    if (consultation === undefined) return [];
    const first = data.path?.[0]?.book ?? data.below;
    const out = putOut(state, data.below, data.consultation);
    const last = deadlineFor(consultation, data.below);
    const known = tableGet(consultation.answers, firstBook(data.below))?.from;
    return [
      holds(
        isAsked(state, data.consultation, consultation, first) && (out === null || data.heldAt < out),
        'entitlement',
        data.below,
        'a base of that day',
      ),
      holds(data.heldAt <= last, 'consultation', data.heldAt, last),
      holds(known === undefined || isLater(data.from, known), 'order', data.from.index, known?.index),
      same('order', consultation.closed, null),
    ];
  },

  ConsultationClosed(state, { data, at }) {
    const consultation = tableGet(state.consultations, data.consultation);
    if (consultation === undefined) return [];
    const { consultation: _number, ...says } = data;
    const { over, needed } = lastDay(consultation, at);
    return [same('consultation', says, resultOf(consultation)), holds(over, 'order', at, needed)];
  },

  ResolutionRatified: (state, { data }) => [same('consultation', 'ratified', outcomeOn(state, data))],
  ResolutionRejected: (state, { data }) => [same('consultation', 'rejected', outcomeOn(state, data))],

  ActSealed(state, { data, index }) {
    const enrolment = sealersOf(state, data.index);
    const keys = new Map((enrolment?.keys ?? []).map(({ office, key }) => [office, key]));
    const good = data.signatures.filter(({ office, key }) => keys.get(office) === key).map(({ office }) => office);
    return [
      same('enrolment', data.officers, enrolment?.act),
      same('enrolment', data.signatures.length, new Set(good).size),
      holds(
        new Set(good).size >= (enrolment?.signaturesNeeded ?? 1),
        'enrolment',
        good.length,
        enrolment?.signaturesNeeded,
      ),
      holds(data.index < index, 'order', data.index, index),
    ];
  },

  OfficerKeyReportedLost: (state, { data: { office, oldKey } }) => [
    same('enrolment', oldKey, tableGet(state.officers, office)?.key),
  ],

  OfficerKeyLossConfirmed(state, { data: { below, report, office, newKey, vote } }) {
    if (below !== state.origin) return [];
    const found = tableGet(state.keyReports, report);
    return [
      holds(tableGet(state.votes, vote ?? -1)?.closed?.outcome === 'carried', 'outcome', vote ?? null, 'carried'),
      same('effect', { office, newKey }, found === undefined ? null : { office: found.office, newKey: found.newKey }),
    ];
  },

  OfficerKeyRestored(state, { data: { report, office, oldKey, newKey, signatures, confirmed }, at }) {
    const found = tableGet(state.keyReports, report);
    const needed = state.enrolment === null ? 1 : othersNeeded(state.enrolment, office);
    const offices = new Set(signatures.map((one) => one.office).filter((one) => one !== office));
    const own = confirmed.book === state.origin ? tableGet(state.keyLosses, actKey(state.origin, report)) : null;
    return [
      holds(isOpen(state, report, at), 'order', report, found?.due ?? null),
      same(
        'enrolment',
        { oldKey, newKey },
        found === undefined ? null : { oldKey: found.oldKey, newKey: found.newKey },
      ),
      holds(offices.size >= needed, 'count', offices.size, needed),
      own === null ? null : same('effect', confirmed.index, own),
    ];
  },

  OfficerKeyReplaced: (state, { data }) => [same('enrolment', data.oldKey, tableGet(state.officers, data.office)?.key)],
};

/** Of the bases, or of the vote under the matter that a challenge claimed. */
function outcomeOn(state: BodyState, data: ActData<'ResolutionRatified'>): string {
  if (data.vote !== undefined) {
    const outcome = tableGet(state.votes, data.vote)?.closed?.outcome ?? 'open';
    return outcome === 'carried' ? 'ratified' : outcome;
  }
  const consultation = tableGet(state.resolutions, resolutionKey(data))?.consultation ?? null;
  const closed = consultation === null ? undefined : tableGet(state.consultations, consultation)?.closed;
  return closed?.outcome ?? 'open';
}
