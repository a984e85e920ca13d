import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  base64Decode,
  base64Encode,
  canonicalBytes,
  decodeLeaf,
  leafHash,
  verifyDisclosure,
  verifyInclusion,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import pg from 'pg';
import { ask, done, found, hallThatVotes, withNode } from './node-fixture.ts';

const token = (): string => randomBytes(32).toString('base64url');

/** Every row of every table, as a thief of the disk would see it. */
async function everything(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename not in ('acts', 'p_entries')",
  );
  let dump = '';
  for (const { tablename } of rows) {
    const all = await client.query({ text: `select * from ${tablename}`, rowMode: 'array' });
    for (const row of all.rows) {
      dump += row
        .map((value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
        .join('|');
    }
  }
  await client.end();
  return dump;
}

test('names, choices, disclosures, secrets and keys are not readable in the tables', async () => {
  await withNode(async ({ node, url }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote, members } = await hallThatVotes(node, body, 3);
    for (const actor of members) await done(node, body, 'CastVote', { vote, choice: 'abstain' }, actor);
    await done(node, body, 'EnrolMember', { name: 'Roberta Mamani' });
    const dump = await everything(url);
    for (const secret of [
      'Felipa',
      'Roberta',
      'Person 1',
      'abstain"',
      'That the tank be mended',
      body.founded.card.code,
    ]) {
      assert.equal(dump.includes(secret), false, secret);
    }
    assert.equal(dump.includes(body.founded.card.words.es), false);
    assert.ok(dump.includes(body.origin));
  });
});

test('a row that was put in another’s place is found', async () => {
  await withNode(async ({ node, url }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote, members } = await hallThatVotes(node, body, 2);
    for (const actor of members) await done(node, body, 'CastVote', { vote, choice: 'yes' }, actor);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('update ballots set ballot = (select b.ballot from ballots b order by number limit 1)');
    await client.end();
    await assert.rejects(ask(node, body, 'CloseVote', { vote }), { name: 'VaultDamaged' });
  });
});

test('a card is exchanged once for a session; the same token may ask again, no other', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { card } = body.founded;
    const mine = token();
    const first = await node.signIn({ body: body.name, card: card.words.es, token: mine });
    assert.ok(first.ok && first.actor.kind === 'member');
    const again = await node.signIn({ body: body.name, card: card.code, token: mine });
    assert.deepEqual(again, first);
    const thief = await node.signIn({ body: body.name, card: card.code.toLowerCase(), token: token() });
    assert.deepEqual(thief, { ok: false, reason: 'card-used' });
    assert.deepEqual(await node.authenticate(mine, body.name), first.actor);
    assert.equal(await node.authenticate(token(), body.name), null);
    assert.deepEqual(await node.authenticate(undefined, body.name), { kind: 'anyone' });
    assert.deepEqual(await node.authenticate(node.operatorToken, body.name), { kind: 'operator' });
    const unknown = await node.signIn({ body: body.name, card: '0'.repeat(16), token: mine });
    assert.deepEqual(unknown, { ok: false, reason: 'unknown-card' });
    const nonsense = await node.signIn({ body: body.name, card: 'one two three', token: mine });
    assert.deepEqual(nonsense, { ok: false, reason: 'malformed' });
  });
});

test('a session is one body’s; a new card ends the older card and its session', async () => {
  await withNode(async ({ node, reopen }) => {
    const [body, other] = [await found(node, 'villa-ingenio'), await found(node, 'alto-lima')];
    const old = token();
    await node.signIn({ body: body.name, card: body.founded.card.code, token: old });
    assert.equal(await node.authenticate(old, other.name), null);
    assert.notEqual(await node.authenticate(old, body.name), null);
    const issued = await done(node, body, 'IssueCard', { member: body.founded.member });
    const card = issued.answer.card as { code: string; words: { en: string } };
    assert.equal(await node.authenticate(old, body.name), null);
    const replaced = await node.signIn({ body: body.name, card: body.founded.card.code, token: token() });
    assert.deepEqual(replaced, { ok: false, reason: 'card-used' });
    const fresh = token();
    assert.ok((await node.signIn({ body: body.name, card: card.words.en.toUpperCase(), token: fresh })).ok);
    const reopened = await reopen();
    assert.deepEqual(await reopened.authenticate(fresh, body.name), body.founder);
    assert.equal(await reopened.authenticate(old, body.name), null);
  });
});

test('a thousand people sign in at once', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const people = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => done(node, body, 'EnrolMember', { name: `Person ${n}` })),
    );
    const cards = await Promise.all(
      people.map(({ answer }) => done(node, body, 'IssueCard', { member: answer.member })),
    );
    const signedIn = await Promise.all(
      cards.map(({ answer }) =>
        node.signIn({ body: body.name, card: (answer.card as { code: string }).code, token: token() }),
      ),
    );
    assert.ok(signedIn.every((outcome) => outcome.ok));
    const actors = signedIn.map((outcome) =>
      outcome.ok && outcome.actor.kind === 'member' ? outcome.actor.member : '',
    );
    assert.deepEqual(
      actors,
      people.map(({ answer }) => answer.member),
    );
  });
});

test('after the close every voter can prove the own vote among those that were counted, and nobody before', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { vote, members } = await hallThatVotes(node, body, 7);
    for (const [n, actor] of members.entries()) {
      await done(node, body, 'CastVote', { vote, choice: n % 2 === 0 ? 'yes' : 'no' }, actor);
    }
    assert.equal(await node.receipt(members[0]!, body.name, vote), null);
    assert.equal((await node.me(members[0]!, body.name))?.openVotes[0]?.voted, true);
    const closed = await done(node, body, 'CloseVote', { vote });
    const act = decodeLeaf((await node.act(body.name, closed.acts[0]!.index))!.entry);
    assert.ok(act.ok);
    const committed = act.leaf.data.ballots as { count: number; root: string };
    for (const actor of members) {
      const receipt = (await node.receipt(actor, body.name, vote))!;
      assert.equal(receipt.counted, true);
      assert.deepEqual([receipt.size, receipt.root], [committed.count, committed.root]);
      const leaf = leafHash(canonicalBytes(receipt.ballot), nodeCrypto);
      const proof = receipt.proof.map((hash) => base64Decode(hash)!);
      assert.ok(verifyInclusion(receipt.index, receipt.size, leaf, proof, base64Decode(receipt.root)!, nodeCrypto));
      assert.equal(receipt.ballot.voter, actor.kind === 'member' && actor.member);
    }
    assert.equal(await node.receipt(body.founder, body.name, vote), null);
  });
});

test('a disclosure opens the commitment in the act, and an erasure takes it away and leaves the state as it was', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { sitting } = await hallThatVotes(node, body, 2);
    const tabled = await done(node, body, 'TableMotion', {
      sitting,
      matter: 'ordinary',
      title: 'Light',
      text: 'Que se arregle la luz.',
      proposal: { kind: 'resolution' },
    });
    const { index } = tabled.acts[0]!;
    const act = decodeLeaf((await node.act(body.name, index))!.entry);
    const file = (await node.disclosures(body.name, index))!;
    const disclosed = file.slots.text!;
    assert.ok(act.ok);
    assert.ok(
      verifyDisclosure({ origin: body.origin, index, slot: 'text' }, act.leaf.commits.text!, disclosed, nodeCrypto),
    );
    await done(node, body, 'RecordErasure', { index, slot: 'text' });
    assert.equal(await node.disclosures(body.name, index), null);
    const again = await ask(node, body, 'RecordErasure', { index, slot: 'text' });
    assert.equal(again.kind === 'refused' && again.refusal.code, 'already-erased');
  });
});

test('the first start makes the vault’s key, for its owner alone, and says where', async () => {
  const lines: string[] = [];
  await withNode(
    async ({ dataDir, node, reopen }) => {
      const path = join(dataDir, 'vault.key');
      assert.equal((await stat(path)).mode & 0o777, 0o600);
      assert.equal(base64Encode(base64Decode((await readFile(path, 'utf8')).trim(), 32)!).length, 44);
      assert.ok(lines.some((line) => line.includes(path)));
      assert.equal((await stat(join(dataDir, 'operator-token'))).mode & 0o777, 0o600);
      const { operatorToken } = node;
      const body = await found(node, 'villa-ingenio');
      const reopened = await reopen();
      assert.equal(reopened.operatorToken, operatorToken);
      await done(reopened, body, 'EnrolMember', { name: 'Juan' });
    },
    { env: {}, log: (line) => lines.push(line) },
  );
});
