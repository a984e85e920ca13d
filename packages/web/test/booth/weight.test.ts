// What a voter's phone loads until the tracker is on its screen; the ballot's own pages have nothing of the app.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildClient } from '../client.ts';

const FIRST_VISIT = 40_000;

type Files = ReadonlyMap<string, Buffer>;
type Encoding = 'br' | 'gz';

const named = (files: Files, start: string, end = '.js'): string =>
  [...files.keys()].find((name) => name.startsWith(start) && name.endsWith(end)) ?? assert.fail(`no ${start}`);

const imported = (text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name]) => name ?? '');

/** A file and what it imports outright. */
function closure(files: Files, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of imported(files.get(name)?.toString() ?? assert.fail(name))) closure(files, other, found);
  return found;
}

const sent = (files: Files, name: string, encoding: Encoding): number =>
  (files.get(`${name}.${encoding}`) ?? files.get(name) ?? assert.fail(name)).length;

describe('the weight of the ballot’s own pages', () => {
  let files: Files = new Map();

  before(async () => {
    files = (await buildClient()).booth;
  });

  const voters = (language: 'spanish' | 'english'): string[] => [
    'index.html',
    ...[...files.keys()].filter((name) => name.endsWith('.css') && !/^(?:slips|trustee)-/.test(name)),
    ...closure(files, named(files, 'index-')),
    ...closure(files, named(files, 'voter-')),
    ...closure(files, named(files, 'encrypt-worker-')),
    ...closure(files, named(files, language)),
  ];

  for (const language of ['spanish', 'english'] as const)
    test(`a voter’s first visit loads at most 40 kB compressed (${language})`, (t) => {
      for (const encoding of ['br', 'gz'] as const) {
        const names = [...new Set(voters(language))];
        for (const name of names) t.diagnostic(`${sent(files, name, encoding)} ${name}`);
        const all = names.reduce((sum, name) => sum + sent(files, name, encoding), 0);
        t.diagnostic(`in all ${all} (${encoding})`);
        // Only where the page's own camera is used, by a browser that reads no codes itself.
        t.diagnostic(`and to read codes ${sent(files, named(files, 'read-picture-'), encoding)}`);
        assert.ok(all <= FIRST_VISIT, `${all} of ${FIRST_VISIT} (${encoding})`);
      }
    });

  test('nothing that a voter loads keeps anything, has a session, or is the app’s', () => {
    for (const name of [...voters('spanish'), ...closure(files, named(files, 'check-'))])
      assert.doesNotMatch(
        files.get(name)?.toString() ?? '',
        /localStorage|sessionStorage|indexedDB|serviceWorker|document\.cookie|authorization|\/api\/bodies/,
        name,
      );
  });

  test('the page has no inline script or style, and nothing of others', () => {
    const page = files.get('index.html')?.toString() ?? assert.fail('no page');
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//);
    for (const [, address = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g))
      assert.match(address, /^\/(?:ballot\/assets\/|assets\/icon\.svg$)/);
  });
});
