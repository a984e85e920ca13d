import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableGet } from '../src/index.ts';
import { keyOf } from './federation/assembly.ts';
import { fakeSignature } from './federation/book.ts';
import { sealedText } from './federation/evidence.ts';
import { dataOf, indexOf } from './federation/federation.ts';
import { federationOf } from './federation/upper.ts';

test('the founder seals the election that ends the founder’s powers, and nothing after it', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base !== undefined);
  const { origin, convener } = base;
  const book = fed.book(origin);
  const election = book.state.enrolment?.act ?? 0;
  const key = keyOf(origin, 'convener');

  const done = fed.sign(origin, convener, key, election);

  const seal = dataOf(done, 'ActSealed');
  assert.equal(seal.officers, book.state.enrolment?.before?.act, 'cites the act that enrolled the founder’s key');
  assert.deepEqual(
    seal.signatures.map(({ office }) => office),
    ['convener'],
  );
  assert.equal(tableGet(book.state.sealed, election), indexOf(done, 'ActSealed'));
  const again = { index: 0, signature: fakeSignature(key, sealedText(book, 0)) };
  fed.refuses(origin, convener, 'SignAct', again, 'not-allowed');
});

test('the officers elected cannot seal their own election with their new keys', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base !== undefined);
  const { origin, presidium } = base;
  const book = fed.book(origin);
  const election = book.state.enrolment?.act ?? 0;
  const key = book.state.enrolment?.keys[0]?.key ?? '';
  const signature = fakeSignature(key, sealedText(book, election));
  fed.refuses(origin, presidium, 'SignAct', { index: election, signature }, 'not-allowed');
});
