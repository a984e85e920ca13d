import { equalBytes, openCheckpoint, parseNote, parseVkey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type BookRow, findBook, listBooks, setSource } from '../../store/books.ts';
import type { Node } from '../node.ts';
import { readBeside } from './beside.ts';
import { checkHeadEntries, grow, rangeOf, readLeaves, readNewEntries } from './foreign-entries.ts';
import { readHead, type SignedHead } from './foreign-head.ts';
import { checkSeals } from './foreign-seals.ts';
import { compareHeads, forks, recordFork } from './forks.ts';
import { type PullOutcome, type PullProgress, type Refused, refused } from './pull-outcome.ts';
import { openSource, type Source, type SourceLimits } from './source.ts';
import { forgetWithdrawn } from './withdrawn.ts';

export type { PullOutcome, PullProgress, PullRefusal } from './pull-outcome.ts';
export type { SourceLimits } from './source.ts';

export interface NewMirror {
  readonly origin: string;
  /** The verifier key of the book, known from elsewhere than from the source. */
  readonly key: string;
  /** `http://…/books/<body>`, or a directory. */
  readonly source: string;
}

export type MirrorAdded =
  | { readonly kind: 'added' | 'exists'; readonly origin: string }
  | {
      readonly kind: 'refused';
      readonly reason: 'bad-key' | 'other-name' | 'own-book' | 'other-key';
      readonly detail: string;
    };

/** From now on this node keeps a copy of that book. Known already under the same key: only the source is changed. */
export async function addMirror(node: Node, { origin, key, source }: NewMirror): Promise<MirrorAdded> {
  const parsed = parseVkey(key.trim(), nodeCrypto);
  if (!parsed.ok) return { kind: 'refused', reason: 'bad-key', detail: parsed.reason };
  if (parsed.key.name !== origin) {
    return { kind: 'refused', reason: 'other-name', detail: `the key is that of ${parsed.key.name}` };
  }
  const known = await findBook(node.store, origin);
  // Also one that this node does not have: books are named after the node that writes them, and that is this one.
  if (origin.startsWith(`${node.name}/`) || (known !== undefined && !known.remote)) {
    const detail = known === undefined ? `${origin} would be this node's own, and it has no such book` : undefined;
    return { kind: 'refused', reason: 'own-book', detail: detail ?? `${origin} is kept by this node itself` };
  }
  if (known !== undefined && known.vkey !== key.trim()) {
    return { kind: 'refused', reason: 'other-key', detail: `${origin} is known here by another key: ${known.vkey}` };
  }
  if (known !== undefined) {
    await setSource(node.store, origin, source);
    node.forget(origin);
    return { kind: 'exists', origin };
  }
  const kind = origin.endsWith('/heads') ? 'heads' : 'body';
  const mirror = { vkey: key.trim(), source };
  return { kind: await node.addBook({ origin, kind, title: origin, mirror }), origin };
}

export interface PullOptions {
  /** Another place than the mirror's own, this time. */
  readonly source?: string;
  readonly limits?: Partial<SourceLimits>;
  /** More new acts than this are refused; a writer cannot fill another's disk in one go. */
  readonly maxActs?: number;
  readonly onProgress?: (progress: PullProgress) => void;
}

const MAX_ACTS = 500_000;

const underWay = new WeakMap<Node, Map<string, Pulls>>();

interface Pulls {
  readonly now: Promise<PullOutcome>;
  /** The one that begins when that has ended. */
  next: Promise<PullOutcome> | null;
}

/**
 * Brings a mirror up to its source, whole or not at all. One that is under way may have read the head before what the asker
 * wants was there: so the asker waits for the next, together with all others who ask meanwhile.
 */
export function pullMirror(node: Node, origin: string, options: PullOptions = {}): Promise<PullOutcome> {
  const pulls = underWay.get(node) ?? new Map<string, Pulls>();
  underWay.set(node, pulls);
  const name = `${origin} ${options.source ?? ''}`;
  const begin = (): Promise<PullOutcome> => {
    const pull: Pulls = {
      now: pullOnce(node, origin, options).finally(() => pull.next === null && pulls.delete(name)),
      next: null,
    };
    pulls.set(name, pull);
    return pull.now;
  };
  const known = pulls.get(name);
  if (known === undefined) return begin();
  known.next ??= known.now.then(begin, begin);
  return known.next;
}

async function pullOnce(node: Node, origin: string, options: PullOptions): Promise<PullOutcome> {
  const book = await findBook(node.store, origin);
  if (book === undefined) return refused(origin, 'unknown-mirror', 'this node keeps no copy of that book');
  if (!book.remote) return refused(origin, 'own-book', 'this node keeps that book itself');
  const place = options.source ?? book.source;
  if (place === null) return refused(origin, 'no-source', 'nobody has said where that book is to be had');
  const [known] = await forks(node, origin);
  if (known !== undefined) {
    return refused(
      origin,
      'stopped-by-fork',
      `fork ${known.number}: its key signed two heads that cannot both be true`,
    );
  }
  const source = openSource(place, options.limits);
  for (let tries = 1; ; tries++) {
    const seen = await readHead(source, origin, book.vkey);
    if ('kind' in seen) return seen;
    const outcome = await takeHead(node, book, seen, source, options);
    // The source may have grown between two files: then its next head tells.
    const grown = outcome.kind === 'refused' && (outcome.reason === 'missing' || outcome.reason === 'root-differs');
    if (!grown || tries >= 3) return outcome;
    const again = await readHead(source, origin, book.vkey);
    if ('kind' in again || again.checkpoint.size === seen.checkpoint.size) return outcome;
  }
}

async function takeHead(
  node: Node,
  book: BookRow,
  seen: SignedHead,
  source: Source,
  options: PullOptions,
): Promise<PullOutcome> {
  const { origin, size } = book;
  const theirs = seen.checkpoint.size;
  if (theirs > size) return extendMirror(node, book, seen, source, options);
  const held = { size, root: book.root.toString('base64'), checkpoint: book.checkpoint };
  const compared = await compareHeads(node, origin, held, seen, source);
  if (compared.kind === 'fork') return stopAtFork(node, compared.fork);
  if (theirs < size) return { kind: 'behind', origin, size, theirs };
  await keepCosignatures(node, book, seen);
  return { kind: 'current', origin, size };
}

async function stopAtFork(node: Node, fork: Parameters<typeof recordFork>[1]): Promise<PullOutcome> {
  const number = await recordFork(node, fork);
  return { kind: 'fork', origin: fork.origin, number, held: fork.held, seen: fork.seen };
}

/** New entries must lead from what is held exactly to the signed head: that is the proof of extension. */
async function extendMirror(
  node: Node,
  book: BookRow,
  seen: SignedHead,
  source: Source,
  options: PullOptions,
): Promise<PullOutcome> {
  const { origin, size } = book;
  const { size: to, root } = seen.checkpoint;
  const maxActs = options.maxActs ?? MAX_ACTS;
  if (to - size > maxActs) {
    return refused(
      origin,
      'too-many-acts',
      `the head says ${to}, ${to - size} more than here; ${maxActs} are taken at once`,
    );
  }
  const entries = await readNewEntries(source, origin, size, to, options.onProgress ?? (() => undefined));
  const held = { size, root: book.root.toString('base64'), checkpoint: book.checkpoint };
  // Entries that do not lead there, or cannot be had, are either damage or a fork; the tiles tell which.
  if ('kind' in entries || !equalBytes(grow(rangeOf(book), entries).root, root)) {
    const compared = await compareHeads(node, origin, held, seen, source);
    if (compared.kind === 'fork') return stopAtFork(node, compared.fork);
    if ('kind' in entries) return entries;
    return refused(origin, 'root-differs', `the entries ${size} to ${to - 1} do not lead to the signed head`);
  }
  return appendTo(node, book, seen, source, entries);
}

async function appendTo(
  node: Node,
  book: BookRow,
  seen: SignedHead,
  source: Source,
  entries: readonly Uint8Array[],
): Promise<PullOutcome> {
  const { origin, size } = book;
  const { size: to, root } = seen.checkpoint;
  const head = { root, note: seen.note };
  if (book.kind === 'heads') {
    const wrong = checkHeadEntries(origin, size, entries);
    if (wrong !== null) return wrong;
    return extended(await node.extend(origin, { fromSize: size, entries, head }), book, to, 0);
  }
  const leaves = readLeaves(origin, size, book.last_at, entries);
  if ('kind' in leaves) return leaves;
  const unsealed = await checkSeals(node.store, origin, size, entries, leaves);
  if (unsealed !== null) return unsealed;
  const beside = await readBeside(source, origin, leaves);
  if ('kind' in beside) return beside;
  const { disclosures, attachments, notHere } = beside;
  const done = await node.extend(origin, { fromSize: size, entries, head, disclosures, attachments });
  if (done === 'extended') await forgetWithdrawn(node, origin);
  return extended(done, book, to, notHere);
}

function extended(done: string, { origin, size }: BookRow, to: number, notHere: number): PullOutcome | Refused {
  if (done === 'extended') return { kind: 'pulled', origin, from: size, to, notHere };
  return refused(origin, 'changed-meanwhile', `the mirror was changed meanwhile: ${done}`);
}

/** The same head with more signatures on it: witnesses have cosigned it since. */
async function keepCosignatures(node: Node, book: BookRow, seen: SignedHead): Promise<void> {
  const held = book.checkpoint === null ? undefined : parseNote(book.checkpoint);
  const now = parseNote(seen.note);
  if (!held?.ok || !now.ok || now.note.signatures.length <= held.note.signatures.length) return;
  if (!openCheckpoint(seen.note, seen.key, nodeCrypto, { origin: book.origin }).ok) return;
  const head = { root: seen.checkpoint.root, note: seen.note };
  await node.extend(book.origin, { fromSize: book.size, entries: [], head });
}

/** All mirrors that have a source, a few at a time. */
async function pullAll(node: Node, options: Omit<PullOptions, 'source'> = {}): Promise<readonly PullOutcome[]> {
  const waiting = (await listBooks(node.store)).filter(({ remote, source }) => remote && source !== null);
  const outcomes: PullOutcome[] = [];
  const worker = async (): Promise<void> => {
    for (let book = waiting.shift(); book !== undefined; book = waiting.shift()) {
      outcomes.push(await pullMirror(node, book.origin, options));
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  return outcomes.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

export interface Pulling {
  /** The last outcome for each mirror. */
  readonly outcomes: ReadonlyMap<string, PullOutcome>;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** Pulls all mirrors, then again `everyMs` after the last one has ended. */
export function startPulling(
  node: Node,
  everyMs: number,
  onOutcome: (outcome: PullOutcome) => void = () => undefined,
  options: Omit<PullOptions, 'source'> = {},
): Pulling {
  const outcomes = new Map<string, PullOutcome>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async (): Promise<void> => {
    try {
      for (const outcome of await pullAll(node, options)) {
        outcomes.set(outcome.origin, outcome);
        onOutcome(outcome);
      }
    } catch (error) {
      // The database is away: the next round will find it or not.
      onOutcome({ kind: 'refused', origin: '', reason: 'unreachable', detail: String(error) });
    }
    if (!stopped) timer = setTimeout(() => (running = round()), everyMs).unref();
  };
  let running = round();
  return {
    outcomes,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
