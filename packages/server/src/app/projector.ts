import { setTimeout as pause } from 'node:timers/promises';
import { type BodyState, emptyState, emptyTable, stateToJson, type Table, tableChanges, tableGet } from '@cabildo/core';
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

const DELAY_MS = 40;
const RETRY_MS = 1_000;

/**
 * Keeps `p_entries` behind the books: f(state), one row for each entry of each table of a body's state. What a fold has
 * changed is written some moments after the commit, many books in one transaction.
 */
export class Projector {
  readonly #store: Store;
  readonly #log: (line: string) => void;
  /** How far the rows of each book are. */
  readonly #positions = new Map<string, number>();
  #waiting = new Map<string, { readonly before: LoadedBook; after: LoadedBook }>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Store, log: (line: string) => void) {
    this.#store = store;
    this.#log = log;
  }

  /** After a commit: the book as it was and as it is. */
  follow(before: LoadedBook, after: LoadedBook): void {
    if (after.kind !== 'body') return;
    const known = this.#waiting.get(after.origin);
    if (known === undefined) this.#waiting.set(after.origin, { before, after });
    else known.after = after;
    this.#schedule(DELAY_MS);
  }

  /** Resolves when all that was committed before the call is shown. */
  async settled(): Promise<void> {
    await this.#inTurn(() => this.#flush());
  }

  /** All rows from nothing. */
  rebuild(): Promise<{ books: number; rows: number }> {
    return this.#inTurn(async () => {
      await dropProjections(this.#store);
      this.#positions.clear();
      const bodies = (await listBooks(this.#store)).filter((book) => book.kind === 'body');
      let rows = 0;
      for (const { origin } of bodies) rows += await this.#anew(origin);
      return { books: bodies.length, rows };
    });
  }

  /** Books whose rows were behind when the node started. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      for (const { origin, size } of await readPositions(this.#store)) this.#positions.set(origin, size);
      for (const { origin, kind, size } of await listBooks(this.#store)) {
        if (kind === 'body' && size > 0 && this.#positions.get(origin) !== size) await this.#anew(origin);
      }
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const flushed = this.#inTurn(() => this.#flush()).catch(() => undefined);
    await Promise.race([flushed, pause(2_000, undefined, { ref: false })]);
  }

  /** One piece of work after the other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #schedule(delay: number): void {
    if (this.#timer !== undefined || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#inTurn(() => this.#flush()).catch(() => this.#schedule(RETRY_MS));
    }, delay);
    this.#timer.unref();
  }

  async #flush(): Promise<void> {
    const taken = this.#waiting;
    if (taken.size === 0) return;
    this.#waiting = new Map();
    try {
      const steps = [...taken.values()].map(({ before, after }) => this.#step(before, after));
      await writeProjections(this.#store, steps);
      for (const { origin, size } of steps) this.#positions.set(origin, size);
    } catch (error) {
      for (const [origin, { before, after }] of taken) {
        this.#waiting.set(origin, { before, after: this.#waiting.get(origin)?.after ?? after });
      }
      this.#log(`projections: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    }
  }

  #step(before: LoadedBook, after: LoadedBook): ProjectionStep {
    const { origin, size } = after.head;
    const anew = this.#positions.get(origin) !== before.head.size;
    const from = anew ? emptyState(origin) : before.folded.state;
    return { origin, size, changes: stateChanges(from, after.folded.state), anew };
  }

  async #anew(origin: string): Promise<number> {
    const book = await loadBook(this.#store, origin);
    if (book === null) return 0;
    const changes = stateChanges(emptyState(origin), book.folded.state);
    await writeProjections(this.#store, [{ origin, size: book.head.size, changes, anew: true }]);
    this.#positions.set(origin, book.head.size);
    return changes.length;
  }
}

/** Members of the state that a position says already. */
const unprojected: ReadonlySet<string> = new Set(['origin', 'size', 'at']);

function stateChanges(before: BodyState, after: BodyState): EntryChange[] {
  const changes: EntryChange[] = [];
  for (const [kind, value] of Object.entries(after)) {
    const old = before[kind as keyof BodyState] as unknown;
    if (value === old || unprojected.has(kind)) continue;
    if (isTable(value)) {
      for (const [key, entry] of tableChanges(old as Table<unknown>, value))
        changes.push(...entryChanges({ kind, key }, tableGet(old as Table<unknown>, key), entry));
    } else {
      changes.push({ kind, key: '', value: json(value) });
    }
  }
  return changes;
}

/**
 * A table inside an entry has rows of its own (`consultations.answers`, key `<entry> <key>`): ten thousand bases answer one
 * consultation, and each answer must not write down all the others once more.
 */
function entryChanges(
  { kind, key }: { readonly kind: string; readonly key: string },
  before: unknown,
  after: unknown,
): EntryChange[] {
  const inner = tablesIn(after);
  if (inner.length === 0) return [{ kind, key, value: json(after) }];
  const rest = Object.fromEntries(Object.entries(after as object).filter(([, value]) => !isTable(value)));
  const rows = inner.flatMap(([name, table]) => {
    const old =
      before === undefined ? emptyTable<unknown>() : (before as Readonly<Record<string, Table<unknown>>>)[name];
    return tableChanges(old ?? emptyTable<unknown>(), table).map(([part, value]) => ({
      kind: `${kind}.${name}`,
      key: `${key} ${part}`,
      value: json(value),
    }));
  });
  return [{ kind, key, value: json(rest) }, ...rows];
}

const tablesIn = (entry: unknown): readonly (readonly [string, Table<unknown>])[] =>
  typeof entry === 'object' && entry !== null
    ? Object.entries(entry).filter((member): member is [string, Table<unknown>] => isTable(member[1]))
    : [];

// Tables may lie deeper inside an entry, so each goes through the core's own conversion of a state.
const json = (value: unknown): unknown => stateToJson(value as BodyState);

const isTable = (value: unknown): value is Table<unknown> =>
  typeof value === 'object' && value !== null && 'root' in value && 'size' in value && Array.isArray(value.root);
