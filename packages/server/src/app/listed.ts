import { type ListedRow, readListed } from '../store/directory.ts';
import type { Store } from '../store/open-store.ts';

/** A part of what has a page to be found. */
export interface ListedPart {
  readonly rows: readonly ListedRow[];
  /** How many there are. */
  readonly all: number;
  /** Another one as soon as anything of it is another. */
  readonly version: number;
}

export interface ListedKeeper {
  read(page: { readonly from: number; readonly most: number }): Promise<ListedPart>;
  changed(origin: string): void;
}

/** More changed books than this are read with all others. */
const FEW = 200;

const isSame = (a: readonly ListedRow[], b: readonly ListedRow[]): boolean =>
  a.length === b.length && a.every(({ kind, key }, at) => kind === b[at]?.kind && key === b[at]?.key);

/** Which pages can be found, kept book by book: after an act somewhere that book alone is asked again, and only when somebody wants to know. */
export function createListed(store: Store, settled: () => Promise<void>): ListedKeeper {
  const changed = new Set<string>();
  const ofBook = new Map<string, readonly ListedRow[]>();
  let whole = false;
  let version = 0;
  let rows: readonly ListedRow[] = [];
  let last: Promise<unknown> = Promise.resolve();

  async function look(): Promise<void> {
    const taken = [...changed];
    changed.clear();
    if (whole && taken.length === 0) return;
    const wanted = whole && taken.length <= FEW ? taken : null;
    whole = false;
    await settled();
    const read = Map.groupBy(await readListed(store, wanted), ({ origin }) => origin);
    const before = version;
    for (const origin of new Set([...(wanted ?? ofBook.keys()), ...read.keys()])) {
      const now = read.get(origin) ?? [];
      if (isSame(ofBook.get(origin) ?? [], now)) continue;
      ofBook.set(origin, now);
      version += 1;
    }
    whole = true;
    if (version !== before) rows = [...ofBook.keys()].sort().flatMap((origin) => ofBook.get(origin) ?? []);
  }

  return {
    async read({ from, most }) {
      const turn = last.then(look, look);
      last = turn;
      await turn;
      return { rows: rows.slice(from, from + most), all: rows.length, version };
    },
    changed: (origin) => void changed.add(origin),
  };
}
