import { tableEntries } from '@cabildo/core';
import type { BookSummary } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import type { Page } from './layout.ts';
import { badge, section } from './parts.ts';
import { bodyPath, type Visit } from './visit.ts';

/** More bodies than this are listed without reading all their books for the tree. */
const TREE_LIMIT = 250;

export async function homePage(visit: Visit): Promise<Page> {
  const { words, books } = visit;
  const bodies = [...books.values()].filter(({ kind }) => kind === 'body');
  const tree = bodies.length === 0 ? html`<p class="card">${words.home.empty}</p>` : await treeOf(visit, bodies);
  const heads = [...books.values()].filter(({ kind }) => kind === 'heads');
  return {
    title: words.home.title,
    body: html`<h1>${words.home.title}</h1><p class="lead">${words.home.what}</p>
<div class="columns"><div>${section(words.home.tree, tree)}</div><aside>${codeForm(visit)}${
      heads.length === 0
        ? null
        : html`<section class="card"><h2>${words.home.heads}</h2><ul class="plain">${heads.map((book) => html`<li><a href="${visit.link(`${bodyPath(book)}/book`)}">${book.origin}</a></li>`)}</ul></section>`
    }</aside></div>`,
  };
}

function codeForm({ words, language }: Visit): Html {
  const { code, codeHow, codeField, codeGo } = words.home;
  return html`<section class="card"><h2>${code}</h2><p class="soft" id="code-how">${codeHow}</p><form action="/a" method="get"><input type="hidden" name="lang" value="${language}"><label for="code">${codeField}</label><div class="row"><input id="code" name="code" required maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="code-how"><button>${codeGo}</button></div></form></section>`;
}

async function treeOf(visit: Visit, bodies: readonly BookSummary[]): Promise<Child> {
  const below = new Map<string, BookSummary[]>();
  const placed = new Set<string>();
  if (bodies.length <= TREE_LIMIT) {
    for (const { origin } of bodies) {
      const state = (await visit.node.book(origin))?.state;
      const named = state === undefined ? [] : tableEntries(state.affiliates).map(([key]) => key);
      const here = named.flatMap((key) => visit.books.get(key) ?? []);
      below.set(origin, here);
      for (const { origin: key } of here) if (key !== origin) placed.add(key);
    }
  }
  const roots = bodies.filter(({ origin }) => !placed.has(origin));
  return html`<ul class="tree">${(roots.length === 0 ? bodies : roots).map((book) => branch(visit, book, below, new Set()))}</ul>`;
}

/** A body may belong to several; a ring of bodies ends where it closes. */
function branch(
  visit: Visit,
  book: BookSummary,
  below: ReadonlyMap<string, readonly BookSummary[]>,
  seen: ReadonlySet<string>,
): Html {
  const { words, link } = visit;
  const formats = formatsFor(visit.language, 0);
  const children = (below.get(book.origin) ?? []).filter(({ origin }) => !seen.has(origin) && origin !== book.origin);
  const inside = new Set([...seen, book.origin]);
  const copy = book.remote ? badge('indigo', words.home.copy, 'book') : null;
  return html`<li><a href="${link(bodyPath(book))}">${book.title}</a> <span class="soft">${words.home.acts(formats.number(book.size))}</span> ${copy}${
    children.length === 0 ? null : html`<ul>${children.map((child) => branch(visit, child, below, inside))}</ul>`
  }</li>`;
}
