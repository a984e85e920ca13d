import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { makeBody, serveBooks, withNodes } from './fixture.ts';

test('a node copies another node’s book over HTTP, and what is new each time', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      const mirror = { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` };
      assert.deepEqual(await addMirror(b.node, mirror), { kind: 'added', origin: junta.origin });
      const first = await pullMirror(b.node, junta.origin);
      assert.deepEqual(first, { kind: 'pulled', origin: junta.origin, from: 0, to: 4, notHere: 0 });
      assert.deepEqual((await b.node.book(junta.origin))!.state, await junta.state());
      assert.deepEqual((await b.node.book(junta.origin))!.head, (await a.node.book(junta.origin))!.head);

      await junta.fill(600);
      const text = 'That the tank be mended.';
      const motion = await junta.motion(await junta.sitting(), text);
      server.requests.length = 0;
      const second = await pullMirror(b.node, junta.origin);
      assert.deepEqual(second, { kind: 'pulled', origin: junta.origin, from: 4, to: 606, notHere: 0 });
      assert.deepEqual(await b.node.disclosures(junta.origin, motion), await a.node.disclosures(junta.origin, motion));
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'current');

      await junta.fill(1);
      server.requests.length = 0;
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
      assert.deepEqual(server.requests, ['/books/junta/checkpoint', '/books/junta/tile/entries/002.p/95']);

      // Erased by its writer: the copy forgets it too.
      await junta.write('ErasureRecorded', { index: motion, slot: 'text' });
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
      assert.equal((await b.node.disclosures(junta.origin, motion))?.slots.text, undefined);
    } finally {
      await server.close();
    }
  });
});
