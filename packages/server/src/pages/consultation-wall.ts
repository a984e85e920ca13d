import type { BookView } from '../app/node.ts';
import { membersMeter, membersWords, standingMeter, standingWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge } from './parts.ts';
import { qrCode } from './qr.ts';
import { consultationAt } from './rules.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

export const wallPath = (book: Pick<BookView, 'name'>, index: number): string =>
  `${consultationPath(book, index)}/wall`;

/** For a projector: how far the bases have answered and the line that they must cross, large enough for the last row. */
export function consultationWall(visit: Visit, book: BookView, index: number): Page | null {
  const consultation = consultationAt(book.state, index);
  if (consultation === undefined) return null;
  const { words, link } = visit;
  const { closed, title } = consultation;
  const members = membersWords(visit, book.state, consultation);
  const page = consultationPath(book, index);
  const follows = closed === null ? html` data-follows="/api/bodies/${encodeURIComponent(book.name)}/events"` : null;
  const state =
    closed === null
      ? badge('ochre', words.consultation.open)
      : badge(closed.outcome === 'ratified' ? 'green' : 'red', words.resolution.settled[closed.outcome]);
  const byBases: Html = html`${standingMeter(visit, book.state, consultation)}<p>${standingWords(visit, book.state, consultation)} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>`;
  const byMembers =
    members === null
      ? null
      : html`${membersMeter(visit, book.state, consultation)}<p class="soft"><a href="${link(`${page}#bases`)}">${members}</a></p>`;
  return {
    title: words.consultation.title(title),
    onWall: true,
    trail: [
      { title: book.title, path: bodyPath(book) },
      { title: words.consultation.title(title), path: page },
    ],
    ...(closed === null ? { script: 'live' as const } : {}),
    body: html`<article class="on-wall"${follows}><h1>${title}</h1><p data-live="state">${state}</p><div data-live="standing" role="status">${byBases}${byMembers}</div><figure>${qrCode(`${visit.base}${page}`, words.consultation.wallCode)}<figcaption>${words.consultation.wallCode}</figcaption></figure></article>`,
  };
}
