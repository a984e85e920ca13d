// Votes counted a second time, by somebody who only knows fractions and patience.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tally } from '../src/state.ts';
import type { DecisionRule } from '../src/statute/fields.ts';
import { quorumNeeded } from '../src/statute/quorum.ts';
import { outcomeOf, outcomeOfBlocks, sumTallies } from '../src/vote/arithmetic.ts';

/** A fraction, compared without rounding. */
const reaches = (a: readonly [bigint, bigint], b: readonly [bigint, bigint], strict: boolean): boolean => {
  const difference = a[0] * b[1] - b[0] * a[1];
  return strict ? difference > 0n : difference >= 0n;
};

function naive(rule: DecisionRule, tally: Tally, present: number, roll: number): string {
  const cast = tally.yes + tally.no;
  const base = { cast, voted: cast + tally.abstain, present, roll, bodies: 0 }[rule.of];
  if (base === 0) return 'rejected';
  if (reaches([BigInt(tally.yes), BigInt(base)], [BigInt(rule.num), BigInt(rule.den)], rule.strict)) return 'carried';
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
      assert.equal(outcomeOfBlocks(of, blocks, bases), expected);
    }),
    { numRuns: 500 },
  );
});

test('the order of the blocks is no matter', () => {
  const block = fc.array(tallyOf(small), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(rule, fc.array(block, { minLength: 1, maxLength: 6 }), (of, blocks) => {
      const bases = { present: 100, roll: 100 };
      assert.equal(outcomeOfBlocks(of, blocks.toReversed(), bases), outcomeOfBlocks(of, blocks, bases));
    }),
  );
});

test('too many differing blocks decide nothing, and take no time', () => {
  const one = { yes: 1, no: 0, abstain: 0 };
  const blocks = Array.from({ length: 64 }, () => [one, { ...one, abstain: 1 }]);
  assert.equal(outcomeOfBlocks({ num: 1, den: 2, strict: true, of: 'cast' }, blocks, { present: 99, roll: 99 }), null);
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
