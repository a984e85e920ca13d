import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AnswersRule, outcomeOfAnswers, settledOutcome } from '../src/majority/answers.ts';
import { type Count, majorityResult, outcomeOfCounts } from '../src/majority/counts.ts';
import { divideSeats } from '../src/majority/division.ts';
import { type MajorityRule, outcomeOf, outcomeUnder } from '../src/majority/outcome.ts';
import {
  nobody,
  ofDelegation,
  sumShares,
  sumTallies,
  type Tally,
  turnoutOf,
  votesAlone,
} from '../src/majority/tally.ts';
import { everyCombination, naiveAnswers, naiveDivision, naiveOutcome } from './naive/majority.ts';

const people = fc.integer({ min: 0, max: 1_000_000 });
const small = fc.integer({ min: 0, max: 20 });
const fraction = fc
  .record({ num: fc.integer({ min: 1, max: 12 }), den: fc.integer({ min: 1, max: 12 }), strict: fc.boolean() })
  .map(({ num, den, strict }) => ({ num: Math.min(num, den), den: Math.max(num, den), strict }));
const rule: fc.Arbitrary<MajorityRule> = fc
  .tuple(fraction, fc.constantFrom('cast' as const, 'voted' as const, 'present' as const, 'roll' as const))
  .map(([of, base]) => ({ ...of, of: base }));
const anyRule: fc.Arbitrary<MajorityRule> = fc
  .tuple(rule, fc.boolean())
  .map(([one, bodies]) => (bodies ? { ...one, of: 'bodies' } : one));
const tallyOf = (numbers: fc.Arbitrary<number>): fc.Arbitrary<Tally> =>
  fc.record({ yes: numbers, no: numbers, abstain: numbers });

test('an outcome is what exact fractions give', () => {
  fc.assert(
    fc.property(rule, tallyOf(people), people, people, (of, tally, present, roll) => {
      assert.equal(outcomeOf(of, tally, { present, roll }), naiveOutcome(of, tally, present, roll));
    }),
    { numRuns: 2_000 },
  );
});

test('known cases: half plus one, two thirds, a tie, nobody voting', () => {
  const majority: MajorityRule = { num: 1, den: 2, strict: true, of: 'cast' };
  const twoThirds: MajorityRule = { num: 2, den: 3, strict: false, of: 'cast' };
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

test('abstentions leave the base of the votes cast, and weigh down that of all who voted', () => {
  const tally = { yes: 10, no: 9, abstain: 2 };
  const half = { num: 1, den: 2, strict: true } as const;
  assert.equal(outcomeOf({ ...half, of: 'cast' }, tally, { present: 21, roll: 21 }), 'carried');
  assert.equal(outcomeOf({ ...half, of: 'voted' }, tally, { present: 21, roll: 21 }), 'rejected');
});

test('a fraction of large numbers is compared to the last vote', () => {
  const [num, den] = [2 ** 31 - 2, 2 ** 31 - 1];
  const of = { num, den, strict: true, of: 'roll' } as const;
  const tally = { yes: num, no: 0, abstain: 0 };
  assert.equal(outcomeOf(of, tally, { present: 0, roll: den }), 'rejected');
  assert.equal(outcomeOf({ ...of, strict: false }, tally, { present: 0, roll: den }), 'carried');
  assert.equal(outcomeOf(of, { ...tally, yes: den }, { present: 0, roll: den }), 'carried');
});

test('one vote more for never turns carried into rejected, one more against never the other way', () => {
  const order = ['rejected', 'tied', 'carried'];
  fc.assert(
    fc.property(rule, tallyOf(small), small, small, (of, tally, present, roll) => {
      const at = (changed: Tally) => order.indexOf(outcomeOf(of, changed, { present, roll }));
      const [was, more, against] = [tally, { ...tally, yes: tally.yes + 1 }, { ...tally, no: tally.no + 1 }].map(at);
      assert.ok((more as number) >= (was as number));
      assert.ok((against as number) <= (was as number));
    }),
    { numRuns: 1_000 },
  );
});

const alone = (blocks: readonly (readonly Tally[])[]): Count[] => blocks.map((entries) => entries.map(votesAlone));
const blocksOf = (most: number) =>
  fc.array(fc.array(tallyOf(small), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: most });

test('tellers who differ decide something only if every combination of their numbers says the same', () => {
  fc.assert(
    fc.property(rule, blocksOf(6), small, small, (of, blocks, present, roll) => {
      const bases = { present: present + 60, roll: roll + 80 };
      const outcomes = new Set(everyCombination(blocks).map((sum) => naiveOutcome(of, sum, bases.present, bases.roll)));
      const expected = outcomes.size === 1 ? [...outcomes][0] : null;
      assert.equal(outcomeOfCounts({ rule: of }, alone(blocks), bases), expected);
    }),
    { numRuns: 500 },
  );
});

test('a result shows both sums of the tellers where they differ, one where they agree, and each majority only then', () => {
  const rules = {
    rule: { num: 1, den: 2, strict: true, of: 'cast' },
    and: { num: 1, den: 4, strict: false, of: 'roll' },
  } as const;
  const bases = { present: 30, roll: 40 };
  const [one, other] = [
    { ...nobody, yes: 12, no: 5 },
    { ...nobody, yes: 13, no: 5 },
  ];
  const agreed = majorityResult(rules, alone([[one], [{ ...nobody, abstain: 3 }]]), bases);
  assert.deepEqual(agreed, {
    tallies: [{ yes: 12, no: 5, abstain: 3 }],
    turnout: 20,
    outcome: 'carried',
    each: ['carried', 'carried'],
  });
  const differing = majorityResult(rules, alone([[one, other]]), bases);
  assert.deepEqual(differing, { tallies: [one, other], turnout: 18, outcome: 'carried' });
  const close = majorityResult(
    { rule: rules.rule },
    alone([
      [
        { ...nobody, yes: 5, no: 5 },
        { ...nobody, yes: 6, no: 5 },
      ],
    ]),
    bases,
  );
  assert.equal(close.outcome, 'undetermined');
});

test('the order of the blocks is no matter', () => {
  fc.assert(
    fc.property(rule, blocksOf(6), (of, blocks) => {
      const bases = { present: 100, roll: 100 };
      const turned = majorityResult({ rule: of }, alone(blocks.toReversed()), bases);
      assert.deepEqual(turned, majorityResult({ rule: of }, alone(blocks), bases));
    }),
  );
});

test('too many differing blocks decide nothing, and take no time', () => {
  const one = { yes: 1, no: 0, abstain: 0 };
  const blocks = Array.from({ length: 64 }, () => [one, { ...one, abstain: 1 }]);
  const majority = { num: 1, den: 2, strict: true, of: 'cast' } as const;
  assert.equal(outcomeOfCounts({ rule: majority }, alone(blocks), { present: 99, roll: 99 }), null);
});

test('two majorities must both hold; delegations are counted once each, one that is divided equally on neither side', () => {
  const delegations = fc.array(tallyOf(small), { maxLength: 9 });
  fc.assert(
    fc.property(anyRule, fc.option(anyRule), delegations, people, people, (one, and, votes, present, roll) => {
      const voted = votes.filter(({ yes, no, abstain }) => yes + no + abstain > 0);
      const forIt = voted.filter(({ yes, no, abstain }) => yes > Math.max(no, abstain)).length;
      const sum = sumTallies(votes);
      const each = [one, ...(and === null ? [] : [and])].map((of) =>
        naiveOutcome(of, sum, present, roll, [forIt, voted.length]),
      );
      const expected = ['rejected', 'tied', 'carried'].find((outcome) => each.includes(outcome));
      const rules = and === null ? { rule: one } : { rule: one, and };
      assert.equal(outcomeUnder(rules, sumShares(votes.map(ofDelegation)), { present, roll }), expected);
    }),
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

const answersRule: fc.Arbitrary<AnswersRule> = fc
  .tuple(
    fraction,
    fc.constantFrom('bases' as const, 'answered' as const),
    fc.constantFrom(undefined, 'neither' as const, 'yes' as const, 'no' as const),
  )
  .map(([of, base, silence]) => ({ ...of, of: base, ...(silence === undefined ? {} : { silence }) }));
const answer = fc.constantFrom('yes' as const, 'no' as const, null);
const numbersOf = (said: readonly ('yes' | 'no' | null)[]) => ({
  yes: said.filter((one) => one === 'yes').length,
  no: said.filter((one) => one === 'no').length,
  bases: said.length,
});

test('answers ratify by the fraction of those asked or of those who answered; silence is what the rule says', () => {
  fc.assert(
    fc.property(answersRule, fc.array(answer, { minLength: 1, maxLength: 12 }), (of, said) => {
      assert.equal(outcomeOfAnswers(of, numbersOf(said)), naiveAnswers(of, said));
    }),
    { numRuns: 2_000 },
  );
});

test('an outcome is settled exactly when every way of answering for the silent gives it', () => {
  const everyWay = (said: readonly ('yes' | 'no' | null)[]): ('yes' | 'no' | null)[][] =>
    said.reduce<('yes' | 'no' | null)[][]>(
      (ways, one) =>
        ways.flatMap((way) =>
          (one === null ? (['yes', 'no', null] as const) : [one]).map((answered) => [...way, answered]),
        ),
      [[]],
    );
  fc.assert(
    fc.property(answersRule, fc.array(answer, { minLength: 1, maxLength: 6 }), (of, said) => {
      const outcomes = new Set(everyWay(said).map((way) => naiveAnswers(of, way)));
      assert.equal(settledOutcome(of, numbersOf(said)), outcomes.size === 1 ? [...outcomes][0] : null);
    }),
    { numRuns: 500 },
  );
});
