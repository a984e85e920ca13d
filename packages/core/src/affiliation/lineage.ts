import type { Affiliate, BodyState } from '../state.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';

/** Longer than any book goes on: what a name says must not make work without end. */
const maxSuccessions = 32;

/** A book and those that it goes on from, the last one first: `x~3`, `x~2`, `x` (docs/decisions/0002-the-book.md). */
export function lineage(origin: string): readonly string[] {
  const parts = /^(.+)~([1-9]\d?)$/.exec(origin);
  const number = Number(parts?.[2] ?? 1);
  if (parts === null || number < 2 || number > maxSuccessions) return [origin];
  return Array.from({ length: number }, (_, i) =>
    i === number - 1 ? (parts[1] as string) : `${parts[1]}~${number - i}`,
  );
}

/** The name that a body keeps, in whichever book it goes on: that of its first. */
export const firstBook = (origin: string): string => lineage(origin).at(-1) as string;

/** Which of two acts of one body is the later one. */
export function isLater(
  one: { readonly book: string; readonly index: number },
  other: { readonly book: string; readonly index: number },
): boolean {
  const [a, b] = [lineage(one.book).length, lineage(other.book).length];
  return a === b ? one.index > other.index : a > b;
}

/** Has this body asked to belong to that one, under whatever book that one was known then? */
export const hasRequested = ({ requests }: Pick<BodyState, 'requests'>, to: string): boolean =>
  lineage(to).some((book) => tableHas(requests, book));

/** Bodies below, each in the book in which it goes on. */
export const affiliatesNow = ({
  affiliates,
}: Pick<BodyState, 'affiliates'>): readonly (readonly [string, Affiliate])[] =>
  tableEntries(affiliates).filter(([, { succeededBy }]) => succeededBy === undefined);

/** The act that first admitted the body. */
export const affiliatedSince = ({ since, act }: Affiliate): number => since ?? act;

/** The books in which a body below has gone on after this one, the newest first, and then this one. */
export function booksOn({ affiliates }: Pick<BodyState, 'affiliates'>, book: string): readonly string[] {
  const next = tableGet(affiliates, book)?.succeededBy;
  return next === undefined ? [book] : [...booksOn({ affiliates }, next), book];
}

/** The affiliation that an admission of `below` takes the place of: that of the book which `below` goes on from. */
export const succeededIn = (
  { affiliates }: Pick<BodyState, 'affiliates'>,
  below: string,
): readonly [string, Affiliate] | undefined =>
  lineage(below)
    .slice(1)
    .flatMap((book) => {
      const affiliate = tableGet(affiliates, book);
      return affiliate === undefined ? [] : [[book, affiliate] as const];
    })
    .at(0);

/** Is the body affiliated already, by this book or by one that goes on from it? */
export const isAffiliated = ({ affiliates }: Pick<BodyState, 'affiliates'>, below: string): boolean =>
  tableEntries(affiliates).some(([book]) => lineage(book).includes(below));
