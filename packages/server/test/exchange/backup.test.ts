import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { backupNode } from '../../src/app/exchange/backup.ts';
import { startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { type Restored, restoreNode } from '../../src/app/exchange/restore.ts';
import { openNode } from '../../src/app/index.ts';
import { sealedCells } from '../../src/store/sealed-cells.ts';
import { addMessage, readMessages } from '../../src/store/secret/messages.ts';
import { addWaiting, readWaiting } from '../../src/store/secret/waiting.ts';
import { tableShapes } from '../../src/store/snapshot.ts';
import { mailServers, writeMailServer } from '../../src/store/vault/mail-servers.ts';
import { ask, done, found, hallThatVotes, type TestBody } from '../app/node-fixture.ts';
import { freshDatabase } from '../database.ts';
import { makeBody, type Place, serveBooks, vaultKey, withFolder, withNodes } from './fixture.ts';

const env = { CABILDO_VAULT_KEY: vaultKey };

async function restoreInto<T>(
  file: string,
  dataDir: string,
  work: (restored: Restored, url: string) => Promise<T>,
  key: Record<string, string> = env,
): Promise<T> {
  const database = await freshDatabase();
  try {
    return await work(await restoreNode({ databaseUrl: database.url, dataDir, file, env: key }), database.url);
  } finally {
    await database.drop();
  }
}

const reason = (restored: Restored) => (restored.kind === 'refused' ? restored.reason : restored.kind);

test('a node comes back from its backup as it was, in every table, open for reading only', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const hall = await found(a.node, 'hall');
    const { vote, members } = await hallThatVotes(a.node, hall, 4);
    for (const actor of members) await done(a.node, hall, 'CastVote', { vote, choice: 'yes' }, actor);
    const junta = await makeBody(b, 'junta');
    await junta.fill(1_300);
    await junta.motion(await junta.sitting(), 'That the tank be mended.');
    const server = await serveBooks(() => b.node);
    await addMirror(a.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
    await pullMirror(a.node, junta.origin);
    await server.close();
    await (await startLoggingHeads(a.node)).stop();

    await withFolder(async (dir) => {
      const file = join(dir, 'backup.jsonl');
      const { rows } = await backupNode(a.node, file);
      assert.equal(rows.ballots, 4);
      assert.equal((await stat(file)).mode & 0o777, 0o600);
      await restoreInto(file, dir, async (restored, url) => {
        assert.equal(restored.kind, 'restored', JSON.stringify(restored));
        assert.deepEqual(restored.kind === 'restored' && restored.waiting, ['a.example/hall', 'a.example/heads']);
        const back = await openNode({ databaseUrl: url, dataDir: dir, name: 'a.example', env });
        try {
          for (const { origin } of await a.node.books()) {
            const [before, after] = [(await a.node.book(origin))!, (await back.book(origin))!];
            assert.deepEqual(after.head, before.head);
            assert.deepEqual(after.state, before.state);
            assert.deepEqual(await back.tile(origin, 1, 0, 5), await a.node.tile(origin, 1, 0, 5));
          }
          const refused = await ask(back, hall, 'CloseVote', { vote });
          assert.equal(refused.kind === 'problem' && refused.code, 'book-read-only');
          await back.setReadOnly(hall.origin, null);
          assert.equal((await ask(back, hall, 'EnrolMember', { name: 'One more' })).kind, 'done');
          // The numbers of ballots go on after those that were restored.
          const actor = await enrolInHall(back, hall);
          assert.ok(actor.kind === 'done' || actor.kind === 'refused');
          const again = await restoreNode({ databaseUrl: url, dataDir: dir, file, env }).catch(
            (error: Error) => error.name,
          );
          assert.equal(again, 'DatabaseInUse');
        } finally {
          await back.close();
        }
        assert.equal(reason(await restoreNode({ databaseUrl: url, dataDir: dir, file, env })), 'not-empty');
      });
    });
  });
});

const enrolInHall = (node: Place['node'], hall: TestBody) => ask(node, hall, 'EnrolMember', { name: 'And another' });

test('a backup under another vault key opens with that one alone', async () => {
  await withNodes(['a.example'], async (a) => {
    const hall = await found(a.node, 'hall');
    const { vote, members } = await hallThatVotes(a.node, hall, 3);
    for (const actor of members) await done(a.node, hall, 'CastVote', { vote, choice: 'no' }, actor);
    const message = { seat: 1, step: 'key', message: 'what a trustee said' };
    const waiting = { id: Buffer.alloc(32, 3), nth: 0, ballot: 'a ballot that waits' };
    await addMessage(a.node.store, 'an election', message);
    await addWaiting(a.node.store, 'an election', waiting);
    const own = { host: 'mail.example.org', port: 465, tls: 'tls', user: 'hall', password: 'secret' } as const;
    const server = { ...own, sender: 'hall@example.org' };
    await writeMailServer(a.node.store, hall.origin, server);
    await withFolder(async (dir) => {
      const file = join(dir, 'backup.jsonl');
      const other = Buffer.alloc(32, 9);
      await backupNode(a.node, file, { vaultKey: other });
      await restoreInto(file, dir, async (restored) => assert.equal(reason(restored), 'other-vault-key'));
      await restoreInto(file, dir, async (restored) => assert.equal(reason(restored), 'no-vault-key'), {});
      const key = { CABILDO_VAULT_KEY: other.toString('base64') };
      await restoreInto(
        file,
        dir,
        async (restored, url) => {
          assert.equal(reason(restored), 'restored');
          const back = await openNode({ databaseUrl: url, dataDir: dir, name: 'a.example', env: key });
          try {
            await back.setReadOnly(hall.origin, null);
            // Signing, names, ballots: each of them encrypted.
            assert.equal((await ask(back, hall, 'CloseVote', { vote })).kind, 'done');
            const receipt = await back.receipt(members[0]!, hall.name, vote);
            assert.equal(receipt?.ballot.choice, 'no');
            assert.deepEqual(await readMessages(back.store, 'an election'), [message]);
            assert.deepEqual(await readWaiting(back.store, 'an election'), [waiting]);
            assert.deepEqual((await mailServers(back.store, hall.origin))[0]?.server, server);
          } finally {
            await back.close();
          }
        },
        key,
      );
      const shapes = await tableShapes(a.node.store.db);
      for (const [name, { column }] of Object.entries(sealedCells)) {
        const found = shapes.find((shape) => shape.name === name)?.columns.find((one) => one.name === column);
        assert.equal(found?.type, 'bytea', `${name}.${column}`);
      }
    });
  });
});

test('a file that was cut off or altered is refused with the place', async () => {
  await withNodes(['a.example'], async (a) => {
    const junta = await makeBody(a, 'junta');
    await junta.fill(2_500);
    await withFolder(async (dir) => {
      const file = join(dir, 'backup.jsonl');
      await backupNode(a.node, file);
      const text = await readFile(file, 'utf8');
      const lines = text.split('\n');
      const place = async (changed: string): Promise<string> => {
        const damaged = join(dir, 'damaged.jsonl');
        await writeFile(damaged, changed);
        return restoreInto(damaged, dir, async (restored, url) => {
          assert.equal(restored.kind, 'refused');
          const used = await freshCheck(url, dir);
          assert.deepEqual(used, []);
          return restored.kind === 'refused' ? `${restored.reason}: ${restored.detail}` : '';
        });
      };
      const row = lines.findIndex((line) => line.includes('Witness 2000') || line.includes('WitnessAppointed')) + 1_500;
      const altered = lines.with(row, lines[row]!.replace(/"[^"]*"/, '"b.example/junta"'));
      assert.match(
        await place(altered.join('\n')),
        /^altered: the file was altered, between line 1\d{3} and line 2\d{3}$/,
      );
      assert.match(await place(lines.toSpliced(row, 1).join('\n')), /^altered:/);
      assert.match(await place(text.slice(0, text.length / 2)), /^(truncated|altered):/);
      assert.match(
        await place(lines.slice(0, -2).join('\n')),
        /^truncated: the file ends after line \d+ without its last line$/,
      );
      assert.match(await place(lines.slice(0, 300).join('\n')), /^truncated: the file ends after line 299/);
      assert.match(await place(''), /^not-a-backup/);
      assert.match(await place('{"format":"cabildo-backup/2"}\n'), /^newer-format/);
      assert.match(await place(lines.with(0, lines[0]!.replace('"tables"', '"tablez"')).join('\n')), /^altered/);
      const gone = await restoreInto(join(dir, 'nowhere'), dir, async (restored) => reason(restored));
      assert.equal(gone, 'unreadable');
    });
  });
});

/** Nothing may have been written. */
async function freshCheck(url: string, dir: string): Promise<string[]> {
  const { tablesInUse } = await import('../../src/store/snapshot.ts');
  const { openStore } = await import('../../src/store/open-store.ts');
  const store = await openStore({ databaseUrl: url, vaultKey: Buffer.alloc(32, 7) });
  try {
    return await tablesInUse(store.db);
  } finally {
    await store.close();
    assert.ok(dir);
  }
}
