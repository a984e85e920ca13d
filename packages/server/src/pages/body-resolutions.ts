import { type BodyState, type StatusAt, statusAt, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { standingMeter, standingWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { type Child, type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section, type Tone } from './parts.ts';
import { consultationAt, tallyWords, voteAt } from './rules.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

export type Resolution = ReturnType<typeof resolutionEntries>[number][1];

const resolutionEntries = (state: BodyState) => tableEntries(state.resolutions);

const SHOWN = 20;

const statusTone = {
  'in-force': 'green',
  suspended: 'ochre',
  conditional: 'ochre',
  rejected: 'red',
  revoked: 'red',
  lapsed: 'red',
} as const satisfies Record<string, Tone>;

export const statusBadge = ({ words }: Visit, status: StatusAt): Html =>
  badge(statusTone[status], words.terms.status[status]);

/** Which resolutions are listed. */
const standings = {
  all: () => true,
  waiting: (status: StatusAt) => status === 'suspended' || status === 'conditional',
  'in-force': (status: StatusAt) => status === 'in-force',
  over: (status: StatusAt) => status === 'rejected' || status === 'revoked' || status === 'lapsed',
} as const satisfies Record<string, (status: StatusAt) => boolean>;

export interface Listed {
  readonly from: number;
  readonly only: keyof typeof standings;
}

export const listed = (from: number, only: unknown): Listed => ({
  from,
  only: typeof only === 'string' && Object.hasOwn(standings, only) ? (only as Listed['only']) : 'all',
});

export const resolutionsIn = ({ now }: Visit, { state }: BookView, { only }: Pick<Listed, 'only'>) =>
  resolutionEntries(state)
    .toReversed()
    .filter(([, one]) => standings[only](statusAt(state, one, now)));

/** The newest first, a page at a time, each with its state and the figures that made it. */
export function resolutionsOf(visit: Visit, book: BookView, { from, only }: Listed): Html {
  const { words, link } = visit;
  const all = resolutionsIn(visit, book, { only });
  const shown = all.slice(from, from + SHOWN);
  const page = (at: number): string => link(`${bodyPath(book)}${asked(at, only)}`);
  const pages: Child = [
    from > 0 ? html`<a rel="prev" href="${page(Math.max(0, from - SHOWN))}#resolutions">${words.body.newer}</a>` : null,
    all.length > from + SHOWN
      ? html`<a rel="next" href="${page(from + SHOWN)}#resolutions">${words.body.older}</a>`
      : null,
  ];
  const { size } = book.state.resolutions;
  const none = size === 0 ? words.body.noResolutions : words.standingIn.none;
  return html`<section id="resolutions"><h2>${words.body.resolutions}</h2>${size < 2 ? null : choice(visit, book, only)}${
    all.length === 0
      ? html`<p class="card soft">${none}</p>`
      : shown.map(([key, resolution]) => card(visit, book, key, resolution))
  }<p class="pages">${pages}</p>${notCarried(visit, book)}</section>`;
}

const asked = (from: number, only: Listed['only']): string => {
  const parts = [...(only === 'all' ? [] : [`only=${only}`]), ...(from === 0 ? [] : [`from=${from}`])];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

function choice(visit: Visit, book: BookView, only: Listed['only']): Html {
  const { words, link, now } = visit;
  const { number } = visit.formats(book.state);
  const statuses = resolutionEntries(book.state).map(([, one]) => statusAt(book.state, one, now));
  const items = (Object.keys(standings) as Listed['only'][]).map((which) => {
    const said = words.standingIn[which](number(statuses.filter(standings[which]).length));
    const here = which === only ? html` aria-current="true"` : null;
    return html`<li><a href="${link(`${bodyPath(book)}${asked(0, which)}`)}#resolutions"${here}>${said}</a></li>`;
  });
  return html`<nav aria-label="${words.standingIn.title}"><ul class="plain inline choice">${items}</ul></nav>`;
}

function card(visit: Visit, book: BookView, key: string, resolution: Resolution): Html {
  const consultation = consultationAt(book.state, resolution.consultation);
  return html`<article class="card"><div class="split"><h3><a href="${visit.link(`${bodyPath(book)}/resolutions/${key}`)}">${resolution.title}</a></h3>${statusBadge(visit, statusAt(book.state, resolution, visit.now))}</div>${
    consultation === undefined
      ? null
      : html`${standingMeter(visit, book.state, consultation)}<p class="soft"><a href="${visit.link(consultationPath(book, resolution.consultation ?? 0))}">${standingWords(visit, book.state, consultation)}</a></p>`
  }<p class="figures">${voteFigures(visit, book, resolution)}</p></article>`;
}

/** "195 yes · 28 no · 8 abstentions · act 47": a figure is a link to what proves it. */
export function voteFigures(visit: Visit, book: BookView, { vote, sitting }: Resolution): Child {
  const { words } = visit;
  const formats = visit.formats(book.state);
  const closed = voteAt(book.state, vote)?.closed;
  const proof = closed?.act ?? sitting;
  const tally = closed?.tallies[0];
  return html`${tally === undefined ? null : `${tallyWords(words, formats, tally)} · `}<a href="${visit.link(actPath(book, proof))}">${words.body.act(proof)}</a>`;
}

export function notCarried(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words } = visit;
  const formats = visit.formats(book.state);
  const failed = tableEntries(book.state.votes)
    .filter(([, { closed }]) => closed !== null && closed.outcome !== 'carried')
    .toReversed();
  const path = bodyPath(book);
  const { shown, rest } = cut(visit, { path, list: 'not-carried', all: failed, size: SHOWN, alone });
  if (shown.length === 0) return null;
  const items = shown.map(([, { motion, closed }]) => {
    if (closed === null) return null;
    const title = tableGet(book.state.motions, motion)?.title ?? '';
    const tally = closed.tallies[0];
    return html`<li><div class="split"><a href="${visit.link(actPath(book, motion))}">${title}</a>${badge('red', words.terms.outcome[closed.outcome])}</div><p class="figures">${tally === undefined ? null : tallyWords(words, formats, tally)} · <a href="${visit.link(actPath(book, closed.act))}">${words.body.act(closed.act)}</a></p></li>`;
  });
  const title = html`${words.body.notCarried} (${formats.number(failed.length)})`;
  const list = html`<ul class="list">${items}</ul>${rest}`;
  return alone === null ? html`<details><summary>${title}</summary>${list}</details>` : section(title, list);
}
