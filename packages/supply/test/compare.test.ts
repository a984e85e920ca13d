import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareRules, readComparable } from '../src/compare/compare.ts';
import { comparisonDocument, comparisonLines } from '../src/compare/compare-document.ts';
import { compare, ratio, sum } from '../src/exact/ratio.ts';
import { ruleNames } from '../src/sharing/claim.ts';
import { anyProblem } from './claims.ts';

const noFile = (name: string): string => {
  throw new Error(`no file ${name}`);
};
const compared = (raw: unknown, against: (typeof ruleNames)[number] = 'leximin') =>
  compareRules(readComparable(JSON.stringify(raw), noFile), against);

const three = { stock: 200, claims: { C: 300, A: 100, B: 200 } };

test('three claims under every rule: who gets what, who gains and who loses', () => {
  const [{ item, rules } = assert.fail()] = comparisonDocument(compared(three, 'equal-awards')).comparisons;
  assert.equal(item, null);
  assert.deepEqual(
    rules.map(({ rule, awards, gain, lose }) => [rule, awards.B, gain, lose]),
    [
      ['leximin', 200 / 3, ['C'], ['A']],
      ['proportional', 200 / 3, ['C'], ['A']],
      ['equal-awards', 200 / 3, [], []],
      ['equal-losses', 50, ['C'], ['A', 'B']],
      ['talmud', 75, ['B', 'C'], ['A']],
    ],
  );
  assert.deepEqual(rules[4]?.differences, { A: -50 / 3, B: 25 / 3, C: 25 / 3 });
  assert.deepEqual(
    rules.map(({ worstPart }) => worstPart),
    [1 / 3, 1 / 3, 2 / 9, 0, 0.25],
  );
});

test('the table says amounts and differences, and under it each rule with who gains and loses, in both languages', () => {
  const lines = comparisonLines(compared(three), 'es');
  assert.match(lines[0] ?? '', /^Hay 200, se piden 600\. Entre paréntesis, cuánto más o menos que con leximin\.$/);
  assert.match(lines[2] ?? '', /^ {2}A +100 +33\.33 +33\.33 +66\.66 \(\+33\.33\) +0 \(−33\.33\) +50 \(\+16\.66\)$/);
  assert.ok(lines.some((line) => /^proportional: .*; lo mismo para todos; /.test(line)));
  assert.ok(lines.some((line) => /^talmud: lo mismo hasta .*; ganan A y B; pierde C; .* tiene el 25 %\.$/.test(line)));
  assert.ok(comparisonLines(compared(three), 'en').some((line) => /; A gains; C loses; .* has 22 %\.$/.test(line)));
});

test('with many depots each item is compared by itself, within reach, and in people', () => {
  const raw = {
    items: [{ id: 'water' }, { id: 'gas', indivisible: true }],
    sites: [{ id: 'P' }, { id: 'Q' }, { id: 'near', people: 10 }, { id: 'far', people: 100 }],
    needs: [
      { site: 'near', item: 'gas', amount: 10 },
      { site: 'far', item: 'gas', amount: 100 },
      { site: 'far', item: 'water', amount: 1 },
    ],
    stocks: [
      { site: 'P', item: 'gas', amount: 22 },
      { site: 'Q', item: 'gas', amount: 11 },
    ],
    links: [
      { from: 'P', to: 'near', km: 1 },
      { from: 'P', to: 'far', km: 1 },
      { from: 'Q', to: 'far', km: 1 },
    ],
  };
  const { comparisons } = comparisonDocument(compared(raw));
  assert.deepEqual(
    comparisons.map(({ item, rules }) => [item, rules.map(({ awards }) => Object.values(awards).join())]),
    [
      ['gas', ['30,3', '30,3', '23,10', '33,0', '28,5']],
      ['water', ['0', '0', '0', '0', '0']],
    ],
  );
  assert.deepEqual(comparisons[0]?.rules[3]?.people, { served: 33, of: 110 });
  assert.match(comparisonLines(compared(raw), 'en')[0] ?? '', /^gas: there is 33, 110 is claimed\./);
});

test('under every rule all that is compared is shared out alike, and nothing differs from itself', () => {
  fc.assert(
    fc.property(anyProblem, fc.constantFrom(...ruleNames), (problem, against) => {
      const [{ columns } = assert.fail()] = compareRules({ kind: 'share', problem }, against);
      for (const { rule, differences, unserved } of columns) {
        assert.equal(compare(unserved, columns[0]?.unserved ?? assert.fail()), 0);
        assert.equal(compare(sum(differences), ratio(0n)), 0);
        if (rule === against) assert.ok(differences.every(({ n }) => n === 0n));
      }
    }),
  );
});
