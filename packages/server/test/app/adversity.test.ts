import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, found, hallThatVotes, withNode } from './node-fixture.ts';

test('a text that is withdrawn in the batch that discloses it is not kept', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { sitting } = await hallThatVotes(node, body, 3);
    const index = (await node.book(body.name))!.size;
    const proposal = { kind: 'resolution' };
    const motion = { sitting, matter: 'ordinary', title: 'Water', text: 'Names that nobody may read.', proposal };
    const [tabled, erased] = await Promise.all([
      ask(node, body, 'TableMotion', motion),
      ask(node, body, 'RecordErasure', { index, slot: 'text' }),
    ]);
    assert.deepEqual([tabled?.kind, erased?.kind], ['done', 'done'], JSON.stringify(erased));
    assert.equal(await node.disclosures(body.name, index), null);
  });
});

test('what an outsider is refused leaves no row and asks nothing of the vault', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote } = await hallThatVotes(node, body, 3);
    const rows = async () => (await node.store.db.selectFrom('idempotency').select('key').execute()).length;
    const before = await rows();
    const anyone = { kind: 'anyone' } as const;
    for (const [command, input] of [
      ['CloseVote', { vote }],
      ['PresentRecall', { below: 'a.example/junta', seat: 1 }],
      ['EnrolMember', { name: 'Nobody' }],
    ] as const) {
      assert.equal((await ask(node, body, command, input, anyone)).kind, 'refused');
    }
    assert.equal(await rows(), before);
    await ask(node, body, 'EnrolMember', { name: 'Nobody' }, { kind: 'member', member: 'm-0000000000000000' });
    assert.equal(await rows(), before + 1);
  });
});
