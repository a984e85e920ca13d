import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { bodyPath, type Visit } from './visit.ts';

/** Below a list that ends before everything was said: how much more there is, and where. Nothing where `all` were shown. */
export function moreInBook(visit: Visit, book: BookView, all: number, shown: number): Html | null {
  if (all <= shown) return null;
  const more = visit.words.supply.more(visit.formats(book.state).number(all - shown));
  return html`<p class="soft"><a href="${visit.link(`${bodyPath(book)}/book`)}">${more}</a></p>`;
}
