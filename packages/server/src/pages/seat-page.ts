import { electionAt, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { parseSeat, seatPath, seatState, termState } from './body-seats.ts';
import { sittingLink } from './body-sittings.ts';
import { credentialsPath } from './credentials-page.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, cut, listPage } from './listing.ts';
import { badge, facts, section, table } from './parts.ts';
import { calledVotes, complied, instructionWords, mandateOn, type RollCall, rollCalls, verdict } from './seat-votes.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';

const VOTES = 30;
const LIST = 'votes';

/** A seat that a body sends to one above. */
interface Seat {
  readonly base: BookView;
  /** The body above, by its origin, and its book where that is here. */
  readonly to: string;
  readonly upper: BookView | null;
  readonly number: number;
}

interface Shown {
  readonly above: string;
  readonly seat: number;
  /** Null: the page with the beginning of the list of its votes. */
  readonly alone: Alone | null;
}

/** A delegate’s page: the credential and how the votes stand to the mandates; of the seat, never of a person. */
export async function seatPage(visit: Visit, base: BookView, shown: Shown): Promise<Page | null> {
  const { above, seat: number, alone } = shown;
  const upper = await visit.node.book(above);
  const to = upper?.origin ?? above;
  const act = electionAt(base.state, to, number, visit.now);
  if (act === undefined) return null;
  const seat: Seat = { base, to, upper, number };
  const { words, link } = visit;
  const name = words.body.seat(number);
  const aboveTitle = titleOf(visit, base.state, to);
  const where =
    upper === null
      ? words.seat.inBody(aboveTitle)
      : html`<a href="${link(bodyPath(upper))}">${words.seat.inBody(aboveTitle)}</a>`;
  const title = words.seat.title(name, base.title);
  const trail = [
    { title: words.site.assemblies, path: '/' },
    { title: base.title, path: bodyPath(base) },
  ];
  if (alone !== null) {
    const votes = (at: Visit, _: BookView, from: Alone) => compliance(at, seat, from);
    return listPage(visit, base, { title, trail, alone, lists: { [LIST]: votes } });
  }
  return {
    title,
    trail,
    body: html`<div class="head"><h1>${title}</h1>${standing(visit, seat, act)}</div><p>${where}</p><p class="soft">${words.seat.noPerson}</p>${credential(visit, seat, act)}${await compliance(visit, seat, null)}${mandatesWaiting(visit, seat)}${history(visit, seat)}`,
  };
}

const elected = ({ base, number }: Pick<Seat, 'base' | 'number'>, act: number) => {
  const election = tableGet(base.state.elections, act);
  const held = election?.seats.find(({ seat }) => seat === number);
  return election === undefined || held === undefined ? null : { election, held };
};

function standing(visit: Visit, seat: Seat, act: number): Html | null {
  const found = elected(seat, act);
  return found === null ? null : termState(visit, seat.base, act, found.election, found.held.recalled);
}

const actLink = ({ words, link }: Visit, book: BookView, act: number): Html =>
  html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`;

function credential(visit: Visit, seat: Seat, act: number): Html | null {
  const { words } = visit;
  const { base, upper } = seat;
  const { day } = visit.formats(base.state);
  const found = elected(seat, act);
  if (found === null) return null;
  const { election, held } = found;
  const sealed = tableGet(base.state.sealed, act);
  const runs = visit.now >= election.from && visit.now < election.until;
  const stands = sealed !== undefined && runs && held.recalled === null;
  const rows: [Child, Child][] = [
    [words.seat.elected, html`${base.title} · ${actLink(visit, base, act)}`],
    [words.seat.term, words.body.term(day(election.from), day(election.until))],
    [
      words.seat.sealed,
      sealed === undefined
        ? badge('ochre', words.body.unsealed)
        : html`${badge('green', words.actPage.sealed, 'shield')} ${actLink(visit, base, sealed)}`,
    ],
    [words.seat.alternate, held.alternate === null ? words.seat.noAlternate : words.seat.hasAlternate],
    [words.seat.class, held.class ?? null],
    ...(upper === null ? [] : [accreditation(visit, seat, upper)]),
    [words.seat.recalls, recalls(visit, seat)],
    [words.seat.reports, reports(visit, seat)],
  ];
  return section(
    words.seat.credential,
    html`<div class="card">${facts(rows)}${proof(visit, seat, stands)}</div>`,
    'credential',
  );
}

function accreditation(visit: Visit, { base, number }: Seat, upper: BookView): [Child, Child] {
  const { words } = visit;
  const name = words.seat.accredited(upper.title);
  const seat = tableGet(upper.state.seats, `${base.origin}#${number}`);
  if (seat === undefined) return [name, words.seat.notAccredited];
  const sitting = tableGet(upper.state.sittings, seat.sitting);
  const where = sitting === undefined ? null : html` · ${sittingLink(visit, upper, seat.sitting, sitting)}`;
  return [name, html`${seatState(visit, upper.state, seat)} · ${actLink(visit, upper, seat.act)}${where}`];
}

function recalls(visit: Visit, { base, to, number }: Seat): Child {
  const all = tableGet(base.state.recallsAbove, `${to}#${number}`) ?? [];
  if (all.length === 0) return null;
  return html`<ul class="plain">${all.map(
    ({ act, vacated }) =>
      html`<li>${badge('red', vacated === true ? visit.words.body.vacant : visit.words.body.recalled)} ${actLink(visit, base, act)}</li>`,
  )}</ul>`;
}

function reports(visit: Visit, { base, to, number }: Seat): Child {
  const { words } = visit;
  const known = tableGet(base.state.reports, `${to}#${number}`);
  if (known === undefined) return words.seat.noReport;
  const { last, missed } = known;
  const { day } = visit.formats(base.state);
  return [
    last === null ? null : html`${words.seat.reported(day(last.at))} · ${actLink(visit, base, last.act)} `,
    missed === null ? null : html`${badge('red', words.seat.missed)} ${actLink(visit, base, missed.act)}`,
  ];
}

/** Where the seat stands by both books: its proof as a file and as a card, which say themselves if it cannot be shown. */
function proof(visit: Visit, { base, upper, number }: Seat, stands: boolean): Html {
  const { words } = visit;
  if (upper === null || !stands) return html`<p class="soft">${words.seat.noFile}</p>`;
  const path = `/api/bodies/${encodeURIComponent(base.name)}/credentials/${encodeURIComponent(upper.name)}/${number}`;
  return html`<p><a class="button" href="${path}" download>${words.seat.file}</a> <a class="button" href="${visit.link(`${credentialsPath(base, upper.origin)}/${number}`)}">${words.credentials.print}</a></p><p class="soft">${words.seat.fileNote}</p>`;
}

async function compliance(visit: Visit, seat: Seat, alone: Alone | null): Promise<Html | null> {
  const { base, upper, number } = seat;
  if (upper === null) return null;
  const { words } = visit;
  const key = `${base.origin}#${number}`;
  const path = seatPath(base, upper.name, number);
  const all = calledVotes(upper, base.origin);
  const { shown, rest } = cut(visit, { path, list: LIST, all, size: VOTES, alone });
  if (alone !== null && shown.length === 0) return null;
  const calls = await rollCalls(visit, upper, shown, (one) => one === key);
  // The beginning leaves out where it has not voted; the list says so.
  const own = calls.filter(({ votes }) => votes.length > 0);
  const { motion, mandate, vote, verdict: said, complianceNote, noVotes } = words.seat;
  const rows = (alone === null ? own : calls).flatMap((call) => voteRows(visit, base, upper, call));
  const { number: digits } = visit.formats(base.state);
  const note = alone === null ? complianceNote(digits(own.length)) : words.seat.compliance;
  const told =
    rows.length === 0 ? html`<p class="card soft">${noVotes}</p>` : table(note, [motion, mandate, vote, said], rows);
  return section(
    words.seat.compliance,
    html`${alone === null ? summaryOf(visit, seat, own) : null}${told}${rest}`,
    'compliance',
  );
}

function summaryOf(visit: Visit, { base }: Seat, own: readonly RollCall[]): Html | null {
  if (own.length === 0) return null;
  const { number: digits } = visit.formats(base.state);
  const count = (...how: readonly string[]): string =>
    digits(own.flatMap(({ votes }) => votes).filter((vote) => how.includes(complied(vote))).length);
  return html`<p>${visit.words.seat.summary(count('kept'), count('against'), count('none', 'free'))}</p>`;
}

function voteRows(visit: Visit, base: BookView, upper: BookView, { motion, title, act, votes }: RollCall): Child[][] {
  const { words, link } = visit;
  const name = html`<a href="${link(actPath(upper, motion))}">${title}</a>`;
  if (votes.length === 0) return [[name, '–', html`– · ${actLink(visit, upper, act)}`, null]];
  const given = mandateOn(base.state, upper, motion);
  return votes.map((vote) => [
    name,
    vote.mandate === null
      ? '–'
      : html`${instructionWords(visit, vote.mandate)}${given === undefined ? null : html` · ${actLink(visit, base, given.act)}`}`,
    html`${words.terms.choice[vote.choice]} · ${actLink(visit, upper, act)}`,
    verdict(visit, vote),
  ]);
}

/** What this base has instructed on motions that nobody has voted on yet. */
function mandatesWaiting(visit: Visit, { base, to, upper }: Seat): Html | null {
  if (upper === null) return null;
  const waiting = tableEntries(base.state.mandates).flatMap(([key, mandate]) => {
    const { book, seat: motion } = parseSeat(key);
    const title = book === to ? titleWaiting(upper, motion) : undefined;
    return title === undefined ? [] : [{ mandate, motion, title }];
  });
  if (waiting.length === 0) return null;
  const items = waiting.map(
    ({ mandate, motion, title }) =>
      html`<li><a href="${visit.link(actPath(upper, motion))}">${title}</a>: ${instructionWords(visit, mandate.instruction)} · ${actLink(visit, base, mandate.act)}</li>`,
  );
  return section(visit.words.seat.waiting, html`<ul class="card list">${items}</ul>`, 'waiting');
}

/** The title of a motion, or of a base’s that was received, on which nobody has voted yet. */
function titleWaiting({ state }: BookView, index: number): string | undefined {
  const received = tableGet(state.received, index);
  const motions = (received?.motions ?? [index]).flatMap((one) => tableGet(state.motions, one) ?? []);
  if (motions.some(({ vote, end }) => vote !== null || end !== null)) return undefined;
  return received?.title ?? motions[0]?.title;
}

function history(visit: Visit, seat: Seat): Html | null {
  const { base, to, number } = seat;
  const acts = (tableGet(base.state.seatsAbove, `${to}#${number}`) ?? []).toReversed();
  if (acts.length < 2) return null;
  const { day } = visit.formats(base.state);
  const items = acts.map((act) => {
    const election = tableGet(base.state.elections, act);
    const term = election === undefined ? null : visit.words.body.term(day(election.from), day(election.until));
    return html`<li>${term} · ${actLink(visit, base, act)} ${standing(visit, seat, act)}</li>`;
  });
  return section(visit.words.seat.history, html`<ul class="card list">${items}</ul>`, 'history');
}
