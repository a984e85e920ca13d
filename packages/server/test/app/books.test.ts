import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { actCode, canonicalBytes, decodeLeaf, type Leaf, leafHash, openCheckpoint, parseVkey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { stateToJson } from '@cabildo/core';
import pg from 'pg';
import { openNode } from '../../src/app/index.ts';
import { ask, done, found, hallThatVotes, lightStatute, withNode, witnessInput } from './node-fixture.ts';

test('commands to sixteen books at once, and each book is whole', async () => {
  await withNode(async ({ node }) => {
    const bodies = await Promise.all(Array.from({ length: 16 }, (_, n) => found(node, `junta-${n}`)));
    await Promise.all(
      Array.from({ length: 480 }, (_, n) => done(node, bodies[n % 16]!, 'AppointWitness', witnessInput(n))),
    );
    for (const body of bodies) {
      const book = (await node.book(body.name))!;
      assert.equal(book.size, 32);
      const rows = await node.acts(body.name, 0, 100);
      for (const [i, row] of rows.entries()) {
        assert.equal(row.index, i);
        const decoded = decodeLeaf(row.entry);
        assert.ok(decoded.ok && decoded.leaf.index === i && decoded.leaf.book === body.origin);
        assert.deepEqual(Buffer.from(leafHash(row.entry, nodeCrypto)), Buffer.from(row.leaf));
        assert.equal(row.code, actCode(row.leaf));
      }
      const key = parseVkey(book.vkey, nodeCrypto);
      assert.ok(key.ok);
      const opened = openCheckpoint(book.head.checkpoint!, key.key, nodeCrypto);
      assert.ok(opened.ok && opened.checkpoint.size === 32);
    }
  });
});

test('a refused command changes nothing', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const before = (await node.book(body.name))!;
    const refused = await ask(node, body, 'OpenVote', { motion: 1, method: 'hands' });
    assert.equal(refused.kind, 'refused');
    const stranger = await ask(node, body, 'EnrolMember', { name: 'Nobody' }, { kind: 'anyone' });
    assert.equal(stranger.kind === 'refused' && stranger.refusal.code, 'not-allowed');
    assert.deepEqual((await node.book(body.name))!.head, before.head);
  });
});

test('a body that minutes refusals has them in its book, those of its own people only', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio', lightStatute({ minutes: { refusals: true } }));
    await ask(node, body, 'OpenVote', { motion: 1, method: 'hands' });
    await ask(node, body, 'EnrolMember', { name: 'Nobody' }, { kind: 'anyone' });
    const rows = await node.acts(body.name, 2, 10);
    assert.deepEqual(
      rows.map((row) => row.act),
      ['RefusalMinuted'],
    );
    const decoded = decodeLeaf(rows[0]!.entry);
    assert.ok(decoded.ok);
    assert.equal(decoded.leaf.data.command, 'OpenVote');
  });
});

test('what is decided in one batch is seen by the next command of that batch', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote, members } = await hallThatVotes(node, body, 5);
    const [person] = members;
    const outcomes = await Promise.all([
      ask(node, body, 'CastVote', { vote, choice: 'yes' }, person),
      ask(node, body, 'CastVote', { vote, choice: 'no' }, person),
      ask(node, body, 'CloseVote', { vote }),
      ask(node, body, 'CastVote', { vote, choice: 'no' }, members[1]),
    ]);
    const codes = outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind));
    assert.deepEqual(codes, ['done', 'already-voted', 'done', 'vote-closed']);
  });
});

test('an act that does not fit a leaf is refused with its size and with all that was to go with it', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const data = { name: 'x'.repeat(9_000), key: witnessInput(1).key };
    const by = { office: 'convener', article: 'witnesses' };
    const [large, next] = await Promise.all([
      node.record(body.origin, [
        { act: 'WitnessAppointed', by, data: witnessInput(2) },
        { act: 'WitnessAppointed', by, data },
      ]),
      ask(node, body, 'AppointWitness', witnessInput(1)),
    ]);
    assert.ok(large.kind === 'problem' && large.code === 'leaf-too-large' && /bytes/.test(large.detail ?? ''));
    assert.ok(next.kind === 'done' && next.acts[0]?.index === 2);
  });
});

test('the time of acts never goes back when the clock does', async () => {
  let now = Date.parse('2005-06-08T14:00:00Z');
  await withNode(
    async ({ node, reopen }) => {
      const body = await found(node, 'villa-ingenio');
      now -= 3_600_000;
      await done(node, body, 'AppointWitness', witnessInput(1));
      const reopened = await reopen();
      await done(reopened, body, 'AppointWitness', witnessInput(2));
      now += 3_660_000;
      await done(reopened, body, 'AppointWitness', witnessInput(3));
      const times = (await reopened.acts(body.name, 0, 10)).map((row) => row.at.slice(11));
      assert.deepEqual(times, ['14:00:00Z', '14:00:00Z', '14:00:00Z', '14:00:00Z', '14:01:00Z']);
    },
    { clock: () => now },
  );
});

test('replaying gives the state that was live, also for books that were given up from memory', async () => {
  await withNode(
    async ({ node, reopen }) => {
      const bodies = await Promise.all(Array.from({ length: 4 }, (_, n) => found(node, `junta-${n}`)));
      for (const body of bodies) {
        const { vote, members } = await hallThatVotes(node, body, 5);
        for (const actor of members) await done(node, body, 'CastVote', { vote, choice: 'yes' }, actor);
        await done(node, body, 'CloseVote', { vote });
      }
      const live = await Promise.all(bodies.map(async ({ name }) => (await node.book(name))!));
      const reopened = await reopen();
      for (const book of live) {
        const replayed = (await reopened.book(book.name))!;
        assert.deepEqual(stateToJson(replayed.state), stateToJson(book.state));
        assert.deepEqual(replayed.head, book.head);
      }
    },
    { booksInMemory: 2 },
  );
});

test('rebuilt projections are the same, row for row, as those that followed', async () => {
  await withNode(async ({ node, url }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote, members } = await hallThatVotes(node, body, 3);
    for (const actor of members) await done(node, body, 'CastVote', { vote, choice: 'yes' }, actor);
    await done(node, body, 'CloseVote', { vote });
    await node.projected();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const dump = async () => ({
      entries: (await client.query('select * from p_entries order by origin, kind, key')).rows,
      positions: (await client.query('select * from p_positions order by origin')).rows,
    });
    const followed = await dump();
    assert.ok(followed.entries.length > 5);
    const { rows } = await node.rebuildProjections();
    assert.deepEqual(await dump(), followed);
    assert.equal(rows, followed.entries.length);
    await client.end();
  });
});

test('projections that fell behind are brought up when the node starts', async () => {
  await withNode(async ({ node, url, reopen }) => {
    const body = await found(node, 'villa-ingenio');
    await node.projected();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('update p_positions set size = 1');
    await client.query("delete from p_entries where kind = 'statute'");
    await reopen();
    const { rows } = await client.query("select 1 from p_entries where origin = $1 and kind = 'statute'", [
      body.origin,
    ]);
    assert.equal(rows.length, 1);
    await client.end();
  });
});

test('an act of a type from the future makes that book read-only, not wrong, and no other', async () => {
  await withNode(async ({ node, url, reopen }) => {
    const [body, other] = [await found(node, 'villa-ingenio'), await found(node, 'alto-lima')];
    const last = decodeLeaf((await node.act(body.name, 1))!.entry);
    assert.ok(last.ok);
    const leaf: Leaf = { ...last.leaf, act: 'MoonLandingDecided', index: 2, data: {} };
    // As a newer program would have left it: through the node's own append, whose writer does not look at types.
    await appendRaw(url, body.origin, canonicalBytes(leaf));
    const reopened = await reopen();
    const book = (await reopened.book(body.name))!;
    assert.match(book.readOnly ?? '', /MoonLandingDecided/);
    assert.equal(book.state.size, 2);
    const refused = await ask(reopened, body, 'AppointWitness', witnessInput(1));
    assert.ok(refused.kind === 'problem' && refused.code === 'book-read-only');
    await done(reopened, other, 'AppointWitness', witnessInput(1));
  });
});

async function appendRaw(url: string, origin: string, entry: Uint8Array): Promise<void> {
  const { appendLeaf, rootOf, compactRange } = await import('@cabildo/book');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select range, size from books where origin = $1', [origin]);
  const hashes = [];
  for (let at = 0; at < rows[0].range.length; at += 32) hashes.push(rows[0].range.subarray(at, at + 32));
  const leaf = leafHash(entry, nodeCrypto);
  const range = appendLeaf(compactRange(Number(rows[0].size), hashes)!, leaf, nodeCrypto);
  await client.query('insert into acts values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    origin,
    rows[0].size,
    'MoonLandingDecided',
    '2030-01-01T00:00:00Z',
    'AAAAAAAAAA',
    leaf,
    entry,
    '2030-01-01T00:00:00Z',
  ]);
  await client.query('update books set size = $2, root = $3, range = $4 where origin = $1', [
    origin,
    range.size,
    rootOf(range, nodeCrypto),
    Buffer.concat(range.hashes),
  ]);
  await client.end();
}

test('a second process on the same database is told so', async () => {
  await withNode(async ({ url, dataDir }) => {
    const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') };
    const second = openNode({ databaseUrl: url, dataDir, name: 'el-alto.example', env });
    await assert.rejects(second, { name: 'DatabaseInUse' });
  });
});

test('a database keeps its node’s name, and opens with its own vault key only', async () => {
  await withNode(async ({ node, url, dataDir, reopen }) => {
    await node.close();
    const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') };
    const other = { CABILDO_VAULT_KEY: Buffer.alloc(32, 8).toString('base64') };
    await assert.rejects(openNode({ databaseUrl: url, dataDir, name: 'la-paz.example', env }), {
      name: 'NodeNameProblem',
    });
    await assert.rejects(openNode({ databaseUrl: url, dataDir, name: 'el-alto.example', env: other }), {
      name: 'VaultKeyProblem',
    });
    await reopen();
  });
});

test('a node that is started without its vault key says so, and leaves none that opens nothing', async () => {
  await withNode(async ({ node, url, dataDir, reopen }) => {
    await node.close();
    const start = openNode({ databaseUrl: url, dataDir, name: 'el-alto.example', env: {} });
    await assert.rejects(start, { name: 'VaultKeyProblem', message: /there is no .*vault\.key/ });
    await assert.rejects(stat(join(dataDir, 'vault.key')), { code: 'ENOENT' });
    await reopen();
  });
});

test('unknown bodies and commands', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const unknown = await node.command({
      body: 'nowhere',
      command: 'CloseVote',
      input: {},
      actor: { kind: 'anyone' },
      key: 'a',
    });
    assert.equal(unknown.kind === 'problem' && unknown.code, 'unknown-body');
    const nonsense = await ask(node, body, 'FoundBody', {});
    assert.equal(nonsense.kind === 'problem' && nonsense.code, 'unknown-command');
    assert.equal(await node.book('nowhere'), null);
    assert.deepEqual(await node.acts('nowhere', 0, 5), []);
  });
});
