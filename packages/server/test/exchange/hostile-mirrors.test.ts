import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Decode, emptyRoot, signCheckpoint } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { forks } from '../../src/app/exchange/forks.ts';
import { addMirror, pullMirror, startPulling } from '../../src/app/exchange/mirrors.ts';
import { type Body, type BookServer, makeBody, type Place, serveBooks, type Tamper, withNodes } from './fixture.ts';

/** A junta on A with its mirror on B, pulled once; then the junta has grown by 300 acts and a motion. */
async function withMirror(work: (b: Place, junta: Body, server: BookServer) => Promise<void>): Promise<void> {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      const mirror = { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` };
      await addMirror(b.node, mirror);
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
      await junta.fill(300);
      await junta.motion(await junta.sitting(), 'That the tank be mended.');
      await work(b, junta, server);
    } finally {
      await server.close();
    }
  });
}

const changed = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
};

test('a hostile source is refused with its reason, and nothing of it stays', async () => {
  await withMirror(async (b, junta, server) => {
    const on = (part: string, give: (bytes: Uint8Array) => ReturnType<Tamper>): Tamper => {
      return (path, bytes) => (path.includes(part) ? give(bytes ?? new Uint8Array(0)) : undefined);
    };
    const cases: [string, Tamper][] = [
      [
        'checkpoint-signature',
        on('checkpoint', (bytes) => Buffer.from(String(Buffer.from(bytes)).replace(/\n\d+\n/, '\n999\n'))),
      ],
      ['checkpoint-malformed', on('checkpoint', () => Buffer.from('<html>sign in</html>'))],
      ['too-large', on('checkpoint', () => 'endless')],
      ['too-slow', on('checkpoint', () => 'hang')],
      ['redirected', on('checkpoint', () => 302)],
      ['refused-by-server', on('checkpoint', () => 503)],
      ['missing', on('checkpoint', () => 404)],
      ['entries-damaged', on('tile/entries', (bytes) => bytes.subarray(0, bytes.length - 1))],
      ['entries-damaged', on('tile/entries', (bytes) => Buffer.concat([bytes, Buffer.from([0])]))],
      ['root-differs', on('tile/entries/001', (bytes) => changed(bytes, 200))],
      ['too-large', on('tile/entries', () => 'endless')],
      ['too-slow', on('tile/entries', () => 'hang')],
      ['missing', on('tile/entries', () => 404)],
      [
        'disclosure-differs',
        on('disclosures', (bytes) => Buffer.from(String(Buffer.from(bytes)).replace('tank', 'bank'))),
      ],
      ['disclosure-differs', on('disclosures', () => Buffer.from('{}'))],
      ['too-large', on('disclosures', () => 'endless')],
    ];
    for (const [reason, tamper] of cases) {
      server.tamper = tamper;
      const outcome = await pullMirror(b.node, junta.origin, { limits: { fileMs: 400 } });
      assert.equal(outcome.kind === 'refused' && outcome.reason, reason, JSON.stringify(outcome));
      assert.equal((await b.node.book(junta.origin))!.size, 4, reason);
    }
    server.tamper = undefined;
    const outcome = await pullMirror(b.node, junta.origin, { maxActs: 100 });
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'too-many-acts');
    assert.deepEqual(await forks(b.node), []);
    assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
  });
});

test('a head of a size that nobody has is refused before anything is fetched', async () => {
  await withMirror(async (b, junta, server) => {
    const signer = (await junta.node.signerOf(junta.origin))!;
    const giant = { origin: junta.origin, size: 2 ** 52, root: emptyRoot(nodeCrypto) };
    const note = signCheckpoint(giant, signer, junta.origin, nodeCrypto);
    server.tamper = (path) => (path.endsWith('checkpoint') ? Buffer.from(note) : undefined);
    server.requests.length = 0;
    const outcome = await pullMirror(b.node, junta.origin);
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'too-many-acts');
    assert.equal(server.requests.length, 1);
  });
});

test('another key, another name and one’s own book are refused as mirrors', async () => {
  await withMirror(async (b, junta) => {
    const other = await makeBody(b, 'other');
    const source = 'http://127.0.0.1:1/books/junta';
    const add = (origin: string, key: string) => addMirror(b.node, { origin, key, source });
    const reason = async (origin: string, key: string) => {
      const added = await add(origin, key);
      return added.kind === 'refused' && added.reason;
    };
    assert.equal(await reason(junta.origin, 'nonsense'), 'bad-key');
    assert.equal(await reason('a.example/zona', await junta.key()), 'other-name');
    assert.equal(await reason(other.origin, await other.key()), 'own-book');
    assert.equal((await add(junta.origin, await junta.key())).kind, 'exists');
    const outcome = await pullMirror(b.node, junta.origin);
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'unreachable');
  });
});

test('two heads that cannot both be true are kept, whatever their sizes, and the mirror stops', async () => {
  for (const more of [0, 2, 300]) {
    await withNodes(['a.example', 'b.example', 'a.example'], async (a, b, elsewhere) => {
      const junta = await makeBody(a, 'junta');
      const server = await serveBooks(() => a.node);
      const twin = await makeBody(elsewhere, 'junta');
      const twinServer = await serveBooks(() => elsewhere.node);
      try {
        // Another history under the same key: what a database put back, or a dishonest node, leads to.
        const signer = (await a.node.signerOf(junta.origin))!;
        await junta.fill(5);
        await twin.fill(5 + more);
        twinServer.tamper = (path) => (path.endsWith('checkpoint') ? noteOfTwin : undefined);
        const view = (await elsewhere.node.book(twin.origin))!;
        const head = { origin: twin.origin, size: view.size, root: base64Decode(view.head.root)! };
        const noteOfTwin = Buffer.from(signCheckpoint(head, signer, twin.origin, nodeCrypto));
        await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
        assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');

        const outcome = await pullMirror(b.node, junta.origin, { source: `${twinServer.books}junta` });
        assert.equal(outcome.kind, 'fork', JSON.stringify(outcome));
        const [fork] = await forks(b.node, junta.origin);
        assert.equal(fork!.held, (await a.node.book(junta.origin))!.head.checkpoint);
        assert.equal(fork!.seen, noteOfTwin.toString());
        assert.match((await b.node.book(junta.origin))!.readOnly!, /^fork 0/);
        const after = await pullMirror(b.node, junta.origin);
        assert.equal(after.kind === 'refused' && after.reason, 'stopped-by-fork');
      } finally {
        await server.close();
        await twinServer.close();
      }
    });
  }
});

test('an older head of the same history is no fork', async () => {
  await withMirror(async (b, junta, server) => {
    const old = Buffer.from((await b.node.book(junta.origin))!.head.checkpoint!);
    assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
    server.tamper = (path) => (path.endsWith('checkpoint') ? old : undefined);
    const outcome = await pullMirror(b.node, junta.origin);
    assert.deepEqual(outcome, { kind: 'behind', origin: junta.origin, size: 306, theirs: 4 });
    assert.deepEqual(await forks(b.node), []);
  });
});

test('pulling goes on by itself, and says what it met', async () => {
  await withMirror(async (b, junta, server) => {
    server.tamper = () => 503;
    const kinds: string[] = [];
    const pulling = startPulling(b.node, 20, (outcome) => {
      kinds.push(outcome.kind);
      server.tamper = undefined;
    });
    while (!kinds.includes('current')) await new Promise((resolve) => setTimeout(resolve, 10));
    await pulling.stop();
    assert.deepEqual([...new Set(kinds)], ['refused', 'pulled', 'current']);
    assert.equal(pulling.outcomes.get(junta.origin)!.kind, 'current');
  });
});
