import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type BuiltClient, buildClient } from './client.ts';

/** What a member's first visit loads, and the whole client with all its areas: promised are 40 and 120 kB (docs/decisions/0009). */
const FIRST_LOAD = 34_000;
const ALL = 120_000;

type Encoding = 'br' | 'gz';
type Language = 'es' | 'en';

/** The page, what it names, and what that imports outright. */
function loadedFirst(files: ReadonlyMap<string, Buffer>, page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const text = files.get(name)?.toString();
    if (text === undefined || found.has(name)) return;
    found.add(name);
    if (name.endsWith('.html')) for (const [, asset] of text.matchAll(/"\/assets\/([^"]+)"/g)) add(asset ?? '');
    for (const asset of imported(text, name)) add(asset);
  };
  add(page);
  return found;
}

const imported = (text: string, name: string): string[] =>
  name.endsWith('.js') ? [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map(([, asset]) => asset ?? '') : [];

/** What goes over the line: as it was packed when it was built, else as a node packs it while it is asked. */
function sent(files: ReadonlyMap<string, Buffer>, name: string, encoding: Encoding): number {
  const packed = files.get(`${name}.${encoding}`);
  if (packed !== undefined) return packed.length;
  const bytes = files.get(name) ?? assert.fail(`${name} is not there`);
  if (bytes.length < 700) return bytes.length;
  return encoding === 'gz'
    ? gzipSync(bytes).length
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

const ofLanguage = (language: Language): RegExp =>
  new RegExp(`^(?:[\\w-]*words|first)-${language}-|\\.${language}\\.html$`);

/** Lays a language that people have added to the node over Spanish: loaded with it, beside its words, or to choose it. */
const withAddedLanguage = (name: string): boolean => /^added-/.test(name);

/** A phone speaks one language, and opens the page of it: the other's words are not among what it loads. */
const spoken = (files: ReadonlyMap<string, Buffer>, language: Language): string[] =>
  [...files.keys()].filter(
    (name) =>
      !/\.(?:br|gz)$/.test(name) &&
      !ofLanguage(language === 'es' ? 'en' : 'es').test(name) &&
      !withAddedLanguage(name) &&
      !(language === 'en' && name === 'index.html'),
  );

/**
 * Without https a browser lends a page neither its camera nor a worker: neither this nor what reads codes is asked for.
 */
const needsHttps = (name: string): boolean => name === 'phone-worker.js' || /^read-picture-/.test(name);

/** Each is imported where it is used, for whoever reads that; what the client is built from is the list. */
test('every style is the page’s or in the list of those that come later', async () => {
  const source = fileURLToPath(new URL('../src/', import.meta.url));
  const [page, later] = await Promise.all(
    ['main.ts', 'area-styles.css'].map((name) => readFile(join(source, name), 'utf8')),
  );
  const listed = [...`${page}${later}`.matchAll(/import ['"]\.\/([^'"]+\.css)['"];/g)].map(([, path]) => path ?? '');
  const own = globSync(
    '{desk,changes,floor,form,hall-screen,late,meeting,member,minutes,paper,qr,read-aloud,roll,scan,seals,shell,teller,voice}/*.css',
    { cwd: source },
  );
  assert.deepEqual(listed.sort(), own.sort());
});

describe('the weight of the client', () => {
  let client: BuiltClient;

  before(async () => {
    client = await buildClient();
  });

  after(() => client?.remove());

  const sum = (names: Iterable<string>, encoding: Encoding): number =>
    [...names].reduce((all, name) => all + sent(client.files, name, encoding), 0);

  for (const [language, page] of [
    ['es', 'index.html'],
    ['en', 'index.en.html'],
  ] as const)
    test(`what a first visit loads is at most 34 kB compressed (${language})`, (t) => {
      const first = loadedFirst(client.files, page);
      for (const name of first) t.diagnostic(`${sent(client.files, name, 'gz')} ${name}`);
      const names = [...first];
      assert.ok(names.some((name) => name.endsWith('.js')) && names.some((name) => name.endsWith('.css')));
      // Its words come with it, and the worker after it.
      assert.ok(names.some((name) => name.startsWith(`first-${language}-`)));
      const all = sum([...first, 'phone-worker.js'], 'gz');
      t.diagnostic(`in all ${all}`);
      assert.ok(all <= FIRST_LOAD, String(all));
      assert.ok(client.files.size > first.size + 1, 'areas are loaded when they are opened, not with the page');
    });

  /**
   * Over https every browser reads brotli and may load everything. Without https, in a hall whose node has no certificate,
   * browsers ask for gzip, and what needs https is never loaded. The larger of the two is held against the limit.
   */
  test('the whole client is within its limit, compressed', (t) => {
    const ways = (['es', 'en'] as const).flatMap((language) => {
      const names = spoken(client.files, language);
      const gzip = names.filter((name) => !needsHttps(name));
      assert.equal(names.length - gzip.length, 2, 'the reader of codes and the worker are what needs https');
      return [
        { way: `https, brotli, ${language}`, size: sum(names, 'br') },
        { way: `no https, gzip, ${language}`, size: sum(gzip, 'gz') },
        { way: `everything as gzip, ${language} (for comparison)`, size: sum(names, 'gz'), shown: true },
      ];
    });
    for (const name of spoken(client.files, 'es'))
      t.diagnostic(`${sent(client.files, name, 'gz')} ${sent(client.files, name, 'br')} ${name}`);
    for (const { way, size } of ways) t.diagnostic(`${size} ${way}`);
    const most = Math.max(...ways.filter((way) => !('shown' in way)).map(({ size }) => size));
    assert.ok(most <= ALL, `${most} of ${ALL}`);
  });

  test('what an added language takes beside its words is at most 3.5 kB', (t) => {
    const [name, ...more] = [...client.files.keys()].filter((file) => withAddedLanguage(file) && file.endsWith('.js'));
    assert.ok(name !== undefined && more.length === 0, 'it is one piece');
    t.diagnostic(`${sent(client.files, name, 'gz')} ${sent(client.files, name, 'br')} ${name}`);
    assert.ok(sent(client.files, name, 'gz') <= 3_500);
  });

  test('a member’s parts bring nothing of those who run the sitting', () => {
    const chunk = (start: string): string =>
      [...client.files.keys()].find((name) => name.startsWith(start) && name.endsWith('.js')) ?? assert.fail(start);
    const closure = (name: string, found = new Set<string>()): Set<string> => {
      if (found.has(name)) return found;
      found.add(name);
      for (const other of imported(client.files.get(name)?.toString() ?? '', name)) closure(other, found);
      return found;
    };
    for (const start of ['index-', 'screens-', 'later-', 'small-ed25519-'])
      for (const name of closure(chunk(start)))
        assert.doesNotMatch(name, /^(?:area|read-picture)/, `${start} loads ${name}`);
    const areas = closure(chunk('areas-'));
    assert.ok(areas.has(chunk('screens-')));
    assert.ok(!areas.has(chunk('read-picture-')), 'what reads codes is loaded where the browser has nothing for it');
  });

  test('the page has no inline script or style, and nothing of others', () => {
    for (const page of ['index.html', 'index.en.html'])
      assert.doesNotMatch(
        client.files.get(page)?.toString() ?? assert.fail(page),
        /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//,
      );
  });

  test('the worker is one script that loads no other, and knows the files that open the app', () => {
    const worker = client.files.get('phone-worker.js')?.toString() ?? '';
    assert.doesNotMatch(worker, /\bimport\b|\bexport\b|APP_FILES|APP_VERSION/);
    for (const page of ['index.html', 'index.en.html'])
      for (const name of loadedFirst(client.files, page))
        if (name !== page) assert.ok(worker.includes(`/assets/${name}`), name);
    // What hashes comes with what shows a receipt: without it none would be shown.
    const later = [...client.files.keys()].find((name) => /^later-.*\.js$/.test(name)) ?? assert.fail('later');
    for (const name of loadedFirst(client.files, later)) assert.ok(worker.includes(`/assets/${name}`), name);
    assert.doesNotMatch(
      worker,
      /"\/assets\/(?:areas-|area-words|read-picture)/,
      'areas are kept once they were opened',
    );
    // A result is shown without a network too; and a name too many would be a worker that never comes to be.
    assert.match(worker, /"\/assets\/later-/);
    for (const [, name = ''] of worker.matchAll(/"\/assets\/([^"]+)"/g)) assert.ok(client.files.has(name), name);
  });
});
