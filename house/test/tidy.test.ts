// The whole repository against the rules of the house. Each rule has tests of its own beside this one.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { allowedExports } from '../allowed-exports.ts';
import { readRepository } from '../repository.ts';
import { cycles } from '../rules/cycles.ts';
import { dependencies } from '../rules/dependencies.ts';
import { layers } from '../rules/layers.ts';
import { links } from '../rules/links.ts';
import { names } from '../rules/names.ts';
import { purity } from '../rules/purity.ts';
import { gettingLong, sizes } from '../rules/sizes.ts';
import { staleAllowances, unused } from '../rules/unused.ts';
import type { Finding } from '../source.ts';

const { root, sources, manifests, pages, entries } = readRepository();

function none(findings: Finding[]): void {
  const lines = findings.map(({ path, line, message }) => `${path}:${line} ${message}`);
  assert.equal(lines.length, 0, `\n${lines.join('\n')}`);
}

test('pure packages know no clock, no chance, no input and no output', () => none(purity(sources)));

test('each part imports only what it may, and SQL stays in the store', () => none(layers(sources)));

test('no files need each other in a circle', () => none(cycles(sources)));

test('no source file is too long', (t) => {
  for (const { path, message } of sizes(sources, gettingLong)) t.diagnostic(`${path}: ${message}`);
  none(sizes(sources));
});

test('every export is used', () => {
  none(unused(sources, entries, allowedExports));
  assert.deepEqual(staleAllowances(sources, entries, allowedExports), [], 'allowances that are no longer needed');
});

test('files and exports have names that say what they are', () => none(names(sources)));

test('every import is declared by its package, every version is exact', () => none(dependencies(sources, manifests)));

test('every link in the documents leads somewhere', () => none(links(pages, (path) => existsSync(`${root}/${path}`))));
