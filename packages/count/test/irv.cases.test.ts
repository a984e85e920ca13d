import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import { cases, readCase, readText, skipWithoutData } from './data.ts';

type Round = { tally: Record<string, string>; threshold: string; inactiveBallots: Record<string, string> };

for (const one of cases().filter(({ id }) => id.startsWith('rctab-'))) {
  test(`${one.id}: the winner and the votes of every round`, { skip: skipWithoutData }, () => {
    const election = readCase(one.file);
    const rounds: Round[] = JSON.parse(readText(one.expected)).results;
    // The peer's names of options are ours as well.
    const known = ['overvoteRule', 'maxSkippedRanksAllowed', 'exhaustOnDuplicateCandidate', 'batchElimination'];
    const options = Object.fromEntries(
      known.flatMap((key) => (one.options[key] === undefined ? [] : [[key, String(one.options[key])]])),
    );
    const first = rounds[0]?.tally ?? {};
    const peerName = (id: string) => (id === 'UWI' ? 'Undeclared Write-ins' : id);
    const ids = election.candidates.map(({ id }) => id);
    const withdrawn = ids.filter((id) => first[peerName(id)] === undefined);
    const writeIns = ids.filter((id) => id === 'UWI');
    const outcome = count(election, {
      method: 'irv',
      options: { ...options, withdrawn: withdrawn.join(), 'exclude-first': writeIns.join() },
      // The peer excludes from the end of its list of candidates, which is in the order of the alphabet.
      lots: [...ids].sort().reverse(),
    });
    assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
    const { result } = outcome;
    if (result.lotsRequired !== null) assert.fail(`tied: ${result.lotsRequired.tied.join(', ')}`);
    assert.deepEqual(
      result.elected.map(({ name }) => name),
      one.winners,
    );
    for (const { tally, inactiveBallots } of rounds) {
      const stage = result.stages.find((each) =>
        Object.entries(tally).every(
          ([name, votes]) => (each.tally[name === 'Undeclared Write-ins' ? 'UWI' : name] ?? '0') === votes,
        ),
      );
      assert.ok(stage, `no stage has ${JSON.stringify(tally)}`);
      const inactive = Object.values(inactiveBallots).reduce((sum, votes) => sum + Number(votes), 0);
      assert.equal(Number(stage.nonTransferable), inactive);
    }
  });
}

test('irv-burlington-2009: the final round, with over-votes passed over', { skip: skipWithoutData }, () => {
  const outcome = count(readCase('irv/burlington-2009.csv'), { method: 'irv', options: { overvote: 'skip' } });
  assert.ok(outcome.ok);
  const last = outcome.result.stages.at(-1);
  assert.deepEqual(
    outcome.result.elected.map(({ name }) => name),
    ['Bob Kiss'],
  );
  assert.deepEqual([last?.tally['Bob Kiss'], last?.tally['Kurt Wright']], ['4313', '4060']);
});
