import { type PlacedRow, readPlaces } from '../store/directory.ts';
import type { Store } from '../store/open-store.ts';
import type { BookSummary } from './book-summary.ts';

/** Of titles and names: zone 2 comes before zone 10. */
export const inOrder = new Intl.Collator('es', { numeric: true, sensitivity: 'base' });

/** A body among the others of this node. */
export interface Place {
  readonly book: BookSummary;
  /** What it was founded as; null of a body whose book says nothing yet. */
  readonly kind: string | null;
  /** The map of its territory: its hash in Base64, and the act that adopted it. */
  readonly territory: { readonly sha256: string; readonly act: number } | null;
  /** Origins of bodies whose books are here: those it belongs to, and those that belong to it, in the order of their titles. */
  readonly above: readonly string[];
  readonly below: readonly string[];
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
  books(): Promise<readonly BookSummary[]>;
}

export interface DirectoryKeeper {
  read(): Promise<Directory>;
  changed(origin: string): void;
}

/** More changed books than this are read with all others. */
const FEW = 200;

/** Among more bodies than this a new one is shown a second later: putting all of them in their places takes a while. */
const MANY = 2_000;
const SETTLED_MS = 1_000;

/** Who is above whom, from the projections: ten thousand books are not replayed for it, and what did not change is not read again. */
export function createDirectory({ store, settled, books }: Sources): DirectoryKeeper {
  const rows = new Map<string, PlacedRow>();
  const changed = new Set<string>();
  let whole = false;
  let made: { readonly of: readonly BookSummary[]; readonly directory: Directory; readonly at: number } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Directory> {
    if (made !== null && made.directory.size > MANY && performance.now() - made.at < SETTLED_MS) return made.directory;
    const all = await books();
    if (made !== null && made.of === all && changed.size === 0) return made.directory;
    const wanted = whole && changed.size <= FEW ? [...changed] : null;
    changed.clear();
    try {
      await settled();
      for (const row of await readPlaces(store, wanted)) rows.set(row.origin, row);
      whole = true;
    } catch (error) {
      whole = false;
      throw error;
    }
    const directory = directoryOf(all, rows, made?.directory);
    made = { of: all, directory, at: performance.now() };
    return directory;
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

function directoryOf(
  all: readonly BookSummary[],
  rows: ReadonlyMap<string, PlacedRow>,
  before: Directory | undefined,
): Directory {
  const bodies = sorted(
    all.filter(({ kind }) => kind === 'body'),
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
    for (const one of here) above.set(one, [...(above.get(one) ?? []), origin]);
  }
  return new Map(
    bodies.map((book) => {
      const { origin, title, name } = book;
      const row = rows.get(origin);
      const territory =
        row === undefined || row.sha256 === null || row.drawn === null ? null : { sha256: row.sha256, act: row.drawn };
      const was = before?.get(origin);
      const text = was?.book.title === title ? was.text : `${plainText(title)} ${name}`;
      const around = { above: above.get(origin) ?? [], below: below.get(origin) ?? [] };
      return [origin, { book, kind: row?.kind ?? null, territory, ...around, text }];
    }),
  );
}

/** Sorting ten thousand titles takes a while, and they hardly ever change. */
function sorted(bodies: readonly BookSummary[], before: Directory | undefined): readonly BookSummary[] {
  const now = new Map(bodies.map((book) => [book.origin, book]));
  const same =
    before?.size === bodies.length && bodies.every(({ origin, title }) => before.get(origin)?.book.title === title);
  if (before !== undefined && same) return [...before.keys()].flatMap((origin) => now.get(origin) ?? []);
  return bodies.toSorted((a, b) => inOrder.compare(a.title, b.title));
}
