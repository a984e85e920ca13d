import { tableEntries } from '@cabildo/core';
import type { BookSummary } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import { badge } from './parts.ts';
import { bodyPath, inOrder, type Visit } from './visit.ts';

/** More bodies than a node keeps in memory are listed without reading all their books for the tree. */
const TREE_LIMIT = 1_000;

/** More bodies than this below one are folded, unless the whole tree is short. */
const FOLDED_FROM = 12;
const SHORT_TREE = 60;

/** A list that fits on few screens needs no search. */
const SEARCHED_FROM = 20;
const A_PAGE = 50;

export interface Wanted {
  /** Part of a title or of a name. */
  readonly q: string;
  readonly from: number;
}

/** The bodies of this node: as a tree, or those that somebody looks for, a page at a time. */
export async function bodiesOf(visit: Visit, wanted: Wanted): Promise<Child> {
  const bodies = [...visit.books.values()].filter(({ kind }) => kind === 'body');
  if (bodies.length === 0) return html`<p class="card">${visit.words.home.empty}</p>`;
  const search = bodies.length < SEARCHED_FROM ? null : searchForm(visit, wanted);
  if (wanted.q === '' && bodies.length <= TREE_LIMIT) return [search, await treeOf(visit, bodies)];
  return [search, listOf(visit, byTitle(found(bodies, wanted.q)), wanted)];
}

function searchForm({ words, language }: Visit, { q }: Wanted): Html {
  const { find, findGo } = words.home;
  return html`<form action="/" method="get" role="search"><input type="hidden" name="lang" value="${language}"><label for="q">${find}</label><div class="row"><input id="q" name="q" type="search" maxlength="80" value="${q}" autocomplete="off"><button>${findGo}</button></div></form>`;
}

/** Every word of it, wherever it stands, with or without accents. */
function found(bodies: readonly BookSummary[], q: string): readonly BookSummary[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return bodies.filter(({ title, name }) => {
    const text = `${plain(title)} ${name}`;
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const byTitle = (books: readonly BookSummary[]): readonly BookSummary[] =>
  books.toSorted((a, b) => inOrder.compare(a.title, b.title));

function listOf(visit: Visit, all: readonly BookSummary[], { q, from }: Wanted): Html {
  const { words, link, language } = visit;
  const { number } = formatsFor(language, 0);
  const page = (at: number): string => link(`/?q=${encodeURIComponent(q)}&from=${at}`);
  const shown = all.slice(from, from + A_PAGE);
  return html`<p class="soft" role="status">${words.home.found(number(all.length))}</p><ul class="list">${shown.map((book) => html`<li>${line(visit, book)}</li>`)}</ul><p class="pager">${
    from > 0 ? html`<a rel="prev" href="${page(Math.max(0, from - A_PAGE))}">${words.home.before}</a>` : null
  } ${from + A_PAGE < all.length ? html`<a rel="next" href="${page(from + A_PAGE)}">${words.home.after}</a>` : null}</p>`;
}

interface Tree {
  readonly below: ReadonlyMap<string, readonly BookSummary[]>;
  readonly folds: boolean;
}

async function treeOf(visit: Visit, bodies: readonly BookSummary[]): Promise<Html> {
  const below = new Map<string, readonly BookSummary[]>();
  const placed = new Set<string>();
  const kinds = await visit.node.kinds(bodies.map(({ origin }) => origin));
  for (const { origin } of bodies) {
    // Nobody is below a base: its book need not be replayed for the tree.
    if (kinds.get(origin) === 'base') continue;
    const state = (await visit.node.book(origin))?.state;
    const named = state === undefined ? [] : tableEntries(state.affiliates).map(([key]) => key);
    const here = named.flatMap((key) => visit.books.get(key) ?? []);
    below.set(origin, here);
    for (const { origin: key } of here) if (key !== origin) placed.add(key);
  }
  const roots = bodies.filter(({ origin }) => !placed.has(origin));
  const tree = { below, folds: bodies.length > SHORT_TREE };
  return html`<ul class="tree">${branches(visit, roots.length === 0 ? bodies : roots, tree, new Set())}</ul>`;
}

/** A body may belong to several; a ring of bodies ends where it closes. */
function branch(visit: Visit, book: BookSummary, tree: Tree, seen: ReadonlySet<string>): Html {
  const all = tree.below.get(book.origin) ?? [];
  const children = all.filter(({ origin }) => !seen.has(origin) && origin !== book.origin);
  if (children.length === 0) return html`<li>${line(visit, book)}</li>`;
  const inside = new Set([...seen, book.origin]);
  return html`<li>${line(visit, book)}<ul>${branches(visit, children, tree, inside)}</ul></li>`;
}

/** In a long tree those with others below them come first, and many bases are folded: a federation is not lost among them. */
function branches(visit: Visit, books: readonly BookSummary[], tree: Tree, seen: ReadonlySet<string>): Child {
  const items = (some: readonly BookSummary[]): Child => some.map((book) => branch(visit, book, tree, seen));
  if (!tree.folds) return items(books);
  const hasBelow = ({ origin }: BookSummary): boolean => (tree.below.get(origin)?.length ?? 0) > 0;
  const sorted = byTitle(books);
  const bases = sorted.filter((book) => !hasBelow(book));
  const { number } = formatsFor(visit.language, 0);
  return [
    items(sorted.filter(hasBelow)),
    bases.length <= FOLDED_FROM
      ? items(bases)
      : html`<li><details><summary>${visit.words.home.found(number(bases.length))}</summary><ul>${items(bases)}</ul></details></li>`,
  ];
}

function line({ words, link, language }: Visit, book: BookSummary): Html {
  const { number } = formatsFor(language, 0);
  const copy = book.remote ? badge('indigo', words.home.copy, 'book') : null;
  return html`<a href="${link(bodyPath(book))}">${book.title}</a> <span class="soft">${words.home.acts(number(book.size))}</span> ${copy}`;
}
