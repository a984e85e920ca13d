import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { scanValue } from '../src/canonical-scan.ts';
import { canonicalize, MAX_DEPTH, parseCanonical, utf8Encode } from '../src/index.ts';
import { sharedData, skipWithout } from './fixtures.ts';

test('the public vectors of RFC 8785', { skip: skipWithout('vectors/jcs') }, () => {
  const root = sharedData('vectors/jcs');
  const names = readdirSync(`${root}/input`);
  assert.ok(names.length >= 6);
  for (const name of names) {
    const value = JSON.parse(readFileSync(`${root}/input/${name}`, 'utf8'));
    const output = readFileSync(`${root}/output/${name}`);
    assert.equal(canonicalize(value), output.toString('utf8').trimEnd(), name);
    assert.deepEqual(parseCanonical(utf8Encode(canonicalize(value))), { ok: true, value });
  }
});

const reasonOf = (text: string | Uint8Array) => {
  const parsed = parseCanonical(typeof text === 'string' ? utf8Encode(text) : text);
  return parsed.ok ? 'ok' : parsed.reason;
};

test('other spellings of the same value are refused', () => {
  const cases = [
    ['{"a":1,"a":2}', 'not-canonical'],
    ['{"b":1,"a":2}', 'not-canonical'],
    ['{"a": 1}', 'not-canonical'],
    ['{"a":1}\n', 'not-canonical'],
    ['[1.0]', 'not-canonical'],
    ['[-0]', 'not-canonical'],
    ['[1e2]', 'not-canonical'],
    ['[12345678901234567890]', 'not-canonical'],
    ['["\\u0041"]', 'not-canonical'],
    ['["\\/"]', 'not-canonical'],
    ['["\\u001F"]', 'not-canonical'],
    ['["\\ud800"]', 'not-canonical'],
    ['{"\\u0061":1}', 'not-canonical'],
    ['[01]', 'not-json'],
    ['[1,]', 'not-json'],
    ['', 'not-json'],
    ['\ufeff[]', 'not-json'],
    [Uint8Array.of(0x22, 0xff, 0x22), 'not-utf8'],
    [Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'not-utf8'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-canonical'],
  ] as const;
  for (const [text, reason] of cases) assert.equal(reasonOf(text), reason, String(text).slice(0, 30));
});

test('what JSON cannot say throws', () => {
  for (const value of [Number.NaN, Infinity, undefined, 1n, () => 1, { a: undefined }, ['\ud800'], { '\udc00': 1 }]) {
    assert.throws(() => canonicalize(value), TypeError);
  }
});

test('names are ordered by UTF-16 code units, also beyond U+E000', () => {
  assert.equal(canonicalize({ '\ue000': 1, '\u{10000}': 2 }), '{"\u{10000}":2,"\ue000":1}');
  assert.equal(canonicalize(JSON.parse('{"__proto__":1,"b":2}')), '{"__proto__":1,"b":2}');
});

/** Whether the scanner takes all of it. */
const scans = (bytes: Uint8Array) => scanValue(bytes, 0, { sha256: false }) === bytes.length;

test('the scanner takes what is canonical', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }), (value) => {
      return scans(utf8Encode(canonicalize(value)));
    }),
    { numRuns: 2_000 },
  );
  assert.ok(scans(utf8Encode('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH))));
});

test('the scanner never takes what is not canonical', () => {
  const interesting = fc.constantFrom(...utf8Encode('"\\{}[],:0123456789eE+-.u \n\u0000truefalsn/é€😀\ue000b'));
  fc.assert(
    fc.property(
      fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }),
      fc.array(fc.tuple(fc.nat(), fc.oneof(interesting, fc.integer({ min: 0, max: 255 })), fc.constantFrom(0, 1, 2)), {
        minLength: 1,
        maxLength: 3,
      }),
      (value, edits) => {
        const bytes = Array.from(utf8Encode(canonicalize(value)));
        for (const [at, byte, kind] of edits)
          bytes.splice(at % (bytes.length + 1), kind === 0 ? 0 : 1, ...(kind === 2 ? [] : [byte]));
        const changed = Uint8Array.from(bytes);
        return !scans(changed) || parseCanonical(changed).ok;
      },
    ),
    { numRuns: 20_000 },
  );
  for (const text of [
    '[1.0]',
    '[-0]',
    '[01]',
    '["\\u001F"]',
    '["\\u0008"]',
    '{"b":1,"a":1}',
    '{"a":1,"a":1}',
    '{"\ue000":1,"\u{10000}":2}',
    '1e400',
    '-',
    '+1',
    '1e21',
  ]) {
    assert.ok(!scans(utf8Encode(text)), text);
  }
  for (const text of [
    '1e+21',
    '1e-7',
    '0.1',
    '-1',
    '{"\u{10000}":2,"\ue000":1}',
    '{"a":1,"a!":2}',
    '{"a":1,"a ":2}',
    '{"":1,"\\n":2}',
  ]) {
    assert.ok(scans(utf8Encode(text)), text);
  }
});
