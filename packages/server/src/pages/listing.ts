import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

/** One list of a page, by itself and from that place on. */
export interface Alone {
  readonly list: string;
  readonly from: number;
}

type Section = (visit: Visit, book: BookView, alone: Alone) => Html | null | Promise<Html | null>;

/** One list as a page; null where there is no such list, or it has ended before. */
export async function listPage(
  visit: Visit,
  book: BookView,
  { alone, lists, title, trail }: Pick<Page, 'title' | 'trail'> & { readonly alone: Alone; readonly lists: Lists },
): Promise<Page | null> {
  const list = Object.hasOwn(lists, alone.list) ? lists[alone.list] : undefined;
  const said = (await list?.(visit, book, alone)) ?? null;
  return said === null ? null : { title, ...(trail && { trail }), body: html`<h1>${title}</h1>${said}` };
}

/** By what the address calls them. */
export type Lists = Readonly<Record<string, Section>>;

interface Listing<T> {
  /** The page that it stands on, and its name in that page’s address. */
  readonly path: string;
  readonly list: string;
  readonly all: readonly T[];
  readonly size: number;
  /** Null: the page with the beginning of each of its lists. */
  readonly alone: Alone | null;
}

interface Cut<T> {
  readonly shown: readonly T[];
  /** Below it: how many more there are and where, or the ones before and after. */
  readonly rest: Html | null;
}

/** As much of a list as a page has room for; nothing is shown where the list has ended before. */
export function cut<T>({ words, link, locale }: Visit, { path, list, all, size, alone }: Listing<T>): Cut<T> {
  const page = (at: number): string => link(`${path}?list=${list}${at === 0 ? '' : `&from=${at}`}`);
  if (alone === null) {
    const rest = all.length - size;
    const more =
      rest <= 0
        ? null
        : html`<p><a href="${page(size)}">${words.supply.more(formatsFor(locale, 0).number(rest))}</a></p>`;
    return { shown: all.slice(0, size), rest: more };
  }
  const { from } = alone;
  const pages = [
    from > 0 ? html`<a rel="prev" href="${page(Math.max(0, from - size))}">${words.body.newer}</a>` : null,
    from + size < all.length ? html`<a rel="next" href="${page(from + size)}">${words.body.older}</a>` : null,
  ];
  return { shown: all.slice(from, from + size), rest: html`<p class="pages">${pages}</p>` };
}
