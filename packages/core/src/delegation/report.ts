import { lineage } from '../affiliation/lineage.ts';
import { authority, holderOf } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, Election } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { parseSeatKey, seatKey } from './seat-key.ts';
import { electionAt } from './serving.ts';

/** A delegate reports as a delegate: the act names the seat, not the person. What is told is for the members. */
export const reportToBase: Handler<'ReportToBase'> = {
  needs: (_ask, { to, votes }) => votes.map((index) => voteNeed(to, index)),
  decide({ state, actor, at, evidence }, { to, votes, report }) {
    const holder = holderOf(actor);
    const seat = holder === null ? null : seatOf(state, { to, holder, at });
    if (seat === null) return refuse('no-such-seat', 'delegates', { needed: to });
    const findings = votes.map((index) => findingFor(evidence, voteNeed(to, index)));
    const unknown = findings.find(({ found }) => found === null);
    if (unknown !== undefined)
      return refuse('evidence-missing', 'mandates.report', { needed: `${to}#${unknown.need.index}` });
    return accept([
      {
        act: 'DelegateReported',
        by: { office: 'delegate', article: 'mandates.report' },
        data: { to, seat, votes: votes.map((index) => ({ book: to, index })) },
        disclose: { report },
        cites: findings.flatMap(({ cites }) => cites).slice(0, 16),
      },
    ]);
  },
};

const voteNeed = (book: string, index: number): NeedOf<'vote-closed'> => ({ fact: 'vote-closed', book, index });

/** The seat above that this person holds, or has as its alternate; one who was recalled may still say what happened. */
function seatOf(
  state: BodyState,
  { to, holder, at }: { readonly to: string; readonly holder: string; readonly at: Time },
): number | null {
  for (const [key] of tableEntries(state.seatsAbove)) {
    const { book, seat: number } = parseSeatKey(key);
    if (!lineage(to).includes(book)) continue;
    const seat = seatAt(state, to, number, at);
    if (seat?.holder === holder || seat?.alternate === holder) return number;
  }
  return null;
}

function seatAt(state: BodyState, to: string, number: number, at: Time): Election['seats'][number] | undefined {
  const election = tableGet(state.elections, electionAt(state, to, number, at) ?? -1);
  return election?.seats.find(({ seat }) => seat === number);
}

/** Of the last sitting for which the seat was accredited: one that is still going on is not to be reported on yet. */
export const showMissedReport: Handler<'ShowMissedReport'> = {
  needs: ({ state }, { to, seat }) => [attendedNeed(state, to, seat)],
  decide(context, { to, seat }) {
    const { state, at, evidence } = context;
    const days = statuteOf(state)?.mandates.report;
    if (days === undefined) return refuse('report-not-in-statute', 'mandates.report', { needed: 'report' });
    const key = seatKey(to, seat);
    if (seatAt(state, to, seat, at) === undefined) return refuse('no-such-seat', 'delegates', { needed: key });
    const { found, cites } = findingFor(evidence, attendedNeed(state, to, seat));
    if (found === null) return refuse('evidence-missing', 'mandates.report', { needed: key });
    if (found.closedAt === null) return refuse('sitting-still-open', 'mandates.report', { present: found.sitting });
    const { last = null, missed = null } = tableGet(state.reports, key) ?? {};
    if (last !== null && last.at >= found.closedAt)
      return refuse('already-reported', 'mandates.report', { present: last.act });
    if (missed?.sitting === found.sitting)
      return refuse('already-presented', 'mandates.report', { present: missed.act });
    const due = plusDays(found.closedAt, days);
    if (at < due) return refuse('too-early', 'mandates.report', { needed: due, present: at });
    const by = authority(context, 'mandates.report');
    const data = { to, seat, sitting: { book: to, index: found.sitting }, due };
    return accept([{ act: 'ReportMissed', by, data, cites }]);
  },
};

const attendedNeed = ({ origin }: BodyState, book: string, seat: number): NeedOf<'seat-attended'> => ({
  fact: 'seat-attended',
  book,
  below: origin,
  seat,
});
