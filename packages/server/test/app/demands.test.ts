// Who demands a sitting: in the vault until enough do, and then nowhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@cabildo/core';
import pg from 'pg';
import { ask, done, found, lightStatute, withNode } from './node-fixture.ts';

async function demandsIn(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*) from demands');
  await client.end();
  return Number(rows[0]?.count);
}

const matters = { matters: ['accounts'] };

test('support for a sitting lies in the vault, once a person, and is deleted when the share is reached', async () => {
  await withNode(async ({ node, url, reopen }) => {
    const convening = { members: { num: 1, den: 1 }, days: 10 };
    const body = await found(node, 'villa-demanding', lightStatute({ convening }));
    const people: Actor[] = [body.founder];
    for (const name of ['Person 1', 'Person 2', 'Person 3']) {
      const { answer } = await done(node, body, 'EnrolMember', { name });
      people.push({ kind: 'member', member: String(answer.member) });
    }
    const [first, second, third, fourth] = people;
    await done(node, body, 'DemandSitting', matters, first);
    assert.equal(await demandsIn(url), 1);
    const again = await ask(node, body, 'DemandSitting', matters, first);
    assert.equal(again.kind === 'refused' && again.refusal.code, 'already-demanded');
    const opened = await reopen();
    // The last three in one batch: what it adds itself is not written either.
    const outcomes = await Promise.all(
      [second, third, fourth].map((actor) => done(opened, body, 'DemandSitting', matters, actor)),
    );
    assert.deepEqual(
      outcomes.flatMap(({ acts }) => acts.map(({ act }) => act)),
      ['SittingDemanded'],
    );
    assert.equal(await demandsIn(url), 0);
    await done(opened, body, 'DemandSitting', matters, first);
    assert.equal(await demandsIn(url), 1, 'the next demand begins anew');
  });
});
