import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { titleOfCopy } from '../../src/app/book-names.ts';
import { openNode } from '../../src/app/index.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { freshDatabase } from '../database.ts';
import { done, found, withNode, witnessInput } from './node-fixture.ts';

const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') };

test('processes that race for an empty database make its tables once', async () => {
  const database = await freshDatabase();
  const stores = await Promise.all(
    Array.from({ length: 3 }, () =>
      openStore({ databaseUrl: database.url, vaultKey: Buffer.alloc(32, 7), share: true }),
    ),
  );
  const [first] = stores;
  const { rows } = await first!.reads.query('select name from kysely_migration');
  assert.equal(rows.length, Object.keys(migrations).length);
  for (const store of stores) await store.close();
  await database.drop();
});

test('copies of other nodes’ books that were called by their origins are called as their bodies are once the tables are brought up to date', async () => {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const before = Object.entries(migrations).filter(([name]) => name < '0023');
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(before) },
  }).migrateToLatest();
  assert.equal(error, undefined);
  const long = 'Ñ'.repeat(130);
  // What it is, whether another node writes it, its title, and the title that its founding gives.
  const books = {
    'la-paz.example/asamblea': ['body', true, 'la-paz.example/asamblea', 'Asamblea Popular'],
    'la-paz.example/larga': ['body', true, 'la-paz.example/larga', long],
    'la-paz.example/vacia': ['body', true, 'la-paz.example/vacia', ' '],
    'la-paz.example/sin-leer': ['body', true, 'la-paz.example/sin-leer', null],
    'la-paz.example/heads': ['heads', true, 'la-paz.example/heads', null],
    'el-alto.example/junta': ['body', false, 'Junta', 'Junta'],
  } as const;
  for (const [origin, [kind, remote, title, founded]] of Object.entries(books)) {
    await pool.query(
      `insert into books (origin, name, kind, remote, title, vkey, signing_key, root, range, created_at)
        values ($1, $1, $2, $3, $4, '', case when $3 then null else '\\x00'::bytea end, '', '', '')`,
      [origin, kind, remote, title],
    );
    const entry = `insert into p_entries (origin, kind, key, value) values ($1, 'body', '', jsonb_build_object('title', $2::text))`;
    if (founded !== null) await pool.query(entry, [origin, founded]);
  }
  await db.destroy();

  const store = await openStore({ databaseUrl: database.url, vaultKey: Buffer.alloc(32, 7), share: true });
  const titles = await store.db.selectFrom('books').select(['origin', 'title']).execute();
  assert.deepEqual(Object.fromEntries(titles.map(({ origin, title }) => [origin, title])), {
    'la-paz.example/asamblea': 'Asamblea Popular · la-paz.example',
    // As a copy is called that is fetched from now on.
    'la-paz.example/larga': titleOfCopy('la-paz.example/larga', long),
    'la-paz.example/vacia': 'la-paz.example/vacia',
    'la-paz.example/sin-leer': 'la-paz.example/sin-leer',
    'la-paz.example/heads': 'la-paz.example/heads',
    'el-alto.example/junta': 'Junta',
  });
  await store.close();
  await database.drop();
});

test('of two nodes that start at once one runs, and it keeps the database when its connection is lost', async () => {
  await withNode(async ({ node, url, dataDir, reopen }) => {
    await node.close();
    const open = () => openNode({ databaseUrl: url, dataDir, name: 'el-alto.example', env });
    const started = await Promise.allSettled([open(), open()]);
    const running = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const refused = started.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
    assert.deepEqual([running.length, refused.map((error) => error.name)], [1, ['DatabaseInUse']]);

    const client = new pg.Client({ connectionString: url });
    await client.connect();
    // Whoever has only connected holds nothing yet.
    const holders = `select pid from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and application_name = 'cabildo lock' and datname = current_database()`;
    const before = (await client.query<{ pid: number }>(holders)).rows[0]!.pid;
    await client.query('select pg_terminate_backend($1)', [before]);
    let after = before;
    while (after === before) {
      await pause(20);
      after = (await client.query<{ pid: number }>(holders)).rows[0]?.pid ?? before;
    }
    await client.end();
    await assert.rejects(open(), { name: 'DatabaseInUse' });
    await running[0]!.close();
    await reopen();
  });
});

test('beside a running node another process may read and may not write', async () => {
  await withNode(async ({ node, url, dataDir }) => {
    const body = await found(node, 'villa-ingenio');
    await done(node, body, 'AppointWitness', witnessInput(1));
    const beside = await openNode({ databaseUrl: url, dataDir, name: 'el-alto.example', env, share: true });
    assert.equal((await beside.book(body.name))?.size, 3);
    const refused = await beside.command({
      body: body.name,
      command: 'AppointWitness',
      input: witnessInput(2),
      actor: body.founder,
      key: 'a',
    });
    assert.equal(refused.kind === 'problem' && refused.code, 'book-read-only');
    await beside.close();
  });
});

test('what was taken up is finished before a node closes', async () => {
  await withNode(async ({ node, reopen }) => {
    const body = await found(node, 'villa-ingenio');
    const asked = Promise.all(
      Array.from({ length: 50 }, (_, n) => done(node, body, 'AppointWitness', witnessInput(n))),
    );
    await new Promise((resolve) => setImmediate(resolve));
    const reopened = await reopen();
    await asked;
    assert.equal((await reopened.book(body.name))?.size, 52);
  });
});

test('a data folder whose database is gone does not begin anew under the same name', async () => {
  await withNode(async ({ dataDir }) => {
    const empty = await freshDatabase();
    const open = () => openNode({ databaseUrl: empty.url, dataDir, name: 'el-alto.example', env });
    await assert.rejects(open, /has run before, and this database is empty/);
    await assert.rejects(open, { name: 'DatabaseProblem' });
    await empty.drop();
  });
});
