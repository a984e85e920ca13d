import { type BodyState, slipsOut, tableEntries } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, meter, section } from './parts.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

const HELD_SHOWN = 60;

type Sitting = ReturnType<typeof allSittings>[number][1];

const allSittings = (state: BodyState) =>
  tableEntries(state.sittings).map(([key, sitting]) => [Number(key), sitting] as const);

/** Those that were held before the last one. */
export function sittingsBefore(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words } = visit;
  const all = held(book.state).slice(1);
  const { shown, rest } = cut(visit, { path: bodyPath(book), list: 'sittings', all, size: HELD_SHOWN, alone });
  if (shown.length === 0) return null;
  const list = html`<ul class="list">${shown.map(([index, sitting]) => html`<li>${sittingLink(visit, book, index, sitting)}</li>`)}</ul>${rest}`;
  return alone === null
    ? html`<details><summary>${words.body.allSittings}</summary>${list}</details>`
    : section(words.body.allSittings, list);
}

/** The last one first. */
const held = (state: BodyState) =>
  allSittings(state)
    .filter(([, { closedAt }]) => closedAt !== null)
    .toSorted(([, a], [, b]) => (a.startsAt > b.startsAt ? -1 : 1));

/** The sitting that is open or comes next, and the last ones that were held. */
export function sittingsOf(visit: Visit, book: BookView): Html {
  const { words } = visit;
  const all = allSittings(book.state);
  const ahead = all
    .filter(([, { closedAt }]) => closedAt === null)
    .toSorted(([, a], [, b]) => (a.startsAt < b.startsAt ? -1 : 1));
  const [last] = held(book.state);
  const body: Child = [
    ahead.map(([index, sitting]) =>
      card(visit, book, index, sitting, sitting.opened === null ? words.body.nextSitting : words.body.openSitting),
    ),
    last === undefined ? null : card(visit, book, last[0], last[1], words.body.lastSitting),
    all.length === 0 ? html`<p class="card soft">${words.body.noSitting}</p>` : null,
    sittingsBefore(visit, book),
  ];
  const week = html`<p><a href="${visit.link(`${bodyPath(book)}/week`)}">${words.week.link}</a></p>`;
  return section(words.body.sittings, [body, week]);
}

export function sittingLink(visit: Visit, book: BookView, index: number, sitting: Sitting): Html {
  const { words } = visit;
  const title = words.sitting.title(
    words.terms.sittingKind[sitting.kind],
    visit.formats(book.state).day(sitting.startsAt),
  );
  return html`<a href="${visit.link(`${bodyPath(book)}/sittings/${index}`)}">${capital(title)}</a>${sitting.late ? html` <span class="soft">${words.sitting.late}</span>` : null}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function card(visit: Visit, book: BookView, index: number, sitting: Sitting, label: string): Html {
  const open = sitting.opened !== null && sitting.closedAt === null;
  return html`<article class="card"><div class="split"><h3>${sittingLink(visit, book, index, sitting)}</h3>${open ? badge('indigo', label) : html`<span class="soft">${label}</span>`}</div><p class="soft">${visit.formats(book.state).time(sitting.startsAt)} · ${sitting.place}</p>${presence(visit, book, index, sitting)}</article>`;
}

/** "31 de 412", with a tick where the quorum lies; the number leads to the act that states it. */
export function presence(visit: Visit, book: BookView, index: number, sitting: Sitting): Html | null {
  const { words } = visit;
  const { opened, present, roll, closedAt, late, crowd, slips } = sitting;
  const formats = visit.formats(book.state);
  if (opened === null && present === null)
    return closedAt === null ? null : html`<p class="soft">${words.sitting.notOpened}</p>`;
  if (crowd !== null) {
    const said = words.sitting.crowd(formats.number(crowd.atLeast), formats.number(crowd.atMost));
    return html`<p class="figures"><a href="${visit.link(actPath(book, opened?.act ?? index))}">${said}</a> ${badge('red', words.sitting.notCounted)}</p>`;
  }
  const count = opened?.quorum.present ?? present ?? 0;
  const needed = opened?.quorum.needed ?? null;
  const text = late ? formats.number(count) : words.body.present(formats.number(count), formats.number(roll));
  const link = html`<a href="${visit.link(actPath(book, opened?.act ?? index))}">${text}</a>`;
  const bar =
    late || roll === 0
      ? null
      : meter(`${words.body.presentLabel}: ${text}`, roll, [{ tone: 'here', value: count }], needed);
  return html`${bar}<p class="figures">${link} ${words.sitting.present}${needed === null ? null : ` · ${words.sitting.quorumNeeded(formats.number(needed))}`}${slips === null ? null : ` · ${words.sitting.slips(formats.number(slipsOut(sitting)))}`}${opened === null ? null : ` · ${words.terms.call[opened.call]}`} ${quorumBadge(visit, book, sitting)}</p>`;
}

/** Quorum is live: what a challenge has found since the opening is said, or the page would go on saying that there is one. */
function quorumBadge(
  { words, formats }: Visit,
  { state }: BookView,
  { opened, challenged, lost }: Sitting,
): Html | null {
  if (opened === null) return null;
  if (!opened.quorum.met) return badge('red', words.sitting.quorumNotMet);
  const { number } = formats(state);
  if (lost !== null) return badge('red', words.sitting.quorumLost(number(lost.present), number(lost.needed)));
  return challenged ? badge('ochre', words.sitting.quorumDoubted) : badge('green', words.sitting.quorumMet);
}
