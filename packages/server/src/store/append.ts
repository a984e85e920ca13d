import type pg from 'pg';
import { insertRows, inserts, type Row } from './insert.ts';
import type { Store } from './open-store.ts';

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
  /** A book that begins with this batch. */
  readonly newBook?: NewBookRow;
}

export interface AppendedHead {
  readonly size: number;
  readonly root: Uint8Array;
  readonly range: Uint8Array;
  readonly lastAt: string;
  readonly checkpoint: string;
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

/** The connection went while the commit was under way: it may have happened or not. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/**
 * One transaction in one burst: all statements are sent without waiting. If one fails, those behind it fail too and the
 * commit becomes a rollback.
 */
export async function append(store: Pick<Store, 'writes'>, batch: BookAppend): Promise<void> {
  const client = await store.writes.connect().catch((error: unknown) => {
    throw new NotAppended('no connection to the database', { cause: error });
  });
  const statements = [client.query('begin'), ...statementsOf(client, batch)];
  const commit = client.query('commit');
  const [outcomes, [committed]] = await Promise.all([Promise.allSettled(statements), Promise.allSettled([commit])]);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  const done = committed.status === 'fulfilled' && committed.value.command === 'COMMIT';
  client.release(committed.status === 'rejected');
  if (done) return;
  // A rejected statement that the server answered has ended the transaction; a silent end of the connection has not
  // necessarily.
  if (committed.status === 'fulfilled') throw new NotAppended('rolled back', { cause: failure?.reason });
  throw new OutcomeUnknown('the connection ended during the commit', { cause: committed.reason });
}

function statementsOf(client: pg.ClientBase, batch: BookAppend): Promise<unknown>[] {
  const { origin, rows } = batch;
  const sent: Promise<unknown>[] = [];
  if (batch.newBook !== undefined) sent.push(insertBook(client, origin, batch.newBook));
  sent.push(
    client.query({ name: 'expect size', text: 'select expect_size($1, $2)', values: [origin, batch.fromSize] }),
  );
  const holders = batch.newCardsFor ?? [];
  if (holders.length > 0) {
    const values = [origin, holders];
    sent.push(client.query('update cards set void = true where origin = $1 and holder = any($2::text[])', values));
    sent.push(client.query('delete from sessions where origin = $1 and holder = any($2::text[])', values));
  }
  for (const name of Object.keys(inserts) as (keyof typeof inserts)[]) {
    const list = rows[name];
    if (list !== undefined && list.length > 0) sent.push(insertRows(client, inserts[name], list));
  }
  for (const { index, slot } of batch.erasures ?? []) {
    const text = 'delete from disclosures where origin = $1 and index = $2 and slot = $3';
    sent.push(client.query(text, [origin, index, slot]));
  }
  if (batch.head !== null) sent.push(updateHead(client, origin, batch.head));
  return sent;
}

const updateHead = (client: pg.ClientBase, origin: string, head: AppendedHead): Promise<unknown> =>
  client.query({
    name: 'update head',
    text: 'update books set size = $2, root = $3, range = $4, last_at = $5, checkpoint = $6 where origin = $1',
    values: [origin, head.size, head.root, head.range, head.lastAt, head.checkpoint],
  });

const insertBook = (client: pg.ClientBase, origin: string, book: NewBookRow): Promise<unknown> =>
  client.query(
    `insert into books (origin, name, kind, remote, title, vkey, signing_key, root, range, source, predecessor, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, ''::bytea, $9, $10, $11)`,
    [
      origin,
      book.name,
      book.kind,
      book.remote,
      book.title,
      book.vkey,
      book.signingKey,
      book.root,
      book.source,
      book.predecessor,
      book.createdAt,
    ],
  );

/**
 * Waits until no transaction of this book is under way (one that lost its connection may still be ending on the server).
 * Rejects while the database does not answer.
 */
export async function settled(store: Pick<Store, 'writes'>, origin: string): Promise<void> {
  const client = await store.writes.connect();
  const sent = [
    client.query('begin'),
    client.query('select 1 from books where origin = $1 for update', [origin]),
    client.query('rollback'),
  ];
  const outcomes = await Promise.allSettled(sent);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  client.release(failure !== undefined);
  if (failure !== undefined) throw failure.reason;
}
