import type { Directory, Place } from '../app/directory.ts';
import type { BookSummary } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import { badge } from './parts.ts';
import { bodyPath, type Visit } from './visit.ts';

/** More bodies than this below one are folded, unless the whole tree is short. */
const FOLDED_FROM = 12;
const SHORT_TREE = 60;

/** What is folded is sent all the same: in a larger federation it is a page of its own. */
const FOLDED_TREE = 200;

export const A_PAGE = 50;

/** Which part of the federation. */
export interface Wanted {
  /** The name of a body: those below it. */
  readonly within: string | null;
  readonly from: number;
}

export const treePath = (book: Pick<BookSummary, 'name'>, from = 0): string =>
  `/?in=${encodeURIComponent(book.name)}${from === 0 ? '' : `&from=${from}`}`;

/** The bodies of this node as a tree; those below one body alone where somebody went there. */
export function treeOf(visit: Visit, directory: Directory, { within, from }: Wanted): Child {
  if (directory.size === 0) return html`<p class="card">${visit.words.home.empty}</p>`;
  const top = within === null ? undefined : placeNamed(directory, within);
  const roots = top === undefined ? topOf(directory) : [top];
  const tree: Tree = { directory, size: directory.size, opened: top?.book.origin ?? null, from };
  if (top !== undefined || directory.size <= FOLDED_TREE)
    return html`${top === undefined ? null : up(visit, directory, top)}<ul class="tree">${branches(visit, roots, tree, new Set())}</ul>`;
  return html`<ul class="tree">${large(visit, roots, tree)}</ul>`;
}

export const placeNamed = (directory: Directory, name: string): Place | undefined =>
  [...directory.values()].find(({ book }) => book.name === name);

/** Those who belong to nobody here; in a ring of bodies, all. */
export function topOf(directory: Directory): readonly Place[] {
  const all = [...directory.values()];
  const roots = all.filter(({ above }) => above.length === 0);
  return roots.length === 0 ? all : roots;
}

interface Tree {
  readonly directory: Directory;
  readonly size: number;
  /** The body whose page of the tree this is, and which page. */
  readonly opened: string | null;
  readonly from: number;
}

const placesOf = (directory: Directory, origins: readonly string[]): readonly Place[] =>
  origins.flatMap((origin) => directory.get(origin) ?? []);

/** A body may belong to several; a ring of bodies ends where it closes. */
function branch(visit: Visit, place: Place, tree: Tree, seen: ReadonlySet<string>): Html {
  const { origin } = place.book;
  const below = placesOf(tree.directory, place.below).filter(({ book }) => !seen.has(book.origin));
  if (below.length === 0) return html`<li>${line(visit, place)}</li>`;
  const inside = new Set([...seen, origin]);
  const inner =
    tree.opened === null || seen.size === 0
      ? branches(visit, below, tree, inside)
      : html`<li>${countLink(visit, place, below.length)}</li>`;
  return html`<li>${line(visit, place)}<ul>${inner}</ul></li>`;
}

/** In a long tree those with others below them come first, and many bases are folded: a federation is not lost among them. */
function branches(visit: Visit, places: readonly Place[], tree: Tree, seen: ReadonlySet<string>): Child {
  const items = (some: readonly Place[]): Child => some.map((place) => branch(visit, place, tree, seen));
  if (tree.opened !== null && seen.size > 0) return paged(visit, places, tree, items);
  if (tree.size <= SHORT_TREE) return items(places);
  const bases = places.filter(({ below }) => below.length === 0);
  const { number } = formatsFor(visit.locale, 0);
  return [
    items(places.filter(({ below }) => below.length > 0)),
    bases.length <= FOLDED_FROM
      ? items(bases)
      : html`<li><details><summary>${visit.words.home.found(number(bases.length))}</summary><ul>${items(bases)}</ul></details></li>`,
  ];
}

/** Those with others below them first. */
const largeFirst = (places: readonly Place[]): readonly Place[] => [
  ...places.filter(({ below }) => below.length > 0),
  ...places.filter(({ below }) => below.length === 0),
];

function paged(
  visit: Visit,
  places: readonly Place[],
  { directory, opened, from }: Tree,
  items: (some: readonly Place[]) => Child,
): Child {
  const book = directory.get(opened ?? '')?.book;
  const page = (at: number): string => (book === undefined ? '/' : treePath(book, at));
  const pages = pagerOf(visit, { from, all: places.length, page });
  return [items(largeFirst(places).slice(from, from + A_PAGE)), pages === null ? null : html`<li>${pages}</li>`];
}

/** Of a federation too large to be sent whole: its upper tiers, each body with how many belong to it. */
function large(visit: Visit, roots: readonly Place[], { directory }: Tree): Child {
  const shown = largeFirst(roots).slice(0, A_PAGE);
  const below = (place: Place): Child => {
    const all = largeFirst(placesOf(directory, place.below));
    const tiers = all.filter((one) => one.below.length > 0).slice(0, A_PAGE);
    const rest = all.length - tiers.length;
    if (all.length === 0) return null;
    return html`<ul>${tiers.map((one) => html`<li>${line(visit, one)} ${countLink(visit, one, one.below.length)}</li>`)}${
      rest === 0 ? null : html`<li>${countLink(visit, place, rest)}</li>`
    }</ul>`;
  };
  const { number } = formatsFor(visit.locale, 0);
  const rest = roots.length - shown.length;
  return [
    shown.map((place) => html`<li>${line(visit, place)}${below(place)}</li>`),
    rest === 0 ? null : html`<li class="soft">${visit.words.tree.more(number(rest))}</li>`,
  ];
}

function countLink({ words, link, locale }: Visit, { book }: Place, count: number): Html {
  const { number } = formatsFor(locale, 0);
  return html`<a class="count" href="${link(treePath(book))}" aria-label="${words.tree.belowOf(number(count), book.title)}">${words.home.found(number(count))}</a>`;
}

function up({ words, link }: Visit, directory: Directory, { above }: Place): Html {
  const upper = placesOf(directory, above);
  return html`<p><a href="${link('/')}">${words.tree.whole}</a>${upper.map(({ book }) => html` · <a href="${link(treePath(book))}">${book.title}</a>`)}</p>`;
}

interface Paging {
  readonly from: number;
  readonly all: number;
  readonly size?: number;
  page(at: number): string;
}

export function pagerOf({ words, link }: Visit, { from, all, size = A_PAGE, page }: Paging): Html | null {
  if (all <= size && from === 0) return null;
  const before = html`<a rel="prev" href="${link(page(Math.max(0, from - size)))}">${words.home.before}</a>`;
  const after = html`<a rel="next" href="${link(page(from + size))}">${words.home.after}</a>`;
  return html`<p class="pager">${from > 0 ? before : null} ${from + size < all ? after : null}</p>`;
}

export function line({ words, link, locale }: Visit, { book }: Place): Html {
  const { number } = formatsFor(locale, 0);
  const copy = book.remote ? badge('indigo', words.home.copy, 'book') : null;
  return html`<a href="${link(bodyPath(book))}">${book.title}</a> <span class="soft">${words.home.acts(number(book.size))}</span> ${copy}`;
}
