import { inserts, insertText, insertValues, type Row } from './insert.ts';
import type { Store } from './open-store.ts';
import { isDatabaseTrouble } from './trouble.ts';

/** What one batch of a book's writer leaves behind: all of it or nothing. */
export interface BookAppend {
  readonly origin: string;
  /** The size that the writer started from. */
  readonly fromSize: number;
  readonly head: AppendedHead | null;
  readonly rows: Partial<Record<keyof typeof inserts, readonly Row[]>>;
  /** Holders whose older cards and sessions end. */
  readonly newCardsFor?: readonly string[];
  readonly erasures?: readonly { readonly index: number; readonly slot: string }[];
  /** Demands for a sitting that have been reached: who supported them is deleted. */
  readonly demandsReached?: readonly { readonly demand: string; readonly since: number }[];
  /** Sittings of which nobody may know any more who was there, with the roots of the lists that say it. */
  readonly attendanceErased?: readonly { readonly sitting: number; readonly lists: readonly string[] }[];
  /** A book that begins with this batch. */
  readonly newBook?: NewBookRow;
}

export interface AppendedHead {
  readonly size: number;
  readonly root: Uint8Array;
  readonly range: Uint8Array;
  readonly lastAt: string;
  readonly checkpoint: string | null;
  /** Where it is another one from now on: of a copy that has just learnt what its body is called. */
  readonly title?: string;
}

export interface NewBookRow {
  readonly name: string;
  readonly kind: 'body' | 'heads';
  readonly remote: boolean;
  readonly title: string;
  readonly vkey: string;
  readonly signingKey: Uint8Array | null;
  readonly root: Uint8Array;
  readonly source: string | null;
  readonly predecessor: string | null;
  readonly createdAt: string;
}

/** The batch is not in the database, for certain. */
export class NotAppended extends Error {
  override readonly name = 'NotAppended';
}

/** The connection went while the statement was under way: it may have been committed or not. */
class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/**
 * The whole batch is one statement, and so one transaction and one way to the database and back: an insert for each table
 * that gets rows, the book's new head, and a check that undoes all of it if the book was not where its writer believed.
 */
export async function append(store: Pick<Store, 'writes'>, batch: BookAppend): Promise<void> {
  const client = await store.writes.connect().catch((error: unknown) => {
    throw new NotAppended('no connection to the database', { cause: error });
  });
  try {
    await client.query(statementOf(batch));
    client.release();
  } catch (error) {
    const trouble = isDatabaseTrouble(error);
    client.release(trouble);
    if (!trouble || isMoved(error)) throw new NotAppended('rolled back', { cause: error });
    throw new OutcomeUnknown('the connection ended during the append', { cause: error });
  }
}

const isMoved = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'CB001';

// There are few combinations of parts, so each is prepared once on each connection.
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `append ${names.size}`;
  names.set(text, name);
  return name;
}

/** A statement that is put together from parts. */
class Statement {
  readonly #texts: string[] = [];
  readonly values: unknown[] = [];

  /** `text` gets the numbers of its parameters. */
  add(part: string, text: (first: number) => string, values: readonly unknown[]): void {
    this.#texts.push(`${part} as (${text(this.values.length + 1)})`);
    this.values.push(...values);
  }

  query(checked: string): { name: string; text: string; values: unknown[] } {
    const text = `with ${this.#texts.join(',\n')}\nselect must_be_one((select count(*) from ${checked}))`;
    return { name: nameOf(text), text, values: this.values };
  }
}

function statementOf(batch: BookAppend): { name: string; text: string; values: unknown[] } {
  const { origin, rows, newCardsFor: holders = [], erasures = [], demandsReached = [] } = batch;
  const { attendanceErased: ended = [] } = batch;
  const statement = new Statement();
  const book = addBookPart(statement, batch);
  if (holders.length > 0) {
    const values = [origin, holders];
    // Sees the rows from before the statement: the new cards stay valid.
    const older = (n: number): string => `where origin = $${n} and holder = any($${n + 1}::text[]) returning 1`;
    statement.add(
      'older_cards',
      // Locked in the order in which a hall that signs in locks them (`exchangeCards`).
      (n) =>
        `update cards set void = true where card in (
           select card from cards where origin = $${n} and holder = any($${n + 1}::text[]) order by card for update
         ) returning 1`,
      values,
    );
    statement.add('ended_sessions', (n) => `delete from sessions ${older(n)}`, values);
  }
  for (const name of Object.keys(inserts) as (keyof typeof inserts)[]) {
    const list = rows[name];
    if (list === undefined || list.length === 0) continue;
    statement.add(`${name}_added`, (n) => insertText(name, n), insertValues(name, list));
  }
  if (erasures.length > 0) {
    statement.add(
      'erased',
      (n) =>
        `delete from disclosures d using unnest($${n + 1}::bigint[], $${n + 2}::text[]) as e (index, slot)
         where d.origin = $${n} and d.index = e.index and d.slot = e.slot`,
      [origin, erasures.map(({ index }) => index), erasures.map(({ slot }) => slot)],
    );
  }
  if (demandsReached.length > 0) {
    statement.add(
      'reached',
      (n) =>
        `delete from demands d using unnest($${n + 1}::text[], $${n + 2}::bigint[]) as r (demand, since)
         where d.origin = $${n} and d.demand = r.demand and d.since = r.since`,
      [origin, demandsReached.map(({ demand }) => demand), demandsReached.map(({ since }) => since)],
    );
  }
  if (ended.length > 0) {
    const lists = ended.flatMap((one) => one.lists.map((root) => Buffer.from(root, 'base64')));
    statement.add(
      'nobody_there',
      (n) => `delete from attendance where origin = $${n} and sitting = any($${n + 1}::bigint[])`,
      [origin, ended.map(({ sitting }) => sitting)],
    );
    statement.add(
      'nobody_spoke',
      (n) => `delete from floor_entries where origin = $${n} and sitting = any($${n + 1}::bigint[])`,
      [origin, ended.map(({ sitting }) => sitting)],
    );
    statement.add(
      'lists_gone',
      (n) => `delete from frozen_lists where origin = $${n} and root = any($${n + 1}::bytea[])`,
      [origin, lists],
    );
    // A voice is a name: it goes with those who were there.
    statement.add(
      'voices_gone',
      (n) =>
        `delete from recordings r using acts a
         where r.origin = $${n} and a.origin = r.origin and a.index = r.motion
           and (convert_from(a.entry, 'UTF8')::jsonb -> 'data' ->> 'sitting')::bigint = any($${n + 1}::bigint[])`,
      [origin, ended.map(({ sitting }) => sitting)],
    );
  }
  return statement.query(book);
}

/** The book's row, which is locked from here on, and must be one. */
function addBookPart(statement: Statement, batch: BookAppend): string {
  const { origin, fromSize, head, newBook } = batch;
  if (newBook !== undefined) {
    addNewBook(statement, origin, newBook, head);
    return 'founded';
  }
  if (head === null) {
    const text = (n: number): string => `select 1 from books where origin = $${n} and size = $${n + 1} for update`;
    statement.add('unmoved', text, [origin, fromSize]);
    return 'unmoved';
  }
  const { title } = head;
  statement.add(
    'moved',
    (n) =>
      `update books set size = $${n + 2}, root = $${n + 3}, range = $${n + 4}, last_at = $${n + 5}, checkpoint = $${n + 6}
       ${title === undefined ? '' : `, title = $${n + 7}`} where origin = $${n} and size = $${n + 1} returning 1`,
    [
      origin,
      fromSize,
      head.size,
      head.root,
      head.range,
      head.lastAt,
      head.checkpoint,
      ...(title === undefined ? [] : [title]),
    ],
  );
  return 'moved';
}

function addNewBook(statement: Statement, origin: string, book: NewBookRow, head: AppendedHead | null): void {
  const { size, root, range, lastAt, checkpoint } = head ?? {
    size: 0,
    root: book.root,
    range: new Uint8Array(0),
    lastAt: '1970-01-01T00:00:00Z',
    checkpoint: null,
  };
  const { name, kind, remote, title, vkey, signingKey, source, predecessor, createdAt } = book;
  const described = [origin, name, kind, remote, title, vkey, signingKey, source, predecessor, createdAt];
  const values = [...described, size, root, range, lastAt, checkpoint];
  statement.add(
    'founded',
    (n) =>
      `insert into books (origin, name, kind, remote, title, vkey, signing_key, source, predecessor, created_at, size, root,
       range, last_at, checkpoint) values (${values.map((_, i) => `$${n + i}`).join(', ')}) returning 1`,
    values,
  );
}

/**
 * Waits until no append to this book is under way (one that lost its connection may still be running on the server).
 * Rejects while the database does not answer.
 */
export async function settled(store: Pick<Store, 'writes'>, origin: string): Promise<void> {
  await store.writes.query('select 1 from books where origin = $1 for update', [origin]);
}
