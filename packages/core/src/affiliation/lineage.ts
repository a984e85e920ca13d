import type { Affiliate, AffiliationEnd, BodyState } from '../state.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import type { Time } from '../time.ts';

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

/** In which book a body goes on if the end of this one is lost: `x~2` after `x`. */
export const nextBook = (origin: string): string => `${firstBook(origin)}~${lineage(origin).length + 1}`;

/** Which of two acts of one body is the later one. */
export function isLater(
  one: { readonly book: string; readonly index: number },
  other: { readonly book: string; readonly index: number },
): boolean {
  const [a, b] = [lineage(one.book).length, lineage(other.book).length];
  return a === b ? one.index > other.index : a > b;
}

type Above = Pick<BodyState, 'requests' | 'left'>;

/** Has this body asked to belong to that one, under whatever book that one was known then, and not left it since? */
export const hasRequested = (state: Above, to: string): boolean => standingRequest(state, to) !== null;

/** The act that asks to belong to that body; a request made before the body left says nothing any more. */
export function standingRequest({ requests, left }: Above, to: string): number | null {
  const book = lineage(to).find((one) => tableHas(requests, one));
  const request = book === undefined ? undefined : tableGet(requests, book);
  if (request === undefined) return null;
  const over = lineage(to).some((one) => (tableGet(left, one)?.act ?? -1) > request);
  return over ? null : request;
}

/** Bodies above that this one has left by a sealed act of its own, and not asked again since. */
export const hasLeft = (state: Above & Pick<BodyState, 'sealed'>): readonly string[] =>
  tableEntries(state.left)
    .filter(([, { act, shown }]) => !shown && tableHas(state.sealed, act))
    .map(([above]) => above)
    .filter((above) => !hasRequested(state, above));

/** Does that body belong here, as far as this book knows? Seats of one that does not count no more, whatever they say. */
export const belongs = ({ affiliates }: Pick<BodyState, 'affiliates'>, below: string): boolean =>
  tableGet(affiliates, below)?.ended === undefined;

/** Bodies below, each in the book in which it goes on; those that have left are not among them. */
export const affiliatesNow = ({
  affiliates,
}: Pick<BodyState, 'affiliates'>): readonly (readonly [string, Affiliate])[] =>
  tableEntries(affiliates).filter(([, { succeededBy, ended }]) => succeededBy === undefined && ended === undefined);

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
  tableEntries(affiliates).some(([book, { ended }]) => ended === undefined && lineage(book).includes(below));

/** A stretch of time for which a body was below: the act that admitted it, and how it ended if it has. */
export interface Spell {
  readonly act: number;
  readonly since: number;
  readonly ended: AffiliationEnd | undefined;
}

/** Every stretch of an affiliation, the last one last. */
const spellsOf = (affiliate: Affiliate | undefined): readonly Spell[] =>
  affiliate === undefined
    ? []
    : [...(affiliate.earlier ?? []), { act: affiliate.act, since: affiliatedSince(affiliate), ended: affiliate.ended }];

/** The affiliation that stood when that act was written, whatever has become of it since; undefined: none did. */
export const spellAt = ({ affiliates }: Pick<BodyState, 'affiliates'>, below: string, act: number): Spell | undefined =>
  spellsOf(tableGet(affiliates, below)).find(({ since, ended }) => since < act && (ended?.act ?? act) >= act);

/** Before that time; `asItWas`: also where an end came here later, which takes nothing away from what was. */
export interface AsOf {
  readonly before: Time;
  readonly asItWas?: true;
}

/** The affiliation by an act that was here before that time, and whose end, if it has one, was not (or is not at all). */
export const spellBefore = (
  affiliate: Affiliate | undefined,
  { before, asItWas }: AsOf,
  receivedAt: (act: number) => Time,
): Spell | undefined =>
  spellsOf(affiliate).findLast(({ act, ended }) => {
    const stood = ended === undefined || (asItWas === true && receivedAt(ended.act) >= before);
    return receivedAt(act) < before && stood;
  });
