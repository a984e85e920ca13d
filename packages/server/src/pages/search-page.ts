import { checkActCode } from '@cabildo/book';
import { plainText } from '../app/directory.ts';
import { A_PAGE, line, pagerOf } from './home-bodies.ts';
import { type Child, type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import type { Page } from './layout.ts';
import { section } from './parts.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

/** What was typed, and which page of the bodies that were found. */
export interface Sought {
  readonly q: string;
  readonly from: number;
}

const LONGEST = 80;
const MOST_WORDS = 8;
const TITLES = 20;

export function searchForm({ words, language }: Visit, q: string): Html {
  const { find, findHow, findGo } = words.home;
  return html`<form action="/" method="get" role="search"><input type="hidden" name="lang" value="${language}"><label for="q">${find}</label><p class="soft" id="q-how">${findHow}</p><div class="row"><input id="q" name="q" type="search" maxlength="${LONGEST}" value="${q.slice(0, LONGEST)}" autocomplete="off" aria-describedby="q-how"><button>${findGo}</button></div></form>`;
}

/** Bodies, resolutions and measures in which every word stands, and the act of that code. */
export async function searchPage(visit: Visit, { q, from }: Sought): Promise<Page> {
  const { words } = visit;
  const flaw = flawOf(visit, q);
  const found = flaw === null ? await foundBy(visit, q, from) : html`<p class="card red" role="alert">${flaw}</p>`;
  return {
    title: words.search.title,
    trail: [{ title: words.site.assemblies, path: '/' }],
    ...(flaw === null ? {} : { status: 400 }),
    body: html`<h1>${words.search.title}</h1>${searchForm(visit, flaw === null ? q : '')}${found}`,
  };
}

const wordsIn = (q: string): readonly string[] => plainText(q).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Why that cannot be looked for, and what could. */
function flawOf({ words }: Visit, q: string): string | null {
  if (q.length > LONGEST) return words.search.tooLong(q.length, LONGEST);
  if (!q.isWellFormed() || /\p{Cc}/u.test(q)) return words.search.notText;
  const sought = wordsIn(q);
  if (sought.length === 0) return words.search.noWords;
  return sought.length > MOST_WORDS ? words.search.tooMany(sought.length, MOST_WORDS) : null;
}

async function foundBy(visit: Visit, q: string, from: number): Promise<Child> {
  const sought = wordsIn(q);
  const directory = await visit.node.directory();
  // Of a name any part, signs and all: zone 6 is written `zona-6`.
  const parts = plainText(q).split(/\s+/).filter(Boolean);
  const bodies = [...directory.values()].filter(({ text }) => parts.every((part) => text.includes(part)));
  const { number } = formatsFor(visit.locale, 0);
  const shown = bodies.slice(from, from + A_PAGE);
  const page = (at: number): string => `/?q=${encodeURIComponent(q)}&from=${at}`;
  const list =
    bodies.length === 0
      ? null
      : html`<ul class="list">${shown.map((place) => html`<li>${line(visit, place)}</li>`)}</ul>${pagerOf(visit, { from, all: bodies.length, page })}`;
  return [
    await actOfCode(visit, q),
    section(html`<span role="status">${visit.words.home.found(number(bodies.length))}</span>`, list, 'bodies'),
    from > 0 ? null : await titled(visit, sought),
  ];
}

async function actOfCode(visit: Visit, q: string): Promise<Html | null> {
  const checked = checkActCode(q);
  if (!checked.ok || (await visit.node.actsByCode(checked.code)).length === 0) return null;
  const { search } = visit.words;
  return html`<p class="card"><a href="${visit.link(`/check?reference=${checked.code}`)}">${search.code(checked.code)}</a></p>`;
}

async function titled({ node, words, link, books, locale }: Visit, sought: readonly string[]): Promise<Html> {
  const { rows, all } = await node.titled(sought, { from: 0, most: TITLES });
  const { number } = formatsFor(locale, 0);
  const items = rows.flatMap(({ origin, kind, key, title }) => {
    const book = books.get(origin);
    if (book === undefined) return [];
    const path = kind === 'measures' ? actPath(book, Number(key)) : `${bodyPath(book)}/resolutions/${key}`;
    return [
      html`<li><a href="${link(path)}">${title}</a> <span class="soft">${words.search[kind]} · ${book.title}</span></li>`,
    ];
  });
  const rest = all > rows.length ? html`<p class="soft">${words.search.more(number(all - rows.length))}</p>` : null;
  return section(words.search.decided(number(all)), html`<ul class="list">${items}</ul>${rest}`, 'decided');
}
