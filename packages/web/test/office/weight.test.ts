// What whoever opens the office loads first, and all of it; the office has nothing of those who vote or hold a sitting.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { buildClient } from '../client.ts';

const FIRST_LOAD = 40_000;
const ALL = 120_000;

type Files = ReadonlyMap<string, Buffer>;
type Encoding = 'br' | 'gz';

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

/** The words of every area are in two files of that name, told apart by the code of their language. */
const ofLanguage = (language: 'es' | 'en'): RegExp => new RegExp(`(?:^|-)${language}-`);

describe('the weight of the office', () => {
  let files: Files = new Map();

  before(async () => {
    files = (await buildClient()).office;
  });

  const named = (): string[] =>
    [...(files.get('index.html')?.toString() ?? '').matchAll(/"\/office\/assets\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );

  for (const [language, other] of [
    ['es', 'en'],
    ['en', 'es'],
  ] as const) {
    test(`what is loaded before the first screen is at most 40 kB compressed (${language})`, (t) => {
      const words = [...files.keys()].filter((name) => name.startsWith(`first-${language}-`) && name.endsWith('.js'));
      const first = new Set(['index.html', ...named().flatMap((name) => [...closure(files, name)])]);
      assert.ok(words.length === 1 && first.size > 2);
      for (const encoding of ['br', 'gz'] as const) {
        const all = [...first, ...words].reduce((sum, name) => sum + sent(files, name, encoding), 0);
        t.diagnostic(`${all} (${encoding})`);
        assert.ok(all <= FIRST_LOAD, `${all} of ${FIRST_LOAD} (${encoding})`);
      }
    });

    test(`the whole office is at most 120 kB compressed (${language})`, (t) => {
      const spoken = [...files.keys()].filter((name) => !/\.(?:br|gz)$/.test(name) && !ofLanguage(other).test(name));
      for (const name of spoken) t.diagnostic(`${sent(files, name, 'br')} ${name}`);
      for (const encoding of ['br', 'gz'] as const) {
        const all = spoken.reduce((sum, name) => sum + sent(files, name, encoding), 0);
        t.diagnostic(`in all ${all} (${encoding})`);
        assert.ok(all <= ALL, `${all} of ${ALL} (${encoding})`);
      }
    });
  }

  test('the page has no inline script or style, and nothing of others', () => {
    const page = files.get('index.html')?.toString() ?? assert.fail('no page');
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//);
    for (const [, address = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      assert.match(address, /^\/(?:$|office\/assets\/|assets\/icon\.svg$)/);
  });

  test('what the phone has of its own (its worker, its list of styles) is not in it', () => {
    for (const [name, bytes] of files)
      if (name.endsWith('.js')) assert.doesNotMatch(bytes.toString(), /phone-worker|area-styles/, name);
  });
});
