import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  base64Decode,
  decodeBundle,
  hashesOfLeaves,
  leafHash,
  newTiles,
  rootFrom,
  subtreeInTile,
  verifyConsistency,
  verifyInclusion,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ActRow, Node } from '../../src/app/index.ts';
import { done, found, type TestBody, withNode, witnessInput } from './node-fixture.ts';

const append = (node: Node, body: TestBody, from: number, count: number): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, n) => done(node, body, 'AppointWitness', witnessInput(from + n))));

test('tiles, bundles and proofs of a book of six hundred acts', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    await append(node, body, 0, 100);
    const early = (await node.book(body.name))!.head;
    await append(node, body, 100, 500);
    const { head, size } = (await node.book(body.name))!;
    assert.equal(size, 602);
    const leaves: Uint8Array[] = [];
    for (const tile of newTiles(0, size)) {
      const bytes = (await node.tile(body.name, tile.level, tile.index, tile.width))!;
      assert.equal(bytes.length, tile.width * 32);
      if (tile.level > 0) {
        for (let n = 0; n < tile.width; n++) {
          const below = (await node.tile(body.name, tile.level - 1, tile.index * 256 + n, 256))!;
          assert.deepEqual(
            Buffer.from(bytes.subarray(n * 32, n * 32 + 32)),
            Buffer.from(subtreeInTile(below, 0, 256, nodeCrypto)),
          );
        }
        continue;
      }
      const { entries, rest } = decodeBundle((await node.bundle(body.name, tile.index, tile.width))!);
      assert.deepEqual([entries.length, rest], [tile.width, 0]);
      for (const [n, entry] of entries.entries()) {
        const leaf = leafHash(entry, nodeCrypto);
        assert.deepEqual(Buffer.from(bytes.subarray(n * 32, n * 32 + 32)), Buffer.from(leaf));
        leaves.push(leaf);
      }
    }
    const root = base64Decode(head.root)!;
    assert.deepEqual(Buffer.from(rootFrom(size, hashesOfLeaves(leaves, nodeCrypto), nodeCrypto)), Buffer.from(root));
    for (const index of [0, 1, 255, 256, 511, 512, 600, 601]) {
      const proof = (await node.inclusion(body.name, index))!;
      assert.ok(verifyInclusion(index, size, proof.leaf, proof.proof, root, nodeCrypto), `${index}`);
      assert.equal(proof.checkpoint, head.checkpoint);
    }
    const consistency = (await node.consistency(body.name, early.size))!;
    assert.ok(verifyConsistency(early.size, size, consistency, base64Decode(early.root)!, root, nodeCrypto));
    assert.equal(await node.tile(body.name, 0, 2, 91), null);
    assert.notEqual(await node.tile(body.name, 0, 2, 5), null);
    assert.equal(await node.tile(body.name, 1, 0, 3), null);
    assert.equal(await node.tile(body.name, -1, 0, 3), null);
    assert.equal(await node.inclusion(body.name, 602), null);
    assert.equal(await node.inclusion(body.name, 1, 603), null);
    assert.equal(await node.consistency(body.name, 0), null);
    assert.equal(await node.consistency(body.name, 700), null);
  });
});

test('a follower gets each act once and in order, from where it says, across commits', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    await append(node, body, 0, 300);
    const seen: number[] = [];
    const all = new Promise<void>((resolve) => {
      const end = node.subscribe(body.origin, 5, (act: ActRow) => {
        seen.push(act.index);
        if (act.index === 401) resolve(end());
      });
    });
    const heads: number[] = [];
    node.onHead((head) => heads.push(head.size));
    await append(node, body, 300, 100);
    await all;
    await append(node, body, 400, 1);
    assert.deepEqual(
      seen,
      Array.from({ length: 397 }, (_, n) => n + 5),
    );
    assert.equal(heads.at(-1), 403);
    assert.deepEqual(
      heads.toSorted((a, b) => a - b),
      heads,
    );
  });
});

test('an act is found by its code', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const { acts } = await done(node, body, 'AppointWitness', witnessInput(1));
    const [act] = await node.actsByCode(acts[0]!.code);
    assert.deepEqual([act?.origin, act?.index], [body.origin, 2]);
    assert.deepEqual(await node.actsByCode('0000000000'), []);
  });
});

test('a mirror grows by exactly what its head says, and answers like the original', async () => {
  await withNode(async ({ node: one }) => {
    const body = await found(one, 'villa-ingenio');
    await append(one, body, 0, 10);
    const original = (await one.book(body.name))!;
    const entries = (await one.acts(body.name, 0, 100)).map((row) => row.entry);
    await withNode(
      async ({ node: two, reopen }) => {
        const mirror = { vkey: original.vkey, source: 'http://127.0.0.1:1' };
        const wanted = { origin: body.origin, kind: 'body', title: original.title, mirror } as const;
        assert.equal(await two.addBook(wanted), 'added');
        assert.equal(await two.addBook(wanted), 'exists');
        const head = { root: base64Decode(original.head.root)!, note: original.head.checkpoint! };
        const wrong = { root: new Uint8Array(32), note: original.head.checkpoint! };
        assert.equal(await two.extend(body.origin, { fromSize: 0, entries, head: wrong }), 'other-root');
        assert.equal(await two.extend(body.origin, { fromSize: 3, entries, head }), 'not-at-size');
        const shuffled = { fromSize: 0, entries: entries.toReversed(), head };
        assert.equal(await two.extend(body.origin, shuffled), 'bad-leaf');
        assert.equal(await two.extend(body.origin, { fromSize: 0, entries, head }), 'extended');
        const copy = (await two.book(body.origin))!;
        assert.deepEqual(copy.head, original.head);
        assert.equal(copy.remote, true);
        const refused = await two.command({
          body: body.origin,
          command: 'AppointWitness',
          input: witnessInput(99),
          actor: body.founder,
          key: 'a',
        });
        assert.equal(refused.kind === 'problem' && refused.code, 'not-here');
        const reopened = await reopen();
        assert.deepEqual((await reopened.book(body.origin))?.state.size, original.state.size);
      },
      { name: 'federation.example' },
    );
  });
});

test('the log of heads is a book of the node’s own, of entries that are no acts', async () => {
  await withNode(async ({ node, reopen }) => {
    const origin = 'el-alto.example/heads';
    assert.equal(await node.addBook({ origin, kind: 'heads', title: 'Heads' }), 'added');
    const entries = [Buffer.from('one\n'), Buffer.from('two\n')];
    assert.equal(await node.extend(origin, { fromSize: 0, entries }), 'extended');
    const { head } = (await node.book('heads'))!;
    assert.equal(head.size, 2);
    assert.ok(head.checkpoint?.startsWith(`${origin}\n2\n`));
    const reopened = await reopen();
    assert.equal(await reopened.extend(origin, { fromSize: 2, entries: [Buffer.from('three\n')] }), 'extended');
    const proof = (await reopened.inclusion('heads', 1))!;
    const root = base64Decode((await reopened.book('heads'))!.head.root)!;
    assert.ok(verifyInclusion(1, 3, leafHash(Buffer.from('two\n'), nodeCrypto), proof.proof, root, nodeCrypto));
  });
});
