import { actCode, decodeLeaf, EMPTY_RANGE, leafHash, openCheckpoint, parseVkey, rootOf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { readActs } from '../../store/acts.ts';
import { type BookRow, findBook, listBooks } from '../../store/books.ts';
import type { Store } from '../../store/open-store.ts';
import { closeOwnBooks, insertTreeHashes, storeWithin } from '../../store/restoring.ts';
import type { ActsTable } from '../../store/schema.ts';
import { GrowingRange } from '../loaded-book.ts';
import { WAITING } from './rollback.ts';

type Db = Pick<Store, 'db'>;

const PAGE = 1_000;

/** Rebuilds every book's tree from its acts; a sentence says which book is not what its head vouches for. */
export async function checkRestoredBooks(db: Store['db']): Promise<string | null> {
  const store = storeWithin(db);
  for (const { origin } of await listBooks(store)) {
    const wrong = await checkBook(store, (await findBook(store, origin)) as BookRow);
    if (wrong !== null) return `${origin}: ${wrong}`;
  }
  return null;
}

async function checkBook(store: Store, book: BookRow): Promise<string | null> {
  const { origin, size } = book;
  const growing = new GrowingRange(EMPTY_RANGE);
  for (let from = 0; from < size; from += PAGE) {
    const rows = await readActs(store, origin, from, Math.min(size, from + PAGE));
    for (const [i, row] of rows.entries()) {
      const wrong = row.index === from + i ? faultOf(book, row) : 'it is missing';
      if (wrong !== null) return `act ${from + i}: ${wrong}`;
      growing.append(row.leaf);
    }
    if (rows.length < Math.min(PAGE, size - from)) return `it holds fewer than ${size} acts`;
  }
  const range = growing.range();
  if (!Buffer.concat(range.hashes).equals(book.range) || !book.root.equals(rootOf(range, nodeCrypto))) {
    return 'its acts do not lead to its head';
  }
  const key = parseVkey(book.vkey, nodeCrypto);
  const opened = key.ok && book.checkpoint ? openCheckpoint(book.checkpoint, key.key, nodeCrypto, { origin }) : null;
  if (size > 0 && !(opened?.ok && opened.checkpoint.size === size && book.root.equals(opened.checkpoint.root))) {
    return 'its checkpoint is not a signed one of this head';
  }
  await insertTreeHashes(store, origin, growing.completed);
  return null;
}

/** Columns that say again what the entry says. */
function faultOf(book: BookRow, row: ActsTable): string | null {
  const leaf = leafHash(row.entry, nodeCrypto);
  if (!row.leaf.equals(leaf) || row.code !== actCode(leaf)) return 'it was changed';
  if (book.kind === 'heads') return null;
  const decoded = decodeLeaf(row.entry);
  if (!decoded.ok) return `it is no act: ${decoded.reason}`;
  const { act, at, index, book: origin } = decoded.leaf;
  return act === row.act && at === row.at && index === row.index && origin === book.origin ? null : 'it was changed';
}

/** Own books open for reading only: what they were since the backup, others may know. */
export const closeRestoredBooks = (db: Store['db'], made: string): Promise<string[]> =>
  closeOwnBooks({ db } satisfies Db, `${WAITING}this is the state of ${made}; compare it with mirrors and witnesses`);
