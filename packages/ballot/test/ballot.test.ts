// The parts by themselves, without anybody else's program.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeMachine } from '../node/machine.ts';
import { makeAnswer } from '../src/answer.ts';
import { inverseModulo, powerModulo } from '../src/arithmetic.ts';
import { makeBallot } from '../src/ballot.ts';
import { newCredential } from '../src/credential.ts';
import { discreteLogarithms } from '../src/discrete-log.ts';
import { base64Encode } from '../src/encoding.ts';
import { sortShares } from '../src/finish.ts';
import { fixedBase } from '../src/fixed-base.ts';
import { type Group, groupNamed } from '../src/group.ts';
import { knownGroups, makeShare, type Setup, seededRandom, verifyArchive } from '../src/index.ts';
import { contribute, isShareOf, joinCeremony } from '../src/pedersen.ts';
import { randomBelow } from '../src/random.ts';
import { assembly, election, inMemory, templateOf, yesNo } from './elections.ts';

const random = seededRandom('parts', nodeMachine);

function group(name = 'BELENIOS-2048'): Group {
  const found = groupNamed(name, nodeMachine);
  assert.ok(found !== undefined);
  return found;
}

test('both groups are what the specification says: g has the order q, and p is one more than a multiple of q', () => {
  for (const { p, g, q, name } of knownGroups) {
    assert.equal(powerModulo(g, q, p), 1n);
    assert.equal((p - 1n) % q, 0n);
    assert.ok(group(name).isMember(g));
    assert.ok(!group(name).isMember(p - 1n));
  }
});

test('OpenSSL, the tables and plain integers raise to the same power', () => {
  const { p, q, g } = knownGroups[0] ?? assert.fail();
  const base = powerModulo(g, 12_345n, p);
  const power = (a: bigint, e: bigint): bigint => nodeMachine.power(a, e, p);
  const fast = fixedBase({ base, modulus: p, bits: 256, power });
  const exponents = [
    0n,
    1n,
    2n,
    q - 1n,
    q,
    2n ** 256n - 1n,
    ...Array.from({ length: 8 }, () => randomBelow(q, random)),
  ];
  for (const exponent of exponents) {
    const expected = powerModulo(base, exponent, p);
    assert.equal(power(base, exponent), expected, `${exponent}`);
    assert.equal(fast(exponent), expected, `${exponent}`);
  }
});

test('an inverse exists for what shares no factor, and only for that', () => {
  assert.equal(inverseModulo(3n, 7n), 5n);
  assert.equal(inverseModulo(-4n, 7n), 5n);
  assert.equal(inverseModulo(6n, 9n), undefined);
});

test('logarithms are found up to the bound and not beyond', () => {
  const known = [0n, 1n, 99n, 100n];
  const powers = known.map((exponent) => group().powerOfG(exponent));
  assert.deepEqual(discreteLogarithms(group(), powers, 100n), known);
  assert.equal(discreteLogarithms(group(), [group().powerOfG(101n)], 100n), undefined);
});

test('base64 has no padding', () => {
  assert.equal(base64Encode(new TextEncoder().encode('a')), 'YQ');
  assert.equal(base64Encode(new TextEncoder().encode('any carnal')), 'YW55IGNhcm5hbA');
});

test('a credential ends in a check of what stands before', () => {
  const credential = newCredential(random);
  assert.match(credential, /^(?:[1-9A-HJ-NP-Za-km-z]{3}-){4}[1-9A-HJ-NP-Za-km-z]{3}$/);
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const digits = [...credential.replaceAll('-', '')].map((letter) => BigInt(alphabet.indexOf(letter)));
  const number = digits.slice(0, 14).reduce((sum, digit) => sum * 58n + digit, 0n);
  assert.equal((number + (digits[14] ?? 0n)) % 53n, 0n);
});

test('a wrong share of the key is known at once, and whose it is', () => {
  const workshop = { group: group(), machine: nodeMachine, random };
  const seats = [1, 2, 3].map((index) => joinCeremony(workshop, { size: 3, threshold: 2, index }));
  const certs = seats.map(({ certificate }) => certificate);
  const { exponents, shares } = contribute(workshop, seats[0] ?? assert.fail(), certs);
  assert.deepEqual(
    shares.map((share, at) => isShareOf(workshop, exponents, at + 1, share)),
    [true, true, true],
  );
  assert.ok(!isShareOf(workshop, exponents, 2, (shares[1] ?? 0n) + 1n));
});

async function verified(bytes: Uint8Array) {
  const report = await verifyArchive(inMemory(bytes), nodeMachine);
  assert.deepEqual(report.findings, []);
  assert.ok(report.setup !== undefined);
  return { ...report, setup: report.setup as Setup };
}

test('a bad part of the decryption is named and left out while enough good ones remain', async () => {
  const made = await election({ trustees: '2of3' });
  const { setup, tally } = await verified(made.closed);
  const shares = made.privateKeys.map((key) => makeShare(setup, tally, key, random) ?? assert.fail());
  const forged = { owner: 2, json: shares[0]?.json ?? '' };
  const sorted = sortShares(setup, tally, [shares[0] ?? assert.fail(), forged, shares[2] ?? assert.fail()]);
  assert.deepEqual([[...sorted.good.keys()], sorted.bad], [[1, 3], [2]]);
});

test('a choice that the question does not allow makes no ballot', async () => {
  const made = await election({ template: assembly, voters: 3, revotes: 1, seed: 'single' });
  const { setup } = await verified(made.closed);
  const [first, second] = setup.election.fields.questions;
  const answer = (question: typeof first, choice: readonly number[]) => () =>
    makeAnswer({ election: setup.election, question: question ?? assert.fail(), context: '' }, choice, random);
  for (const choice of [
    [0, 0, 0, 0, 0],
    [1, 1, 0, 0, 0],
    [0, 1, 1, 0, 0],
    [0, 2, 0, 0, 0],
    [0, 1, 0, 0],
  ])
    assert.throws(answer(first, choice), RangeError);
  assert.throws(answer(second, [1, 1, 1]), RangeError);
  assert.throws(() => makeBallot(setup.election, 1n, [[1, 0, 0, 0, 0]], random), RangeError);
});

test('the safe-prime group is read too', async () => {
  const made = await election({ group: 'RFC-3526-2048', voters: 1 });
  assert.deepEqual((await verified(made.archive)).result, made.result);
});

test('the same seed gives the same archive', async () => {
  const [one, other] = [await election({ seed: 'a', voters: 1 }), await election({ seed: 'a', voters: 1, revotes: 0 })];
  assert.deepEqual(one.archive, other.archive);
  assert.notDeepEqual((await election({ seed: 'b', voters: 1 })).archive, one.archive);
});

test('a template that no ballot can answer is refused with its place', () => {
  for (const json of ['[]', '[{"answers":["a"],"min":2,"max":1,"question":""}]', '{"questions":[]}', '3'])
    assert.throws(() => templateOf(json));
  assert.equal(yesNo.questions.length, 1);
});
