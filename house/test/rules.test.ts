// Each rule of the house, with a violation planted: a rule that cannot fail is no rule.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycles } from '../rules/cycles.ts';
import { dependencies, type Manifest } from '../rules/dependencies.ts';
import { layers } from '../rules/layers.ts';
import { links } from '../rules/links.ts';
import { names } from '../rules/names.ts';
import { purity } from '../rules/purity.ts';
import { sizes } from '../rules/sizes.ts';
import { staleAllowances, unused } from '../rules/unused.ts';
import { type Finding, readSource } from '../source.ts';

/** `path:line message` of each finding. */
const told = (findings: Finding[]) => findings.map(({ path, line, message }) => `${path}:${line} ${message}`);

const files = (texts: Record<string, string>) => Object.entries(texts).map(([path, text]) => readSource(path, text));

/** What purity says about one line in a pure package: nothing, or what must not be used. */
function impure(line: string): string | undefined {
  const [found] = told(purity(files({ 'packages/core/src/a.ts': `\n${line}\n` })));
  return found?.replace('packages/core/src/a.ts:2 a pure package must not ', '');
}

test('purity: a clock, chance and the outside are found', () => {
  for (const [line, what] of [
    ['const t = Date.now();', 'use Date.now'],
    ['const t = new Date();', 'use new Date()'],
    ['const t = new Date;', 'use new Date()'],
    ['const t = Date();', 'use Date()'],
    ['const x = Math.random();', 'use Math.random'],
    ['crypto.getRandomValues(bytes);', 'use getRandomValues'],
    ['const id = `m-${crypto.randomUUID()}`;', 'use randomUUID'],
    ['performance.mark("x");', 'use performance'],
    ['setTimeout(done, 1);', 'use setTimeout'],
    ['await fetch(url);', 'use fetch'],
    ['if (process.env.X) {}', 'use process'],
    ['console.log(1);', 'use console'],
    ['globalThis.x = 1;', 'use globalThis'],
    ['const f = new Function("return 1");', 'use new Function'],
    ['const here = import.meta.url;', 'use import.meta'],
    ['declare const process: any;', 'use declare'],
    ['names.sort((a, b) => a.localeCompare(b));', 'use localeCompare'],
    ['const local = date.getHours();', 'use getHours'],
    ["import { readFile } from 'node:fs';", 'import node:fs'],
    ["import { verify } from '@cabildo/book';", 'import @cabildo/book'],
    ["import { x } from '../../server/src/x.ts';", 'import ../../server/src/x.ts'],
    ["const later = await import('node:os');", 'import node:os'],
    ["export { x } from 'left-pad';", 'import left-pad'],
  ] as const) {
    assert.equal(impure(line), what, line);
  }
});

test('purity: what only looks like it is left alone', () => {
  for (const line of [
    'const t = new Date(text).getTime();',
    "const said = 'Date.now() and fetch';",
    '// setTimeout(done, 1)',
    '/* console.log(1) */ const x = 1;',
    'const text = `process ${count} console`;',
    'const pattern = /console.log\\(process\\)/;',
    'const act = { process: 1, console: 2 };',
    'state.process.fetch();',
    'type Hall = { process?: string };',
    'declare class TextEncoder { encode(text: string): Uint8Array }',
    "import { count } from '@cabildo/count';",
    "import type { Roll } from './roll/roll.ts';",
  ]) {
    assert.equal(impure(line), undefined, line);
  }
});

test('purity: other packages are free, and book may use its list of words', () => {
  assert.deepEqual(
    purity(files({ 'packages/server/src/a.ts': 'Date.now();', 'packages/core/test/a.ts': 'Date.now();' })),
    [],
  );
  assert.deepEqual(
    purity(files({ 'packages/book/src/a.ts': "import { wordlist } from '@scure/bip39/wordlists/spanish.js';" })),
    [],
  );
});

test('layers: who may import whom', () => {
  const wrong = (path: string, line: string) => told(layers(files({ [path]: `\n${line}` })));
  const server = 'packages/server/src';
  for (const [path, line, message] of [
    [
      `${server}/http/a.ts`,
      "import { x } from '../store/x.ts';",
      'server/http must not import server/store (../store/x.ts)',
    ],
    [
      `${server}/http/a.ts`,
      "import type { X } from '../store/x.ts';",
      'server/http must not import server/store (../store/x.ts)',
    ],
    [
      `${server}/app/a.ts`,
      "import { x } from '../http/x.ts';",
      'server/app must not import server/http (../http/x.ts)',
    ],
    [
      `${server}/store/a.ts`,
      "import { x } from '../app/x.ts';",
      'server/store must not import server/app (../app/x.ts)',
    ],
    [`${server}/app/a.ts`, "import pg from 'pg';", 'server/app must not import pg (pg)'],
    [`${server}/app/a.ts`, "import { Kysely } from 'kysely/x';", 'server/app must not import kysely (kysely/x)'],
    [`${server}/app/a.ts`, 'db.run(sql`select 1`);', 'SQL is written in the store alone'],
    [`${server}/store/a.ts`, "import fastify from 'fastify';", 'server/store must not import fastify (fastify)'],
    ['packages/book/src/a.ts', "import { x } from '@cabildo/core';", 'book must not import core (@cabildo/core)'],
    ['packages/core/src/a.ts', "import { x } from '@cabildo/book';", 'core must not import book (@cabildo/book)'],
    ['packages/web/src/a.tsx', "import { x } from '@cabildo/server';", 'web must not import server (@cabildo/server)'],
    ['packages/cli/src/a.ts', "import { x } from '@cabildo/web';", 'cli must not import web (@cabildo/web)'],
    [
      'packages/cli/src/a.ts',
      "import { x } from '../../book/src/x.ts';",
      'cli must not import a path of another package (../../book/src/x.ts)',
    ],
  ] as const) {
    assert.deepEqual(wrong(path, line), [`${path}:2 ${message}`]);
  }
  for (const [path, line] of [
    [`${server}/http/a.ts`, "import { x } from '../app/x.ts'; import fastify from 'fastify';"],
    [`${server}/app/a.ts`, "import { x } from '../store/x.ts'; import { decide } from '@cabildo/core';"],
    [`${server}/store/a.ts`, "import { sql } from 'kysely'; db.run(sql`select 1`);"],
    [`${server}/serve.ts`, "import { x } from './http/x.ts'; import { y } from './store/y.ts';"],
    ['packages/book/node/a.ts', "import { x } from '../src/x.ts'; import { sign } from 'node:crypto';"],
    [
      'packages/web/src/a.tsx',
      "import type { Answer } from '@cabildo/server'; import { verify } from '@cabildo/book';",
    ],
    ['packages/cli/test/a.ts', "import pg from 'pg';"],
  ] as const) {
    assert.deepEqual(wrong(path, line), [], line);
  }
});

test('cycles: a circle is told with its files, once', () => {
  const circle = files({
    'a.ts': "import { b } from './b.ts';",
    'b.ts': "\nimport type { C } from './c.ts';",
    'c.ts': "export * from './a.ts';",
    'd.ts': "import { a } from './a.ts';",
  });
  assert.deepEqual(told(cycles(circle)), ['c.ts:1 files that need each other: a.ts → b.ts → c.ts → a.ts']);
  assert.deepEqual(cycles(circle.slice(1)), []);
});

test('sizes: a source file over the limit is found, a test is not', () => {
  const long = 'x;\n'.repeat(401);
  const found = sizes(files({ 'packages/core/src/a.ts': long, 'packages/core/test/a.ts': long }));
  assert.deepEqual(told(found), ['packages/core/src/a.ts:401 401 lines; more than 400 is too long']);
  assert.deepEqual(sizes(files({ 'packages/core/src/a.ts': 'x;\n'.repeat(400) })), []);
});

test('names: names that say nothing, and exports without one', () => {
  const bad = {
    'packages/core/src/vote-utils.ts': '',
    'packages/web/src/helpers/a.ts': '',
    'house/a.ts': '\nexport default 1;',
  };
  assert.deepEqual(told(names(files(bad))), [
    'packages/core/src/vote-utils.ts:1 "utils" says nothing about what is in it',
    'packages/web/src/helpers/a.ts:1 "helpers" says nothing about what is in it',
    'house/a.ts:2 a default export has no name; export a named one',
  ]);
  const good = { 'packages/core/src/utility-share.ts': '', 'packages/web/vite.config.ts': 'export default {};' };
  assert.deepEqual(names(files(good)), []);
});

test('dependencies: undeclared imports and inexact versions', () => {
  const text = '{\n  "dependencies": {\n    "pg": "^8.0.0"\n  }\n}';
  const manifest: Manifest = { path: 'packages/server/package.json', text, dependencies: { pg: '^8.0.0' } };
  const source = files({
    'packages/server/src/a.ts': "import pg from 'pg';\nimport k from 'kysely/x';\nimport 'node:fs';",
  });
  assert.deepEqual(told(dependencies(source, [manifest])), [
    'packages/server/src/a.ts:2 kysely is not in packages/server/package.json',
    'packages/server/package.json:3 pg "^8.0.0" is not one exact version',
  ]);
  const pinned = { ...manifest, dependencies: { pg: '8.0.0', kysely: '1.0.0-beta.2' } };
  assert.deepEqual(dependencies(source, [pinned]), []);
});

test('unused: an export needs a user in the source; an index alone or a test alone is none', () => {
  const entries = { '@cabildo/core': 'packages/core/src/index.ts' };
  const sources = files({
    'packages/core/src/index.ts': "export { used, offered } from './a.ts';\nexport * from './b.ts';",
    'packages/core/src/a.ts': 'export const used = 1;\nexport const offered = 2;\nexport function tested() {}',
    'packages/core/src/b.ts':
      'export function inner() {}\nexport const outer = inner();\nexport type Shape = 1; const s: Shape = 1;',
    'packages/core/src/c.ts': 'export interface Forgotten {}',
    'packages/core/test/a.test.ts': "import { tested } from '../src/a.ts'; import { inner } from '../src/b.ts';",
    'packages/server/src/x.ts': "import { used, outer } from '@cabildo/core';",
  });
  const found = [
    'packages/core/src/index.ts:1 offered is exported but not used by any other file',
    'packages/core/src/a.ts:2 offered is exported but not used by any other file',
    'packages/core/src/a.ts:3 tested is exported but not used by any other file',
    'packages/core/src/c.ts:1 Forgotten is exported but not used by any other file',
  ];
  assert.deepEqual(told(unused(sources, entries, {})), found);
  const allowed = { 'packages/core/src/a.ts#*': 'why', 'packages/core/src/index.ts#offered': 'why' };
  assert.deepEqual(told(unused(sources, entries, allowed)), found.slice(3));
  assert.deepEqual(staleAllowances(sources, entries, { ...allowed, 'packages/core/src/a.ts#used': 'why' }), [
    'packages/core/src/a.ts#used',
  ]);
});

test('links: to files and headings that are not there', () => {
  const pages = [
    {
      path: 'README.md',
      text: '# One\n[a](docs/a.md) [b](docs/none.md)\n[c](docs/a.md#two-words) [d](docs/a.md#three) [e](#one)',
    },
    {
      path: 'docs/a.md',
      text: '## Two words\n`[x](none)`\n```\n[y](none)\n```\n[z](../README.md) [w](https://example.org)\n[v](x.md)',
    },
  ];
  const exists = (path: string) => pages.some((page) => page.path === path);
  assert.deepEqual(told(links(pages, exists)), [
    'README.md:2 docs/none.md leads nowhere',
    'README.md:3 docs/a.md#three leads nowhere',
    'docs/a.md:7 x.md leads nowhere',
  ]);
});
