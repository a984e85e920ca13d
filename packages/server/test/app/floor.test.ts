// The list of speakers on a node: in the vault, unreadable in the database, and gone when attendance goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { ask, done, found, hallThatVotes, lightStatute, withNode } from './node-fixture.ts';

const days = (n: number): number => n * 86_400_000;

async function entriesIn(url: string): Promise<readonly Buffer[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ entry: Buffer }>('select entry from floor_entries order by sitting, number');
  await client.end();
  return rows.map(({ entry }) => entry);
}

test('who asked for the floor is on disk and unreadable there, survives a restart, and goes with attendance', async () => {
  let now = Date.parse('2026-06-08T14:00:00Z');
  await withNode(
    async ({ node, url, reopen }) => {
      const body = await found(node, 'villa-palabra', lightStatute({ challenge: { days: 20 } }));
      const { sitting, vote, members } = await hallThatVotes(node, body, 3);
      const [first, second] = members;
      const asked = await done(node, body, 'AskForFloor', { sitting, kind: 'speech' }, first);
      assert.deepEqual(asked.answer, { number: 1, place: 1 });
      await done(node, body, 'AskForFloor', { sitting, kind: 'speech', label: 'Row 3, blue waistcoat' });
      await done(node, body, 'GiveFloor', { sitting, number: 1 });
      assert.equal(asked.acts.length, 0, 'no act says who speaks');

      const again = await reopen();
      const busy = await ask(again, body, 'GiveFloor', { sitting, number: 2 });
      assert.equal(busy.kind === 'refused' && busy.refusal.code, 'somebody-speaks');
      now += 90_000;
      await done(again, body, 'EndSpeech', { sitting, number: 1 }, first);
      const late = await done(again, body, 'AskForFloor', { sitting, kind: 'order' }, second);
      assert.deepEqual(late.answer, { number: 3, place: 1 });
      const entries = await entriesIn(url);
      assert.equal(entries.length, 5);
      for (const entry of entries) assert.doesNotMatch(entry.toString('latin1'), /m-[0-9a-z]{16}|waistcoat|speech/);

      await done(again, body, 'CloseVote', { vote });
      const closed = await done(again, body, 'CloseSitting', { sitting });
      assert.deepEqual(
        closed.acts.map(({ act }) => act),
        ['DebateEnded', 'SittingClosed'],
      );
      now += days(20);
      await done(again, body, 'EnrolMember', { name: 'Neighbour' });
      assert.deepEqual(await entriesIn(url), []);
    },
    { clock: () => now },
  );
});
