import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, rolesOf, tableEntries } from '../src/index.ts';
import { foundBase, indexOf, prove, seal, statuteWith } from './federation/assembly.ts';
import { Federation } from './federation/federation.ts';
import { federationOf } from './federation/upper.ts';

test('three bases are founded, prove each other, and found the assembly above them', () => {
  const { fed, upper, bases } = federationOf();
  const { state } = fed.book(upper.origin);
  assert.equal(tableEntries(state.affiliates).length, bases.length);
  assert.equal(tableEntries(state.seats).length, 2 * bases.length);
  assert.ok(rolesOf(state, upper.presidium, fed.now).has('presidium'));
  for (const base of bases) assert.notEqual(fed.book(base.origin).state.body?.proven, null);
});

test('a statute that asks for three neighbours is not content with two', () => {
  const fed = new Federation();
  const neighbours = [1, 2, 3].map((number) => foundBase(fed, `junta-${number}`, 5));
  const base = foundBase(fed, 'junta-4', 5, statuteWith({ founding: { signatures: 2, neighbours: 3 } }));
  assert.throws(() => prove(fed, base, neighbours.slice(0, 2)), /too-few-witnesses.*"needed":3,"present":2/);
  const [last] = neighbours.slice(2);
  assert.ok(last);
  const seen = fed.must(last.origin, last.presidium, 'WitnessFounding', { neighbour: base.origin });
  seal(fed, last, indexOf(seen, 'FoundingWitnessed'));
  const [[minutes] = []] = tableEntries(fed.book(base.origin).state.minutes);
  const witnesses = neighbours.map(({ origin }) => origin);
  fed.must(base.origin, base.presidium, 'ProveFounding', { minutes: Number(minutes), witnesses });
  const { origin, acts, state } = fed.book(base.origin);
  assert.notEqual(state.body?.proven, null);
  assert.deepEqual(auditRules(origin, acts).differences, []);
});
