import { sql } from 'kysely';
import type { Store } from './open-store.ts';

export interface StoredCosignature {
  readonly origin: string;
  readonly size: number;
  readonly witness: string;
  readonly line: string;
  readonly time: number;
}

export async function keepCosignature(store: Store, cosignature: StoredCosignature): Promise<void> {
  await store.db
    .insertInto('cosignatures')
    .values(cosignature)
    .onConflict((conflict) =>
      conflict
        .columns(['origin', 'size', 'witness'])
        .doUpdateSet(({ ref }) => ({ line: ref('excluded.line'), time: ref('excluded.time') })),
    )
    .execute();
}

/** Cosignatures on heads of at least this size, the oldest head first. */
export async function readCosignatures(store: Store, origin: string, fromSize: number): Promise<StoredCosignature[]> {
  const { rows } = await store.reads.query<StoredCosignature>({
    name: 'read cosignatures',
    text: 'select * from cosignatures where origin = $1 and size >= $2 order by size, witness',
    values: [origin, fromSize],
  });
  return rows;
}

/** The largest head of at most this size that a witness (this one, if it is named) has cosigned; 0 if none has. */
export async function newestCosigned(store: Store, origin: string, upTo: number, witness?: string): Promise<number> {
  const { rows } = await store.reads.query<{ size: number }>({
    name: 'newest cosigned',
    text: `select size from cosignatures where origin = $1 and size <= $2 and ($3::text is null or witness = $3)
      order by size desc limit 1`,
    values: [origin, upTo, witness ?? null],
  });
  return rows[0]?.size ?? 0;
}

export interface Fork {
  readonly origin: string;
  readonly number: number;
  /** The note that this node holds, and the one that cannot be true beside it. */
  readonly held: string;
  readonly seen: string;
  readonly foundAt: string;
  /** The two put together so that they prove themselves to anyone who has the key: `forks/<n>.json`. */
  readonly evidence: string | null;
}

/** Keeps two notes as evidence, once; returns their number. */
export async function keepFork(store: Store, fork: Omit<Fork, 'number'>): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with known as (select number from forks where origin = ${fork.origin} and held = ${fork.held} and seen = ${fork.seen}),
    added as (
      insert into forks (origin, number, held, seen, found_at, evidence)
      select ${fork.origin}, coalesce((select max(number) from forks where origin = ${fork.origin}), -1) + 1,
             ${fork.held}, ${fork.seen}, ${fork.foundAt}, ${fork.evidence}
      where not exists (select 1 from known)
      returning number
    )
    select number from known union all select number from added`.execute(store.db);
  return rows[0]?.number ?? 0;
}

export const readForks = (store: Store, origin?: string): Promise<Fork[]> => {
  const query = store.db
    .selectFrom('forks')
    .select(['origin', 'number', 'held', 'seen', 'found_at as foundAt', 'evidence']);
  return (origin === undefined ? query : query.where('origin', '=', origin))
    .orderBy('origin')
    .orderBy('number')
    .execute();
};

export interface Witnessed {
  readonly origin: string;
  readonly vkey: string;
  readonly size: number;
  readonly root: Buffer;
  /** The last checkpoint that was cosigned, with the log's signature and this node's. */
  readonly note: string | null;
}

export const findWitnessed = (store: Store, origin: string): Promise<Witnessed | undefined> =>
  store.db.selectFrom('witnessed').selectAll().where('origin', '=', origin).executeTakeFirst();

/** A log that this node witnesses begins with nothing seen; knowing it already changes nothing. */
export async function witnessLog(store: Store, log: Witnessed): Promise<void> {
  await store.db
    .insertInto('witnessed')
    .values(log)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Moves on only from the size that was read, so that two requests at once cannot both be cosigned. */
export async function moveWitnessed(store: Store, log: Omit<Witnessed, 'vkey'>, fromSize: number): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('witnessed')
    .set({ size: log.size, root: log.root, note: log.note })
    .where('origin', '=', log.origin)
    .where('size', '=', fromSize)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The last checkpoint that was cosigned, of the log whose origin has this SHA-256 (in hex). */
export async function witnessedNote(store: Store, originHash: string): Promise<string | null> {
  const found = await store.db
    .selectFrom('witnessed')
    .select('note')
    .where(sql<string>`encode(sha256(convert_to(origin, 'UTF8')), 'hex')`, '=', originHash)
    .executeTakeFirst();
  return found?.note ?? null;
}
