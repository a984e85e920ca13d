import { decodeLeaf } from '@cabildo/book';
import {
  type ActData,
  type Actor,
  electionAt,
  holderOf,
  later,
  parseSeatKey,
  plusDays,
  statuteOf,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { Audience } from '../store/schema.ts';
import { mandateIn } from './my-place.ts';
import type { BookView, Node } from './node.ts';
import { openSittingOf } from './open-sitting.ts';

const MOST_VOTES = 32;
const MOST_REPORTS = 50;

interface Seat {
  readonly base: BookView;
  readonly above: string;
  readonly upper: BookView | null;
  readonly number: number;
}

/**
 * What a body has to do with the seats that it fills above: what they were told, what was voted there, and what was reported of
 * it. Of seats, never of persons; only who asks is told which seat is theirs.
 */
export async function delegationsHere(node: Node, base: BookView, actor: Actor, audience: Audience) {
  const at = later(node.now(), base.state.at);
  const reports = await reportsOf(node, base, audience);
  const seats = tableEntries(base.state.seatsAbove).map(async ([key]) => {
    const { book: above, seat: number } = parseSeatKey(key);
    const seat = { base, above, number, upper: await node.book(above) };
    return seatNow(seat, { at, holder: holderOf(actor), reports: reports.filter((one) => one.key === key) });
  });
  return {
    days: statuteOf(base.state)?.mandates.report ?? null,
    sitting: openSittingOf(base.state),
    seats: (await Promise.all(seats)).filter((seat) => seat !== null),
  };
}

type Report = Awaited<ReturnType<typeof reportsOf>>[number];

interface Looking {
  readonly at: Time;
  readonly holder: string | null;
  readonly reports: readonly Report[];
}

function seatNow(seat: Seat, { at, holder, reports }: Looking) {
  const { base, above, upper, number } = seat;
  const election = tableGet(base.state.elections, electionAt(base.state, above, number, at) ?? -1);
  const held = election?.seats.find((one) => one.seat === number);
  if (election === undefined || held === undefined) return null;
  const reported = new Set(reports.flatMap(({ votes }) => votes));
  const mine =
    holder === null ? null : held.holder === holder ? 'holder' : held.alternate === holder ? 'alternate' : null;
  return {
    above,
    title: upper?.title ?? above,
    seat: number,
    until: election.until,
    recalled: held.recalled,
    mine,
    votes: votesOf(seat).map((vote) => ({ ...vote, reported: reported.has(vote.vote) })),
    mandates: mandatesOf(seat),
    reports: reports.map(({ act, at: when, text }) => {
      const judged = tableGet(base.state.reportsMade, act)?.judged ?? null;
      return { act, at: when, text, judged, tabled: judged === null && isTabled(base, act) };
    }),
    missed: tableGet(base.state.reports, `${above}#${number}`)?.missed?.act ?? null,
    due: dueOf(seat),
  };
}

/** Closed votes of the sitting for which this seat was accredited last: a report is on these. */
function votesOf({ base, upper, number }: Seat) {
  const seat = upper === null ? undefined : tableGet(upper.state.seats, `${base.origin}#${number}`);
  if (upper === null || seat === undefined) return [];
  return tableEntries(upper.state.votes)
    .flatMap(([index, { sitting, closed, motion }]) => {
      if (closed === null || sitting !== seat.sitting) return [];
      const title = tableGet(upper.state.motions, motion)?.title ?? '';
      return [{ vote: Number(index), title, outcome: closed.outcome, at: closed.at }];
    })
    .slice(-MOST_VOTES)
    .toReversed();
}

/** Motions above that nobody has voted on yet, with what this body has told its delegates. */
function mandatesOf({ base, upper }: Seat) {
  if (upper === null) return [];
  return tableEntries(upper.state.motions).flatMap(([index, { vote, end, textHash, from, title }]) => {
    if (vote !== null || end !== null) return [];
    const instruction = mandateIn(base.state, upper.origin, [Number(index), from], textHash);
    return [{ motion: Number(index), title, instruction }];
  });
}

/** By when the last sitting above is to be reported on; null where it was, is still open, or nothing asks for it. */
function dueOf({ base, above, upper, number }: Seat): Time | null {
  const days = statuteOf(base.state)?.mandates.report;
  const attended = upper === null ? undefined : tableGet(upper.state.seats, `${base.origin}#${number}`);
  const closedAt = tableGet(upper?.state.sittings ?? base.state.sittings, attended?.sitting ?? -1)?.closedAt ?? null;
  if (days === undefined || attended === undefined || closedAt === null) return null;
  const last = tableGet(base.state.reports, `${above}#${number}`)?.last ?? null;
  return last !== null && last.at >= closedAt ? null : plusDays(closedAt, days);
}

/** Before the hall that is open now, and not decided. */
function isTabled({ state }: BookView, report: number): boolean {
  const motions = tableGet(state.sittings, openSittingOf(state) ?? -1)?.motions ?? [];
  return motions.some((index) => {
    const motion = tableGet(state.motions, index);
    const { proposal, end } = motion ?? {};
    return proposal?.kind === 'judge-report' && proposal.report === report && end === null;
  });
}

/** The words of a report are for those who belong. */
async function reportsOf(node: Node, { origin }: BookView, audience: Audience) {
  const rows = (await node.actsOf(origin, ['DelegateReported'], MOST_REPORTS)) ?? [];
  return Promise.all(
    rows.map(async (row) => {
      const decoded = decodeLeaf(row.entry);
      const { to, seat, votes } = (decoded.ok ? decoded.leaf.data : {}) as unknown as ActData<'DelegateReported'>;
      const file = await node.disclosures(origin, row.index, audience);
      const text = file?.slots.report?.disclosure;
      return {
        key: `${to}#${seat}`,
        act: row.index,
        at: row.at,
        votes: votes.map(({ index }) => index),
        text: typeof text === 'string' ? text : null,
      };
    }),
  );
}
