// Seats that a base declares empty: its delegate has died, has moved away, never came.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusHours, plusMonths, tableEntries, tableGet } from '../src/index.ts';
import { announcing, type Base, convene, hallOf, open, statuteWith } from './federation/assembly.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { declareEmpty } from './federation/story-offices.ts';
import { federationOf, sitUpper } from './federation/upper.ts';

const settled = federationOf();

test('a base declares the seat of a delegate who died empty: the alternate sits from when it is shown above', () => {
  const fed = settled.fed.fork();
  const { upper, bases } = settled;
  const base = bases[0] as Base;
  const sitting = sitUpper({ ...settled, fed });
  const presented = { below: base.origin, seat: 1 };
  fed.refuses(upper.origin, anyone, 'PresentRecall', presented, 'no-recall-found');
  const vacated = declareEmpty(fed, base, { seat: 1, reason: 'died' });
  const done = fed.must(upper.origin, anyone, 'PresentRecall', presented);
  assert.deepEqual(dataOf(done, 'RecallPresented').recall, { book: base.origin, index: vacated });
  assert.equal(dataOf(done, 'AlternateSeated').holder, base.members[5]);
  assert.equal(tableGet(fed.book(upper.origin).state.seats, `${base.origin}#1`)?.sitting, sitting);
  fed.refuses(upper.origin, anyone, 'PresentRecall', presented, 'already-presented');
  for (const { origin } of [base, upper]) assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('a death waits for no month of the term; that nobody ever came is judged in its time, as a recall is', () => {
  const { fed, bases } = federationOf({ statute: statuteWith({ recall: { monthsBefore: 6 } }) });
  const base = bases[0] as Base;
  const [election, elected] = tableEntries(fed.book(base.origin).state.elections).at(-1) ?? [];
  const earliest = plusMonths(elected?.from ?? '', 6);
  fed.now = plusHours(earliest, -50);
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), sitting, base.members.length);
  const moved = (reason: 'died' | 'absent') =>
    ({
      sitting,
      matter: 'recall',
      title: 'Vacancia',
      text: 'Vacancia',
      proposal: { kind: 'vacate-seat', election: Number(election), seat: 1, reason },
    }) as const;
  fed.now = plusHours(earliest, -1);
  const refusal = fed.refuses(base.origin, base.presidium, 'TableMotion', moved('absent'), 'too-early');
  assert.deepEqual([refusal.article, refusal.needed], ['recall.monthsBefore', earliest]);
  fed.must(base.origin, base.presidium, 'TableMotion', moved('died'));
  fed.now = earliest;
  fed.must(base.origin, base.presidium, 'TableMotion', moved('absent'));
});
