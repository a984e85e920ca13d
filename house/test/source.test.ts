import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../source.ts';
import { tokenize } from '../tokens.ts';

const words = (text: string) => tokenize(text).flatMap(({ kind, text: word }) => (kind === 'word' ? [word] : []));

test('comments, strings, templates and regular expressions are not code', () => {
  assert.deepEqual(words('a; // b\n/* c\n */ d \'e\' "f\\"g" h'), ['a', 'd', 'h']);
  assert.deepEqual(words('`a ${b + `c ${d} e` + {f: 1}.f} g` h'), ['b', 'd', 'f', 'f', 'h']);
  assert.deepEqual(words('a = b / c / d; e(/f[/]g/i, h)'), ['a', 'b', 'c', 'd', 'e', 'h']);
  assert.deepEqual(words('return /"/.test(a) ? b : c'), ['return', 'test', 'a', 'b', 'c']);
});

test('lines are counted through everything', () => {
  const lines = tokenize('a\n/*\n*/ b `\n${c}\n` d').map(({ text, line }) => `${text}@${line}`);
  assert.deepEqual(
    lines.filter((line) => /^\w@/.test(line)),
    ['a@1', 'b@3', 'c@4', 'd@5'],
  );
});

test('imports in all their forms', () => {
  const { imports } = readSource(
    'a.ts',
    `import 'x'; import y from 'y'; import * as z from 'z'; import { a, b as c, type D } from './w.ts';
     import type { E } from 'e'; import f, { type } from 'f'; export * from 'g'; export * as h from 'h';
     export { i as j, type K } from 'i'; export type { L } from 'l'; import data from 'm' with { type: 'json' };
     const n = await import('n');`,
  );
  const shown = imports.map(({ from, names, reExport }) => {
    const list = names.map(
      ({ name, as, typeOnly }) => (typeOnly ? 'type ' : '') + (name === as ? name : `${name}>${as}`),
    );
    return `${reExport ? 'export ' : ''}${from}: ${list.join(', ')}`;
  });
  assert.deepEqual(shown, [
    'x: ',
    'y: default>y',
    'z: *>z',
    './w.ts: a, b>c, type D',
    'e: type E',
    'f: default>f, type',
    'export g: *',
    'export h: *>h',
    'export i: i>j, type K',
    'export l: type L',
    'm: default>data',
    'n: *',
  ]);
});

test('exports in all their forms', () => {
  const { exports } = readSource(
    'a.ts',
    `export const a = { b: 1 }; export async function c() { return 'export const no = 1'; } export abstract class D {}
     export type E = 1; export interface F {} const g = 1; type H = 1; export { g, g as i, type H }; export function* j() {}
     export default 1;`,
  );
  const shown = exports.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name));
  assert.deepEqual(shown, ['a', 'c', 'D', 'type E', 'type F', 'g', 'i', 'type H', 'j', 'default']);
});
