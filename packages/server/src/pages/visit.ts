import { actEntry, amountText, type BodyState, type Time, tableEntries, tableGet } from '@cabildo/core';
import type { Language, Locale } from '../app/languages/locale.ts';
import type { BookSummary, BookView, Node } from '../app/node.ts';
import { goodsSaid, shownOfAct } from './goods-said.ts';
import { type Formats, formatsFor } from './language.ts';
import type { Saying } from './sentences/sentence.ts';
import type { Tongue } from './tongue.ts';
import type { Words } from './words/es.ts';

/** What never changes of a book that has begun: a page that names one need not be made again after each of its acts. */
export type NamedBook = Pick<BookSummary, 'origin' | 'name' | 'kind' | 'remote' | 'title'>;

/** One reader's look at the node, in one language. */
export interface Visit {
  readonly node: Node;
  /** What is spoken, as a tag: `es`, `en`, or a language that was added. */
  readonly language: string;
  /** Of the two that come with the program, the one in which is said what the spoken one has no words for. */
  readonly under: Language;
  readonly tongue: Tongue;
  readonly locale: Locale;
  readonly words: Words;
  readonly now: Time;
  /** The path asked for, without the query. */
  readonly path: string;
  /** How the reader has reached this node. */
  readonly base: string;
  readonly books: ReadonlyMap<string, NamedBook>;
  /** The book of that origin, if that act of it is here. */
  holding(origin: string, act: number): NamedBook | undefined;
  /** The other languages that there are, each by its name in itself. */
  readonly others: readonly { readonly tag: string; readonly name: string }[];
  /** Keeps a language that the reader has chosen. */
  link(path: string): string;
  formats(state: BodyState): Formats;
}

export interface Asked extends Pick<Visit, 'path' | 'base' | 'tongue' | 'others'> {
  /** How the address named the language, where it did. */
  readonly chosen: string | null;
}

/** `missed` is told of a book in which an act was looked for that is not there yet. */
export function visitWith(
  node: Node,
  books: ReadonlyMap<string, BookSummary>,
  asked: Asked,
  missed: (origin: string) => void = () => undefined,
): Visit {
  const { path, base, tongue, others, chosen } = asked;
  const suffix = (to: string): string => (chosen === null ? '' : `${to.includes('?') ? '&' : '?'}lang=${chosen}`);
  return {
    node,
    language: tongue.tag,
    under: tongue.under,
    tongue,
    locale: tongue.locale,
    words: tongue.words,
    now: node.now(),
    path,
    base,
    others,
    books,
    holding(origin, act) {
      const book = books.get(origin);
      if (book !== undefined && act < book.size) return book;
      missed(origin);
      return undefined;
    },
    link(to) {
      const [address = '', place] = to.split('#');
      return address + suffix(address) + (place === undefined ? '' : `#${place}`);
    },
    formats: (state) => formatsFor(tongue.locale, state.statute?.rules.closing.offsetMinutes ?? 0),
  };
}

/** A mirror's name is its origin, whose slashes an address must not show. */
const segment = (name: string): string => encodeURIComponent(name);

export const bodyPath = (book: Pick<BookSummary, 'name'>): string => `/b/${segment(book.name)}`;
export const actPath = (book: Pick<BookSummary, 'name'>, index: number): string => `${bodyPath(book)}/acts/${index}`;
export const filesPath = (book: Pick<BookSummary, 'name'>): string => `/books/${segment(book.name)}`;

/** A body's title if its book or a body that it belongs to is here, else its origin. */
export const titleOf = (visit: Visit, state: BodyState | null, origin: string): string =>
  visit.books.get(origin)?.title ?? (state === null ? undefined : tableGet(state.affiliates, origin)?.title) ?? origin;

/** Under which office, or in which standing, somebody acts, in the reader's words. */
export const officeSaid = ({ words, tongue }: Pick<Visit, 'words' | 'tongue'>, office: string): string =>
  Object.hasOwn(words.terms.standing, office) ? (words.terms.standing[office] ?? office) : tongue.office(office);

/** `1.234,50 BOB`: with as many digits behind the point as the money has by this book. */
export function moneySaid(
  { amount }: Pick<Formats, 'amount'>,
  { accounts }: BodyState,
  units: number,
  commodity: string,
): string {
  const decimals = tableGet(accounts.commodities, commodity)?.decimals ?? 0;
  return `${amount(amountText(units, decimals))} ${commodity}`;
}

function sayingFor(visit: Visit, state: BodyState): Saying {
  const { words } = visit;
  const formats = visit.formats(state);
  return {
    ...formats,
    terms: words.terms,
    goods: formats.number,
    money: (amount, commodity) => moneySaid(formats, state, amount, commodity),
    office: (name) => officeSaid(visit, name),
    body: (origin) => titleOf(visit, state, origin),
    thing,
  };

  function thing(index: number): string {
    const sitting = tableGet(state.sittings, index);
    if (sitting !== undefined) return words.terms.theSitting[sitting.kind](formats.day(sitting.startsAt));
    const title =
      tableGet(state.motions, tableGet(state.votes, index)?.motion ?? index)?.title ??
      tableGet(state.received, index)?.title ??
      tableGet(state.forwarded, index)?.title ??
      tableGet(state.tasks, index)?.what ??
      tableGet(state.resolutions, index)?.title ??
      tableGet(state.consultations, index)?.title ??
      tableGet(state.measures, index)?.what;
    if (title === undefined) return words.body.act(index);
    const [open, close] = visit.tongue.quotes;
    return `${open}${title}${close}`;
  }
}

/** The sentence of an act, or null where this program knows none. */
export function sentenceOf(
  visit: Visit,
  state: BodyState,
  act: { readonly act: string; readonly data: unknown } | null,
): string | null {
  if (act === null) return null;
  const sentences = visit.tongue.sentences as Readonly<Record<string, (data: never, say: Saying) => string>>;
  if (!Object.hasOwn(sentences, act.act)) return null;
  const say = sayingFor(visit, state);
  const shown = actEntry(act.act)?.subject === 'supply' ? shownOfAct(state, act.data) : null;
  const { words } = visit;
  const goods = (quantity: number): string =>
    shown === null
      ? say.number(quantity)
      : (goodsSaid(shown, quantity, { words, number: say.number }) ?? words.supply.forMembers);
  return sentences[act.act]?.(act.data as never, { ...say, goods }) ?? null;
}

/** The books of the bodies above that this one has asked to belong to, as far as they are here. */
export async function booksAbove(visit: Visit, state: BodyState): Promise<readonly BookView[]> {
  const found = await Promise.all(tableEntries(state.requests).map(([origin]) => visit.node.book(origin)));
  return found.filter((book) => book !== null);
}
