// What others say about a book stands on its pages: outside witnesses, and heads that contradict each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { askWitnesses } from '../../src/app/exchange/ask-witnesses.ts';
import { startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { trustLog, witnessKey } from '../../src/app/exchange/witness.ts';
import { createServer } from '../../src/http/create-server.ts';
import { keepFork } from '../../src/store/witnesses.ts';
import { makeBody, serveBooks, withNodes } from '../exchange/fixture.ts';

test('an outside witness is named with what it saw and when; without one the page says so', async () => {
  await withNodes(['a.example', 'w.example'], async (a, w) => {
    const junta = await makeBody(a, 'junta');
    const witness = await serveBooks(() => w.node);
    const log = await startLoggingHeads(a.node);
    const app = createServer({ node: a.node });
    const page = async (path: string): Promise<string> => (await app.inject(path)).body;
    try {
      assert.match(await page('/b/junta/book'), /Ningún testigo de fuera/);
      const heads = (await a.node.book('heads'))!;
      await trustLog(w.node, { origin: heads.origin, vkey: heads.vkey });
      const index = await junta.write('WitnessAppointed', { name: 'W', key: witnessKey(w.node) });
      await log.flush();
      await askWitnesses(a.node, [witness.witness]);
      assert.match(await page('/b/junta/book'), new RegExp(`w\\.example vio ${index + 1} actos el `));
      assert.match(await page('/b/junta?lang=en'), /1 outside witness has seen it/);
      assert.match(await page('/b/heads'), /El libro, para comprobarlo/);
    } finally {
      await app.close();
      await log.stop();
      await witness.close();
    }
  });
});

test('two heads that contradict each other are both shown, and the body’s page warns', async () => {
  await withNodes(['a.example'], async ({ node }) => {
    const junta = await makeBody({ node }, 'junta');
    const app = createServer({ node });
    const notes = { evidence: null, held: 'a.example/junta\n5\nheld=\n', seen: 'a.example/junta\n5\nseen<b>=\n' };
    await keepFork(node.store, { origin: junta.origin, ...notes, foundAt: node.now() });
    const { body: book } = await app.inject('/b/junta/book');
    assert.ok(book.includes('held=') && book.includes('seen&lt;b&gt;='));
    assert.match((await app.inject('/b/junta')).body, /Libro en disputa/);
    await app.close();
  });
});

test('text is compressed in the way that was asked for, and is the same text', async () => {
  await withNodes(['a.example'], async ({ node }) => {
    await makeBody({ node }, 'junta');
    const app = createServer({ node });
    const ask = (accepted: string) => app.inject({ url: '/b/junta', headers: { 'accept-encoding': accepted } });
    const plain = await ask('identity');
    assert.equal(plain.headers['content-encoding'], undefined);
    const [br, zipped, refused] = [await ask('gzip, deflate, br'), await ask('gzip;q=0.5'), await ask('br;q=0, x')];
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body);
    assert.equal(gunzipSync(zipped.rawPayload).toString(), plain.body);
    assert.equal(refused.headers['content-encoding'], undefined);
    assert.match(String(br.headers.vary), /accept-encoding/);
    const again = await app.inject({
      url: '/b/junta',
      headers: { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) },
    });
    assert.equal(again.statusCode, 304);
    await app.close();
  });
});
