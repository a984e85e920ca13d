import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import type { Election } from '../src/election.ts';
import { cases, readCase, readText, skipWithoutData } from './data.ts';

/** Every outcome that some drawing of lots leads to. */
function outcomes(election: Election, method: string, options: Record<string, string>, lots: string[] = []): string[] {
  const outcome = count(election, { method, options, lots });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  const { elected, lotsRequired } = outcome.result;
  if (lotsRequired === null)
    return [
      elected
        .map(({ id }) => id)
        .sort()
        .join(),
    ];
  const drawn = lotsRequired.tied.filter((id) => !lots.includes(id));
  return [...new Set(drawn.flatMap((id) => outcomes(election, method, options, [...lots, id])))].sort();
}

const listed = (committees: readonly (readonly (string | number)[])[]) =>
  committees.map((one) => one.map(String).sort().join()).sort();

for (const { id, file } of cases().filter((one) => one.id.startsWith('abc-'))) {
  test(`${id}: every tied committee of PAV, sequential PAV, Phragmén and equal shares`, {
    skip: skipWithoutData,
  }, () => {
    const election = readCase(file);
    const { expected } = JSON.parse(readText(file));
    for (const [rule, method, options] of [
      ['pav', 'pav', {}],
      ['seqpav', 'pav', { variant: 'sequential' }],
      ['seqphragmen', 'phragmen', {}],
      ['equal-shares', 'equal-shares', {}],
      ['equal-shares-with-av-completion', 'equal-shares', { completion: 'approval' }],
      ['av', 'approval', {}],
    ] as const) {
      const committees = expected[rule]?.irresolute;
      if (committees === undefined) continue;
      const election_ = method === 'approval' ? { ...election } : election;
      const found = method === 'approval' ? approvalOutcomes(election_) : outcomes(election, method, options);
      assert.deepEqual(found, listed(committees), rule);
    }
  });
}

function approvalOutcomes(election: Election): string[] {
  const search = (lots: string[]): string[] => {
    const outcome = count(election, { method: 'approval', seats: election.seats ?? 1, lots });
    assert.ok(outcome.ok);
    const { elected, lotsRequired } = outcome.result;
    if (lotsRequired === null)
      return [
        elected
          .map(({ id }) => id)
          .sort()
          .join(),
      ];
    return [
      ...new Set(lotsRequired.tied.filter((id) => !lots.includes(id)).flatMap((id) => search([...lots, id]))),
    ].sort();
  };
  return search([]);
}

for (const { id, file } of cases().filter((one) => /^pb-(app|run)/.test(one.id))) {
  test(`${id}: equal shares by number and by cost, with and without raising the shares`, {
    skip: skipWithoutData,
  }, () => {
    const election = readCase(file);
    const { expected } = JSON.parse(readText(file));
    for (const utility of ['cardinality', 'cost']) {
      for (const [rule, completion] of [
        [`mes_${utility}`, 'none'],
        [`mes_iterated_${utility}`, 'add1'],
      ] as const) {
        if (expected[rule] !== undefined)
          assert.deepEqual(outcomes(election, 'mes-pb', { utility, completion }), listed(expected[rule]), rule);
      }
    }
  });
}

for (const { id, file, winners } of cases().filter((one) => one.id.startsWith('pb-poland'))) {
  test(`${id}: the projects that were funded`, { skip: skipWithoutData }, () => {
    const outcome = count(readCase(file), { method: 'greedy-pb' });
    assert.ok(outcome.ok);
    assert.equal(outcome.result.lotsRequired, null);
    assert.deepEqual(outcome.result.elected.map((one) => one.id).sort(), [...winners].sort());
  });
}

test('RFC 3797, section 6: who is drawn, and every digest', { skip: skipWithoutData }, () => {
  const { selected, digests } = JSON.parse(readText('sortition/rfc3797.json'));
  const outcome = count(readCase('sortition/rfc3797.json'), {
    method: 'sortition',
    seats: 10,
    options: { algorithm: 'rfc3797' },
  });
  assert.ok(outcome.ok);
  assert.deepEqual(
    outcome.result.elected.map(({ name }) => name),
    selected,
  );
  const shown = outcome.result.stages.flatMap(({ details }) =>
    details?.digest === undefined ? [] : [String(details.digest).toUpperCase()],
  );
  assert.deepEqual(shown, digests.slice(0, 10));
});
