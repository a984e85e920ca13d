import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  base64Decode,
  consistencyProof,
  decodeHeadEntry,
  encodeAddCheckpoint,
  encodeHeadEntry,
  hashesOfLeaves,
  hexEncode,
  leafHash,
  openCheckpoint,
  parseVkey,
  rootFrom,
  signCheckpoint,
  utf8Encode,
  verifyWitnessedHead,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { askWitnesses } from '../../src/app/exchange/ask-witnesses.ts';
import { headProof, headsCheckpoint, startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { noticeRollback } from '../../src/app/exchange/rollback.ts';
import { addCheckpoint, trustLog, witnessedCheckpoint, witnessKey } from '../../src/app/exchange/witness.ts';
import { findLoggedHead, lastLoggedHeads } from '../../src/store/logged-heads.ts';
import { makeBody, serveBooks, withNodes } from './fixture.ts';

const keyOf = (vkey: string) => {
  const parsed = parseVkey(vkey, nodeCrypto);
  assert.ok(parsed.ok);
  return parsed.key;
};

const hashOf = (origin: string): string => hexEncode(nodeCrypto.sha256(utf8Encode(origin)));

test('the log of heads follows the books, across a crash', async () => {
  await withNodes(['a.example'], async (a) => {
    const one = await makeBody(a, 'one');
    const first = await startLoggingHeads(a.node, 5);
    assert.equal((await a.node.book('heads'))!.size, 1);
    const two = await makeBody(a, 'two');
    await one.fill(3);
    await first.flush();
    const proof = (await headProof(a.node, one.origin))!;
    assert.equal(proof.head.size, await one.size());
    const seen = verifyWitnessedHead(proof.head, proof, [], nodeCrypto);
    assert.deepEqual(seen, { ok: true, cosignatures: [] });
    await first.stop();

    // Written while nothing was logged, as before a crash.
    await two.fill(2);
    await a.reopen();
    const again = await startLoggingHeads(a.node, 5);
    assert.equal((await headProof(a.node, two.origin))!.head.size, await two.size());
    const { size } = (await a.node.book('heads'))!;
    await again.flush();
    assert.equal((await a.node.book('heads'))!.size, size);
    await two.fill(1);
    while ((await headProof(a.node, two.origin))!.head.size !== (await two.size())) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await again.stop();
  });
});

test('a witness answers as the specification says', async () => {
  await withNodes(['w.example', 'a.example'], async (w, a) => {
    const junta = await makeBody(a, 'junta');
    const signer = (await a.node.signerOf(junta.origin))!;
    const leaves: Uint8Array[] = [];
    for (const { entry } of await a.node.acts(junta.origin, 0, 99)) leaves.push(leafHash(entry, nodeCrypto));
    const note = async (size: number, root?: Uint8Array, by = signer): Promise<string> => {
      const head = {
        origin: junta.origin,
        size,
        root: root ?? rootFrom(size, hashesOfLeaves(leaves, nodeCrypto), nodeCrypto),
      };
      return signCheckpoint(head, by, junta.origin, nodeCrypto);
    };
    const proof = (from: number, to: number) =>
      consistencyProof(from, to, hashesOfLeaves(leaves, nodeCrypto), nodeCrypto);
    const ask = async (oldSize: number, checkpoint: string, hashes: Uint8Array[] = []) =>
      addCheckpoint(w.node, encodeAddCheckpoint({ oldSize, proof: hashes, note: checkpoint }));

    assert.equal((await addCheckpoint(w.node, 'nonsense')).status, 400);
    assert.equal((await ask(0, await note(2))).status, 404);
    assert.equal((await trustLog(w.node, { origin: junta.origin, vkey: await junta.key() })).kind, 'trusted');
    assert.equal((await ask(0, await note(2, undefined, a.node.witness))).status, 403);
    assert.equal((await ask(3, await note(2))).status, 400);
    assert.equal((await ask(0, await note(2), proof(1, 2))).status, 422);
    assert.equal(await witnessedCheckpoint(w.node, hashOf(junta.origin)), null);

    const first = await ask(0, await note(2));
    assert.equal(first.status, 200);
    const opened = openCheckpoint((await note(2)) + first.body, keyOf(await junta.key()), nodeCrypto, {
      witnesses: [keyOf(witnessKey(w.node))],
    });
    assert.ok(opened.ok && opened.cosignatures.length === 1);
    assert.equal(await witnessedCheckpoint(w.node, hashOf(junta.origin)), (await note(2)) + first.body);

    assert.deepEqual(await ask(0, await note(4)), { status: 409, contentType: 'text/x.tlog.size', body: '2\n' });
    assert.equal((await ask(2, await note(4), proof(3, 4))).status, 422);
    assert.equal((await ask(2, await note(2, new Uint8Array(32)))).status, 422);
    assert.equal((await ask(2, await note(2))).status, 200);
    assert.equal((await ask(2, await note(4), proof(2, 4))).status, 200);
    assert.equal((await ask(2, await note(3), proof(2, 3))).status, 409);

    // Of two at once for the same step, one is told to look again.
    await junta.fill(2);
    leaves.length = 0;
    for (const { entry } of await a.node.acts(junta.origin, 0, 99)) leaves.push(leafHash(entry, nodeCrypto));
    const both = await Promise.all([ask(4, await note(5), proof(4, 5)), ask(4, await note(6), proof(4, 6))]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);

    const own = await makeBody(w, 'own');
    const trusted = await trustLog(w.node, { origin: own.origin, vkey: await own.key() });
    assert.equal(trusted.kind === 'refused' && trusted.reason, 'own-log');
  });
});

test('a node asks outside witnesses, keeps what they sign, and never itself', async () => {
  await withNodes(['a.example', 'w.example'], async (a, w) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => w.node);
    const log = await startLoggingHeads(a.node);
    try {
      const heads = (await a.node.book('heads'))!;
      const kind = async (...witnesses: Parameters<typeof askWitnesses>[1]) => {
        const [asked] = await askWitnesses(a.node, witnesses);
        return asked!.kind === 'refused' ? asked!.reason : asked!.kind;
      };
      assert.equal(await kind(server.witness), 'no-known-witness');
      assert.equal(await kind({ url: server.witness, key: witnessKey(a.node) }), 'own-key');
      assert.equal(await kind({ url: server.witness, key: witnessKey(w.node) }), 'status');
      assert.equal(await kind({ url: 'http://127.0.0.1:1', key: witnessKey(w.node) }), 'no-answer');
      await trustLog(w.node, { origin: heads.origin, vkey: heads.vkey });
      assert.equal(await kind({ url: server.witness, key: witnessKey(w.node) }), 'cosigned');

      await junta.write('WitnessAppointed', { name: 'W', key: witnessKey(w.node) });
      await log.flush();
      assert.equal(await kind(server.witness), 'cosigned');
      const note = (await headsCheckpoint(a.node))!;
      const opened = openCheckpoint(note, keyOf(heads.vkey), nodeCrypto, { witnesses: [keyOf(witnessKey(w.node))] });
      assert.ok(opened.ok && opened.cosignatures[0]!.name === 'w.example');
      const proof = (await headProof(a.node, junta.origin, { witnessed: 'only' }))!;
      const seen = verifyWitnessedHead(proof.head, proof, [keyOf(witnessKey(w.node))], nodeCrypto);
      assert.ok(seen.ok && seen.cosignatures.length === 1);
      assert.deepEqual(proof.head.root, base64Decode((await a.node.book(junta.origin))!.head.root));
      assert.deepEqual(await noticeRollback(a.node), []);
    } finally {
      await log.stop();
      await server.close();
    }
  });
});

test('a copy of the log of heads takes cosignatures that came after it', async () => {
  await withNodes(['a.example', 'b.example', 'w.example'], async (a, b, w) => {
    await makeBody(a, 'junta');
    const [witness, books] = [await serveBooks(() => w.node), await serveBooks(() => a.node)];
    const log = await startLoggingHeads(a.node);
    try {
      const { origin, vkey } = (await a.node.book('heads'))!;
      await addMirror(b.node, { origin, key: vkey, source: `${books.books}heads` });
      assert.equal((await pullMirror(b.node, origin)).kind, 'pulled');
      await trustLog(w.node, { origin, vkey });
      await askWitnesses(a.node, [{ url: witness.witness, key: witnessKey(w.node) }]);
      assert.equal((await pullMirror(b.node, origin)).kind, 'current');
      const note = (await (await b.reopen()).book(origin))!.head.checkpoint!;
      const opened = openCheckpoint(note, keyOf(vkey), nodeCrypto, { witnesses: [keyOf(witnessKey(w.node))] });
      assert.ok(opened.ok && opened.cosignatures.length === 1);
    } finally {
      await log.stop();
      await books.close();
      await witness.close();
    }
  });
});

test('the last logged head of each book is found, whatever the book is called', async () => {
  await withNodes(['a.example'], async ({ node }) => {
    const log = await startLoggingHeads(node);
    await log.stop();
    const origins = ['a.example/uno', 'a.example/uno~2', 'a.example/ñandú', 'b\\x.example/uno', 'a.example/Ubre'];
    const entries = [1, 2, 3].flatMap((size) =>
      origins.map((origin) => encodeHeadEntry({ origin, size, root: new Uint8Array(32).fill(size) })),
    );
    const heads = 'a.example/heads';
    assert.equal(await node.extend(heads, { fromSize: 0, entries }), 'extended');
    const last = (await lastLoggedHeads(node.store, heads)).map(({ entry }) => decodeHeadEntry(entry)!);
    assert.deepEqual(last.map(({ origin }) => origin).sort(), origins.toSorted());
    assert.ok(last.every(({ size }) => size === 3));
    for (const [i, origin] of origins.entries()) {
      assert.equal((await findLoggedHead(node.store, heads, origin, 10))?.index, 5 + i);
      assert.equal(await findLoggedHead(node.store, heads, origin, 0), undefined);
    }
    assert.deepEqual(await lastLoggedHeads(node.store, 'a.example/nothing'), []);
  });
});
