import { type BodyState, electionAt, tableEntries, tableGet, tableHas } from '@cabildo/core';
import { inOrder } from '../app/directory.ts';
import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section, table } from './parts.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';

/** The page of a seat that a body sends to one above. */
export const seatPath = (base: Pick<BookView, 'name'>, above: string, seat: number): string =>
  `${bodyPath(base)}/seats/${encodeURIComponent(above)}/${seat}`;

export const parseSeat = (key: string): { readonly book: string; readonly seat: number } => ({
  book: key.slice(0, key.lastIndexOf('#')),
  seat: Number(key.slice(key.lastIndexOf('#') + 1)),
});

/** The seats that this body fills above: since when, until when, and whether it has called anyone back. */
export function delegatesOf(visit: Visit, book: BookView): Html | null {
  const { state } = book;
  const { words } = visit;
  if (state.seatsAbove.size === 0) return null;
  const rows = tableEntries(state.seatsAbove).flatMap(([key, elections]) => {
    const { book: above, seat } = parseSeat(key);
    // Who serves, and who was elected last: for a later term, or not sealed yet.
    const shown = new Set([electionAt(state, above, seat, visit.now), elections.at(-1)]);
    return [...shown].flatMap((act) =>
      act === undefined ? [] : [seatAboveRow(visit, book, { book: above, seat }, act)],
    );
  });
  const { seatColumn, termColumn, stateColumn, delegates, delegatesNote } = words.body;
  return section(delegates, table(delegatesNote, [seatColumn, termColumn, stateColumn], rows));
}

function seatAboveRow(
  visit: Visit,
  book: BookView,
  { book: above, seat }: ReturnType<typeof parseSeat>,
  act: number,
): Child[] {
  const { words, link } = visit;
  const { state } = book;
  const formats = visit.formats(state);
  const election = tableGet(state.elections, act);
  const held = election?.seats.find((candidate) => candidate.seat === seat);
  const aboveBook = visit.books.get(above);
  const name = html`<a href="${link(seatPath(book, aboveBook?.name ?? above, seat))}"><strong>${words.body.seat(seat)}</strong></a> · ${aboveBook === undefined ? titleOf(visit, state, above) : html`<a href="${link(bodyPath(aboveBook))}">${aboveBook.title}</a>`}`;
  if (election === undefined || held === undefined) return [name, '', ''];
  const term = html`${words.body.since(formats.day(election.from))}, ${words.body.until(formats.day(election.until))} · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a>${held.alternate === null ? null : html` · ${words.body.alternate}`}`;
  const missed = tableGet(state.reports, `${above}#${seat}`)?.missed ?? null;
  const report =
    missed === null
      ? null
      : html` ${badge('red', words.body.reportMissed)} <a href="${link(actPath(book, missed.act))}">${words.body.act(missed.act)}</a>`;
  return [name, term, html`${termState(visit, book, act, election, held.recalled)}${report}`];
}

export function termState(
  visit: Visit,
  book: BookView,
  act: number,
  term: { readonly from: string; readonly until: string },
  recalled: number | null,
): Html {
  const { words, now, link } = visit;
  if (recalled !== null)
    return html`${badge('red', words.body.recalled)} <a href="${link(actPath(book, recalled))}">${words.body.act(recalled)}</a>`;
  if (now >= term.until) return badge('red', words.body.termOver);
  if (!tableHas(book.state.sealed, act)) return badge('ochre', words.body.unsealed);
  return now < term.from ? badge('ochre', words.body.termAhead) : badge('green', words.body.inOffice);
}

const SEATS_SHOWN = 400;

/** In an assembly of delegates: who is accredited, and whom a base has called back. */
export function seatsBelow(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { state } = book;
  const { words, link } = visit;
  const sorted = tableEntries(state.seats).toSorted(([a], [b]) => inOrder.compare(a, b));
  const path = bodyPath(book);
  const { shown, rest } = cut(visit, { path, list: 'seats', all: sorted, size: SEATS_SHOWN, alone });
  if (shown.length === 0) return null;
  const rows = shown.map(([key, seat]) => {
    const { book: below, seat: number } = parseSeat(key);
    const base = visit.books.get(below);
    const title = titleOf(visit, state, below);
    return [
      base === undefined ? title : html`<a href="${link(bodyPath(base))}">${title}</a>`,
      html`${base === undefined ? words.body.seat(number) : html`<a href="${link(seatPath(base, book.name, number))}">${words.body.seat(number)}</a>`} · <a href="${link(actPath(book, seat.act))}">${words.body.act(seat.act)}</a>`,
      seatState(visit, state, seat),
    ];
  });
  const { bodyColumn, seatColumn, stateColumn, delegatesNote } = words.body;
  const all = html`${table(delegatesNote, [bodyColumn, seatColumn, stateColumn], rows)}${rest}`;
  const folded = html`<details><summary>${words.body.seats(state.seats.size)}</summary>${all}</details>`;
  return section(words.body.seatsBelow, alone === null && rows.length > 8 ? folded : all);
}

export function seatState(
  { words, now, ...visit }: Visit,
  state: BodyState,
  seat: { readonly vacant: boolean; readonly until: string; readonly recalled: readonly unknown[] },
): Html {
  const recalled = seat.recalled.length === 0 ? null : badge('red', words.body.recalled);
  if (seat.vacant) return html`${recalled}${badge('ochre', words.body.vacant)}`;
  if (now >= seat.until) return badge('red', words.body.termOver);
  const until = html`<span class="soft">${words.body.until(visit.formats(state).day(seat.until))}</span>`;
  return html`${badge('green', seat.recalled.length === 0 ? words.body.accredited : words.body.alternateSits)} ${until}`;
}
