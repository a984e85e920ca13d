import { base64Encode, decodeHeadEntry, equalBytes } from '@cabildo/book';
import { type BookRow, findBook, listBooks } from '../../store/books.ts';
import { lastLoggedHeads } from '../../store/logged-heads.ts';
import type { Node } from '../node.ts';
import { askWitnesses } from './ask-witnesses.ts';
import type { Asked, OutsideWitness } from './asked.ts';
import { checkHeadEntries, grow, rangeOf, readLeaves, readNewEntries } from './foreign-entries.ts';
import type { SignedHead } from './foreign-head.ts';
import { logNewHeads } from './heads.ts';
import { headsOf } from './own-head.ts';
import { noticeHead, WAITING } from './rollback.ts';
import { openSource, type Source, type SourceLimits } from './source.ts';
import { type Succeeded, startSuccessor } from './successor.ts';
import { forgetWithdrawn } from './withdrawn.ts';

export interface Outside {
  readonly witnesses?: readonly (OutsideWitness | string)[];
  /** Where others keep copies of this node's books, its log of heads among them: a URL or a directory each. */
  readonly mirrors?: readonly { readonly origin: string; readonly source: string }[];
  /** The operator knows that nobody outside has seen more: books of which nobody says anything are opened too. */
  readonly openUnconfirmed?: boolean;
  readonly limits?: Partial<SourceLimits>;
}

export type BookCompared =
  /** Somebody outside has seen it, and nothing that is not here. Open for writing. */
  | { readonly kind: 'confirmed' | 'opened-unconfirmed'; readonly origin: string; readonly size: number }
  /** Others have seen more. The acts that could be had of it are here now; the book goes on as its successor. */
  | {
      readonly kind: 'behind';
      readonly origin: string;
      readonly size: number;
      readonly seen: number;
      readonly recovered: number;
      readonly next: Succeeded;
    }
  /** The log of heads: what others have seen of it is here again. */
  | { readonly kind: 'caught-up'; readonly origin: string; readonly from: number; readonly size: number }
  | { readonly kind: 'still-behind'; readonly origin: string; readonly size: number; readonly seen: number }
  /** Its key has signed two histories. It stays closed: which of them goes on is for people to say (`startSuccessor`). */
  | { readonly kind: 'fork'; readonly origin: string; readonly number: number }
  /** Nobody who could be reached has seen it: it waits, open for reading only. */
  | { readonly kind: 'unconfirmed'; readonly origin: string; readonly details: readonly string[] };

export interface ComparedWithOutside {
  readonly books: readonly BookCompared[];
  readonly witnesses: readonly Asked[];
}

interface Seen {
  readonly size: number;
  readonly root: string;
  readonly head?: SignedHead;
  readonly source?: Source;
}

/** What is known of each book from outside, as far as it was asked. */
interface Findings {
  readonly ahead: Map<string, Seen>;
  readonly forks: Map<string, number>;
  readonly confirmed: Set<string>;
  readonly details: Map<string, string[]>;
}

/**
 * For a node that was restored or rolled back: compares the heads of its books with witnesses and mirrors. A book that is
 * not behind is opened for writing, one that is behind goes on as a successor. What is erased out there is erased here.
 */
export async function compareWithOutside(node: Node, outside: Outside): Promise<ComparedWithOutside> {
  const found: Findings = { ahead: new Map(), forks: new Map(), confirmed: new Set(), details: new Map() };
  for (const { origin, source } of outside.mirrors ?? []) await askMirror(node, origin, source, outside, found);
  const heads = headsOf(node);
  const log = await catchUpHeads(node, found);
  const witnesses = await askWitnesses(node, outside.witnesses ?? []);
  const [headsSeen] = witnesses.flatMap((asked) => (asked.kind === 'rolled-back' ? [asked.size] : []));
  // Only a witness that had seen this very log can say that nothing is missing.
  if (witnesses.some((asked) => asked.kind === 'cosigned' && asked.before === asked.size)) found.confirmed.add(heads);
  await considerLoggedHeads(node, found);

  const books: BookCompared[] = log === null ? [] : [log];
  for (const [origin, number] of found.forks) books.push({ kind: 'fork', origin, number });
  for (const { origin, remote, kind, read_only, size } of await listBooks(node.store)) {
    if (remote || read_only === null || !read_only.startsWith(WAITING)) continue;
    if (kind === 'heads' && headsSeen !== undefined && headsSeen > size) {
      books.push({ kind: 'still-behind', origin, size, seen: headsSeen });
    } else if (kind === 'body' || log === null || log.kind === 'caught-up') {
      books.push(await settle(node, origin, found, outside));
    }
  }
  await logNewHeads(node);
  return { books, witnesses };
}

async function askMirror(node: Node, origin: string, place: string, outside: Outside, found: Findings): Promise<void> {
  const source = openSource(place, outside.limits);
  const noticed = await noticeHead(node, origin, source, place);
  const say = (detail: string) =>
    found.details.set(origin, [...(found.details.get(origin) ?? []), `${place}: ${detail}`]);
  if (noticed.kind === 'unreadable') say(noticed.detail);
  else if (noticed.kind === 'fork') found.forks.set(origin, noticed.number);
  else if (noticed.kind === 'confirmed') found.confirmed.add(origin);
  else if (noticed.size > (found.ahead.get(origin)?.size ?? 0)) {
    const root = base64Encode(noticed.head.checkpoint.root);
    found.ahead.set(origin, { size: noticed.size, root, head: noticed.head, source });
  }
}

/** The log of heads has nothing beside its entries: a copy of it brings it wholly up to date. */
async function catchUpHeads(node: Node, { ahead, confirmed }: Findings): Promise<BookCompared | null> {
  const origin = headsOf(node);
  const seen = ahead.get(origin);
  const log = await findBook(node.store, origin);
  if (seen === undefined || log === undefined) return null;
  const recovered = await recover(node, origin, seen);
  if (recovered === 0) return { kind: 'still-behind', origin, size: log.size, seen: seen.size };
  ahead.delete(origin);
  confirmed.add(origin);
  return { kind: 'caught-up', origin, from: log.size, size: seen.size };
}

/** A head that the log of heads knows was once this book's, whoever still has its acts. */
async function considerLoggedHeads(node: Node, { ahead, confirmed }: Findings): Promise<void> {
  const heads = headsOf(node);
  for (const { entry } of await lastLoggedHeads(node.store, heads)) {
    const logged = decodeHeadEntry(entry);
    const book = logged && (await findBook(node.store, logged.origin));
    if (logged === undefined || book === undefined) continue;
    if (logged.size > Math.max(book.size, ahead.get(book.origin)?.size ?? 0)) {
      ahead.set(book.origin, { size: logged.size, root: base64Encode(logged.root) });
    }
    // A witness has seen this log, and the log has seen no more of the book than is here.
    else if (confirmed.has(heads) && logged.size === book.size && equalBytes(logged.root, book.root)) {
      confirmed.add(book.origin);
    }
  }
}

async function settle(node: Node, origin: string, found: Findings, outside: Outside): Promise<BookCompared> {
  const book = (await findBook(node.store, origin)) as BookRow;
  const seen = found.ahead.get(origin);
  if (seen !== undefined) {
    const recovered = await recover(node, origin, seen);
    const next = await startSuccessor(node, origin, seen);
    return { kind: 'behind', origin, size: book.size, seen: seen.size, recovered, next };
  }
  const confirmed = found.confirmed.has(origin);
  if (!confirmed && outside.openUnconfirmed !== true) {
    return { kind: 'unconfirmed', origin, details: found.details.get(origin) ?? [] };
  }
  await node.setReadOnly(origin, null);
  return { kind: confirmed ? 'confirmed' : 'opened-unconfirmed', origin, size: book.size };
}

/**
 * Takes the acts that are missing here from a copy, if they lead exactly to the head that this book's own key has signed.
 * Returns how many; what they withdraw is deleted here too.
 */
async function recover(node: Node, origin: string, { head, source }: Seen): Promise<number> {
  const book = await findBook(node.store, origin);
  if (book === undefined || head === undefined || source === undefined) return 0;
  const { size, root } = head.checkpoint;
  const entries = await readNewEntries(source, origin, book.size, size, () => undefined);
  if ('kind' in entries || !equalBytes(grow(rangeOf(book), entries).root, root)) return 0;
  const sound =
    book.kind === 'heads'
      ? checkHeadEntries(origin, book.size, entries)
      : readLeaves(origin, book.size, book.last_at, entries);
  if (sound !== null && 'kind' in sound) return 0;
  const done = await node.extend(origin, { fromSize: book.size, entries });
  if (done !== 'extended') return 0;
  await forgetWithdrawn(node, origin);
  return entries.length;
}
