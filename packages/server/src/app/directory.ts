import { type PlacedRow, readDisputes, readPlaces } from '../store/directory.ts';
import type { Store } from '../store/open-store.ts';
import type { BookSummary } from './book-summary.ts';
import { Disputes, type Standing } from './standings.ts';

/** Of titles and names: zone 2 comes before zone 10. */
export const inOrder = new Intl.Collator('es', { numeric: true, sensitivity: 'base' });

/** A body among the others of this node. */
export interface Place {
  readonly book: BookSummary;
  /** What people call it: of a body of another node, with that node’s name, because two nodes may each have one of the same name. */
  readonly title: string;
  /** What it was founded as; null of a body whose book says nothing yet. */
  readonly kind: string | null;
  /** The map of its territory: its hash in Base64, and the act that adopted it. */
  readonly territory: { readonly sha256: string; readonly act: number } | null;
  /** Origins of bodies whose books are here: those it belongs to, and those that belong to it, in the order of their titles. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** What must be said wherever the body is named; null of a body whose book says nothing yet. */
  readonly standing: Standing | null;
  /** Title and name as they are searched: small letters without accents. */
  readonly text: string;
}

/** Every body of the node, by its origin, in the order of their titles. */
export type Directory = ReadonlyMap<string, Place>;

export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Sources {
  readonly store: Store;
  /** Resolves when projections show what is committed. */
  settled(): Promise<void>;
  /** Another one as soon as there is another book. */
  books(): Promise<ReadonlyMap<string, BookSummary>>;
}

export interface DirectoryKeeper {
  read(): Promise<Directory>;
  changed(origin: string): void;
}

/** More changed books than this are read with all others. */
const FEW = 200;

interface Made {
  readonly of: ReadonlyMap<string, BookSummary>;
  readonly directory: Map<string, Place>;
}

/** Who is above whom, from the projections: ten thousand books are not replayed for it, and what did not change is not read again. */
export function createDirectory({ store, settled, books }: Sources): DirectoryKeeper {
  const rows = new Map<string, PlacedRow>();
  const disputes = new Disputes();
  const changed = new Set<string>();
  const said = (origin: string): Said => saidOf(rows.get(origin), disputes.standingOf(origin, rows.get(origin)));
  let whole = false;
  let made: Made | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Directory> {
    // Taken first: what changes from here on is for the next one.
    const taken = [...changed];
    changed.clear();
    try {
      const of = await books();
      if (made !== null && made.of === of && taken.length === 0) return made.directory;
      await settled();
      const wanted = whole && taken.length <= FEW ? taken : null;
      const disputed = disputes.take(wanted, await readDisputes(store, wanted));
      const moved = takeRows(rows, await readPlaces(store, wanted)) || disputed || wanted === null;
      whole = true;
      if (made === null || made.of !== of || moved || !broughtUpToDate(made, taken, { rows, said }))
        made = { of, directory: directoryOf(of, { rows, said }, made?.directory) };
      return made.directory;
    } catch (error) {
      whole = false;
      throw error;
    }
  }

  return {
    read() {
      const turn = last.then(read, read);
      last = turn;
      return turn;
    },
    changed: (origin) => void changed.add(origin),
  };
}

/** Whether that puts any body under another one than before. */
function takeRows(rows: Map<string, PlacedRow>, read: readonly PlacedRow[]): boolean {
  let moved = false;
  for (const row of read) {
    const before = rows.get(row.origin)?.below ?? [];
    moved ||= before.length !== row.below.length || before.some((one, at) => one !== row.below[at]);
    rows.set(row.origin, row);
  }
  return moved;
}

/** After acts that leave everybody in their place; false where one has moved all the same. */
function broughtUpToDate({ of, directory }: Made, changed: readonly string[], { said }: Read): boolean {
  for (const origin of changed) {
    const [book, place] = [of.get(origin), directory.get(origin)];
    if (book === undefined || book.kind !== 'body') continue;
    if (place === undefined || place.book.title !== book.title) return false;
    directory.set(origin, { ...place, book, ...said(origin) });
  }
  return true;
}

interface Read {
  readonly rows: ReadonlyMap<string, PlacedRow>;
  said(origin: string): Said;
}

const textOf = ({ title, name }: BookSummary): string => `${plainText(title)} ${name}`;

type Said = Pick<Place, 'kind' | 'territory' | 'standing'>;

function saidOf(row: PlacedRow | undefined, standing: Standing | null): Said {
  const drawn = row === undefined || row.sha256 === null || row.drawn === null;
  return { kind: row?.kind ?? null, standing, territory: drawn ? null : { sha256: row.sha256, act: row.drawn } };
}

function directoryOf(
  all: ReadonlyMap<string, BookSummary>,
  { rows, said }: Read,
  before: Directory | undefined,
): Map<string, Place> {
  const bodies = sorted(
    [...all.values()].filter(({ kind }) => kind === 'body'),
    before,
  );
  const rank = new Map(bodies.map(({ origin }, at) => [origin, at]));
  const [above, below] = [new Map<string, string[]>(), new Map<string, readonly string[]>()];
  for (const { origin } of bodies) {
    const here = (rows.get(origin)?.below ?? []).filter((one) => one !== origin && rank.has(one));
    below.set(
      origin,
      here.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
    );
    for (const one of here) {
      const known = above.get(one);
      if (known === undefined) above.set(one, [origin]);
      else known.push(origin);
    }
  }
  return new Map(
    bodies.map((book) => {
      const { origin } = book;
      const { title } = book;
      const was = before?.get(origin);
      const text = was?.title === title ? was.text : textOf(book);
      const around = { above: above.get(origin) ?? [], below: below.get(origin) ?? [] };
      return [origin, { book, title, ...said(origin), ...around, text }];
    }),
  );
}

/** Sorting ten thousand titles takes a while: the few that are new or have another title are put among the others. */
function sorted(bodies: readonly BookSummary[], before: Directory | undefined): readonly BookSummary[] {
  const compare = (a: BookSummary, b: BookSummary): number => inOrder.compare(a.title, b.title);
  const now = new Map(bodies.map((book) => [book.origin, book]));
  const stayed = [...(before ?? [])].flatMap(([origin, place]) => {
    const book = now.get(origin);
    return book?.title === place.book.title ? [book] : [];
  });
  const known = new Set(stayed.map(({ origin }) => origin));
  const others = bodies.filter(({ origin }) => !known.has(origin));
  if (others.length > FEW) return bodies.toSorted(compare);
  for (const book of others)
    stayed.splice(
      placeAmong(stayed, (one) => compare(one, book) <= 0),
      0,
      book,
    );
  return stayed;
}

/** How many of those at the beginning of a sorted list come first. */
function placeAmong<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(list[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
