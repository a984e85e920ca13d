import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ratio } from '../src/exact/ratio.ts';
import { nearestNumber, shown } from '../src/exact/show.ts';
import { attempt, problemSentence } from '../src/problem.ts';
import { readShareProblem } from '../src/sharing/read-share.ts';

function complaint(text: string): string {
  const outcome = attempt(() => readShareProblem(text));
  return outcome.ok ? '' : problemSentence(outcome.problem).en;
}

test('what is wrong is said with its line, its column and its name', () => {
  for (const [text, said] of [
    ['', 'line 1, column 1: the document breaks off here'],
    ['{"stock":NaN}', 'line 1, column 10, stock: “NaN” does not belong here in JSON'],
    ['{"stock":-5,"claims":{}}', 'line 1, column 10, stock: -5 is negative'],
    ['{"stock":1e308,"claims":{}}', 'line 1, column 10, stock: 1e308 is too large; at most 1000000000000'],
    ['{"stock":1e-300,"claims":{}}', 'line 1, column 10, stock: 1e-300 has too many decimals; at most 9'],
    ['{"stock":"5","claims":{}}', 'line 1, column 10, stock: a number belongs here'],
    ['{"stock":5,\n "claims":{"A":1,\n "A":2}}', 'line 3, column 2, claims.A: stands twice'],
    ['{"stock":5,"claims":{"A":-0.5}}', 'line 1, column 26, claims.A: -0.5 is negative'],
    ['{"stock":5}', 'line 1, column 1: “claims” is missing'],
    ['{"stock":5,"claims":[1]}', 'line 1, column 21, claims: an object {…} belongs here'],
    ['{"stock":5,"claims":{},"clas":{}}', 'unknown field'],
    ['{"stock":5,"claims":{"A":1},"weight":{"B":1}}', 'line 1, column 43, weight.B: “B” claims nothing in claims'],
    ['{"stock":5,"claims":{"A":1},"weight":{"A":0}}', 'weight.A: has to be more than zero'],
    ['{"stock":5,"claims":{"A":1},"class":{"A":1.5}}', 'class.A: has to be a whole number'],
    [
      '{"stock":5,"claims":{"A":9},"floor":{"A":4},"ceiling":{"A":3}}',
      'ceiling.A: the ceiling is lower than the floor',
    ],
    ['{"stock":5,"claims":{"A\\u001b[2J":1}}', 'claims.A [2J: a text on one line belongs here'],
    ['{"stock":5,"claims":{}} x', 'line 1, column 25: “x” does not belong here in JSON'],
    [`${'['.repeat(9_999)}`, 'nested too deeply'],
  ] as const) {
    assert.ok(complaint(text).includes(said), `${text.slice(0, 60)}: ${complaint(text)}`);
  }
});

test('a decimal is what was written: 0.1 and 0.2 are 0.3', () => {
  const { claims } = readShareProblem('{"stock":1,"claims":{"a":0.1,"b":2e-1,"c":1E2,"d":0e999}}');
  assert.deepEqual(
    claims.map(({ amount }) => shown(amount)),
    ['0.1', '0.2', '100', '0'],
  );
});

test('who is in no class comes after all that are named', () => {
  const { claims } = readShareProblem('{"stock":1,"claims":{"a":1,"b":1},"class":{"b":3}}');
  assert.deepEqual(
    claims.map(({ rank }) => rank),
    [4, 3],
  );
});

test('any text is read or refused as data; what other programs read is read alike', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const outcome = attempt(() => readShareProblem(text));
      if (!outcome.ok && outcome.problem.code === 'json') {
        assert.throws(() => {
          const once: unknown = JSON.parse(text);
          // A name that stands twice is read by other programs, and one of the two is lost.
          if (problemSentence(outcome.problem).en.endsWith('stands twice')) throw new Error(String(once));
        });
      }
    }),
  );
});

test('the nearest number is the one that division gives where division is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (n, d) => {
      assert.equal(nearestNumber(ratio(BigInt(n), BigInt(d))), n / d + 0);
    }),
  );
});
