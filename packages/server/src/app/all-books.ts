import { readCommitteesOf, readNaming, readTitled } from '../store/directory.ts';
import type { Store } from '../store/open-store.ts';
import { createDirectory } from './directory.ts';
import { createListed } from './listed.ts';
import type { Node } from './node.ts';
import { createShelf } from './shelf.ts';
import { createTerritories } from './territory/territories.ts';

type OfAllBooks = Pick<
  Node,
  'books' | 'booksByOrigin' | 'changes' | 'committeesOf' | 'directory' | 'listed' | 'naming' | 'titled' | 'territories'
>;

/** What is asked of all books at once. `alone`: nobody else writes them; `settled`: projections show what is committed. */
export function createAllBooks(store: Store, alone: boolean, settled: () => Promise<void>) {
  const shelf = createShelf(store, alone);
  const directory = createDirectory({ store, settled, books: shelf.byOrigin });
  const listed = createListed(store, settled);
  const territories = createTerritories(store);
  return {
    changed(origin: string): void {
      shelf.changed(origin);
      directory.changed(origin);
      listed.changed(origin);
    },
    methods: (): OfAllBooks => ({
      books: shelf.list,
      booksByOrigin: shelf.byOrigin,
      changes: shelf.changes,
      directory: directory.read,
      naming: async (named, most) => {
        await settled();
        return readNaming(store, named, most);
      },
      committeesOf: async (assembly, most) => {
        await settled();
        return readCommitteesOf(store, assembly, most);
      },
      listed: listed.read,
      titled: (beginnings, page) => readTitled(store, beginnings, page),
      territories: territories.read,
    }),
  };
}
