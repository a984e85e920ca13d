// What everybody reads without the client, of the sample federation with its whole story: every page is light, whole without
// JavaScript and free of faults; and a consultation fills up before one's eyes.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { base64Encode } from '@cabildo/book';
import type { BrowserContext } from 'playwright-core';
import { createServer } from '../../server/src/http/create-server.ts';
import { makeBody, withNodes } from '../../server/test/exchange/fixture.ts';
import { classes, schemasMissing, validators } from '../../server/test/pages/popolo-schemas.ts';
import { browserMissing, openBrowser } from './browser.ts';
import { everybody, sidewaysOn, withTextTwiceAsLarge } from './everyone.ts';
import { unproven } from './figures.ts';
import { type Browsed, openPages } from './public-pages.ts';

const sizes = [
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const;

describe('the public pages of the sample federation', { skip: browserMissing }, () => {
  let browsed: Browsed;
  before(async () => {
    browsed = await openPages();
  });
  after(() => browsed?.close());

  test('of every route of the node that answers with a public page one is among those that are looked at', () => {
    assert.ok(browsed.routes.length > 25, browsed.routes.join());
    const looked = [...browsed.kinds.values()].map((path) => new URL(path, browsed.url).pathname);
    const forgotten = browsed.routes.filter((route) => {
      const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return !looked.some((path) => pattern.test(path));
    });
    assert.deepEqual(forgotten, []);
  });

  test('every page that a link leads to is there, and comes in at most 30 kB', () => {
    assert.ok(browsed.pages.size > 500, String(browsed.pages.size));
    const wrong = [...browsed.pages].filter(([, { status, bytes }]) => status !== 200 || bytes.length > 30_000);
    assert.deepEqual(
      wrong.map(([path, { status, bytes }]) => `${path}: ${status}, ${bytes.length} bytes`),
      [],
    );
  });

  test('every page says everything in its own text: none has a script but a consultation that is open, and no person is named', () => {
    for (const [path, { bytes }] of browsed.pages) {
      const text = brotliDecompressSync(bytes).toString();
      assert.doesNotMatch(text, /<script|<style| style=| on[a-z]+="/, path);
      assert.match(text, /<h1[ >]/, path);
      // The bytes of an act are shown as they are; everything else speaks of offices and seats.
      if (!path.includes('/acts/')) assert.doesNotMatch(text, /m-[0-9a-hjkmnp-tv-z]{16}/, path);
    }
  });

  test('beside every number of votes, people, seats and bases there is a link to the act that says so', () => {
    // An act proves what it says itself, a statute says what shall be, and a guide how things are done.
    const pages = [...browsed.pages].filter(([path]) => !/\/acts\/|\/statute|^\/guide/.test(path));
    const wrong = pages.flatMap(([path, { bytes }]) =>
      unproven(brotliDecompressSync(bytes).toString()).map((text) => `${path}: ${text}`),
    );
    assert.deepEqual(wrong.slice(0, 20), []);
    const page = '<main><p>3 sí · 2 no · <a href="/b/junta/acts/4">acto 4</a></p><ul><li>7 presentes</li></ul></main>';
    assert.deepEqual(unproven(page), ['7 presentes']);
  });

  test('with JavaScript off a page of each kind is whole, in three sizes, in the dark, twice as large and on paper', async () => {
    const faults: string[] = [];
    const context = await browsed.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    for (const [kind, path] of browsed.kinds) {
      await page.goto(new URL(path, browsed.url).href);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        assert.ok(await page.locator('h1').first().isVisible(), kind);
        // A letter’s link that stops nothing any more has nothing left to press.
        if (kind !== 'mail to stop')
          assert.equal(await page.locator('main form button, main a').first().isVisible(), true, kind);
        if ((await sidewaysOn(page)) > 0) faults.push(`${kind} at ${width}: cut off at the side`);
        await page.emulateMedia({ media: 'print' });
        if ((await page.locator('header nav').count()) > 0 && (await page.locator('header nav').isVisible()))
          faults.push(`${kind}: the menu is printed`);
        await page.emulateMedia({ media: 'screen' });
      }
    }
    await context.close();
    assert.deepEqual(faults, []);
  });

  test('axe finds nothing on a page of each kind, by keyboard, in the dark and with text twice as large', async () => {
    const { look, faults, seen } = everybody();
    const narrow = await browsed.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es-BO' });
    const page = await narrow.newPage();
    const cut: string[] = [];
    for (const [kind, path] of browsed.kinds) {
      await page.goto(new URL(path, browsed.url).href);
      await look(kind, page, 'page');
      await withTextTwiceAsLarge(page, async () => {
        const pixels = await sidewaysOn(page);
        if (pixels > 0) cut.push(`${kind}: ${pixels} pixels are cut off at the side`);
      });
    }
    await narrow.close();
    assert.ok(seen.length >= 14, seen.join(', '));
    assert.deepEqual([...faults, ...cut], []);
  });

  test('each body is Popolo by the schemas of Popolo itself', { skip: schemasMissing }, async () => {
    const validator = validators();
    let things = 0;
    for (const body of browsed.bodies) {
      const popolo = await (await fetch(`${browsed.url}/api/bodies/${body}/popolo.json`)).json();
      for (const [list, name] of Object.entries(classes)) {
        const validate = validator(name);
        for (const thing of popolo[list]) {
          assert.ok(validate(thing), `${body} ${list}: ${JSON.stringify(validate.errors)}`);
          things += 1;
        }
      }
    }
    assert.ok(things > 200, String(things));
  });
});

const root = base64Encode(new Uint8Array(32));

describe('a consultation', { skip: browserMissing }, () => {
  test('fills up before the eyes of whoever looks at it; without JavaScript it is read again', async () => {
    await withNodes(['a.example'], async (place) => {
      const [upper, base] = [await makeBody(place, 'federacion', 'delegate'), await makeBody(place, 'junta')];
      await upper.admit(base);
      const sitting = await upper.sitting();
      const text = { matter: 'pact', title: 'The pact', textHash: root };
      const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } });
      const resolution = await upper.write('ResolutionAdopted', { vote: motion, motion, ...text, status: 'suspended' });
      const rule = { num: 1, den: 2, strict: true, of: 'bases' };
      const asked = { resolution, title: text.title, textHash: root, deadline: '2099-01-01T00:00:00Z', bases: 1, rule };
      const consultation = await upper.write('ConsultationIssued', asked);
      const app = createServer({ node: place.node });
      await app.listen({ port: 0, host: '127.0.0.1' });
      const browser = await openBrowser();
      try {
        const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/b/federacion/consultations/${consultation}`;
        const context = (javaScriptEnabled: boolean): Promise<BrowserContext> =>
          browser.newContext({ locale: 'en-GB', javaScriptEnabled });
        const [live, plain] = [await (await context(true)).newPage(), await (await context(false)).newPage()];
        const following = live.waitForRequest((request) => request.url().endsWith('/events'));
        await live.goto(url);
        await following;
        await plain.goto(url);
        for (const page of [live, plain]) await page.getByText('0 bases yes · 0 no · 1 yet to answer').waitFor();
        const from = { book: base.origin, index: 0 };
        const answer = { consultation, below: base.origin, answer: 'yes', yes: 9, no: 0, abstain: 0, roll: 12, from };
        await upper.write('AnswerReceived', { ...answer, heldAt: '2005-06-10T12:00:00Z' });
        await live.getByText('1 base yes · 0 no · 0 yet to answer').waitFor();
        await plain.getByRole('link', { name: 'Read again' }).click();
        await plain.getByText('1 base yes · 0 no · 0 yet to answer').waitFor();
      } finally {
        await browser.close();
        await app.close();
      }
    });
  });
});
