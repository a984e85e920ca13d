import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  actCode,
  base64Decode,
  base64Encode,
  CROCKFORD,
  checkActCode,
  crockfordDecode,
  crockfordEncode,
  headsOrigin,
  headWords,
  hexDecode,
  hexEncode,
  secretFrom,
  secretToWords,
  successorOrigin,
  wordsToSecret,
} from '../src/index.ts';
import { lineage } from '../src/names.ts';
import { bytesOf } from './fixtures.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('base64, hexadecimal and base32 come back, and agree with Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = base64Encode(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64'));
      assert.deepEqual(base64Decode(text), bytes);
      assert.deepEqual(base64Decode(text, bytes.length), bytes);
      assert.equal(base64Decode(text, bytes.length + 1), undefined);
      assert.equal(hexEncode(bytes), Buffer.from(bytes).toString('hex'));
      assert.deepEqual(hexDecode(hexEncode(bytes)), bytes);
      assert.deepEqual(crockfordDecode(crockfordEncode(bytes)), bytes);
    }),
  );
});

test('base64 that says the same otherwise is refused', () => {
  for (const text of [
    'A',
    'AA',
    'AAA',
    'AB==',
    'AAB=',
    'A===',
    '====',
    'AA==AA==',
    'AA= ',
    'AA\n=',
    'A-_=',
    'ÀAA=',
    ' AA=',
  ]) {
    assert.equal(base64Decode(text), undefined, text);
  }
  fc.assert(
    fc.property(
      fc.base64String(),
      (text) => base64Decode(text) === undefined || base64Encode(base64Decode(text)!) === text,
    ),
  );
});

test('an act code is read as people write it', () => {
  const code = actCode(bytesOf('an act', 32));
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{10}$/);
  for (const text of [
    code,
    code.toLowerCase(),
    `${code.slice(0, 5)}-${code.slice(5)}`,
    ` ${code.split('').join(' ')} `,
  ]) {
    assert.deepEqual(checkActCode(text), { ok: true, code });
  }
  const zeros = actCode(new Uint8Array(32));
  assert.equal(zeros, '0000000000');
  assert.deepEqual(checkActCode('oOo0o-OO0oO'), { ok: true, code: zeros });
  const ones = actCode(Uint8Array.of(0x08, 0x42, 0x10, 0x84, 0x21, 0x08));
  assert.match(ones, /^1{9}/);
  assert.deepEqual(checkActCode(ones.replace('1', 'l').replace('1', 'I')), { ok: true, code: ones });
  assert.deepEqual(checkActCode(code.slice(1)), { ok: false, reason: 'length' });
  assert.deepEqual(checkActCode(`U${code.slice(1)}`), { ok: false, reason: 'character' });
});

test('every wrong character and every swap of two neighbours in an act code is found', () => {
  fc.assert(
    fc.property(hash, (leaf) => {
      const code = actCode(leaf);
      for (let i = 0; i < code.length; i++) {
        for (const other of CROCKFORD) {
          if (other !== code[i]) assert.equal(checkActCode(code.slice(0, i) + other + code.slice(i + 1)).ok, false);
        }
        // Not only neighbours: any two places.
        for (let k = i + 1; k < code.length; k++) {
          const swapped = [...code];
          [swapped[i], swapped[k]] = [swapped[k]!, swapped[i]!];
          assert.equal(checkActCode(swapped.join('')).ok, code[i] === code[k]);
        }
      }
    }),
  );
});

test('a member card is read in both languages, without accents, shortened, in any case', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.constantFrom('es', 'en'), (random, language) => {
      const secret = secretFrom(random);
      const words = secretToWords(secret, language as 'es' | 'en');
      assert.equal(words.length, 7);
      const plain = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
      for (const text of [
        words.join(' '),
        words.join('-').toUpperCase(),
        words.join('\n').normalize('NFD'),
        plain.join(', '),
      ]) {
        const read = wordsToSecret(text);
        assert.ok(read.ok || read.reason === 'ambiguous', text);
        if (read.ok) assert.deepEqual(read.secret, secret);
      }
      const short = wordsToSecret(plain.map((word) => word.slice(0, 4)).join(' '));
      if (short.ok && short.language === language) assert.deepEqual(short.secret, secret);
    }),
  );
  assert.deepEqual(wordsToSecret('uno dos'), { ok: false, reason: 'count' });
  assert.deepEqual(wordsToSecret('abeja abeja zzz abeja abeja abeja abeja'), {
    ok: false,
    reason: 'unknown-word',
    word: 'zzz',
  });
  assert.throws(() => secretToWords(bytesOf('x', 9), 'es'), RangeError);
  assert.throws(() => secretToWords(new Uint8Array(10).fill(1), 'es'), RangeError);
});

test('a head has four words, and one bit among the first 44 changes them', () => {
  const root = bytesOf('root', 32);
  assert.equal(headWords(root, 'es').length, 4);
  for (let bit = 0; bit < 44; bit++) {
    const changed = root.slice();
    changed[bit >> 3]! ^= 128 >> (bit & 7);
    assert.notDeepEqual(headWords(changed, 'en'), headWords(root, 'en'));
  }
});

test('names that follow from an origin', () => {
  assert.equal(headsOrigin('el-alto.example/villa-ingenio'), 'el-alto.example/heads');
  assert.equal(successorOrigin('n/b'), 'n/b~2');
  assert.equal(successorOrigin('n/b~2'), 'n/b~3');
  assert.equal(successorOrigin('n/b~9'), 'n/b~10');
});

test('a successor’s name says which books it goes on from', () => {
  const third = successorOrigin(successorOrigin('n.example/junta'));
  assert.deepEqual(lineage(third), ['n.example/junta~3', 'n.example/junta~2', 'n.example/junta']);
  for (const origin of ['n.example/junta', 'n.example/junta~1', 'n.example/junta~0', 'n.example/junta~999999999'])
    assert.deepEqual(lineage(origin), [origin]);
});
