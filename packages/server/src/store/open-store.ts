import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Cipher, cipherFrom } from './cipher.ts';
import { lockDatabase } from './lock.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './schema.ts';

const INT8 = 20;

// Sizes and indexes fit a double; pg gives bigint as text unless told otherwise.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export interface StoreOptions {
  readonly databaseUrl: string;
  /** Or who brings it, told whether this database was written under one already. */
  readonly vaultKey: Uint8Array | ((isWritten: boolean) => Promise<Uint8Array>);
  /** Connections for appending. */
  readonly writers?: number;
  readonly readers?: number;
  /** For commands that only read or rebuild beside a running node. */
  readonly share?: boolean;
  readonly log?: (line: string) => void;
  /** The session that holds the node's lock has ended: another process may take the database. */
  readonly onLockLost?: () => void;
}

export interface Store {
  readonly db: Kysely<Tables>;
  /** The connections behind `db`, for statements that are worth preparing. */
  readonly reads: pg.Pool;
  /** Those of the write path alone: reading never keeps an append waiting. */
  readonly writes: pg.Pool;
  readonly cipher: Cipher;
  close(): Promise<void>;
}

/** Connects, takes the node's lock, and brings the tables up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const log = options.log ?? (() => undefined);
  const lock =
    options.share === true ? null : await lockDatabase(options.databaseUrl, options.onLockLost ?? (() => undefined));
  const base = {
    connectionString: options.databaseUrl,
    types,
    application_name: 'cabildo',
    connectionTimeoutMillis: 30_000,
  };
  const reads = new pg.Pool({ ...base, max: options.readers ?? 6 });
  const writes = new pg.Pool({ ...base, max: options.writers ?? 8 });
  for (const pool of [reads, writes]) {
    // A broken connection is replaced at its next use, and whoever was using it is told by the query. Without listeners,
    // on the pool for idle ones and on each for those in use, it would end the process.
    pool.on('error', (error) => log(`database: an idle connection broke: ${error.message}`));
    pool.on('connect', (client) => client.on('error', () => undefined));
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: reads }) });
  const close = async (): Promise<void> => {
    await Promise.allSettled([db.destroy(), writes.end()]);
    await lock?.release();
  };
  try {
    await migrate(db);
    const { vaultKey } = options;
    const key = typeof vaultKey === 'function' ? await vaultKey(await isWritten(db)) : vaultKey;
    return { db, reads, writes, cipher: cipherFrom(key), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function isWritten(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('node_keys').select('name').limit(1).executeTakeFirst()) !== undefined;
}
