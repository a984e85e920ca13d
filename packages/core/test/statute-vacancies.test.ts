// What a statute can say about a place that falls empty is what packages/count can count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, readElection } from '@cabildo/count';
import type { ContestRule, VacancyRule } from '../src/election/fields.ts';
import { statuteProblems } from '../src/index.ts';
import { electing } from './federation/story-elections.ts';

const rules: readonly [VacancyRule, string][] = [
  ['election', 'none'],
  ['next', 'next-highest'],
  ['countback', 'countback'],
  ['recount', 'recount'],
];

const reading = readElection('blt', [new TextEncoder().encode('3 1\n2 1 2 0\n1 2 0\n0\n"1"\n"2"\n"3"\n""\n')]);

/** Whether a contest may be written so, for the same offices that the other two contests do not fill. */
function problemsOf(method: ContestRule['method'], vacancy: VacancyRule): readonly string[] {
  const offices = ['actas', 'vocalía'];
  const contests: ContestRule[] = [
    { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
    { offices, method, vacancy },
  ];
  return statuteProblems(electing({ elections: { contests } })).map(({ problem }) => problem);
}

for (const method of ['plurality', 'block', 'limited', 'borda', 'approval', 'scottish-stv', 'meek-stv'] as const) {
  test(`${method}: a statute fixes no way to fill a place that cannot be counted`, () => {
    assert.ok(reading.ok);
    for (const [vacancy, option] of rules) {
      const counted = count(reading.election, { method, seats: 1, options: { vacancy: option } });
      const found = problemsOf(method, vacancy);
      const wrong = found.includes('next-after-transfers') || found.includes('no-bundle-to-count-back');
      assert.equal(wrong, !counted.ok, `${method} ${vacancy}`);
    }
  });
}
