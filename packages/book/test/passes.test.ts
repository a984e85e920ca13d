// Safe-conducts: the text, the key list, the answer at the block (docs/passes.md).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { passVectors, writePassVectors } from '../../../vectors/passes/make.ts';
import {
  type Cargo,
  cargoCode,
  cargoes,
  formatTime,
  isLife,
  isPassSigned,
  judge,
  type KeyList,
  MAX_PASS_BYTES,
  type Pass,
  passagesText,
  type Question,
  readKeyList,
  readPass,
  readPassages,
  signPass,
  verdictWords,
} from '../src/index.ts';
import { crypto, signer } from './fixtures.ts';

const vectors = passVectors();
const { list } = vectors;

test('the vectors are those that the script makes', () => {
  assert.equal(
    readFileSync(new URL('../../../vectors/passes/passes.json', import.meta.url), 'utf8'),
    writePassVectors(),
  );
});

for (const { about, text, pass } of vectors.good)
  test(`vectors: ${about} is read, and found signed`, () => {
    const read = readPass(text);
    assert.ok(read.ok);
    assert.deepEqual(read.signed.pass, pass);
    assert.ok(isPassSigned(read.signed, list.origin, Buffer.from(list.keys[0]?.key ?? '', 'base64'), crypto));
    assert.ok(text.length <= MAX_PASS_BYTES);
    // ISO/IEC 18004, table 5: what a QR code holds in five and a half bits a character.
    assert.match(text, /^[0-9A-Z $%*+\-./:]+$/);
  });

for (const { about, text, fault } of vectors.unreadable)
  test(`vectors: ${about} is refused as ${fault}`, () => {
    const read = readPass(text);
    assert.equal(read.ok ? 'read' : read.fault, fault);
  });

for (const { about, question, answer, finding } of vectors.judged)
  test(`vectors: ${about}: ${answer}, ${finding}`, () => {
    const verdict = judge(question, [list], crypto);
    assert.deepEqual([verdict.answer, verdict.finding], [answer, finding]);
  });

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const name = (length: number) =>
  fc.array(fc.constantFrom(...crockford), { minLength: length, maxLength: length }).map((all) => all.join(''));
const minute = fc.integer({ min: 0, max: 36_524 * 1_440 }).map((after) => formatTime(946_684_800 + after * 60));
const anyPass: fc.Arbitrary<Pass> = fc
  .record({
    key: name(4),
    id: name(8),
    cargo: fc.constantFrom(...cargoes),
    vehicle: fc.option(fc.stringMatching(/^[A-Z0-9]{2,10}$/)),
    times: fc.uniqueArray(minute, { minLength: 2, maxLength: 2 }),
    closures: fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ times, closures, ...rest }) => {
    const [from, until] = [...times].sort() as [string, string];
    return { ...rest, from, until, closures: closures.sort((a, b) => a - b) };
  });

const signers = { ours: signer('pass property'), theirs: signer('pass property, another') };
const origin = 'nodo.example/bloqueo';
/** A list whose key may issue exactly this pass, with its window around it. */
const listFor = (pass: Pass): KeyList => ({
  ...list,
  origin,
  keys: [
    {
      name: pass.key,
      key: Buffer.from(signers.ours.publicKey).toString('base64'),
      from: pass.from,
      until: pass.until,
      cargoes: [pass.cargo],
      closures: pass.closures,
    },
  ],
  revoked: [],
});

test('property: what is written is read again, and valid from its first second', () => {
  fc.assert(
    fc.property(anyPass, (pass) => {
      const text = signPass(pass, origin, signers.ours);
      const read = readPass(text);
      assert.ok(read.ok);
      assert.deepEqual(read.signed.pass, pass);
      const verdict = judge({ text, at: pass.from }, [listFor(pass)], crypto);
      assert.equal(verdict.finding, 'valid');
      assert.equal(verdict.answer, isLife(pass.cargo) ? 'let-pass' : 'valid');
    }),
    { numRuns: 200 },
  );
});

test('property: no change of one character is valid, unless it is only another spelling', () => {
  fc.assert(
    fc.property(anyPass, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.- '), (pass, at, sign) => {
      const text = signPass(pass, origin, signers.ours);
      const place = at % text.length;
      const changed = text.slice(0, place) + sign + text.slice(place + 1);
      const [before, after] = [readPass(text), readPass(changed)];
      const same =
        before.ok &&
        after.ok &&
        before.signed.words === after.signed.words &&
        Buffer.compare(before.signed.signature, after.signed.signature) === 0;
      assert.equal(judge({ text: changed, at: pass.from }, [listFor(pass)], crypto).finding === 'valid', same);
    }),
    { numRuns: 500 },
  );
});

const anyQuestion: fc.Arbitrary<Question & { readonly cargo: Cargo }> = fc.record(
  {
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      anyPass.map((pass) => signPass(pass, origin, signers.theirs)),
    ),
    at: minute,
    block: fc.record({ origin: fc.constantFrom(origin, list.origin), number: fc.nat() }),
    cargo: fc.constantFrom(...cargoes),
    vehicle: fc.string(),
  },
  { requiredKeys: ['at', 'cargo'] },
);

test('property: life passes, whatever the paper, the list and the clock say; and the screen says so first', () => {
  fc.assert(
    fc.property(anyQuestion, fc.option(anyPass), (asked, pass) => {
      const lists = pass === null ? [] : [listFor(pass), list];
      const verdict = judge(asked, lists, crypto);
      assert.equal(verdict.answer === 'let-pass', isLife(asked.cargo));
      if (!isLife(asked.cargo)) return;
      assert.match(verdictWords(verdict, 'es').answer, /^Déjelo pasar/);
      assert.match(verdictWords(verdict, 'en').answer, /^Let it pass/);
    }),
    { numRuns: 500 },
  );
});

test('property: a paper on which a cargo of life can still be read lets it pass, however torn or forged', () => {
  fc.assert(
    fc.property(anyPass, fc.nat(), (pass, cut) => {
      const text = signPass(pass, origin, signers.theirs);
      const kept = text.slice(0, 25 + (cut % (text.length - 24)));
      const verdict = judge({ text: kept, at: pass.from }, [listFor(pass)], crypto);
      assert.equal(verdict.answer, isLife(pass.cargo) ? 'let-pass' : 'not-valid', kept);
    }),
  );
});

test('two bodies gave keys the same name: that of the one which signed counts', () => {
  const [first] = vectors.good;
  assert.ok(first);
  const other = listFor(first.pass);
  assert.equal(judge({ text: first.text, at: first.pass.from }, [other, list], crypto).issuer?.origin, list.origin);
  assert.equal(judge({ text: first.text, at: first.pass.from }, [other], crypto).finding, 'forged');
});

test('an answer says how old the list is, and whether the body wants a newer one', () => {
  const [first] = vectors.good;
  assert.ok(first);
  const asked = (at: string) => judge({ text: first.text, at }, [list], crypto);
  assert.deepEqual(
    [asked('2026-11-22T06:41:00Z').issuer?.ageMinutes, asked('2026-11-22T06:41:00Z').issuer?.stale],
    [60, false],
  );
  const late = asked('2026-11-22T17:41:00Z');
  assert.deepEqual([late.issuer?.ageMinutes, late.issuer?.stale, late.finding], [720, false, 'valid']);
  assert.equal(asked('2026-11-22T17:42:00Z').issuer?.stale, true);
  assert.match(verdictWords(late, 'en').age ?? '', /12 hours old/);
  assert.match(verdictWords(asked('2026-11-22T06:40:12Z'), 'es').age ?? '', /hace 1 hora:/);
  assert.equal(asked('2026-11-22T05:00:00Z').issuer?.ageMinutes, 0, 'a clock behind the list makes no negative age');
});

test('what no pass can say is not written', () => {
  const [first] = vectors.good;
  assert.ok(first);
  const wrong = (change: Partial<Pass>) => () => signPass({ ...first.pass, ...change }, origin, signers.ours);
  assert.throws(wrong({ until: first.pass.from }), RangeError);
  assert.throws(wrong({ closures: [] }), RangeError);
  assert.throws(wrong({ closures: [15, 12] }), RangeError);
  assert.throws(wrong({ closures: [1, 2, 3, 4, 5, 6, 7].map((n) => 99_990 + n) }), /too-long/);
  assert.throws(wrong({ from: '2026-11-22T06:00:30Z' }), RangeError);
  assert.throws(wrong({ vehicle: 'A B' }), RangeError);
  assert.throws(wrong({ id: 'P4Q8ZKLM' }), RangeError);
});

test('the letters of a cargo name one cargo', () => {
  assert.equal(new Set(cargoes.map(cargoCode)).size, cargoes.length);
});

test('a key list that is none is refused, with the place and what belongs there', () => {
  const good = JSON.stringify(list);
  assert.ok(readKeyList(good).ok);
  type Loose = { keys: object[]; head: object };
  const placed = (change: (value: Loose) => void): string => {
    const value: Loose = JSON.parse(good);
    change(value);
    const read = readKeyList(JSON.stringify(value));
    return read.ok ? 'read' : read.path;
  };
  assert.equal(
    placed((value) => Reflect.set(value, 'format', 'cabildo-passes/2')),
    'format',
  );
  assert.equal(
    placed((value) => Reflect.set(value.keys[1] ?? {}, 'until', 'tomorrow')),
    'keys[1].until',
  );
  assert.equal(
    placed((value) => Reflect.set(value.keys[0] ?? {}, 'key', 'AAAA')),
    'keys[0].key',
  );
  assert.equal(
    placed((value) => Reflect.set(value.head, 'at', 7)),
    'head.at',
  );
  assert.equal(
    placed((value) => Reflect.set(value, 'revoked', [{ pass: 'x', at: '2026-11-22T05:00:00Z' }])),
    'revoked[0].pass',
  );
  assert.equal(
    placed((value) => Reflect.set(value, 'later', 1)),
    'read',
    'a later version may say more',
  );
  for (const text of ['', 'null', '[]', '{', good.slice(0, -2)]) assert.ok(!readKeyList(text).ok, text);
  fc.assert(fc.property(fc.json(), (text) => !readKeyList(text).ok));
});

test('property: what a phone hands in is read as it counted, however it was typed; no other number is', () => {
  const number = fc.nat({ max: 1_000_000 });
  const totals = fc
    .uniqueArray(
      fc.record({ cargo: fc.constantFrom(...cargoes), withPass: number, without: number }, { noNullPrototype: true }),
      {
        selector: ({ cargo }) => cargo,
        minLength: 1,
      },
    )
    .map((all) => all.toSorted((a, b) => cargoes.indexOf(a.cargo) - cargoes.indexOf(b.cargo)));
  fc.assert(
    fc.property(totals, fc.nat(), (counted, at) => {
      const passages = { count: '7K2M', totals: counted };
      const text = passagesText(passages);
      assert.deepEqual(readPassages(` ${text.toLowerCase().replaceAll(' ', '\n ')}`), { ok: true, passages });
      const figures = [...text.matchAll(/\d/g)].map(({ index }) => index).filter((index) => index > 11);
      const place = figures[at % figures.length] as number;
      const misread = `${text.slice(0, place)}${(Number(text[place]) + 1) % 10}${text.slice(place + 1)}`;
      assert.equal(readPassages(misread).ok, false, misread);
    }),
  );
});

test('a line of passages that is none is refused, with what is wrong with it', () => {
  for (const [text, fault, part] of [
    ['CABILDO1 K7F3', 'not-passages', 'CABILDO1'],
    ['PASOS2 7K2M GO1.0 =1', 'other-version', 'PASOS2'],
    ['PASOS1 GO1.0 =1', 'count', 'GO1.0'],
    ['PASOS1 7K2M XX1.0 =1', 'part', 'XX1.0'],
    ['PASOS1 7K2M GO1.0 GO2.0 =3', 'part', 'GO2.0'],
    ['PASOS1 7K2M GO99999999.0 =99999999', 'part', 'GO99999999.0'],
    ['PASOS1 7K2M GO12.4', 'sum', '0'],
    ['PASOS1 7K2M GO12.4 =17', 'sum', '16'],
    ['PASOS1 7K2M', 'sum', '0'],
  ] as const)
    assert.deepEqual(readPassages(text), { ok: false, fault, part }, text);
});
