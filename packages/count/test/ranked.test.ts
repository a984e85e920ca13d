import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import type { Election } from '../src/election.ts';
import { prefers } from './naive/condorcet.ts';
import { electionOf, type NaiveProfile, profiles, type Verdict } from './naive/profile.ts';

const runs = { numRuns: 150 };

function counted(election: Election, method: string, options: Record<string, string> = {}, seats?: number) {
  const outcome = count(election, { method, options, ...(seats !== undefined && { seats }) });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  return outcome.result;
}

/** Who is elected, by place, or that a lot is needed. */
function verdict(profile: NaiveProfile, method: string): Verdict {
  const { elected, lotsRequired } = counted(electionOf(profile), method);
  return lotsRequired !== null ? 'tie' : elected.map(({ id }) => Number(id) - 1).sort();
}

const ranked = [
  'plurality',
  'two-round',
  'approval',
  'borda',
  'irv',
  'schulze',
  'ranked-pairs',
  'block',
  'scottish-stv',
  'meek-stv',
  'pav',
  'phragmen',
  'equal-shares',
];

/** What a count says, without the words: an order of ballots must not show in it. */
const essence = (profile: NaiveProfile, method: string) => {
  const { elected, stages, lotsRequired, ballots } = counted(electionOf(profile), method);
  return { elected, ballots, tallies: stages.map(({ tally }) => tally), tied: lotsRequired?.tied };
};

test('anonymity: the order of the ballots changes nothing', () => {
  fc.assert(
    fc.property(profiles(), fc.constantFrom(...ranked), (profile, method) => {
      const turned = { ...profile, ballots: profile.ballots.toReversed() };
      assert.deepEqual(essence(turned, method), essence(profile, method));
    }),
    { numRuns: 300 },
  );
});

test('a weight counts as that many equal ballots', () => {
  fc.assert(
    fc.property(profiles(), fc.constantFrom(...ranked), (profile, method) => {
      const single = profile.ballots.flatMap(({ ranks, weight }) =>
        Array.from({ length: weight }, () => ({ ranks, weight: 1 })),
      );
      assert.deepEqual(essence({ ...profile, ballots: single }, method), essence(profile, method));
    }),
    { numRuns: 300 },
  );
});

test('neutrality: other numbers for the candidates elect the same people', () => {
  fc.assert(
    fc.property(profiles(), fc.constantFrom(...ranked), (profile, method) => {
      const turned = (at: number) => profile.candidates - 1 - at;
      const ballots = profile.ballots.map(({ ranks, weight }) => ({
        weight,
        ranks: ranks.map((rank) => rank.map(turned)),
      }));
      const [here, there] = [verdict(profile, method), verdict({ ...profile, ballots }, method)];
      assert.deepEqual(there, here === 'tie' ? here : here.map(turned).sort());
    }),
    { numRuns: 300 },
  );
});

test('Schulze and ranked pairs elect whoever beats everybody else', () => {
  fc.assert(
    fc.property(profiles(true), fc.constantFrom('schulze', 'ranked-pairs'), (profile, method) => {
      const all = Array.from({ length: profile.candidates }, (_, at) => at);
      const champion = all.find((a) => all.every((b) => a === b || prefers(profile, a, b) > prefers(profile, b, a)));
      if (champion !== undefined) assert.deepEqual(verdict(profile, method), [champion]);
    }),
    { numRuns: 300 },
  );
});

test('Schulze: whoever alone wins does not win when every ballot is turned round', () => {
  fc.assert(
    fc.property(profiles(true), (profile) => {
      const full = profile.ballots.map(({ ranks, weight }) => {
        const rest = Array.from({ length: profile.candidates }, (_, at) => at).filter(
          (at) => !ranks.flat().includes(at),
        );
        return { weight, ranks: rest.length > 0 ? [...ranks, rest] : ranks };
      });
      const here = verdict({ ...profile, ballots: full }, 'schulze');
      const there = verdict(
        { ...profile, ballots: full.map(({ ranks, weight }) => ({ weight, ranks: ranks.toReversed() })) },
        'schulze',
      );
      if (here !== 'tie' && there !== 'tie') assert.notDeepEqual(there, here);
    }),
    runs,
  );
});

test('plurality, Borda and Schulze: a winner who rises on a ballot goes on winning', () => {
  fc.assert(
    fc.property(profiles(), fc.constantFrom('plurality', 'borda', 'schulze'), fc.nat(), (profile, method, which) => {
      const [winner] = verdict(profile, method);
      if (typeof winner !== 'number') return;
      const ballots = profile.ballots.map((ballot, at) => {
        if (at !== which % profile.ballots.length) return ballot;
        return {
          ...ballot,
          ranks: [
            [winner],
            ...ballot.ranks.map((rank) => rank.filter((each) => each !== winner)).filter((rank) => rank.length > 0),
          ],
        };
      });
      assert.deepEqual(verdict({ ...profile, ballots }, method), [winner]);
    }),
    { numRuns: 300 },
  );
});

test('no vote is lost: votes, those that count for nobody and what rounding dropped are all the valid ones', () => {
  const units = (text: string) => BigInt(text.includes('.') ? text.replace('.', '') : `${text}${'0'.repeat(5)}`);
  fc.assert(
    fc.property(profiles(), (profile) => {
      const { stages, ballots } = counted(electionOf(profile), 'scottish-stv');
      for (const { tally, nonTransferable, residue } of stages) {
        const sum = [...Object.values(tally), nonTransferable, residue].reduce((all, votes) => all + units(votes), 0n);
        assert.equal(sum, units(ballots.valid));
        assert.ok(units(residue) >= 0n);
      }
    }),
    runs,
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
