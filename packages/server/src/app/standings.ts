import { firstBook } from '@cabildo/core';
import type { DisputedRow, PlacedRow } from '../store/directory.ts';

/** What must be said wherever a body is named. */
export interface Standing {
  /** The acts that proved and dissolved it. */
  readonly proven: number | null;
  readonly dissolved: number | null;
  /** Unproven it decides nothing after that. */
  readonly provisionalUntil: string | null;
  /** Open disputes in which it claims what another claims too: the acts that recorded them. */
  readonly disputes: readonly { readonly book: string; readonly act: number }[];
}

/** Open disputes as the books of third bodies have them, found by who claims. */
export class Disputes {
  readonly #byBook = new Map<string, readonly DisputedRow[]>();
  #byClaimant: ReadonlyMap<string, Standing['disputes']> = new Map();

  /** What these books say now, or all of them; whether anything is another than before. */
  take(books: readonly string[] | null, rows: readonly DisputedRow[]): boolean {
    const before = JSON.stringify([...this.#byClaimant]);
    for (const origin of books ?? [...this.#byBook.keys()]) this.#byBook.delete(origin);
    for (const row of rows) this.#byBook.set(row.origin, [...(this.#byBook.get(row.origin) ?? []), row]);
    const found = new Map<string, Standing['disputes']>();
    for (const { origin, act, claimants } of [...this.#byBook.values()].flat())
      for (const claimant of new Set(claimants.map(firstBook)))
        found.set(claimant, [...(found.get(claimant) ?? []), { book: origin, act }]);
    this.#byClaimant = found;
    return JSON.stringify([...found]) !== before;
  }

  /** Null of a body whose book says nothing yet. Whichever of its books is meant, the body is the same. */
  standingOf(origin: string, row: PlacedRow | undefined): Standing | null {
    if (row === undefined || row.kind === null) return null;
    const { proven, dissolved, provisionalUntil } = row;
    return { proven, dissolved, provisionalUntil, disputes: this.#byClaimant.get(firstBook(origin)) ?? [] };
  }
}
