// Votes counted a second time, by somebody who only knows fractions and patience.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tally } from '../src/state.ts';
import type { DecisionRule } from '../src/statute/fields.ts';
import { quorumNeeded } from '../src/statute/quorum.ts';
import {
  ofDelegation,
  outcomeOf,
  outcomeOfCounts,
  outcomeUnder,
  sumShares,
  sumTallies,
  turnoutOf,
  votesAlone,
} from '../src/vote/arithmetic.ts';
import { divideSeats } from '../src/vote/divide.ts';

/** A fraction, compared without rounding. */
const reaches = (a: readonly [bigint, bigint], b: readonly [bigint, bigint], strict: boolean): boolean => {
  const difference = a[0] * b[1] - b[0] * a[1];
  return strict ? difference > 0n : difference >= 0n;
};

function naive(rule: DecisionRule, tally: Tally, present: number, roll: number, bodies = [0, 0]): string {
  const cast = tally.yes + tally.no;
  const base = { cast, voted: cast + tally.abstain, present, roll, bodies: bodies[1] ?? 0 }[rule.of];
  if (base === 0) return 'rejected';
  if (
    reaches(
      [BigInt((rule.of === 'bodies' ? bodies[0] : tally.yes) ?? 0), BigInt(base)],
      [BigInt(rule.num), BigInt(rule.den)],
      rule.strict,
    )
  )
    return 'carried';
  const half = rule.num / rule.den === 0.5 && rule.strict && rule.of === 'cast';
  return half && tally.yes === tally.no ? 'tied' : 'rejected';
}

const people = fc.integer({ min: 0, max: 1_000_000 });
const small = fc.integer({ min: 0, max: 20 });
const rule: fc.Arbitrary<DecisionRule> = fc
  .record({
    num: fc.integer({ min: 1, max: 12 }),
    den: fc.integer({ min: 1, max: 12 }),
    strict: fc.boolean(),
    of: fc.constantFrom('cast' as const, 'voted' as const, 'present' as const, 'roll' as const),
  })
  .map(({ num, den, ...rest }) => ({ ...rest, num: Math.min(num, den), den: Math.max(num, den) }));
const tallyOf = (numbers: fc.Arbitrary<number>): fc.Arbitrary<Tally> =>
  fc.record({ yes: numbers, no: numbers, abstain: numbers });

test('an outcome is what exact fractions give', () => {
  fc.assert(
    fc.property(rule, tallyOf(people), people, people, (of, tally, present, roll) => {
      assert.equal(outcomeOf(of, tally, { present, roll }), naive(of, tally, present, roll));
    }),
    { numRuns: 2_000 },
  );
});

test('known cases: half plus one, two thirds, a tie, nobody voting', () => {
  const majority: DecisionRule = { num: 1, den: 2, strict: true, of: 'cast' };
  const twoThirds: DecisionRule = { num: 2, den: 3, strict: false, of: 'cast' };
  const all = { present: 31, roll: 412 };
  assert.equal(outcomeOf(majority, { yes: 16, no: 15, abstain: 0 }, all), 'carried');
  assert.equal(outcomeOf(majority, { yes: 1, no: 0, abstain: 30 }, all), 'carried');
  assert.equal(outcomeOf(majority, { yes: 15, no: 15, abstain: 1 }, all), 'tied');
  assert.equal(outcomeOf({ ...majority, num: 2, den: 4 }, { yes: 15, no: 15, abstain: 1 }, all), 'tied');
  assert.equal(outcomeOf(majority, { yes: 0, no: 0, abstain: 31 }, all), 'rejected');
  assert.equal(outcomeOf(twoThirds, { yes: 20, no: 10, abstain: 1 }, all), 'carried');
  assert.equal(outcomeOf(twoThirds, { yes: 19, no: 10, abstain: 2 }, all), 'rejected');
  assert.equal(outcomeOf({ ...majority, of: 'present' }, { yes: 15, no: 0, abstain: 0 }, all), 'rejected');
  assert.equal(outcomeOf({ ...majority, of: 'roll' }, { yes: 31, no: 0, abstain: 0 }, all), 'rejected');
});

const alone = (blocks: readonly (readonly Tally[])[]) => blocks.map((entries) => entries.map(votesAlone));

/** Every way of believing one teller or the other in each block. */
function everyCombination(blocks: readonly (readonly Tally[])[]): Tally[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [sumTallies([])];
  return first.flatMap((entry) => everyCombination(rest).map((sum) => sumTallies([entry, sum])));
}

test('tellers who differ decide something only if every combination of their numbers says the same', () => {
  const block = fc.array(tallyOf(small), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(rule, fc.array(block, { minLength: 1, maxLength: 6 }), small, small, (of, blocks, present, roll) => {
      const bases = { present: present + 60, roll: roll + 80 };
      const outcomes = new Set(everyCombination(blocks).map((sum) => naive(of, sum, bases.present, bases.roll)));
      const expected = outcomes.size === 1 ? [...outcomes][0] : null;
      assert.equal(outcomeOfCounts({ rule: of }, alone(blocks), bases), expected);
    }),
    { numRuns: 500 },
  );
});

test('the order of the blocks is no matter', () => {
  const block = fc.array(tallyOf(small), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(rule, fc.array(block, { minLength: 1, maxLength: 6 }), (of, blocks) => {
      const bases = { present: 100, roll: 100 };
      const turned = outcomeOfCounts({ rule: of }, alone(blocks.toReversed()), bases);
      assert.equal(turned, outcomeOfCounts({ rule: of }, alone(blocks), bases));
    }),
  );
});

test('too many differing blocks decide nothing, and take no time', () => {
  const one = { yes: 1, no: 0, abstain: 0 };
  const blocks = Array.from({ length: 64 }, () => [one, { ...one, abstain: 1 }]);
  const majority = { num: 1, den: 2, strict: true, of: 'cast' } as const;
  assert.equal(outcomeOfCounts({ rule: majority }, alone(blocks), { present: 99, roll: 99 }), null);
});

const anyRule: fc.Arbitrary<DecisionRule> = fc
  .tuple(rule, fc.boolean())
  .map(([one, bodies]) => (bodies ? { ...one, of: 'bodies' } : one));

test('two majorities must both hold; delegations are counted once each, one that is divided equally on neither side', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.option(anyRule),
      fc.array(tallyOf(small), { maxLength: 9 }),
      people,
      people,
      (one, and, delegations, present, roll) => {
        const voted = delegations.filter(({ yes, no, abstain }) => yes + no + abstain > 0);
        const forIt = voted.filter(({ yes, no, abstain }) => yes > Math.max(no, abstain)).length;
        const sum = sumTallies(delegations);
        const each = [one, ...(and === null ? [] : [and])].map((of) =>
          naive(of, sum, present, roll, [forIt, voted.length]),
        );
        const expected = ['rejected', 'tied', 'carried'].find((outcome) => each.includes(outcome));
        const rules = and === null ? { rule: one } : { rule: one, and };
        const share = sumShares(delegations.map(ofDelegation));
        assert.equal(outcomeUnder(rules, share, { present, roll }), expected);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('known cases: more members but fewer bodies, and the other way round', () => {
  const rules = {
    rule: { num: 1, den: 2, strict: true, of: 'cast' },
    and: { num: 1, den: 2, strict: true, of: 'bodies' },
  } as const;
  const outcome = (...delegations: [yes: number, no: number][]) =>
    outcomeUnder(rules, sumShares(delegations.map(([yes, no]) => ofDelegation({ yes, no, abstain: 0 }))), {
      present: 0,
      roll: 0,
    });
  assert.equal(outcome([9, 0], [0, 2], [0, 2]), 'rejected');
  assert.equal(outcome([2, 0], [2, 0], [0, 9]), 'rejected');
  assert.equal(outcome([4, 0], [2, 0], [0, 5]), 'carried');
  assert.equal(outcome([4, 0], [2, 2], [0, 3]), 'rejected', 'the divided delegation is in the base, on neither side');
  assert.equal(outcome([3, 0], [1, 0], [0, 4]), 'tied');
});

/** The same by handing out one seat after the other to whoever has the most of their due still coming. */
function naiveDivision(seats: number, mandate: Tally): Tally {
  const total = turnoutOf(mandate);
  const given: Record<'yes' | 'no' | 'abstain', number> = { yes: 0, no: 0, abstain: 0 };
  const sides = ['yes', 'no', 'abstain'] as const;
  const due = (side: 'yes' | 'no' | 'abstain') => seats * mandate[side] - given[side] * total;
  const whole = total === 0 ? 0 : sides.reduce((sum, side) => sum + Math.floor((seats * mandate[side]) / total), 0);
  for (let seat = 0; seat < whole; seat++) {
    const side = sides.find((one) => due(one) >= total);
    if (side !== undefined) given[side]++;
  }
  const waiting = new Set(sides.filter((side) => mandate[side] > 0));
  for (let left = seats - whole; left > 0; ) {
    const most = [...waiting].filter((one) =>
      [...waiting].every((two) => due(one) > due(two) || (due(one) === due(two) && mandate[one] >= mandate[two])),
    );
    for (const side of most) waiting.delete(side);
    if (most.length === 0 || most.length > left) {
      given.abstain += left;
      break;
    }
    for (const side of most) given[side]++;
    left -= most.length;
  }
  return given;
}

test('a divided mandate divides the seats by largest remainder, to the last seat', () => {
  const members = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), tallyOf(members), (seats, mandate) => {
      const divided = divideSeats(seats, mandate);
      assert.equal(turnoutOf(divided), seats);
      assert.deepEqual(divided, naiveDivision(seats, mandate));
    }),
    { numRuns: 2_000 },
  );
  const swapped = ({ yes, no, abstain }: Tally) => ({ yes: no, no: yes, abstain });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), tallyOf(people), (seats, mandate) => {
      assert.deepEqual(
        divideSeats(seats, swapped(mandate)),
        swapped(divideSeats(seats, mandate)),
        'neither side first',
      );
    }),
  );
});

test('known cases: 70 to 30 over seats; the tie goes to the side with more members, between equals to neither', () => {
  const tally = (yes: number, no: number, abstain = 0) => ({ yes, no, abstain });
  assert.deepEqual(divideSeats(10, tally(70, 30)), tally(7, 3));
  assert.deepEqual(divideSeats(3, tally(70, 30)), tally(2, 1));
  assert.deepEqual(divideSeats(2, tally(75, 25)), tally(2, 0), 'equal remainders: more members');
  assert.deepEqual(divideSeats(3, tally(50, 50)), tally(1, 1, 1));
  assert.deepEqual(divideSeats(1, tally(0, 0)), tally(0, 0, 1));
});

test('a quorum is the smallest number of people that satisfies the rule, and never nobody', () => {
  const quorum = fc.record({
    num: fc.integer({ min: 1, max: 9 }),
    den: fc.integer({ min: 9, max: 12 }),
    strict: fc.boolean(),
  });
  fc.assert(
    fc.property(quorum, fc.integer({ min: 0, max: 3_000 }), (of, roll) => {
      let smallest = 1;
      while (!reaches([BigInt(smallest), 1n], [BigInt(of.num * roll), BigInt(of.den)], of.strict)) smallest++;
      assert.equal(quorumNeeded(of, roll), smallest);
      assert.equal(quorumNeeded({ ...of, min: 50 }, roll), Math.max(50, smallest));
    }),
  );
});
