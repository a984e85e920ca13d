// What search engines are told: which pages there are, and which addresses are none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../../src/app/index.ts';
import { MOST_LISTED, sitemap } from '../../src/pages/sitemap.ts';
import { found, hall, voteOn, withServer } from './http-fixture.ts';

const addresses = (text: string | null): readonly string[] =>
  [...(text ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '');

test('given a body with a resolution, when the list is asked for, then each has its address, and nothing else of them', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'villa-ingenio');
    await found(server, 'nandu-2');
    const before = await server.get('/sitemap.xml');
    const { version } = await server.node.listed({ from: 0, most: 0 });
    assert.equal(before.headers.get('content-type'), 'application/xml; charset=utf-8');
    const { sitting, members } = await hall(server, body, 4);
    const vote = await voteOn(server, body, sitting, 'devices');
    assert.equal(
      (await server.node.listed({ from: 0, most: 0 })).version,
      version,
      'acts without a page change nothing',
    );
    for (const member of members) await server.done(member, 'CastVote', { vote, choice: 'yes' });
    const closed = await server.done(body, 'CloseVote', { vote });
    const adopted = closed.json.acts.find(({ act }: { act: string }) => act === 'ResolutionAdopted').index;
    const { text } = await server.get('/sitemap.xml');
    const listed = addresses(text).map((address) => new URL(address).pathname);
    assert.ok(listed.includes('/b/nandu-2') && listed.includes('/guide/first-assembly'));
    assert.deepEqual(
      listed.filter((path) => path.startsWith('/b/villa-ingenio')),
      ['/b/villa-ingenio', `/b/villa-ingenio/resolutions/${adopted}`],
    );
    for (const path of listed)
      assert.equal((await server.get(path, { headers: { accept: 'text/html' } })).status, 200, path);
    assert.equal((await server.get('/sitemap/1.xml')).status, 404, 'one file is no index');
    assert.equal((await server.get('/sitemap/x.xml')).status, 404);
    const robots = await server.get('/robots.txt');
    assert.match(robots.text, /^Sitemap: https?:\/\/[^/]+\/sitemap\.xml$/m);
    assert.doesNotMatch(robots.text, /Disallow: \/(?:b\/|guide)?\n/);
  });
});

test('more addresses than one file may have are an index of files, which together have each once', async () => {
  const all = MOST_LISTED + 20;
  const rows = Array.from({ length: all }, (_, i) => ({
    origin: `a.example/zona-${i}`,
    name: `zona-${i}`,
    kind: 'body' as const,
    key: '',
  }));
  const node: Pick<Node, 'listed'> = {
    listed: async ({ from, most }) => ({ rows: rows.slice(from, from + most), all, version: 0 }),
  };
  const index = await sitemap(node, 'https://el-alto.example', null);
  assert.match(index ?? '', /<sitemapindex /);
  assert.deepEqual(
    addresses(index),
    [1, 2].map((part) => `https://el-alto.example/sitemap/${part}.xml`),
  );
  const [first, second] = [await sitemap(node, '', 1), await sitemap(node, '', 2)].map(addresses);
  assert.equal(first?.length, MOST_LISTED);
  const bodies = [...(first ?? []), ...(second ?? [])].filter((path) => path.startsWith('/b/'));
  assert.equal(new Set(bodies).size, all);
  assert.equal(bodies.length, all);
  assert.equal(await sitemap(node, '', 3), null);
});
