import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shrunk, simulate, told } from '../simulate.ts';
import { brokenRules } from './broken-rules.ts';

const short = { seed: 1, bodies: 5, days: 130 } as const;

test('half a year of a small federation, with everything that goes wrong, keeps the invariants', () => {
  for (let seed = 1; seed <= 3; seed++) {
    const { sim, violation } = simulate({ ...short, seed });
    assert.equal(violation, null, violation === null ? '' : told(sim, violation));
  }
});

test('the same seed gives the same trace, another seed another', () => {
  const traceOf = (seed: number): string => simulate({ seed, bodies: 3, days: 40 }).sim.traceHash();
  assert.equal(traceOf(7), traceOf(7));
  assert.notEqual(traceOf(7), traceOf(8));
});

test('what fails fails again from its seed, and in a smaller run if there is one', () => {
  const broken = brokenRules.find(({ what }) => what === 'mirrors that take any head');
  const settings = { seed: 2, bodies: 10, days: 40, ...(broken === undefined ? {} : { rules: broken.rules }) };
  const [first, again] = [simulate(settings), simulate(settings)];
  assert.ok(first.violation !== null && again.violation !== null);
  assert.equal(told(again.sim, again.violation), told(first.sim, first.violation));
  const smaller = shrunk(settings, first.violation.invariant);
  assert.ok(smaller?.violation != null);
  assert.ok(smaller.sim.step <= first.sim.step);
  assert.match(told(smaller.sim, smaller.violation), /npm run simulate -- --seed 2 --bodies \d+ --days \d+$/);
});

for (const { what, invariant, rules } of brokenRules)
  test(`broken on purpose: ${what}; some seed finds it`, () => {
    for (let seed = 1; seed <= 24; seed++) {
      const { sim, violation } = simulate({ ...short, seed, rules });
      if (violation === null) continue;
      assert.match(violation.invariant, invariant);
      assert.match(told(sim, violation), new RegExp(`--seed ${seed} `));
      return;
    }
    assert.fail('no seed found it');
  });
