import { tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { parseSeat, seatPath } from './body-seats.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, facts, table } from './parts.ts';
import { voteAt } from './rules.ts';
import { instructionWords, mandateOn, rollCallIn, type SeatVote, verdict } from './seat-votes.ts';
import { actPath, officeSaid, titleOf, type Visit } from './visit.ts';

const SHOWN = 200;
const tones = { yes: 'green', no: 'red', abstain: 'ochre' } as const;

/** Whose motion it is: an office, a delegation, a base’s that came up, or the hall’s; never a person’s. */
export function moverOf(visit: Visit, book: BookView, index: number): Html | null {
  const motion = tableGet(book.state.motions, index);
  if (motion === undefined) return null;
  const { words, link, books } = visit;
  const { mover, from } = motion;
  const received = from === null ? undefined : tableGet(book.state.received, from);
  const whose =
    (mover?.office === undefined ? undefined : officeSaid(visit, mover.office)) ??
    (mover?.body === undefined ? words.way.hall : words.way.delegation(titleOf(visit, book.state, mover.body)));
  const base = received === undefined ? undefined : books.get(received.from.book);
  const below =
    received === undefined
      ? null
      : html`${titleOf(visit, book.state, received.from.book)} · ${
          base === undefined
            ? words.body.act(received.from.index)
            : html`<a href="${link(actPath(base, received.from.index))}">${words.body.act(received.from.index)}</a>`
        } · <a href="${link(actPath(book, from ?? 0))}">${words.body.act(from ?? 0)}</a>`;
  return facts([
    [words.way.mover, whose],
    [words.way.fromBelow, below],
  ]);
}

/** How each seat voted, where everybody may read that, beside what its base had mandated. */
export async function seatsOfVote(visit: Visit, book: BookView, index: number): Promise<Html | null> {
  const closed = voteAt(book.state, index)?.closed;
  const motion = voteAt(book.state, index)?.motion ?? index;
  if (book.state.body?.kind !== 'delegate' || closed?.rollCall === undefined) return null;
  const calls = await rollCallIn(visit, book, closed.rollCall.sha256);
  if (calls.length === 0) return null;
  const { words } = visit;
  const { number } = visit.formats(book.state);
  const { seats, seatsCaption, base, seat, mandate, vote, more } = words.way;
  const rows = await Promise.all(calls.slice(0, SHOWN).map((call) => seatRow(visit, book, motion, call)));
  const rest = calls.length - rows.length;
  return html`<details><summary>${seats(number(calls.length))}</summary>${table(seatsCaption, [base, seat, mandate, vote], rows)}${rest > 0 ? html`<p class="soft">${more(number(rest))}</p>` : null}</details>`;
}

async function seatRow(visit: Visit, book: BookView, motion: number, call: SeatVote): Promise<Child[]> {
  const { words, link, books } = visit;
  const { book: origin, seat } = parseSeat(call.seat);
  const base = books.get(origin);
  const name = words.body.seat(seat);
  const state = base === undefined || call.mandate === null ? undefined : (await visit.node.book(origin))?.state;
  const given = state === undefined ? undefined : mandateOn(state, book, motion);
  return [
    titleOf(visit, book.state, origin),
    base === undefined ? name : html`<a href="${link(seatPath(base, book.name, seat))}">${name}</a>`,
    call.mandate === null
      ? '–'
      : html`${instructionWords(visit, call.mandate)}${base === undefined || given === undefined ? null : html` · <a href="${link(actPath(base, given.act))}">${words.body.act(given.act)}</a>`}`,
    html`${badge(tones[call.choice] ?? 'ochre', words.terms.choice[call.choice])}${call.mandate === null ? null : html` ${verdict(visit, call)}`}`,
  ];
}
