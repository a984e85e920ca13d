import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, told } from '../simulate.ts';
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

for (const { what, invariant, rules } of brokenRules)
  test(`broken on purpose: ${what}; some seed finds it`, () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { sim, violation } = simulate({ ...short, seed, rules });
      if (violation === null) continue;
      assert.match(violation.invariant, invariant);
      assert.match(told(sim, violation), new RegExp(`--seed ${seed} `));
      return;
    }
    assert.fail('no seed found it');
  });
