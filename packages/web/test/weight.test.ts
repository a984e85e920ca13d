import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildClient } from './client.ts';

const FIRST_LOAD = 40_000;
/** What only officers load, when they open it. */
const LATER = 20_000;

/** The page, what it names, and what that imports outright. */
function loadedFirst(files: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const text = files.get(name)?.toString();
    if (text === undefined || found.has(name)) return;
    found.add(name);
    if (name.endsWith('.html')) for (const [, asset] of text.matchAll(/"\/assets\/([^"]+)"/g)) add(asset ?? '');
    if (name.endsWith('.js'))
      for (const [, asset] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) add(asset ?? '');
  };
  add('index.html');
  return found;
}

test('what a first visit loads is at most 40 kB compressed, what officers load later at most 20', async () => {
  const { files, remove } = await buildClient();
  await remove();
  const first = loadedFirst(files);
  const sizes = [...files].map(([name, bytes]) => ({ name, size: gzipSync(bytes).length, first: first.has(name) }));
  const sum = (now: boolean): number => sizes.reduce((all, one) => (one.first === now ? all + one.size : all), 0);
  assert.ok([...first].some((name) => name.endsWith('.js')) && [...first].some((name) => name.endsWith('.css')));
  assert.ok(sum(true) <= FIRST_LOAD, JSON.stringify(sizes));
  assert.ok(sum(false) > 0 && sum(false) <= LATER, JSON.stringify(sizes));
});

test('the page has no inline script or style, and nothing of others', async () => {
  const { files, remove } = await buildClient();
  await remove();
  const page = files.get('index.html')?.toString() ?? '';
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//);
});
