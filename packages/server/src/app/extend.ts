import { actCode, decodeLeaf, equalBytes, leafHash, rootOf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { actEntry, type Time } from '@cabildo/core';
import { readActsAt } from '../store/acts.ts';
import { append, type BookAppend } from '../store/append.ts';
import type { Row } from '../store/insert.ts';
import { disclosureRow } from '../store/vault/disclosures.ts';
import type { WriterTools } from './batch-writer.ts';
import { titleOfCopy } from './book-names.ts';
import { grownHead } from './draft.ts';
import { type Folded, foldForeign, GrowingRange, type LoadedBook } from './loaded-book.ts';
import type { ActRow, Extension } from './node.ts';

export type Extended = 'extended' | 'not-at-size' | 'other-root' | 'bad-leaf';

/**
 * Appends entries that were not decided here: another node's book, as far as its head says, or the log of heads. Runs
 * between the batches of the book's writer.
 */
export async function extendBook(book: LoadedBook, extension: Extension, tools: WriterTools): Promise<Extended> {
  if (extension.fromSize !== book.head.size) return 'not-at-size';
  const { entries, head } = extension;
  if (book.remote !== (head !== undefined))
    throw new Error(`${book.origin}: a head comes with a mirror, and only there`);
  const growing = new GrowingRange(book.range);
  const now = tools.now();
  const acts: ActRow[] = [];
  let { folded } = book;
  for (const [i, entry] of entries.entries()) {
    const index = extension.fromSize + i;
    const row = book.kind === 'heads' ? headRow(book, entry, index, now) : leafRow(book, entry, index, now);
    if (row === null) return 'bad-leaf';
    acts.push(row);
    growing.append(row.leaf);
    if (book.kind === 'body') folded = foldForeign(folded, entry, index);
  }
  if (head !== undefined && !equalBytes(rootOf(growing.range(), nodeCrypto), head.root)) return 'other-root';
  const grown = grownHead(book, growing, head?.note);
  const lastAt = acts.at(-1)?.at ?? book.lastAt;
  const title =
    book.remote && folded.state.body !== null ? titleOfCopy(book.origin, folded.state.body.title) : book.title;
  const beside = {
    disclosures: await disclosureRows(book.origin, extension, acts, tools),
    ...attachmentRows(book, extension),
  };
  await append(tools.store, {
    origin: book.origin,
    fromSize: extension.fromSize,
    // The same head again brings more signatures on it.
    head:
      acts.length === 0 && head === undefined
        ? null
        : { ...grown.head, lastAt, ...(title !== book.title && { title }) },
    rows: { ...grownRows(acts, growing, book.origin), ...beside },
  });
  if (acts.length === 0 && head === undefined) return 'extended';
  const after = afterGrowth(book, { ...grown.book, title }, folded, lastAt);
  tools.books.put(after);
  tools.committed({ before: book, after, acts, newCardsFor: [] });
  return 'extended';
}

const afterGrowth = (book: LoadedBook, grown: LoadedBook, folded: Folded, lastAt: Time): LoadedBook => ({
  ...grown,
  folded,
  lastAt,
  readOnly: book.readOnly ?? folded.stuck,
});

function leafRow(book: LoadedBook, entry: Uint8Array, index: number, receivedAt: Time): ActRow | null {
  const decoded = decodeLeaf(entry);
  if (!decoded.ok || decoded.leaf.index !== index || decoded.leaf.book !== book.origin) return null;
  const leaf = leafHash(entry, nodeCrypto);
  const { act, at } = decoded.leaf;
  return { origin: book.origin, index, act, at, code: actCode(leaf), leaf, entry, receivedAt };
}

/** An entry of the log of heads is no act; it has a row like one so that tiles and proofs are made alike. */
function headRow(book: LoadedBook, entry: Uint8Array, index: number, at: Time): ActRow {
  const leaf = leafHash(entry, nodeCrypto);
  return { origin: book.origin, index, act: 'Head', at, code: actCode(leaf), leaf, entry, receivedAt: at };
}

const grownRows = (acts: readonly ActRow[], growing: GrowingRange, origin: string): BookAppend['rows'] => ({
  acts: acts.map(({ index, act, at, code, leaf, entry, receivedAt }) => [
    origin,
    index,
    act,
    at,
    code,
    leaf,
    entry,
    receivedAt,
  ]),
  treeHashes: growing.completed.map(({ level, index, hash }) => [origin, level, index, hash]),
});

const attachmentRows = ({ origin }: LoadedBook, { attachments = [] }: Extension): BookAppend['rows'] => ({
  attachments: attachments.map(({ sha256, mediaType, content }) => [origin, sha256, mediaType, content]),
});

/** Only what the catalogue says is public has any business in another node. */
async function disclosureRows(
  origin: string,
  { disclosures = [] }: Extension,
  acts: readonly ActRow[],
  tools: WriterTools,
): Promise<Row[]> {
  const names = new Map(acts.map(({ index, act }) => [index, act]));
  const earlier = disclosures.map(({ index }) => index).filter((index) => !names.has(index));
  if (earlier.length > 0) {
    for (const { index, act } of await readActsAt(tools.store, origin, earlier)) names.set(index, act);
  }
  return disclosures.flatMap(({ index, slots }) =>
    Object.entries(slots)
      .filter(([slot]) => actEntry(names.get(index) ?? '')?.discloses[slot] === 'public')
      .map(([slot, { salt, disclosure }]) =>
        disclosureRow(tools.cipher, origin, { index, slot, audience: 'public', salt, disclosure }),
      ),
  );
}
