import { type BodyState, type StatusAt, statusAt, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { standingMeter, standingWords } from './consultation-parts.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, type Tone } from './parts.ts';
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

/** The newest first, a page at a time, each with its state and the figures that made it. */
export function resolutionsOf(visit: Visit, book: BookView, from: number): Html {
  const { words, link } = visit;
  const all = resolutionEntries(book.state).toReversed();
  const shown = all.slice(from, from + SHOWN);
  const page = (at: number): string => link(`${bodyPath(book)}?from=${at}`);
  const pages: Child = [
    from > 0 ? html`<a rel="prev" href="${page(Math.max(0, from - SHOWN))}#resolutions">${words.body.newer}</a>` : null,
    all.length > from + SHOWN
      ? html`<a rel="next" href="${page(from + SHOWN)}#resolutions">${words.body.older}</a>`
      : null,
  ];
  return html`<section id="resolutions"><h2>${words.body.resolutions}</h2>${
    all.length === 0
      ? html`<p class="card soft">${words.body.noResolutions}</p>`
      : shown.map(([key, resolution]) => card(visit, book, key, resolution))
  }<p class="pages">${pages}</p>${notCarried(visit, book)}</section>`;
}

function card(visit: Visit, book: BookView, key: string, resolution: Resolution): Html {
  const consultation = consultationAt(book.state, resolution.consultation);
  return html`<article class="card"><div class="split"><h3><a href="${visit.link(`${bodyPath(book)}/resolutions/${key}`)}">${resolution.title}</a></h3>${statusBadge(visit, statusAt(book.state, resolution, visit.now))}</div>${
    consultation === undefined
      ? null
      : html`${standingMeter(visit, book.state, consultation)}<p class="soft">${standingWords(visit, book.state, consultation)}</p>`
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

function notCarried(visit: Visit, book: BookView): Html | null {
  const { words } = visit;
  const formats = visit.formats(book.state);
  const failed = tableEntries(book.state.votes)
    .filter(([, { closed }]) => closed !== null && closed.outcome !== 'carried')
    .toReversed()
    .slice(0, SHOWN);
  if (failed.length === 0) return null;
  const items = failed.map(([, { motion, closed }]) => {
    if (closed === null) return null;
    const title = tableGet(book.state.motions, motion)?.title ?? '';
    const tally = closed.tallies[0];
    return html`<li><div class="split"><a href="${visit.link(actPath(book, motion))}">${title}</a>${badge('red', words.terms.outcome[closed.outcome])}</div><p class="figures">${tally === undefined ? null : tallyWords(words, formats, tally)} · <a href="${visit.link(actPath(book, closed.act))}">${words.body.act(closed.act)}</a></p></li>`;
  });
  return html`<details><summary>${words.body.notCarried} (${failed.length})</summary><ul class="list">${items}</ul></details>`;
}
