import type { Store } from '../store/open-store.ts';
import { type LoadedBook, loadBook } from './loaded-book.ts';

/** The committed books that are in memory, the least recently used given up first; a book given up is replayed. */
export interface BookCache {
  get(origin: string): Promise<LoadedBook | null>;
  /** Only a book's writer, after its commit. */
  put(book: LoadedBook): void;
  drop(origin: string): void;
  /** How long the committed book is, where that is known without looking. */
  sizeOf(origin: string): number | undefined;
}

/** `changed` is told of each book that was written, or may have been. */
export function createBookCache(store: Store, limit: number, changed: (origin: string) => void): BookCache {
  // A Map keeps the order of insertion: the first is the least recently used.
  const kept = new Map<string, Promise<LoadedBook | null>>();
  const sizes = new Map<string, number>();

  const forget = (origin: string): void => {
    kept.delete(origin);
    sizes.delete(origin);
  };
  const touch = (origin: string, book: Promise<LoadedBook | null>): void => {
    kept.delete(origin);
    kept.set(origin, book);
    if (kept.size > limit) forget(kept.keys().next().value as string);
  };

  return {
    get(origin) {
      const known = kept.get(origin);
      if (known !== undefined) {
        touch(origin, known);
        return known;
      }
      const loading = loadBook(store, origin);
      touch(origin, loading);
      const loaded = (book: LoadedBook | null): void => {
        if (kept.get(origin) !== loading) return;
        if (book === null) forget(origin);
        else sizes.set(origin, book.head.size);
      };
      loading.then(loaded, () => loaded(null));
      return loading;
    },
    put(book) {
      changed(book.origin);
      touch(book.origin, Promise.resolve(book));
      sizes.set(book.origin, book.head.size);
    },
    drop(origin) {
      changed(origin);
      forget(origin);
    },
    sizeOf: (origin) => sizes.get(origin),
  };
}
