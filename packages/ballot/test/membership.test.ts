import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeMachine, nodeRandom } from '../node/machine.ts';
import { powerModulo } from '../src/arithmetic.ts';
import { groupNamed } from '../src/group.ts';
import { knownGroups } from '../src/index.ts';
import { testMembership } from '../src/membership.ts';

const { p, q } = knownGroups[0] ?? assert.fail();
const group = groupNamed('BELENIOS-2048', nodeMachine) ?? assert.fail();

/** So many members, those at some places multiplied by what is none. */
function* members(count: number, spoilt: ReadonlyMap<number, bigint> = new Map()): Generator<bigint> {
  let element = group.g;
  for (let at = 0; at < count; at++) {
    element = group.multiply(element, group.g);
    yield group.multiply(element, spoilt.get(at) ?? group.one);
  }
}

function holds(elements: Iterable<bigint>): boolean {
  const all = testMembership(group, nodeRandom);
  for (const element of elements) all.take(element);
  return all.holds();
}

/** What has that order. */
function ofOrder(order: bigint): bigint {
  for (let base = 2n; ; base++) {
    const element = powerModulo(base, (p - 1n) / order, p);
    if (element !== 1n) return element;
  }
}

const minusOne = ofOrder(2n);
const third = ofOrder(3n);
/** Outside the group, of an order that nobody has taken apart. */
const other = powerModulo(2n, q * 6n, p);
const inverse = powerModulo(other, p - 2n, p);

test('p - 1 is divisible by q, 2 and 3: a product with exponents by chance would miss every second or third of such elements', () => {
  assert.equal(minusOne, p - 1n);
  assert.equal(powerModulo(third, 3n, p), 1n);
  assert.ok(![minusOne, third, other].some(group.isMember));
});

test('members are members, a few as many', () => {
  for (const count of [0, 1, 2_048, 2_049]) assert.ok(holds(members(count)), `${count}`);
});

for (const [what, spoilt] of [
  ['one of order two', [minusOne]],
  ['two of order two, whose product is a member', [minusOne, minusOne]],
  ['one of order three', [third]],
  ['three of order three, whose product is a member', [third, third, third]],
  ['one of another order and its inverse', [other, inverse]],
] as const)
  test(`${what} among members: found, whether few or many, wherever they stand`, () => {
    for (const [count, places] of [
      [40, [0, 7, 39]],
      [2_300, [0, 2_047, 2_299]],
      [2_300, [2_100, 2_101, 2_102]],
    ] as const)
      assert.ok(!holds(members(count, new Map(spoilt.map((one, at) => [places[at] ?? 0, one])))), `${count}`);
  });
