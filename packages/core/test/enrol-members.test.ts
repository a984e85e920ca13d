import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyone } from './federation/federation.ts';
import { community } from './federation/turns.ts';

const { fed, base } = community('households');

test('given a list, when it is enrolled, then nothing of it is in the book, and each has an identifier of their own', () => {
  const before = fed.book(base.origin).acts.length;
  const people = [{ name: 'Felipa' }, { name: 'Basilia', household: 0 }];
  const done = fed.must(base.origin, base.secretary, 'EnrolMembers', { people });
  assert.equal(new Set(done.answer.members as string[]).size, 2);
  assert.equal(fed.book(base.origin).acts.length, before);
});

test('a household stands before the one who lives with it: itself, later and outside the list are nobody', () => {
  for (const household of [0, 1, 2]) {
    const people = [{ name: 'Felipa', household }, { name: 'Basilia' }];
    const refusal = fed.refuses(base.origin, base.secretary, 'EnrolMembers', { people }, 'not-on-roll');
    assert.equal(refusal.needed, household);
  }
});

test('who does not keep the roll enrols no list', () => {
  fed.refuses(base.origin, anyone, 'EnrolMembers', { people: [{ name: 'Felipa' }] }, 'not-allowed');
});
