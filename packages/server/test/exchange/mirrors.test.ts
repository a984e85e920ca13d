import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeLeaf, encodeLeaf } from '@cabildo/book';
import { tableGet } from '@cabildo/core';
import { credentialFor } from '../../src/app/exchange/credentials.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { createServer } from '../../src/http/create-server.ts';
import { freshKey } from '../app/node-fixture.ts';
import { makeBody, memberName, serveBooks, vaultKey, withNodes } from './fixture.ts';

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
      // It is called there as its people call it, with its node, wherever it is named.
      const called = `${(await a.node.book(junta.origin))!.title} · a.example`;
      assert.equal((await b.node.book(junta.origin))!.title, called);
      assert.equal((await b.node.booksByOrigin()).get(junta.origin)!.title, called);
      assert.equal((await b.node.directory()).get(junta.origin)!.title, called);
      const app = createServer({ node: b.node });
      for (const url of ['/', '/map', '/?q=junta']) {
        const { body } = await app.inject({ url, headers: { accept: 'text/html' } });
        assert.match(body, new RegExp(`>${called}</a>`), url);
        assert.doesNotMatch(body, />a\.example\/junta</, url);
      }
      await app.close();

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

test('whoever asks for a pull while one is under way gets what was there when they asked', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
      await junta.fill(600);
      const first = pullMirror(b.node, junta.origin);
      while (!server.requests.some((path) => path.includes('tile/entries'))) await pause(1);
      await junta.fill(1);
      const [second, third] = [pullMirror(b.node, junta.origin), pullMirror(b.node, junta.origin)];
      assert.equal((await first).kind, 'pulled');
      assert.deepEqual(await second, await third, 'who asks meanwhile shares one');
      assert.equal((await b.node.book(junta.origin))!.size, 605);
    } finally {
      await server.close();
    }
  });
});

test('a pull that was killed has taken nothing, and the next one takes all', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
      await pullMirror(b.node, junta.origin);
      await junta.fill(1_000);
      await junta.motion(await junta.sitting(), 'That the tank be mended.');
      for (const at of ['tile/entries/002', 'disclosures']) {
        server.tamper = (path) => (path.includes(at) ? 'hang' : undefined);
        await b.node.close();
        const program = join(import.meta.dirname, 'slow-pull.ts');
        const child = spawn(process.execPath, [program, b.url, b.dataDir, vaultKey, junta.origin]);
        while (!server.requests.some((path) => path.includes(at))) {
          assert.equal(child.exitCode, null);
          await pause(10);
        }
        child.kill('SIGKILL');
        await once(child, 'exit');
        await b.reopen();
        assert.equal((await b.node.book(junta.origin))!.size, 4);
        server.requests.length = 0;
      }
      server.tamper = undefined;
      const outcome = await pullMirror(b.node, junta.origin);
      assert.deepEqual(outcome, { kind: 'pulled', origin: junta.origin, from: 4, to: 1_006, notHere: 0 });
      assert.deepEqual((await b.node.book(junta.origin))!.state, await junta.state());
    } finally {
      await server.close();
    }
  });
});

test('a recall that the base has recorded counts above from the moment that it is presented there', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const base = await makeBody(a, 'base');
    const above = await makeBody(b, 'above', 'delegate');
    await above.admit(base);
    const election = await base.elect(above.origin, [memberName(1), memberName(2)]);
    const server = createServer({ node: a.node });
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    try {
      await addMirror(b.node, { origin: base.origin, key: await base.key(), source: `${address}/books/base` });
      assert.equal((await pullMirror(b.node, base.origin)).kind, 'pulled');
      const sitting = await above.sitting();
      const until = '2099-01-01T00:00:00Z';
      const seat = { sitting, below: base.origin, seat: 1, holder: memberName(1), until };
      await above.write('SeatAccredited', { ...seat, election: { book: base.origin, index: election } });

      const present = async () => {
        const input = { below: base.origin, seat: 1 };
        const actor = { kind: 'anyone' } as const;
        return b.node.command({ body: 'above', command: 'PresentRecall', input, actor, key: freshKey() });
      };
      const recall = await base.recall(above.origin, election, 1, memberName(1));
      const before = await present();
      assert.equal(before.kind === 'refused' && before.refusal.code, 'no-recall-found');
      assert.equal((await pullMirror(b.node, base.origin)).kind, 'pulled');
      const after = await present();
      assert.equal(after.kind, 'done', JSON.stringify(after));
      const known = tableGet((await above.state()).seats, `${base.origin}#1`)!;
      assert.equal(known.vacant, true);
      assert.deepEqual(known.recalled, [{ holder: memberName(1), act: recall }]);
      const credential = await credentialFor(b.node, { above: above.origin, below: base.origin, seat: 1 });
      assert.equal(!credential.ok && credential.reason, 'recalled');
    } finally {
      await server.close();
    }
  });
});

test('an act of a kind that this program does not know makes the copy read-only, not wrong', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
      const { entry } = (await a.node.act(junta.origin, 3))!;
      const known = decodeLeaf(entry);
      assert.ok(known.ok);
      const strange = encodeLeaf({ ...known.leaf, index: 4, act: 'AssemblyFlewToTheMoon', data: { rocket: 1 }, v: 7 });
      await a.node.extend(junta.origin, { fromSize: 4, entries: [strange] });
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
      const copy = (await b.node.book(junta.origin))!;
      assert.equal(copy.size, 5);
      assert.match(copy.readOnly!, /AssemblyFlewToTheMoon version 7/);
      assert.equal(copy.state.size, 4);
      await a.node.extend(junta.origin, { fromSize: 5, entries: [encodeLeaf({ ...known.leaf, index: 5 })] });
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
    } finally {
      await server.close();
    }
  });
});
