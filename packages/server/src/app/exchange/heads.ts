import {
  actCode,
  base64Decode,
  decodeHeadEntry,
  encodeHeadEntry,
  type Hash,
  type HeadProof,
  headsOrigin,
  leafHash,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { readActsByCode } from '../../store/acts.ts';
import { findBook, listBooks } from '../../store/books.ts';
import { findLoggedHead, lastLoggedHeads } from '../../store/logged-heads.ts';
import { newestCosigned } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';
import { checkpointAt, headsOf } from './own-head.ts';

export { headsOf } from './own-head.ts';

export interface HeadsLogging {
  /** Resolves when every committed head is in the log. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const COALESCE_MS = 1_000;

/**
 * Keeps the node's log of heads: after commits, each of its books' new head becomes an entry. What is missing follows from
 * the books and the log alone, so a start after a crash makes up for it.
 */
export async function startLoggingHeads(node: Node, coalesceMs = COALESCE_MS): Promise<HeadsLogging> {
  await node.addBook({ origin: headsOf(node), kind: 'heads', title: headsOf(node) });
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  // Rounds follow one another: each appends to what the last one left.
  let running: Promise<void> = logNewHeads(node);
  const round = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.catch(() => undefined).then(() => logNewHeads(node));
    return running;
  };
  const schedule = (): void => {
    if (timer !== undefined || stopped) return;
    timer = setTimeout(() => {
      // The database is away: what is missing is found by the next round.
      round().catch(schedule);
    }, coalesceMs).unref();
  };
  const unfollow = node.onHead((head) => {
    if (head.origin !== headsOf(node)) schedule();
  });
  await running;
  return {
    flush: round,
    async stop() {
      stopped = true;
      unfollow();
      clearTimeout(timer);
      await running.catch(() => undefined);
    },
  };
}

/** Appends what the log of heads does not have yet. */
export async function logNewHeads(node: Node): Promise<void> {
  const heads = headsOf(node);
  const log = await findBook(node.store, heads);
  // A log that is behind what witnesses have seen must not go on another way.
  if (log === undefined || log.read_only !== null) return;
  const logged = new Map<string, { size: number; root: Hash }>();
  for (const { entry } of await lastLoggedHeads(node.store, heads)) {
    const head = decodeHeadEntry(entry);
    if (head !== undefined) logged.set(head.origin, head);
  }
  const books = await listBooks(node.store);
  const entries = books
    .filter((book) => !book.remote && book.kind === 'body' && book.size > (logged.get(book.origin)?.size ?? 0))
    .map(({ origin, size, root }) => encodeHeadEntry({ origin, size, root }));
  if (entries.length > 0) await node.extend(heads, { fromSize: log.size, entries });
}

export interface LoggedHeadProof extends HeadProof {
  /** The head of the book that is proven to be in the log. */
  readonly head: { readonly origin: string; readonly size: number; readonly root: Hash };
  /** How many cosignatures are held for the log's checkpoint. */
  readonly cosignatures: number;
}

export interface WhichHead {
  /** This very head; else the newest one that was logged. */
  readonly head?: { readonly size: number; readonly root: string };
  /** Only under a checkpoint of the log that a witness has cosigned, or rather under one, if it is in any. */
  readonly witnessed?: 'only' | 'if any';
}

/** That the newest logged head of a book is in its node's log of heads; of a mirror, if that log is mirrored too. */
export async function headProof(node: Node, origin: string, which: WhichHead = {}): Promise<LoggedHeadProof | null> {
  const heads = headsOrigin(origin);
  const log = await findBook(node.store, heads);
  if (log === undefined || log.size === 0) return null;
  const cosigned = log.remote ? remoteCosigned(log) : await newestCosigned(node.store, heads, log.size);
  const inWitnessed = which.witnessed === undefined ? null : await findEntry(node, heads, origin, cosigned, which.head);
  const found =
    inWitnessed ?? (which.witnessed === 'only' ? null : await findEntry(node, heads, origin, log.size, which.head));
  if (found === null) return null;
  // Under a cosigned checkpoint where there is one that covers the entry, else under the newest.
  const size = found.index < cosigned ? cosigned : log.size;
  const proof = await node.inclusion(heads, found.index, size);
  const note = await checkpointAt(node, heads, size);
  if (proof === null || note === null) return null;
  return { head: found.head, index: found.index, hashes: proof.proof, heads: note, cosignatures: linesAfter(note) - 1 };
}

async function findEntry(
  node: Node,
  heads: string,
  origin: string,
  size: number,
  head: WhichHead['head'],
): Promise<{ index: number; head: LoggedHeadProof['head'] } | null> {
  if (size === 0) return null;
  if (head === undefined) {
    const found = await findLoggedHead(node.store, heads, origin, size);
    const decoded = found && decodeHeadEntry(found.entry);
    return found && decoded ? { index: found.index, head: decoded } : null;
  }
  const root = base64Decode(head.root) as Hash;
  const leaf = Buffer.from(leafHash(encodeHeadEntry({ origin, size: head.size, root }), nodeCrypto));
  const rows = await readActsByCode(node.store, 'heads', actCode(leaf));
  const row = rows.find((one) => one.origin === heads && one.index < size && leaf.equals(one.leaf));
  return row === undefined ? null : { index: row.index, head: { origin, size: head.size, root } };
}

/** A mirror holds the note as it was pulled: with the writer's own signature and, perhaps, others. */
const remoteCosigned = (log: { size: number; checkpoint: string | null }): number =>
  log.checkpoint !== null && linesAfter(log.checkpoint) > 1 ? log.size : 0;

/** Signature lines of a note. */
const linesAfter = (note: string): number => note.slice(note.lastIndexOf('\n\n') + 2).split('\n').length - 1;

/** The log's newest checkpoint with the cosignatures that are held for it: what is served as `/books/heads/checkpoint`. */
export async function headsCheckpoint(node: Node): Promise<string | null> {
  const log = await findBook(node.store, headsOf(node));
  return log === undefined ? null : checkpointAt(node, log.origin, log.size);
}
