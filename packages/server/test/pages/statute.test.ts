import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Actor, type Statute, statuteArticles, tableEntries } from '@cabildo/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import type { Node } from '../../src/app/node.ts';
import { createServer } from '../../src/http/create-server.ts';
import { html, htmlText } from '../../src/pages/html.ts';
import { statutePage } from '../../src/pages/statute-page.ts';
import { atDoor, done, found, lightStatute, type TestBody, withNode } from '../app/node-fixture.ts';
import { goldenBooks, viewOf, visitIn } from '../golden-books.ts';

let app: FastifyInstance;
let body: TestBody;
let adopted: number;
let proposed: number;
let resolved: number;
let end: () => void;
let ended: Promise<void>;

/** Everybody of whom the hall has phones votes yes. */
async function amend(node: Node, sitting: number, members: readonly Actor[], statute: Statute, title: string) {
  const tabled = await done(node, body, 'TableMotion', {
    sitting,
    matter: 'statute',
    title,
    text: `${title}.`,
    proposal: { kind: 'amend-statute', statute },
  });
  const motion = tabled.acts[0]!.index;
  return {
    motion,
    async vote() {
      const opened = await done(node, body, 'OpenVote', { motion, method: 'devices' });
      const vote = opened.acts[0]!.index;
      for (const member of members) await done(node, body, 'CastVote', { vote, choice: 'yes' }, member);
      return (await done(node, body, 'CloseVote', { vote })).acts;
    },
  };
}

const announcedTexts = ['Three days of notice.', 'Water passes.'];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

async function hall(node: Node): Promise<{ sitting: number; members: readonly Actor[] }> {
  const members: Actor[] = [];
  for (let i = 0; i < 3; i++) {
    const { answer } = await done(node, body, 'EnrolMember', { name: `Person ${i}` });
    members.push({ kind: 'member', member: String(answer.member) });
  }
  const convened = await done(node, body, 'ConveneSitting', {
    kind: 'founding',
    place: 'School',
    startsAt: node.now(),
    notice: announcedTexts.map((text) => ({ matter: 'statute', title: text, textHash: sha256(text) })),
  });
  const sitting = convened.acts[0]!.index;
  const tellers = members.slice(0, 2).map((actor) => (actor.kind === 'member' ? actor.member : ''));
  await done(node, body, 'AppointTellers', { sitting, tellers });
  const door = await atDoor(node, body, sitting);
  for (const actor of members) await done(node, body, 'CheckIn', door, actor);
  for (const teller of members.slice(0, 2))
    await done(node, body, 'CountPresence', { sitting, round: 1, present: 3 }, teller);
  await done(node, body, 'OpenSitting', { sitting, call: 'first' });
  return { sitting, members };
}

const amended = lightStatute({ notice: { hours: 72 }, closing: { hour: 22, offsetMinutes: -240 } });

before(async () => {
  await new Promise<void>((ready, failed) => {
    ended = withNode(async ({ node }) => {
      app = createServer({ node });
      body = await found(node, 'villa-ingenio');
      const { sitting, members } = await hall(node);
      const acts = await (await amend(node, sitting, members, amended, 'Three days of notice')).vote();
      adopted = acts.find(({ act }) => act === 'StatuteAdopted')!.index;
      resolved = acts.find(({ act }) => act === 'VoteClosed')!.index;
      const next = { ...amended, essential: ['<img src=x>'] };
      proposed = (await amend(node, sitting, members, next, 'Water passes')).motion;
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

const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
const first = 1;

test('the statute in force is read article by article, in both languages, and says what made it', async () => {
  const { body: page } = await get('/b/villa-ingenio/statute');
  for (const article of statuteArticles) assert.match(page, new RegExp(`id="${article}"`));
  assert.match(page, /Se convoca con 72 horas de anticipación\./);
  assert.match(page, /Después de las 22:00 sólo se votan asuntos ordinarios\./);
  assert.match(page, /UTC−4/);
  assert.match(page, /La aprobó la asamblea: 3 sí · 0 no · 0 abstenciones\./);
  assert.match(page, new RegExp(`href="/b/villa-ingenio/acts/${resolved}"`));
  assert.match(page, /El estatuto no lo dice\. Entonces vale:/);
  const english = (await get('/b/villa-ingenio/statute?lang=en')).body;
  assert.match(english, /A sitting is convened 72 hours ahead\./);
});

test('what a version changed is told against the one before it, and nothing else is', async () => {
  const { body: page } = await get(`/b/villa-ingenio/statute/${adopted}`);
  assert.match(page, /<del>Se puede convocar para el mismo momento\.<\/del>/);
  assert.match(page, /<ins>Se convoca con 72 horas de anticipación\.<\/ins>/);
  assert.doesNotMatch(page, /<(del|ins)>[^<]*recuento/);
});

test('the version that a body was founded with stays readable, and is marked as replaced', async () => {
  const { body: page } = await get(`/b/villa-ingenio/statute/${first}`);
  assert.match(page, /Se puede convocar para el mismo momento\./);
  assert.match(page, /Reemplazada/);
  assert.match(page, /La trajo quien fundó la asamblea\./);
  assert.doesNotMatch(page, /<del>/);
});

test('an amendment on the table is read as the statute would be, with what it changes, and has no effect', async () => {
  const { body: page } = await get(`/b/villa-ingenio/statute/${proposed}`);
  assert.match(page, /Propuesta, sin efecto todavía/);
  assert.match(page, /<ins>Ninguna medida toca: &lt;img src=x&gt;\.<\/ins>/);
  assert.match((await get('/b/villa-ingenio/statute')).body, new RegExp(`statute/${proposed}">Water passes`));
  assert.doesNotMatch((await get('/b/villa-ingenio/statute')).body, /Ninguna medida toca: &lt;img/);
});

test('what adopts or proposes no statute has no such page', async () => {
  for (const url of [`statute/0`, 'statute/9999', 'statute/x', `statute/${resolved}`])
    assert.equal((await get(`/b/villa-ingenio/${url}`)).statusCode, 404, url);
  assert.equal((await get('/b/nada/statute')).statusCode, 404);
});

test('the page of a body and the pages of acts lead to the article in force when the act was written', async () => {
  assert.match((await get('/b/villa-ingenio')).body, /href="\/b\/villa-ingenio\/statute"/);
  const { body: act } = await get(`/b/villa-ingenio/acts/${adopted}`);
  assert.match(act, new RegExp(`href="/b/villa-ingenio/statute/${first}#rules"`));
  assert.match(act, new RegExp(`href="/b/villa-ingenio/statute/${adopted}">Leer el estatuto`));
});

test('each page comes within 30 kB, under a strict policy and without a script', async () => {
  for (const url of ['statute', `statute/${first}`, `statute/${proposed}`])
    for (const language of ['es', 'en']) {
      const { body: page, headers } = await get(`/b/villa-ingenio/${url}?lang=${language}`);
      assert.ok(gzipSync(page).length < 30_000, url);
      assert.match(String(headers['content-security-policy']), /default-src 'self'/);
      assert.doesNotMatch(page, /<script|<style| style=|<img|undefined|\[object|NaN/, url);
    }
});

test('the schema of statutes is served in both languages, and the statute in the state fits it', async () => {
  const { state } = (await app.inject('/api/bodies/villa-ingenio')).json();
  for (const path of ['/schema/statute.json', '/schema/statute.es.json']) {
    const { statusCode, headers, body: bytes } = await app.inject(path);
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-type']), /^application\/schema\+json/);
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(bytes));
    assert.ok(validate(state.statute.rules), JSON.stringify(validate.errors));
  }
});

test('articles that contradict each other are shown as warnings that lead to them', async () => {
  const book = [...goldenBooks.values()][0]!;
  const { state } = book.view;
  const { act, rules } = state.statute!;
  const wrong = { ...rules, calls: { ...rules.calls, second: { num: 1, den: 1, strict: false } } };
  const view = viewOf({ ...state, statute: { act, rules: wrong } });
  const page = await statutePage(visitIn('es', { ...book, view }), view, null);
  const text = htmlText(html`${page?.body}`);
  assert.match(text, /Artículos que se contradicen/);
  assert.match(text, /<a href="#calls">Artículo «quórum»|<a href="#calls">Artículo «[^»]+»: /);
  const sound = await statutePage(visitIn('es', book), book.view, null);
  assert.doesNotMatch(htmlText(html`${sound?.body}`), /Artículos que se contradicen/);
});

test('every statute of the golden books is read whole, version by version', async () => {
  for (const [name, book] of goldenBooks)
    for (const [index] of tableEntries(book.view.state.statutes)) {
      const page = await statutePage(visitIn('en', book), book.view, Number(index));
      for (const article of statuteArticles)
        assert.match(htmlText(html`${page?.body}`), new RegExp(`id="${article}"`), name);
    }
});
