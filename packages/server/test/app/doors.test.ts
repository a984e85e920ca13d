// The code at the door, slips, and the phones that are heard: what the node keeps of a hall (docs/decisions/0009).
import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { crockfordDecode } from '@cabildo/book';
import type { Actor } from '@cabildo/core';
import { phoneVectors, writePhoneVectors } from '../../../../vectors/phone/make.ts';
import { createCards, parseSlip } from '../../src/app/cards.ts';
import { createDoors } from '../../src/app/doors.ts';
import { createHeard } from '../../src/app/heard.ts';
import { checkSigned, parseSigned } from '../../src/app/signed-commands.ts';

const key = createSecretKey(Buffer.alloc(32, 9));
const origin = 'el-alto.example/villa-ingenio';
const at = '2026-11-21T20:15:03Z';

test('the code changes every minute and holds for this one and the two before', () => {
  const doors = createDoors(key);
  const { code, until } = doors.codeAt(origin, 57, at);
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{8}$/);
  assert.equal(until, '2026-11-21T20:16:00Z');
  assert.equal(doors.codeAt(origin, 57, '2026-11-21T20:15:59Z').code, code);
  assert.notEqual(doors.codeAt(origin, 57, until).code, code);
  for (const [now, holds] of [
    ['2026-11-21T20:14:59Z', false],
    ['2026-11-21T20:15:00Z', true],
    ['2026-11-21T20:17:59Z', true],
    ['2026-11-21T20:18:00Z', false],
  ] as const)
    assert.equal(doors.holds(origin, 57, now, code), holds, now);
});

test('the code is that of one sitting of one book on one node, however it is written', () => {
  const doors = createDoors(key);
  const { code } = doors.codeAt(origin, 57, at);
  assert.ok(doors.holds(origin, 57, at, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`));
  assert.ok(!doors.holds(origin, 58, at, code));
  assert.ok(!doors.holds('el-alto.example/villa-ingenio~2', 57, at, code));
  assert.ok(!createDoors(createSecretKey(Buffer.alloc(32, 8))).holds(origin, 57, at, code));
  for (const nonsense of ['', '0', code.slice(1), `${code}0`, 'ñandú'])
    assert.ok(!doors.holds(origin, 57, at, nonsense), nonsense);
});

test('a slip has a number and a code of 48 bits; whoever types it may write it as they like', () => {
  let made = 0;
  const cards = createCards(key, (bytes) => new Uint8Array(bytes).fill(++made));
  const { card, code } = cards.makeSlip(origin, 12);
  assert.match(code, /^12-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.slice(0, 8)}${code.slice(9)} `])
    assert.deepEqual(cards.hmacOf(origin, typed), card, typed);
  assert.notDeepEqual(cards.hmacOf(origin, `13${code.slice(2)}`), card, 'the code is that number’s alone');
  assert.equal(parseSlip(code)?.number, 12);
  const member = cards.make(origin).secret;
  for (const text of [member.code, member.words.es, member.words.en, '12', '12-', '0-AAAAA-AAAAA', ''])
    assert.equal(parseSlip(text), null, text);
  assert.equal(crockfordDecode(member.code)?.length, 10);
});

test('what a phone signs is checked word for word, as in the vectors', () => {
  const written = readFileSync(new URL('../../../../vectors/phone/signed-commands.json', import.meta.url), 'utf8');
  assert.equal(written, writePhoneVectors());
  const { publicKey, good, refused } = phoneVectors();
  const check = ({
    book,
    command,
    input,
    key: idempotency,
    header,
  }: (typeof good)[number] | (typeof refused)[number]) => {
    const signed = parseSigned(header);
    assert.ok(signed);
    return checkSigned(publicKey, { book, command, input, key: idempotency, signed });
  };
  for (const one of good) assert.equal(check(one), 'fine', one.text);
  for (const one of refused) assert.equal(check(one), 'not-valid', one.what);
});

test('a phone without a key signs nothing; with one, what is counted must be signed, and a signature that is there must hold', () => {
  const { publicKey, good } = phoneVectors();
  const [vote] = good;
  assert.ok(vote);
  const { book, command, input, key: idempotency } = vote;
  const unsigned = { book, command, input, key: idempotency, signed: undefined };
  assert.equal(checkSigned(null, unsigned), 'fine');
  assert.equal(checkSigned(publicKey, unsigned), 'missing');
  assert.equal(checkSigned(publicKey, { ...unsigned, command: 'RecordObjection' }), 'fine');
  const signed = { madeAt: vote.madeAt, signature: 'AAAA' };
  assert.equal(checkSigned(publicKey, { ...unsigned, command: 'RecordObjection', signed }), 'not-valid');
  for (const header of [
    '',
    'x',
    vote.madeAt,
    ` ${vote.signature}`,
    `${vote.header} more`,
    `yesterday ${vote.signature}`,
  ])
    assert.equal(parseSigned(header), null, header);
});

test('a phone is heard while its stream is open, and for thirty seconds after it last asked', () => {
  let now = 1_000_000;
  const heard = createHeard(() => now);
  const one: Actor = { kind: 'member', member: 'm-one' };
  const slip: Actor = { kind: 'slip', sitting: 57, number: 3 };
  const holders = ['m-one', 'm-two', 'slip-57-3'];
  assert.equal(heard.among(origin, holders), 0);
  heard.asked(origin, one);
  heard.asked(origin, { kind: 'anyone' });
  const [first, second] = [heard.streaming(origin, slip), heard.streaming(origin, slip)];
  assert.equal(heard.among(origin, holders), 2);
  now += 30_001;
  assert.equal(heard.among(origin, holders), 1, 'who only asked is silent now');
  first();
  first();
  assert.equal(heard.among(origin, holders), 1, 'its other stream is open still');
  second();
  assert.equal(heard.among(`${origin}~2`, holders), 1, 'in the book that goes on it is the same phone');
  now += 30_001;
  assert.equal(heard.among(origin, holders), 0);
});
