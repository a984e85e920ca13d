import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rolesOf, tableEntries } from '../src/index.ts';
import { federationOf } from './federation/upper.ts';

test('three bases are founded, prove each other, and found the assembly above them', () => {
  const { fed, upper, bases } = federationOf();
  const { state } = fed.book(upper.origin);
  assert.equal(tableEntries(state.affiliates).length, bases.length);
  assert.equal(tableEntries(state.seats).length, 2 * bases.length);
  assert.ok(rolesOf(state, upper.presidium, fed.now).has('presidium'));
  for (const base of bases) assert.notEqual(fed.book(base.origin).state.body?.proven, null);
});
