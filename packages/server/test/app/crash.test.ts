import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { stateToJson } from '@cabildo/core';
import pg from 'pg';
import { freshDatabase } from '../database.ts';
import { ask, done, found, withNode, witnessInput } from './node-fixture.ts';

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('a connection killed in the middle of an append: nothing is written, and the same key works afterwards', async () => {
  await withNode(async ({ node, url }) => {
    const body = await found(node, 'villa-ingenio');
    await onDatabase(url, async (client) => {
      await client.query('begin');
      await client.query('select 1 from books where origin = $1 for update', [body.origin]);
      const waiting = Array.from({ length: 20 }, (_, n) =>
        ask(node, body, 'AppointWitness', witnessInput(n), body.founder, `crash-${n}`),
      );
      const stuck = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      let pid: number | undefined;
      while (pid === undefined) {
        await pause(20);
        pid = (await client.query<{ pid: number }>(stuck)).rows[0]?.pid;
      }
      await client.query('select pg_terminate_backend($1)', [pid]);
      await client.query('rollback');
      for (const outcome of await Promise.all(waiting)) {
        assert.deepEqual(outcome, { kind: 'problem', code: 'try-again' });
      }
    });
    assert.equal((await node.book(body.name))?.size, 2);
    const again = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask(node, body, 'AppointWitness', witnessInput(n), body.founder, `crash-${n}`),
      ),
    );
    assert.ok(again.every((outcome) => outcome.kind === 'done'));
    assert.equal((await node.book(body.name))?.size, 22);
  });
});

/** Stands between node and database, and can lose the database's answer to the next append. */
async function losingProxy(url: string): Promise<{ url: string; lose(): void; lost(): boolean; close(): void }> {
  const target = new URL(url);
  let armed = false;
  let lost = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    sockets.add(near).add(far);
    let appends = false;
    near.on('data', (chunk) => {
      // A command of several pieces names itself in the first.
      appends ||= armed && chunk.includes('append ');
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!appends) {
        near.write(chunk);
        return;
      }
      armed = false;
      appends = false;
      lost = true;
      near.destroy();
      far.destroy();
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => undefined).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as { port: number }).port);
  return {
    url: through.href,
    lose: () => {
      armed = true;
      lost = false;
    },
    lost: () => lost,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

test('a commit whose answer was lost is found by its key: acknowledged, and written once', async () => {
  const database = await freshDatabase();
  const proxy = await losingProxy(database.url);
  try {
    await withNode(
      async ({ node }) => {
        const body = await found(node, 'villa-ingenio');
        await done(node, body, 'AppointWitness', witnessInput(0));
        await node.projected();
        for (let n = 1; n <= 9; n += 2) {
          proxy.lose();
          const outcome = await done(node, body, 'AppointWitness', witnessInput(n));
          assert.ok(proxy.lost());
          assert.equal(outcome.acts[0]?.index, n + 2);
          // On a new connection, which the next loss shall not find in its greeting.
          await done(node, body, 'AppointWitness', witnessInput(n + 1));
          await node.projected().catch(() => undefined);
        }
        assert.equal((await node.book(body.name))?.size, 13);
      },
      { databaseUrl: proxy.url },
    );
  } finally {
    proxy.close();
    await database.drop();
  }
});

test('a new card ends the older session also where the answer to its commit was lost', async () => {
  const database = await freshDatabase();
  const proxy = await losingProxy(database.url);
  try {
    await withNode(
      async ({ node }) => {
        const body = await found(node, 'villa-ingenio');
        const token = 't'.repeat(43);
        const { founded, name } = body;
        assert.ok((await node.signIn({ body: name, card: founded.card.code, token })).ok);
        assert.equal((await node.authenticate(token, name))?.kind, 'member');
        await done(node, body, 'AppointWitness', witnessInput(0));
        await node.projected();
        proxy.lose();
        await done(node, body, 'IssueCard', { member: founded.member });
        assert.ok(proxy.lost());
        assert.equal(await node.authenticate(token, name), null);
      },
      { databaseUrl: proxy.url },
    );
  } finally {
    proxy.close();
    await database.drop();
  }
});

test('whoever follows a book gets an act whose commit was not answered, without waiting for the next', async () => {
  const database = await freshDatabase();
  const proxy = await losingProxy(database.url);
  try {
    await withNode(
      async ({ node }) => {
        const body = await found(node, 'villa-ingenio');
        await done(node, body, 'AppointWitness', witnessInput(0));
        await node.projected();
        const indexes: number[] = [];
        const { promise: arrived, resolve } = Promise.withResolvers<void>();
        const heads: number[] = [];
        const unfollow = [
          node.subscribe(body.origin, 2, ({ index }) => {
            indexes.push(index);
            if (index === 3) resolve();
          }),
          node.onHead(({ size }) => heads.push(size)),
        ];
        proxy.lose();
        await done(node, body, 'AppointWitness', witnessInput(1));
        assert.ok(proxy.lost());
        await arrived;
        await done(node, body, 'AppointWitness', witnessInput(2));
        await node.projected();
        for (const end of unfollow) end();
        assert.deepEqual(
          [indexes, heads],
          [
            [2, 3, 4],
            [4, 5],
          ],
        );
        assert.deepEqual(await positions(database.url, body.origin), [5]);
      },
      { databaseUrl: proxy.url },
    );
  } finally {
    proxy.close();
    await database.drop();
  }
});

const positions = (url: string, origin: string): Promise<number[]> =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query('select size from p_positions where origin = $1', [origin]);
    return rows.map(({ size }) => Number(size));
  });

test('what was acknowledged while connections are killed is all there, once, and the book holds together', async () => {
  await withNode(async ({ node, url, reopen }) => {
    const body = await found(node, 'villa-ingenio');
    const acknowledged = new Set<number>();
    let stop = false;
    const killer = onDatabase(url, async (client) => {
      while (!stop) {
        await pause(30);
        await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'cabildo' order by random() limit 2`);
      }
    });
    await Promise.all(
      Array.from({ length: 300 }, async (_, n) => {
        for (let attempt = 0; attempt < 50; attempt++) {
          const outcome = await ask(node, body, 'AppointWitness', witnessInput(n), body.founder, `storm-${n}`);
          if (outcome.kind === 'problem' && outcome.code === 'try-again') continue;
          assert.equal(outcome.kind, 'done');
          acknowledged.add(n);
          return;
        }
      }),
    );
    stop = true;
    await killer;
    const live = (await node.book(body.name))!;
    assert.equal(acknowledged.size, 300);
    assert.equal(live.size, 302);
    const replayed = (await (await reopen()).book(body.name))!;
    assert.deepEqual(stateToJson(replayed.state), stateToJson(live.state));
    assert.deepEqual(replayed.head, live.head);
  });
});
