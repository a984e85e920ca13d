import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quorumNeeded } from '../src/statute/quorum.ts';

test('a quorum is the smallest number of people that satisfies the rule, and never nobody', () => {
  const quorum = fc.record({
    num: fc.integer({ min: 1, max: 9 }),
    den: fc.integer({ min: 9, max: 12 }),
    strict: fc.boolean(),
  });
  fc.assert(
    fc.property(quorum, fc.integer({ min: 0, max: 3_000 }), (of, roll) => {
      const enough = (people: number) =>
        of.strict ? people * of.den > of.num * roll : people * of.den >= of.num * roll;
      let smallest = 1;
      while (!enough(smallest)) smallest++;
      assert.equal(quorumNeeded(of, roll), smallest);
      assert.equal(quorumNeeded({ ...of, min: 50 }, roll), Math.max(50, smallest));
    }),
  );
});
