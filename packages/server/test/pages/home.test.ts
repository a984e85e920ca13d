// A node with more bodies than anybody reads through: folded, searched, a page at a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer } from '../../src/http/create-server.ts';
import { found, withNode } from '../app/node-fixture.ts';

test('many bodies are folded, and found by part of a name', async () => {
  await withNode(async ({ node }) => {
    for (let number = 1; number <= 64; number++) await found(node, `zona-${number}`);
    const app = createServer({ node });
    const page = async (url: string): Promise<string> =>
      (await app.inject({ url, headers: { accept: 'text/html' } })).body;
    try {
      const home = await page('/?lang=en');
      assert.match(home, /role="search"/);
      assert.match(home, /<details><summary>64 assemblies<\/summary>/);
      const links = (html: string): readonly string[] =>
        [...html.matchAll(/href="\/b\/(zona-\d+)/g)].map(([, name = '']) => name);
      assert.equal(links(home).length, 64);
      assert.deepEqual(links(await page('/?lang=en&q=ZONA-6')).slice(0, 2), ['zona-6', 'zona-60']);
      assert.equal(links(await page('/?lang=en&q=zóna')).length, 50, 'a page, with or without accents');
      assert.equal(links(await page('/?lang=en&q=zona&from=50')).length, 14);
      assert.match(await page('/?lang=en&q=nowhere'), /0 assemblies/);
      assert.doesNotMatch(await page('/?lang=en&q=%3Cimg%20src=x%3E'), /<img src=x>/);
    } finally {
      await app.close();
    }
  });
});

test('a few bodies are shown as they are, without a search', async () => {
  await withNode(async ({ node }) => {
    await found(node, 'villa-ingenio');
    const app = createServer({ node });
    try {
      const { body } = await app.inject({ url: '/', headers: { accept: 'text/html' } });
      assert.match(body, /\/b\/villa-ingenio/);
      assert.doesNotMatch(body, /role="search"|<details>/);
    } finally {
      await app.close();
    }
  });
});
