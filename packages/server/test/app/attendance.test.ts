// Who was at a sitting: in the vault until the challenge period is over, and then nowhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Decode, canonicalBytes, decodeLeaf, leafHash, verifyInclusion } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import pg from 'pg';
import { ask, done, found, hallThatVotes, lightStatute, withNode } from './node-fixture.ts';

const days = (n: number): number => n * 86_400_000;

async function rowsOf(url: string, query: string, values: unknown[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${query}`, values);
  await client.end();
  return Number(rows[0]?.count);
}

test('when the challenge period ends, the next command deletes who was there; receipts of votes still verify', async () => {
  let now = Date.parse('2026-06-08T14:00:00Z');
  await withNode(
    async ({ node, url, reopen }) => {
      const body = await found(node, 'villa-ingenio', lightStatute({ challenge: { days: 20 } }));
      const { sitting, vote, members } = await hallThatVotes(node, body, 4);
      for (const actor of members) await done(node, body, 'CastVote', { vote, choice: 'yes' }, actor);
      const closed = await done(node, body, 'CloseVote', { vote });
      await done(node, body, 'CloseSitting', { sitting });
      const opened = decodeLeaf((await node.act(body.name, vote))!.entry);
      assert.ok(opened.ok);
      const { root } = opened.leaf.data.electorate as { root: string };
      const list = ['frozen_lists where root = $1', [base64Decode(root)]] as const;

      now += days(20) - 1_000;
      const early = await ask(node, body, 'EraseAttendance', { sitting }, { kind: 'anyone' });
      assert.equal(early.kind === 'refused' && early.refusal.code, 'too-early');
      await done(node, body, 'EnrolMember', { name: 'Neighbour' });
      assert.equal(await rowsOf(url, 'attendance'), 4);
      assert.equal(await rowsOf(url, list[0], [...list[1]]), 1);

      now += 1_000;
      const again = await reopen();
      await done(again, body, 'EnrolMember', { name: 'Another neighbour' });
      assert.equal(await rowsOf(url, 'attendance'), 0);
      assert.equal(await rowsOf(url, list[0], [...list[1]]), 0);
      const head = (await again.book(body.name))!;
      const act = decodeLeaf((await again.act(body.name, head.size - 1))!.entry);
      assert.ok(act.ok);
      assert.equal(act.leaf.act, 'AttendanceErased');
      assert.equal(act.leaf.data.count, 4);
      const twice = await ask(again, body, 'EraseAttendance', { sitting }, { kind: 'anyone' });
      assert.equal(twice.kind === 'refused' && twice.refusal.code, 'already-erased');

      const shut = decodeLeaf((await again.act(body.name, closed.acts[0]!.index))!.entry);
      assert.ok(shut.ok);
      const committed = shut.leaf.data.ballots as { count: number; root: string };
      for (const actor of members) {
        const receipt = (await again.receipt(actor, body.name, vote))!;
        const leaf = leafHash(canonicalBytes(receipt.ballot), nodeCrypto);
        const proof = receipt.proof.map((hash) => base64Decode(hash)!);
        assert.equal(receipt.root, committed.root);
        assert.ok(verifyInclusion(receipt.index, receipt.size, leaf, proof, base64Decode(receipt.root)!, nodeCrypto));
      }
    },
    { clock: () => now },
  );
});
