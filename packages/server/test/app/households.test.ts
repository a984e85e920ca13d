// Turns that go from household to household: who lives with whom is kept in the vault, and in no act.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Actor } from '@cabildo/core';
import { ask, done, found, hallThatVotes, lightStatute, withNode } from './node-fixture.ts';
import { electOfficers } from './officers.ts';

const office = 'water warden';

const statute = lightStatute({
  offices: [...lightStatute().offices, { office, role: 'teller' }],
  rotation: [{ office, among: 'households' }],
});

const newKey = (): string => base64Encode(generateKey().signer.publicKey);

test('a turn goes from household to household, and whoever of the next one comes takes it', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'laguna', statute);
    const { sitting, vote, members } = await hallThatVotes(node, body, 3);
    await done(node, body, 'AnnulVote', { vote, reason: 'The officers first.' });
    const younger: Actor[] = [];
    for (const actor of [body.founder, ...members]) {
      const household = actor.kind === 'member' ? actor.member : '';
      const { answer } = await done(node, body, 'EnrolMember', { name: 'Younger', household });
      younger.push({ kind: 'member', member: String(answer.member) });
    }
    await electOfficers(node, body, { sitting, members }, [newKey(), newKey()]);
    const places: unknown[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const declined = await done(node, body, 'DeclineTurn', { office }, members[1]);
      const act = await node.act(body.name, declined.acts[0]!.index);
      const { place } = JSON.parse(Buffer.from(act!.entry).toString('utf8')).data;
      places.push(place);
    }
    assert.deepEqual(places, [1, 2, 3, 4, 1], 'eight people are four households');
    const outcomes = [];
    for (const actor of younger) outcomes.push(await ask(node, body, 'TakeTurn', { office, key: newKey() }, actor));
    assert.equal(outcomes.filter(({ kind }) => kind === 'done').length, 1);
  });
});
