import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildClient } from './client.ts';

const FIRST_LOAD = 40_000;

test('what a first visit loads is at most 40 kB compressed', async () => {
  const { files, remove } = await buildClient();
  await remove();
  const sizes = [...files].map(([name, bytes]) => [name, gzipSync(bytes).length] as const);
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(all <= FIRST_LOAD, `${all} bytes: ${JSON.stringify(sizes)}`);
});

test('the page has no inline script or style, and nothing of others', async () => {
  const { files, remove } = await buildClient();
  await remove();
  const page = files.get('index.html')?.toString() ?? '';
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//);
});
