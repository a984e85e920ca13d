import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { electionOf, profiles } from './naive/profile.ts';

test('no vote is lost: votes, those that count for nobody and what rounding dropped are all the valid ones', () => {
  const units = (text: string) => BigInt(text.includes('.') ? text.replace('.', '') : `${text}${'0'.repeat(5)}`);
  fc.assert(
    fc.property(profiles(), (profile) => {
      const outcome = count(electionOf(profile), { method: 'scottish-stv' });
      assert.ok(outcome.ok);
      const { stages, ballots } = outcome.result;
      for (const { tally, nonTransferable, residue } of stages) {
        const sum = [...Object.values(tally), nonTransferable, residue].reduce((all, votes) => all + units(votes), 0n);
        assert.equal(sum, units(ballots.valid));
        assert.ok(units(residue) >= 0n);
      }
    }),
    { numRuns: 150 },
  );
});

test('by every combination of the options of a transferable vote the seats are filled and no vote is lost', () => {
  const one = (...values: string[]) => fc.constantFrom(...values);
  const shared = {
    quota: one('droop', 'droop-exact', 'hare'),
    'quota-changes': one('static', 'dynamic'),
    ties: one('lot', 'backwards', 'forwards'),
    stop: one('at-once', 'after-transfers'),
  };
  const scottish = fc.record({
    ...shared,
    rounding: one('down', 'nearest', 'up'),
    surpluses: one('largest', 'first-elected'),
    bulk: one('no', 'yes'),
    precision: one('0', '2', '5'),
  });
  const meek = fc.record({
    ...shared,
    arithmetic: one('fixed', 'guarded'),
    'defeat-batch': one('none', 'safe'),
    skipped: one('any', '0'),
  });
  fc.assert(
    fc.property(profiles(), scottish, meek, (profile, gregory, keep) => {
      for (const [method, options] of [
        ['scottish-stv', gregory],
        ['meek-stv', keep],
      ] as const) {
        const lots = Array.from({ length: profile.candidates }, (_, at) => String(at + 1));
        const outcome = count(electionOf(profile), { method, options, lots });
        assert.ok(outcome.ok);
        const { elected, stages, ballots, lotsRequired } = outcome.result;
        assert.deepEqual([lotsRequired, elected.length], [null, Math.min(profile.seats, profile.candidates)]);
        for (const { tally, nonTransferable, residue } of stages) {
          const sum = [...Object.values(tally), nonTransferable, residue].reduce((all, text) => all + Number(text), 0);
          assert.ok(Math.abs(sum - Number(ballots.valid)) < 1e-6);
        }
      }
    }),
    { numRuns: 300 },
  );
});
