import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { DatabaseProblem } from '../../src/store/postgres/index.ts';
import { alive, ask, bench, emptyBench, hold, until } from './holding.ts';

/** `nobody`: an ordinary user that every system has. */
const user = 65_534;

/** Tests that start a node as another user need root to do so, and a project that the other user can enter. */
const asNobody = { skip: reasonAgainstNobody() };

function reasonAgainstNobody(): string | false {
  if (process.getuid?.() !== 0) return 'needs root';
  const { error } = spawnSync(process.execPath, ['--version'], { uid: user, gid: user, cwd: '/' });
  return error !== undefined && 'an ordinary user cannot enter the folder in which this project lies';
}
function problem(code: string, message: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof DatabaseProblem, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  };
}

test('a database is made, stopped, and found again with what was in it, on the same address', async (t) => {
  const { start } = await emptyBench(t);
  const lines: string[] = [];
  const first = await start({ log: (line) => lines.push(line) });
  await ask(first.url, 'create table kept as select 42 as x');
  const { pid } = first;
  await first.stop();
  assert.equal(alive(pid ?? 0), false);

  const second = await start();
  assert.equal(second.url, first.url);
  assert.equal(await ask(second.url, 'select x from kept'), 42);
  assert.match(second.version, /^18\./);
  assert.ok(
    lines.some((line) => line.includes(first.place)),
    'the log says where the data is',
  );
});

test('it listens on this machine only, asks for the password, and keeps the password to itself', async (t) => {
  const database = await (await emptyBench(t)).start();
  assert.equal(await ask(database.url, 'show listen_addresses'), '127.0.0.1');
  const guess = new URL(database.url);
  guess.password = 'guess';
  await assert.rejects(ask(guess.href, 'select 1'), { code: '28P01' });

  const home = join(database.place, '..');
  const password = await stat(join(home, 'password'));
  assert.equal(password.mode & 0o777, 0o600);
  assert.equal((await stat(home)).mode & 0o077, 0);
  const hba = await readFile(join(database.place, 'pg_hba.conf'), 'utf8');
  const methods = hba.split('\n').filter((line) => /^(local|host)/.test(line));
  assert.ok(methods.every((line) => line.endsWith('scram-sha-256')));
});

test('the node is no superuser; durability, text order and the memory settings are as meant', async (t) => {
  const database = await (await emptyBench(t)).start({ settings: {} });
  assert.equal(await ask(database.url, 'select rolsuper from pg_roles where rolname = current_user'), false);
  const expected = {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '32MB',
    jit: 'off',
  };
  for (const [name, value] of Object.entries({ ...expected, server_encoding: 'UTF8', data_checksums: 'on' })) {
    assert.equal(await ask(database.url, `show ${name}`), value, name);
  }
  assert.equal(await ask(database.url, "select 'Z' < 'a'"), true);
  assert.equal(await ask(database.url, "select upper('ñandú')"), 'ÑANDÚ');
});

test('the server left over by a killed node is used again', async (t) => {
  const { dataDir, start } = await bench(t);
  const killed = await hold(dataDir);
  await ask(killed.said.url, 'create table kept as select 7 as x');
  killed.process.kill('SIGKILL');
  await once(killed.process, 'exit');
  assert.ok(alive(killed.said.pid));

  const next = await start();
  assert.equal(next.pid, killed.said.pid);
  assert.equal(next.url, killed.said.url);
  assert.equal(await ask(next.url, 'select x from kept'), 7);
  await next.stop();
  assert.equal(alive(killed.said.pid), false);
});

test('a left-over server that does not answer is stopped and replaced', async (t) => {
  const { dataDir, start } = await bench(t);
  const killed = await hold(dataDir);
  killed.process.kill('SIGKILL');
  // Nobody can log in any more: for us that server is as good as dead.
  await writeFile(join(killed.said.place, 'pg_hba.conf'), 'host all all 127.0.0.1/32 reject\n');
  process.kill(killed.said.pid, 'SIGHUP');
  await until(() =>
    ask(killed.said.url, 'select 1').then(
      () => false,
      () => true,
    ),
  );
  await writeFile(join(killed.said.place, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');

  const next = await start();
  assert.notEqual(next.pid, killed.said.pid);
  assert.equal(await ask(next.url, 'select 1'), 1);
});

test('node and server both killed: crash recovery, same address, same data', async (t) => {
  const { dataDir, start } = await bench(t);
  const killed = await hold(dataDir);
  await ask(killed.said.url, 'create table kept as select 7 as x');
  killed.process.kill('SIGKILL');
  process.kill(killed.said.pid, 'SIGKILL');
  const next = await start();
  assert.equal(next.url, killed.said.url);
  assert.equal(await ask(next.url, 'select x from kept'), 7);
});

test('a server killed under a living node comes back on the same address, again and again', async (t) => {
  const lines: string[] = [];
  const database = await (await bench(t)).start({ log: (line) => lines.push(line) });
  for (let round = 0; round < 2; round++) {
    const before = database.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => database.pid !== before);
    assert.equal(await ask(database.url, 'select 1'), 1);
  }
  assert.ok(lines.some((line) => line.includes('PostgreSQL is back')));
});

test('a number in postmaster.pid that now belongs to another program does not stop a start', async (t) => {
  const { start } = await bench(t);
  const first = await start();
  await first.stop();
  await writeFile(join(first.place, 'postmaster.pid'), `${process.pid}\n${first.place}\n`);
  const second = await start();
  assert.equal(await ask(second.url, 'select 1'), 1);
  assert.ok(alive(process.pid));
});

test('when another program has taken the port, a new one is chosen', async (t) => {
  const { start } = await bench(t);
  const first = await start();
  await first.stop();
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  t.after(() => squatter.close());
  const second = await start();
  assert.notEqual(second.url, first.url);
  assert.equal(await ask(second.url, 'select 1'), 1);
});

test('a second node on the same folder is refused and told which process has it; a guest may share it', async (t) => {
  const { dataDir, start } = await bench(t);
  const node = await hold(dataDir);
  await assert.rejects(start(), problem('in-use', new RegExp(`process ${node.process.pid}\\).*${dataDir}`)));

  const guest = await start({ share: true });
  assert.equal(guest.url, node.said.url);
  await guest.stop();
  assert.equal(await ask(node.said.url, 'select 1'), 1, 'the guest leaves the server to the node');

  const staying = await start({ share: true });
  await node.end();
  assert.equal(await ask(staying.url, 'select 1'), 1, 'the node leaves the server to the guest');
  await staying.stop();
  assert.equal(alive(node.said.pid), false, 'the last one stops it');
});

test('two first starts at the same moment: one gets the folder, the other is told so', async (t) => {
  const { dataDir } = await emptyBench(t);
  const both = await Promise.all([hold(dataDir), hold(dataDir)]);
  const refused = both.filter(({ said }) => said.error !== undefined);
  assert.equal(refused.length, 1, JSON.stringify(both.map(({ said }) => said)));
  assert.match(refused[0]!.said.error!, /already uses this data folder/);
  for (const holder of both) await holder.end();
});

test('data of another major version is refused with the way out', async (t) => {
  const { start } = await bench(t);
  const database = await start();
  await database.stop();
  await writeFile(join(database.place, 'PG_VERSION'), '17\n');
  await assert.rejects(start(), problem('other-version', /PostgreSQL 17.*PostgreSQL 18.*backup.*restore/s));
});

test('a folder that cannot be written is named', async (t) => {
  const { dataDir, start } = await emptyBench(t);
  await writeFile(join(dataDir, '..', 'file'), '');
  const file = join(dataDir, '..', 'file');
  await assert.rejects(
    start({ dataDir: file }),
    problem('not-writable', /cannot write in .*file: a file is in the way/),
  );
  await assert.rejects(start({ dataDir: join(file, 'data') }), problem('not-writable', /a part of the path is a file/));
});

test('as an ordinary user everything lies in the data folder', asNobody, async (t) => {
  const { dataDir, start } = await ordinaryBench(t);
  const holder = await hold(dataDir, { user });
  assert.equal(holder.said.error, undefined);
  assert.equal(holder.said.place, join(dataDir, 'postgres', 'data'));
  assert.equal((await stat(holder.said.place)).uid, user);
  assert.equal(await ask(holder.said.url, 'select 1'), 1);
  await holder.end();

  // Root takes the same database up where it lies, as its owner.
  const database = await start();
  assert.equal(database.place, holder.said.place);
  await database.stop();
  const again = await hold(dataDir, { user });
  assert.equal(again.said.error, undefined);
  await again.end();
});

test('an ordinary user is told when the database is root’s, or the folder cannot be written', asNobody, async (t) => {
  const { dataDir, start } = await bench(t);
  const database = await start();
  await database.stop();
  const { said } = await hold(dataDir, { user });
  assert.match(said.error ?? '', /made by root and lies in .*start as root/);

  const { dataDir: locked } = await ordinaryBench(t);
  await chmod(join(locked, '..'), 0o555);
  await rm(locked, { recursive: true });
  const refused = await hold(locked, { user });
  assert.match(refused.said.error ?? '', /cannot write in .*permission denied/);
});

/** The bench with a data folder that belongs to an ordinary user. */
async function ordinaryBench(t: TestContext) {
  const made = await emptyBench(t);
  await mkdir(made.dataDir, { mode: 0o755 });
  await chown(made.dataDir, user, user);
  return made;
}
