// Every method counted twice: by the package, and by the plainest program that follows the rule's text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { methods } from '../src/methods.ts';
import { electionOf, type NaiveProfile, read, type Verdict, without } from './naive/profile.ts';
import { naiveDraw } from './naive/seats.ts';
import { type SecondCount, secondCounts, transferRule, unvaried } from './naive/second-counts.ts';
import { naiveStages } from './naive/transfers.ts';

const runs = { numRuns: 400 };
const sorted = (found: Verdict): Verdict => (found === 'tie' ? found : [...found].sort());

/** Who is elected, that a lot is needed, or why nothing was counted. */
function verdict(profile: NaiveProfile, method: string, options: Readonly<Record<string, string>>): Verdict | string {
  const seats = methods[method]?.seats === 'one' ? {} : { seats: profile.seats };
  const outcome = count(electionOf(profile), { method, options, ...seats });
  if (!outcome.ok) return outcome.refusal.code;
  const { elected, lotsRequired } = outcome.result;
  return lotsRequired === null ? elected.map(({ id }) => Number(id) - 1).sort() : 'tie';
}

function expected(
  second: SecondCount,
  profile: NaiveProfile,
  options: Record<string, string>,
  gone: readonly number[],
): Verdict {
  if (second.knowsWithdrawn === true) return sorted(second.count(profile, options, gone));
  const { left, names } = without(profile, gone);
  const found = second.count(left, options, []);
  return sorted(found === 'tie' ? found : found.map((at) => names[at]!));
}

for (const [row, second] of Object.entries(secondCounts)) {
  const [method = ''] = row.split(' ');
  test(`${row}: the package and a plain count elect the same, and need a lot for the same, under every option`, () => {
    const options = fc.record(
      Object.fromEntries(Object.entries(second.options).map(([name, values]) => [name, fc.constantFrom(...values)])),
    );
    const withdrawn = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant([0]) });
    fc.assert(
      fc.property(second.profiles, options, withdrawn, (profile, chosen, gone) => {
        const found = verdict(profile, method, { ...chosen, withdrawn: gone.map((at) => at + 1).join(',') });
        // A minimum for more lists than there are seats, a kept seat of somebody withdrawn: nothing is counted.
        if (found === 'too-few-seats' || found === 'constraints-impossible') return;
        assert.deepEqual(found, expected(second, profile, chosen, gone), JSON.stringify(chosen));
      }),
      runs,
    );
  });
}

test('by transfers everybody is elected at the stage at which a plain count elects them, under every option', () => {
  const { protect: _protect, ...varied } = secondCounts['scottish-stv']!.options;
  const options = fc.record(
    Object.fromEntries(Object.entries(varied).map(([name, values]) => [name, fc.constantFrom(...values)])),
  );
  fc.assert(
    fc.property(secondCounts['scottish-stv']!.profiles, options, (profile, chosen) => {
      const outcome = count(electionOf(profile), { method: 'scottish-stv', options: chosen, seats: profile.seats });
      assert.ok(outcome.ok);
      const { elected, lotsRequired } = outcome.result;
      const stages = naiveStages(profile, transferRule(chosen));
      const found = lotsRequired === null ? new Map(elected.map(({ id, stage }) => [Number(id) - 1, stage])) : 'tie';
      assert.deepEqual(found, stages, JSON.stringify(chosen));
    }),
    runs,
  );
});

test('every method has a second count, and every option of it is varied or has a reason why not', () => {
  for (const [method, { options }] of Object.entries(methods)) {
    if (method === 'sortition') continue;
    const rows = Object.entries(secondCounts).filter(([row]) => row.split(' ')[0] === method);
    assert.ok(rows.length > 0, method);
    const varied = new Set(rows.flatMap(([, second]) => Object.keys(second.options)));
    for (const name of Object.keys(options)) {
      assert.ok(varied.has(name) || name in unvaried || `${method} ${name}` in unvaried, `${method} ${name}`);
    }
  }
});

test('sortition draws whom a plain draw with another digest draws', () => {
  const pools = fc.uniqueArray(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 4 }).filter((id) => id.trim() === id && id !== ''),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 12 }), fc.string({ minLength: 1 }), (pool, seats, seed) => {
      const outcome = count(read('json', JSON.stringify({ pool, seats, seed })), { method: 'sortition' });
      assert.ok(outcome.ok);
      assert.deepEqual(
        outcome.result.elected.map(({ id }) => id),
        naiveDraw(pool, seats, seed),
      );
    }),
    { numRuns: 150 },
  );
});
