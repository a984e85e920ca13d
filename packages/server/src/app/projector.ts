import { setTimeout as pause } from 'node:timers/promises';
import { type BodyState, emptyState, stateToJson, type Table, tableChanges } from '@cabildo/core';
import { listBooks } from '../store/books.ts';
import type { Store } from '../store/open-store.ts';
import {
  dropProjections,
  type EntryChange,
  type ProjectionStep,
  readPositions,
  writeProjections,
} from '../store/projections.ts';
import { type LoadedBook, loadBook } from './loaded-book.ts';

/**
 * Keeps `p_entries` behind the books: f(state), one row for each entry of each table of a body's state. What a fold has
 * changed is written some moments after the commit, many books in one transaction.
 */
export interface Projector {
  /** After a commit: the book as it was and as it is. */
  follow(before: LoadedBook, after: LoadedBook): void;
  /** Resolves when all that was committed before the call is shown. */
  settled(): Promise<void>;
  rebuild(): Promise<{ books: number; rows: number }>;
  /** Books that were behind when the node started. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const DELAY_MS = 40;
const RETRY_MS = 1_000;

export function createProjector(store: Store, log: (line: string) => void): Projector {
  const positions = new Map<string, number>();
  let waiting = new Map<string, { readonly before: LoadedBook; after: LoadedBook }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  // One piece of work after the other.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function flush(): Promise<void> {
    const taken = waiting;
    if (taken.size === 0) return;
    waiting = new Map();
    try {
      const steps = [...taken.values()].map(({ before, after }) => stepOf(before, after));
      await writeProjections(store, steps);
      for (const { origin, size } of steps) positions.set(origin, size);
    } catch (error) {
      for (const [origin, { before, after }] of taken) {
        waiting.set(origin, { before, after: waiting.get(origin)?.after ?? after });
      }
      log(`projections: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  function stepOf(before: LoadedBook, after: LoadedBook): ProjectionStep {
    const { origin, size } = after.head;
    const anew = positions.get(origin) !== before.head.size;
    const from = anew ? emptyState(origin) : before.folded.state;
    return { origin, size, changes: stateChanges(from, after.folded.state), anew };
  }

  function schedule(delay: number): void {
    if (timer !== undefined || stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      inTurn(flush).catch(() => schedule(RETRY_MS));
    }, delay);
    timer.unref();
  }

  async function anew(origin: string): Promise<number> {
    const book = await loadBook(store, origin);
    if (book === null) return 0;
    const changes = stateChanges(emptyState(origin), book.folded.state);
    await writeProjections(store, [{ origin, size: book.head.size, changes, anew: true }]);
    positions.set(origin, book.head.size);
    return changes.length;
  }

  return {
    follow(before, after) {
      if (after.kind !== 'body') return;
      const known = waiting.get(after.origin);
      if (known === undefined) waiting.set(after.origin, { before, after });
      else known.after = after;
      schedule(DELAY_MS);
    },
    async settled() {
      await inTurn(flush);
    },
    rebuild: () =>
      inTurn(async () => {
        await dropProjections(store);
        positions.clear();
        const bodies = (await listBooks(store)).filter((book) => book.kind === 'body');
        let rows = 0;
        for (const { origin } of bodies) rows += await anew(origin);
        return { books: bodies.length, rows };
      }),
    resume: () =>
      inTurn(async () => {
        for (const { origin, size } of await readPositions(store)) positions.set(origin, size);
        for (const { origin, kind, size } of await listBooks(store)) {
          if (kind === 'body' && size > 0 && positions.get(origin) !== size) await anew(origin);
        }
      }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.race([inTurn(flush).catch(() => undefined), pause(2_000, undefined, { ref: false })]);
    },
  };
}

/** Members of the state that a position says already. */
const unprojected: ReadonlySet<string> = new Set(['origin', 'size', 'at']);

function stateChanges(before: BodyState, after: BodyState): EntryChange[] {
  const changes: EntryChange[] = [];
  for (const [kind, value] of Object.entries(after)) {
    const old = before[kind as keyof BodyState] as unknown;
    if (value === old || unprojected.has(kind)) continue;
    if (isTable(value)) {
      for (const [key, entry] of tableChanges(old as Table<unknown>, value)) changes.push({ kind, key, value: json(entry) });
    } else {
      changes.push({ kind, key: '', value: json(value) });
    }
  }
  return changes;
}

// Tables may lie inside an entry, so each goes through the core's own conversion of a state.
const json = (value: unknown): unknown => stateToJson(value as BodyState);

const isTable = (value: unknown): value is Table<unknown> =>
  typeof value === 'object' && value !== null && 'root' in value && 'size' in value && Array.isArray(value.root);
