import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, done, found, freshKey, withNode, witnessInput } from './node-fixture.ts';

test('the same request under the same key is answered once and for all', async () => {
  await withNode(async ({ node, reopen }) => {
    const body = await found(node, 'villa-ingenio');
    const first = await ask(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a');
    const again = await ask(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a');
    assert.deepEqual(again, first);
    const later = await ask(await reopen(), body, 'AppointWitness', witnessInput(1), body.founder, 'a');
    assert.deepEqual(later, first);
  });
});

test('the same key with another request is refused, for each principal by itself', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    await done(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a');
    const other = await ask(node, body, 'AppointWitness', witnessInput(2), body.founder, 'a');
    assert.deepEqual(other, { kind: 'problem', code: 'idempotency-key-reused' });
    const stranger = await ask(node, body, 'AppointWitness', witnessInput(2), { kind: 'anyone' }, 'a');
    assert.equal(stranger.kind, 'refused');
    assert.equal((await node.book(body.name))?.size, 3);
  });
});

test('a hundred at once with one key append once', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => ask(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a')),
    );
    for (const outcome of outcomes) assert.deepEqual(outcome, outcomes[0]);
    assert.equal((await node.book(body.name))?.size, 3);
  });
});

test('a new command in one batch with repeated ones is written, and they are answered as before', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const first = await done(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a');
    const [again, fresh, reused] = await Promise.all([
      ask(node, body, 'AppointWitness', witnessInput(1), body.founder, 'a'),
      ask(node, body, 'AppointWitness', witnessInput(2), body.founder, 'b'),
      ask(node, body, 'AppointWitness', witnessInput(3), body.founder, 'a'),
    ]);
    assert.deepEqual(again, first);
    assert.equal(fresh?.kind, 'done');
    assert.deepEqual(reused, { kind: 'problem', code: 'idempotency-key-reused' });
    assert.equal((await node.book(body.name))?.size, 4);
  });
});

test('a refusal is remembered too, though the same would be accepted by now', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const member = 'm-0000000000000000';
    const refused = await ask(node, body, 'IssueCard', { member }, body.founder, 'a');
    assert.equal(refused.kind, 'refused');
    assert.deepEqual(await ask(node, body, 'IssueCard', { member }, body.founder, 'a'), refused);
  });
});

test('founding a body twice under one key gives the same body, card and all', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const before = await node.books();
    const input = {
      name: 'alto-lima',
      title: 'Alto Lima',
      kind: 'base',
      founder: { name: 'Juan', key: `${'A'.repeat(43)}=` },
    };
    const { statute } = (await node.book(body.name))!.state;
    const request = {
      input: { ...input, statute: statute!.rules, provisionalDays: 30 },
      actor: { kind: 'operator' },
      key: freshKey(),
    } as const;
    const [one, two] = await Promise.all([node.foundBody(request), node.foundBody(request)]);
    assert.equal(one.kind, 'founded');
    assert.deepEqual(two, one);
    assert.equal((await node.books()).length, before.length + 1);
    const third = await node.foundBody({ ...request, key: freshKey() });
    assert.equal(third.kind === 'refused' && third.refusal.code, 'body-exists');
  });
});
