// What the database alone does with the same rows: each vote's ballot and its idempotency row, one commit a vote.
import pg from 'pg';
import type { Aim } from './aims.ts';

const TABLES = ['ballots', 'idempotency'] as const;

export interface Plain {
  readonly aims: readonly Aim[];
  /** Whether a row that was acknowledged survives a power cut, as the database itself says it. */
  readonly durability: string;
}

export async function plainInserts(databaseUrl: string, connections: readonly number[]): Promise<Plain> {
  const first = await connected(databaseUrl);
  try {
    const durability = await settingsOf(first);
    const rows = await votesIn(first);
    const aims: Aim[] = [];
    for (const count of connections) {
      await first.query('drop table if exists load_ballots, load_idempotency');
      await first.query('create table load_ballots (like ballots including all)');
      await first.query('create table load_idempotency (like idempotency including all)');
      const rate = await insertAll(databaseUrl, rows, count);
      const what = `plain pg inserts of the same rows, ${count} connection${count === 1 ? '' : 's'}, one commit a vote`;
      aims.push({ what, value: rate, unit: 'a second' });
    }
    await first.query('drop table load_ballots, load_idempotency');
    return { aims, durability };
  } finally {
    await first.end();
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}

async function settingsOf(client: pg.Client): Promise<string> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes'];
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1) order by name',
    [names],
  );
  return rows.map(({ name, setting }) => `${name} ${setting}`).join(', ');
}

interface Columns {
  readonly ballot: readonly string[];
  readonly key: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** A ballot beside the answer to the same person's command; the number that the database gives itself is left to it. */
async function votesIn(client: pg.Client): Promise<Columns> {
  const [ballot = [], key = []] = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await client.query<{ column_name: string }>(
        `select column_name from information_schema.columns
         where table_name = $1 and is_identity = 'NO' and table_schema = 'public' order by ordinal_position`,
        [table],
      );
      return rows.map((row) => row.column_name);
    }),
  );
  const list = [...ballot.map((name) => `b."${name}"`), ...key.map((name) => `i."${name}"`)].join(', ');
  const { rows } = await client.query({
    text: `select ${list} from ballots b join idempotency i
           on i.origin = b.origin and i.principal = b.holder and i.key = 'vote-' || b.vote`,
    rowMode: 'array',
  });
  if (rows.length === 0) throw new Error('no votes were found to insert again');
  return { ballot, key, rows: rows as unknown[][] };
}

/** Votes a second. */
async function insertAll(databaseUrl: string, { ballot, key, rows }: Columns, count: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: count }, () => connected(databaseUrl)));
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const places = (from: number, names: readonly string[]): string => names.map((_, i) => `$${from + i}`).join(', ');
  const text = `with ballot as (insert into load_ballots (${quoted(ballot)}) values (${places(1, ballot)}))
    insert into load_idempotency (${quoted(key)}) values (${places(ballot.length + 1, key)})`;
  try {
    const waiting = rows[Symbol.iterator]();
    const started = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (const values of waiting) await client.query({ name: 'vote', text, values: [...values] });
      }),
    );
    return rows.length / ((performance.now() - started) / 1_000);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
