import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../src/http/create-server.ts';
import { ask, done, found, hallThatVotes, type TestBody, withNode } from '../app/node-fixture.ts';

const hostile = '<img src=x onerror=alert(1)> "Agua" & \'luz\'';

let app: FastifyInstance;
let body: TestBody;
let motion: number;
let sitting: number;
let vote: number;
let resolution: number;
let end: () => void;
let ended: Promise<void>;

// One node for all tests of this file: they only read.
before(async () => {
  await new Promise<void>((ready, failed) => {
    ended = withNode(async ({ node }) => {
      app = createServer({ node });
      body = await found(node, 'villa-ingenio');
      const hall = await hallThatVotes(node, body, 5);
      ({ sitting, vote } = hall);
      for (const [i, member] of hall.members.entries()) {
        await done(node, body, 'CastVote', { vote, choice: i < 4 ? 'yes' : 'no' }, member);
      }
      const closed = await done(node, body, 'CloseVote', { vote });
      resolution = closed.acts.find(({ act }) => act === 'ResolutionAdopted')!.index;
      const input = {
        sitting,
        matter: 'ordinary',
        title: hostile,
        text: `${hostile}\n\nsecond`,
        proposal: { kind: 'resolution' },
      };
      motion = (await done(node, body, 'TableMotion', input)).acts[0]!.index;
      const second = (await done(node, body, 'OpenVote', { motion, method: 'devices' })).acts[0]!.index;
      await done(node, body, 'CastVote', { vote: second, choice: 'no' }, hall.members[0]!);
      await done(node, body, 'RecordIrregularity', { sitting, what: hostile, irregularities: ['other'] });
      await ask(node, body, 'RecordErasure', { index: motion, slot: 'text' });
      ready();
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      await app.close();
    });
    ended.catch(failed);
  });
});

after(async () => {
  end?.();
  await ended;
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { accept: 'text/html', ...headers } });

const everyPage = (): string[] => [
  '/',
  '/b/villa-ingenio',
  '/b/villa-ingenio/book',
  '/b/villa-ingenio/week',
  `/b/villa-ingenio/sittings/${sitting}`,
  `/b/villa-ingenio/resolutions/${resolution}`,
  `/b/villa-ingenio/acts/${motion}`,
  `/b/villa-ingenio/acts/${vote}`,
  '/b/nada',
  '/a/AAAAAAAAAA',
];

test('every page comes in both languages, within 30 kB, under a strict policy and without a script', async () => {
  for (const url of everyPage()) {
    for (const language of ['es', 'en']) {
      const { body: page, headers } = await get(`${url}?lang=${language}`);
      assert.match(page, new RegExp(`<html lang="${language}">`), url);
      assert.ok(gzipSync(page).length < 30_000, `${url} is ${gzipSync(page).length} bytes`);
      assert.match(String(headers['content-security-policy']), /default-src 'self'/);
      assert.doesNotMatch(page, /<script|<style| style=| on[a-z]+="/, url);
      assert.doesNotMatch(page, /undefined|\[object|NaN/, url);
    }
  }
});

test('hostile titles and texts are shown as text', async () => {
  for (const url of everyPage()) assert.doesNotMatch((await get(url)).body, /<img/, url);
  const page = (await get(`/b/villa-ingenio/sittings/${sitting}`)).body;
  assert.ok(page.includes('&lt;img src=x onerror=alert(1)&gt; &quot;Agua&quot; &amp; &#39;luz&#39;'));
});

test('the browser’s language is heard, and the switch goes to the other', async () => {
  const spanish = await get('/b/villa-ingenio');
  assert.match(spanish.body, /Resoluciones/);
  assert.match(spanish.body, /href="\/b\/villa-ingenio\?lang=en"/);
  const english = await get('/b/villa-ingenio', { 'accept-language': 'en-GB' });
  assert.match(english.body, /Resolutions/);
  assert.match(String(english.headers.vary), /accept-language/);
});

test('a body shows presence over roll, its resolutions and where each figure comes from', async () => {
  const { body: page } = await get('/b/villa-ingenio');
  // The founder is on the roll too.
  assert.match(page, /5 de 6/);
  assert.match(page, /4 sí · 1 no · 0 abstenciones/);
  assert.match(page, /En vigor/);
  assert.match(page, new RegExp(`href="/b/villa-ingenio/resolutions/${resolution}"`));
});

test('nothing of an open vote is shown but that it is open', async () => {
  const { body: page } = await get(`/b/villa-ingenio/sittings/${sitting}`);
  assert.match(page, /Se vota ahora/);
  assert.doesNotMatch(page, /0 sí · 1 no/);
});

test('an act shows its sentence, its bytes, its code and what was withdrawn', async () => {
  const { body: page } = await get(`/b/villa-ingenio/acts/${motion}`);
  assert.match(page, /Se presenta la moción/);
  assert.match(page, /\{&quot;act&quot;:&quot;MotionTabled&quot;/);
  assert.match(page, new RegExp(`/books/villa-ingenio/proof/${motion}.tlog-proof`));
  assert.match(page, /retirado/);
  const code = /words">([0-9A-Z]{5}) ([0-9A-Z]{5})</.exec(page);
  const to = await get(`/a/${code?.[1]}${code?.[2]?.toLowerCase()}`);
  assert.equal(to.statusCode, 302);
  assert.equal(to.headers.location, `/b/villa-ingenio/acts/${motion}`);
});

test('what is not here is said as a page to people and as JSON to programs', async () => {
  for (const url of [
    '/b/nada',
    '/b/villa-ingenio/acts/9999',
    '/b/villa-ingenio/acts/x',
    '/nada',
    '/b/villa-ingenio/resolutions/7x',
  ]) {
    const { statusCode, headers, body: page } = await get(url);
    assert.equal(statusCode, 404, url);
    assert.match(String(headers['content-type']), /text\/html/, url);
    assert.match(page, /No está aquí/, url);
  }
  const program = await app.inject({ url: '/api/bodies/nada' });
  assert.match(String(program.headers['content-type']), /application\/problem\+json/);
});

test('the style sheet may be kept for ever under its name', async () => {
  const path = /href="(\/assets\/pages\.[0-9a-f]+\.css)"/.exec((await get('/')).body)?.[1] ?? '';
  const { statusCode, headers } = await app.inject({ url: path });
  assert.equal(statusCode, 200);
  assert.match(String(headers['cache-control']), /immutable/);
});

test('pages are compressed for those who can read it', async () => {
  const { headers, rawPayload } = await get('/b/villa-ingenio', { 'accept-encoding': 'gzip, br' });
  assert.equal(headers['content-encoding'], 'br');
  assert.ok(rawPayload.length < 8_000);
});
