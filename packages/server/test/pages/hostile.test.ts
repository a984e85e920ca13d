// Whatever is typed into an address: a page that says what would be right, never a broken one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createServer } from '../../src/http/create-server.ts';
import { makeBody, withNodes } from '../exchange/fixture.ts';

/** As they stand in an address. */
const typed: Readonly<Record<string, string>> = {
  NUL: '%00',
  'NUL in a word': 'jun%00ta',
  'ten thousand letters': 'x'.repeat(10_000),
  'ten thousand signs of three bytes': encodeURIComponent('ア'.repeat(2_000)),
  'written from right to left': encodeURIComponent('\u202Eatnuj\u2066'),
  'a half of a character': '%ED%A0%80',
  'the other half': '%ED%BF%BF',
  'no UTF-8': '%FF%FE',
  'a sign of percent': '%25',
  'a sign of percent that begins nothing': '%',
  'percent signs that are wildcards': '%25a%25%5F',
  'a regular expression': encodeURIComponent('(a+)+$[\\'),
  'a query of text search': encodeURIComponent("a:* & !b | <-> 'c"),
  SQL: encodeURIComponent("'; drop table acts; --"),
  script: encodeURIComponent('<script>alert(1)</script>'),
  'an attribute': encodeURIComponent('" autofocus onfocus="alert(1)'),
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'lines and tabs': '%0D%0ASet-Cookie:%20a=b%09',
  'marks on one letter': encodeURIComponent(`a${'\u0301'.repeat(300)}`),
  nothing: '%20%20',
  'an address with a book of nothing': encodeURIComponent('https://a.example/b/%00/acts/3'),
  'an address with a book of letters from right to left': encodeURIComponent('/b/\u202Exyz/acts/3'),
  'a number beyond all': encodeURIComponent('junta 999999999999999'),
};

/** Where a reader’s words or a link’s parts go. */
const places: readonly ((text: string) => string)[] = [
  (text) => `/?q=${text}`,
  (text) => `/?q=junta&from=${text}`,
  (text) => `/?in=${text}`,
  (text) => `/map?in=${text}`,
  (text) => `/check?reference=${text}`,
  (text) => `/check?reference=a&reference=${text}`,
  (text) => `/a?code=${text}`,
  (text) => `/a/${text}`,
  (text) => `/b/${text}`,
  (text) => `/b/junta?only=${text}`,
  (text) => `/b/junta?list=${text}`,
  (text) => `/b/junta?list=sittings&from=${text}`,
  (text) => `/b/junta/acts/${text}`,
  (text) => `/b/junta/seats/${text}/1`,
  (text) => `/b/junta/credentials/${text}`,
  (text) => `/b/junta/consultations/1?below=${text}`,
  (text) => `/b/junta/consultations/1/kit?for=${text}`,
  (text) => `/b/junta/book?before=${text}`,
  (text) => `/${text}`,
];

test('whatever is typed into an address is refused in a sentence, or found, and stands on the page as text', async () => {
  await withNodes(['a.example'], async ({ node }) => {
    await makeBody({ node }, 'junta');
    const app = createServer({ node });
    const ask = async (url: string, what: string): Promise<void> => {
      const headers = { accept: 'text/html', 'accept-language': 'en' };
      const { statusCode, body, headers: said } = await app.inject({ url, headers });
      assert.ok([200, 302, 400, 404].includes(statusCode), `${what} at ${url.slice(0, 80)}: ${statusCode} ${body}`);
      assert.equal(said['set-cookie'], undefined, what);
      if (statusCode === 302) return;
      assert.match(
        String(said['content-type']),
        /^text\/html/,
        `${what} at ${url.slice(0, 80)}: ${body.slice(0, 200)}`,
      );
      assert.match(body, /<h1[ >]/, what);
      assert.doesNotMatch(body, /<script>alert|onfocus="|\0|at file:/, what);
      assert.ok(body.isWellFormed(), what);
      // It links to itself in the other language, twice.
      assert.ok(body.length < 30_000 + 2 * url.length, `${what} at ${url.slice(0, 40)}: ${body.length}`);
    };
    try {
      for (const [what, text] of Object.entries(typed)) for (const place of places) await ask(place(text), what);
      const any = fc.string({ unit: 'binary', maxLength: 120 });
      await fc.assert(
        fc.asyncProperty(any, fc.constantFrom(...places), (text, place) =>
          ask(place(encodeURIComponent(text.toWellFormed())), JSON.stringify(text)),
        ),
        { numRuns: 300 },
      );
    } finally {
      await app.close();
    }
  });
});
