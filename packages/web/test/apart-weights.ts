// What whoever opens a client that is built apart loads first, and what each of its pages can come to load; it has nothing of those
// who vote or hold a sitting. Limits: decision 0012, “The weight of the office”.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { buildClient } from './client.ts';
import { type Files, forAddedLanguages, loadsOfAreas, opening, sent } from './office/loads.ts';

const FIRST_LOAD = 34_000;
const ONE_PAGE = 60_000;
const ADDED = 3_500;
/** Asked for by a press alone, where the browser reads no codes by itself: weighed by itself, as at the road block and in the booth. */
const READER = { piece: /^read-picture-/, most: 15_000 };

const scripts = (files: Files): readonly string[] => [...files.keys()].filter((name) => name.endsWith('.js'));

interface Apart {
  readonly piece: RegExp;
  readonly most: number;
}

/** `apart`: a piece that is asked for by a press alone and weighed by itself, such as what calculates a plan. */
export function weighed(
  client: 'office' | 'supply',
  apart: Apart | null = null,
  /** Files that no page names: what runs in a thread of its own, or somebody else's library, each asked for by a press. */
  outside: readonly Apart[] = [],
): void {
  describe(`the weight of ${client}`, () => {
    let files: Files = new Map();

    before(async () => {
      files = (await buildClient())[client];
    });

    for (const language of ['es', 'en'] as const) {
      test(`what is loaded before the first screen is at most 34 kB compressed (${language})`, (t) => {
        const first = opening(files, language);
        assert.ok(first.size > 2);
        for (const encoding of ['br', 'gz'] as const) {
          const all = [...first].reduce((sum, name) => sum + sent(files, name, encoding), 0);
          t.diagnostic(`${all} (${encoding})`);
          assert.ok(all <= FIRST_LOAD, `${all} of ${FIRST_LOAD} (${encoding})`);
        }
      });

      // Over https every browser reads brotli; without it browsers ask for gzip.
      test(`no page of it can come to load more than 60 kB compressed (${language})`, async (t) => {
        const pages = loadsOfAreas(files, language);
        const areas = await readFile(new URL(`../src/${client}/areas.ts`, import.meta.url), 'utf8');
        const listed = [...areas.matchAll(/import\('\.\/[\w-]+\/([\w-]+)\.tsx'\)/g)].map(([, entry]) => entry);
        assert.deepEqual([...pages.keys()].toSorted(), ['home', ...listed].toSorted());
        for (const [page, names] of pages)
          for (const encoding of ['br', 'gz'] as const) {
            const loaded = [...names].filter((name) => !READER.piece.test(name) && apart?.piece.test(name) !== true);
            const all = loaded.reduce((sum, name) => sum + sent(files, name, encoding), 0);
            t.diagnostic(`${all} (${encoding}) ${page}: ${loaded.length} files`);
            assert.ok(all <= ONE_PAGE, `${page}: ${all} of ${ONE_PAGE} (${encoding})`);
            assert.ok(
              [...names].some((name) => new RegExp(`(?:^|-)${language}-`).test(name)),
              `${page} has no words`,
            );
          }
      });
    }

    for (const { piece, most } of apart === null ? [READER] : [READER, apart])
      test(`what is weighed by itself (${piece.source}) is one piece, and within its own limit`, (t) => {
        const [found = '', ...more] = scripts(files).filter((name) => piece.test(name));
        assert.deepEqual(more, []);
        for (const encoding of ['br', 'gz'] as const) {
          const size = sent(files, found, encoding);
          t.diagnostic(`${size} (${encoding})`);
          assert.ok(size <= most, `${size} of ${most} (${encoding})`);
        }
      });

    test('what is outside of its pages is within its own limit', { skip: outside.length === 0 }, (t) => {
      for (const { piece, most } of outside) {
        const pieces = [...files.keys()].filter((name) => piece.test(name));
        if (pieces.length === 0) assert.notEqual(process.env.CI, 'true', `nothing of ${piece} is installed`);
        for (const encoding of ['br', 'gz'] as const) {
          const size = pieces.reduce((sum, name) => sum + sent(files, name, encoding), 0);
          t.diagnostic(`${size} (${encoding}) ${piece}`);
          assert.ok(size <= most, `${size} of ${most} (${encoding})`);
        }
      }
    });

    test('what an added language takes beside its words is one piece, and at most 3.5 kB', (t) => {
      const [name, ...more] = [...files.keys()].filter((file) => forAddedLanguages.test(file) && file.endsWith('.js'));
      assert.ok(name !== undefined && more.length === 0, 'it is one piece');
      for (const encoding of ['br', 'gz'] as const) {
        const size = sent(files, name, encoding);
        t.diagnostic(`${size} (${encoding})`);
        assert.ok(size <= ADDED, `${size} of ${ADDED} (${encoding})`);
      }
    });

    test('every piece is loaded by some page of it', () => {
      const reached = new Set(
        (['es', 'en'] as const)
          .flatMap((language) => [...loadsOfAreas(files, language).values()])
          .flatMap((names) => [...names]),
      );
      const all = [...files.keys()].filter(
        (name) => /\.(?:js|css|html)$/.test(name) && name !== `${client}-worker.js` && !forAddedLanguages.test(name),
      );
      assert.deepEqual(
        all.filter((name) => !reached.has(name) && outside.every(({ piece }) => !piece.test(name))),
        [],
      );
    });

    test('what the shell says of a button comes after what the look says of its colour: white on indigo, not indigo on it', () => {
      const page = Buffer.from(files.get('index.html') ?? []).toString();
      const styles = [...page.matchAll(/<link rel="stylesheet"[^>]* href="\/[\w-]+\/assets\/([^"]+)"/g)].map(
        ([, name = '']) => name,
      );
      const all = styles.map((name) => Buffer.from(files.get(name) ?? []).toString()).join('');
      const [look, shell] = [all.indexOf('.indigo{'), all.indexOf('.action{')];
      assert.ok(look >= 0 && shell > look, `${look} before ${shell} in ${styles.join(', ')}`);
    });

    test('the page has no inline script or style, and nothing of others', () => {
      const page = files.get('index.html')?.toString() ?? assert.fail('no page');
      assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|https?:\/\//);
      for (const [, address = ''] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
        assert.match(address, new RegExp(`^/(?:$|${client}/assets/|assets/icon\\.svg$)`));
    });

    test('what the phone has of its own (its worker, its list of styles) is not in it', () => {
      for (const [name, bytes] of files)
        if (name.endsWith('.js')) assert.doesNotMatch(bytes.toString(), /phone-worker|area-styles/, name);
    });
  });
}
