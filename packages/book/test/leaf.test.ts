import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  base64Encode,
  canonicalize,
  decodeLeaf,
  encodeLeaf,
  formatTime,
  type Leaf,
  MAX_LEAF_BYTES,
  parseTime,
  utf8Encode,
} from '../src/index.ts';
import { leafTemplate, scanLeaf } from '../src/leaf-scan.ts';
import { sampleBook } from './fixtures.ts';

const BOOK = sampleBook(24);
const LEAF = BOOK.leaves[4]!;
const TEMPLATE = leafTemplate(BOOK.origin, ['ActSealed']);

const decode = (value: unknown) => decodeLeaf(utf8Encode(canonicalize(value)));
const reason = (value: unknown) => {
  const decoded = decode(value);
  return decoded.ok ? 'ok' : decoded.reason;
};

test('a leaf survives writing and reading', () => {
  for (const leaf of BOOK.leaves) assert.deepEqual(decodeLeaf(encodeLeaf(leaf)), { ok: true, leaf });
});

const cite = {
  book: 'a/b',
  index: 3,
  leaf: base64Encode(new Uint8Array(32)),
  size: 4,
  root: base64Encode(new Uint8Array(32)),
};
const wrong: [string, object][] = [
  ['members', { extra: 1 }],
  ['act', { act: 'delegatesElected' }],
  ['act', { act: '' }],
  ['act', { act: 'A'.repeat(65) }],
  ['at', { at: '2005-06-31T14:00:00Z' }],
  ['at', { at: '2005-06-08T14:00:00.0Z' }],
  ['at', { at: '2005-06-08T24:00:00Z' }],
  ['at', { at: 1118239200 }],
  ['blind', { blind: base64Encode(new Uint8Array(15)) }],
  ['blind', { blind: `${'A'.repeat(21)}B==` }],
  ['book', { book: 'with space/x' }],
  ['book', { book: 'a+b' }],
  ['book', { book: 'a#1' }],
  ['book', { book: `${'a'.repeat(201)}` }],
  ['by', { by: { office: 'x' } }],
  ['by', { by: { office: 'x', article: 1 } }],
  ['by', { by: null }],
  ['cites', { cites: {} }],
  ['cites', { cites: [{ ...cite, index: 4 }] }],
  ['cites', { cites: [{ ...cite, more: 1 }] }],
  ['cites', { cites: [{ ...cite, root: 'AAAA' }] }],
  ['commits', { commits: [] }],
  ['commits', { commits: { 'a b': cite.leaf } }],
  ['commits', { commits: { a: 'AAAA' } }],
  ['data', { data: [] }],
  ['format', { format: 'cabildo/2' }],
  ['index', { index: -1 }],
  ['index', { index: 1.5 }],
  ['rules', { rules: 0 }],
  ['v', { v: '1' }],
];

test('what is wrong with a leaf is named', () => {
  for (const [expected, change] of wrong)
    assert.equal(reason({ ...LEAF, ...change }), expected, JSON.stringify(change));
  const { v: _, ...without } = LEAF;
  assert.equal(reason(without), 'members');
  assert.equal(reason([LEAF]), 'members');
  assert.equal(reason({ ...LEAF, cites: [cite] }), 'ok');
  assert.deepEqual(decodeLeaf(utf8Encode(JSON.stringify(LEAF, null, 1))), { ok: false, reason: 'not-canonical' });
});

test('8,192 bytes and no more', () => {
  const padded = (n: number): Leaf => ({ ...LEAF, data: { text: 'x'.repeat(n) } });
  const room = MAX_LEAF_BYTES - encodeLeaf(padded(0)).length;
  assert.ok(decodeLeaf(encodeLeaf(padded(room))).ok);
  assert.throws(() => encodeLeaf(padded(room + 1)), /8193 bytes/);
  assert.equal(reason(padded(room + 1)), 'too-long');
  assert.throws(() => encodeLeaf({ ...LEAF, at: 'yesterday' }), /not a leaf: at/);
});

test('the scanner recognises every sound leaf of a book, and nothing of another place', () => {
  for (const [index, entry] of BOOK.entries.entries()) {
    const scanned = scanLeaf(entry, index, TEMPLATE);
    assert.ok(scanned, `act ${index}`);
    const leaf = BOOK.leaves[index]!;
    assert.equal(String.fromCharCode(...entry.subarray(scanned.time, scanned.time + 20)), leaf.at);
    assert.equal(scanned.commits, Object.keys(leaf.commits).length);
    assert.equal(scanned.wanted, leaf.act === 'ActSealed');
    assert.equal(scanned.attachments, JSON.stringify(leaf.data).includes('"sha256"'));
    assert.equal(scanLeaf(entry, index + 1, TEMPLATE), undefined);
    assert.equal(scanLeaf(entry, index, leafTemplate('other/book', [])), undefined);
  }
});

test('the scanner never takes a leaf that would be refused', () => {
  for (const [, change] of wrong) {
    const entry = utf8Encode(canonicalize({ ...LEAF, ...change }));
    assert.equal(scanLeaf(entry, LEAF.index, TEMPLATE), undefined, JSON.stringify(change));
  }
  const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...utf8Encode('"{}[]:,\\0159=+AQgwZTabz#')));
  fc.assert(
    fc.property(fc.nat(23), fc.nat(), byte, fc.constantFrom(0, 1, 2), (index, at, value, kind) => {
      const bytes = Array.from(BOOK.entries[index]!);
      bytes.splice(at % bytes.length, kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [value]));
      const entry = Uint8Array.from(bytes);
      if (scanLeaf(entry, index, TEMPLATE) === undefined) return true;
      const decoded = decodeLeaf(entry);
      return decoded.ok && decoded.leaf.index === index && decoded.leaf.book === BOOK.origin;
    }),
    { numRuns: 20_000 },
  );
});

test('times', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_167_219_200, max: 253_402_300_799 }), (seconds) => {
      const text = formatTime(seconds);
      return parseTime(text) === seconds && text === new Date(seconds * 1000).toISOString().replace('.000', '');
    }),
  );
  for (const text of [
    '2005-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2005-13-01T00:00:00Z',
    '2005-00-01T00:00:00Z',
    '2005-01-00T00:00:00Z',
    '2005-01-01T00:60:00Z',
    '2005-01-01T00:00:60Z',
    '2005-01-01 00:00:00Z',
    '2005-01-01T00:00:00+00:00',
    '',
  ]) {
    assert.equal(parseTime(text), undefined, text);
  }
  assert.ok(parseTime('2004-02-29T00:00:00Z'));
});
