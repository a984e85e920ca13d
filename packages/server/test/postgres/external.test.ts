import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDatabase } from '../../src/store/postgres/index.ts';
import { withDatabase } from '../database.ts';
import { ask } from './holding.ts';

function use(url: string) {
  return startDatabase({ dataDir: '/nowhere', env: { DATABASE_URL: url }, log: () => undefined });
}

test('a server of one’s own is used as it is and left running', async () => {
  await withDatabase(async (url) => {
    const database = await use(url);
    assert.equal(database.url, url);
    assert.match(database.version, /^\d+\.\d+$/);
    assert.equal(database.pid, undefined);
    await database.stop();
    assert.equal(await ask(url, 'select 1'), 1);
  });
});

test('one that cannot be used is named without its password', async () => {
  const says = (host: RegExp) => (error: Error) => {
    assert.match(error.message, host);
    assert.doesNotMatch(error.message, /hush/);
    return true;
  };
  await assert.rejects(
    use('postgres://someone:hush@127.0.0.1:1/cabildo'),
    says(/127\.0\.0\.1:1\/cabildo.*ECONNREFUSED/),
  );
  await assert.rejects(use('postgres://someone:hush@no.such.host.invalid/x'), says(/no\.such\.host\.invalid:5432\/x/));
  await assert.rejects(use('postgres://someone:hush@[::::]:x/'), says(/not of the form postgres:/));
  await withDatabase(async (url) => {
    const missing = new URL(url);
    missing.pathname = '/no_such_database';
    missing.username = 'someone';
    missing.password = 'hush';
    await assert.rejects(use(missing.href), says(new RegExp(`127.0.0.1:${missing.port}/no_such_database`)));
  });
});
