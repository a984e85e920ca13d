// A body whose book goes on in another one is bound by what it said in the book before: nobody loses a mandate with a book.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, evolve, mandatesStanding, plusDays, tableGet } from '../src/index.ts';
import { type Base, evening, indexOf, openVote, seal, statuteWith, table } from './federation/assembly.ts';
import { leave } from './federation/bodies.ts';
import { type StoredAct, sha256 } from './federation/book.ts';
import { type Federation, memberId } from './federation/federation.ts';
import { divided } from './federation/story-offices.ts';
import { callUpper, federationOf, sitUpper, type World } from './federation/upper.ts';

const strict = federationOf({ upperStatute: statuteWith({ mandates: { binding: 'refuse' } }) });
const text = 'Agua para todos';

/** An act as it stands in a book that this test does not play. */
function write(fed: Federation, origin: string, act: string, data: object): number {
  const book = fed.book(origin);
  const by = { office: 'operator', article: 'book' };
  const stored = { act, v: 1, index: book.acts.length, at: fed.now, data, by, cites: [], leaf: '' };
  book.acts.push(stored as unknown as StoredAct);
  book.state = evolve(book.state, stored as unknown as Act);
  return stored.index;
}

const sealIn = (fed: Federation, origin: string, index: number): number =>
  write(fed, origin, 'ActSealed', { index, officers: 3, signatures: [] });

/** The third base, whose seats no officer above holds, says yes to that text; then its book goes on in another one. */
function succeeded() {
  const world: World = { ...strict, fed: strict.fed.fork() };
  const { fed, upper } = world;
  const base = world.bases[2] as Base;
  const chair = { origin: upper.origin, chair: upper.presidium };
  const first = sitUpper(world);
  const on = { book: upper.origin, index: table(fed, chair, first, { matter: 'ordinary', text }) };
  const proposal = { kind: 'mandate', on, textHash: sha256(text), instruction: 'yes' } as const;
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(done);
  const given = indexOf(done, 'MandateGiven');
  seal(fed, base, given);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting: first });

  const next = `${base.origin}~2`;
  const old = fed.book(base.origin);
  write(fed, next, 'BookSucceeded', { predecessor: base.origin, size: old.acts.length, root: sha256('') });
  for (const name of ['BodyFounded', 'StatuteAdopted', 'OfficersElected'])
    write(fed, next, name, old.acts.findLast(({ act }) => act === name)?.data as object);
  const carried = write(fed, next, 'MandateGiven', old.acts[given]?.data as object);
  const admitted = { below: next, key: fed.book(next).key, title: 'Junta', entitlement: 2 };
  write(fed, upper.origin, 'AffiliationAdmitted', admitted);

  const sitting = callUpper({ ...world, bases: world.bases.slice(0, 2) });
  for (const seat of [1, 2]) {
    const sent = {
      holder: memberId(`${next} ${seat}`),
      until: plusDays(fed.now, 90),
      election: { book: next, index: 5 },
    };
    write(fed, upper.origin, 'SeatAccredited', { sitting, below: next, seat, ...sent });
  }
  fed.must(upper.origin, upper.presidium, 'OpenSitting', { sitting, call: 'first' });
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text });
  return { ...world, base, chair, next, carried, on, motion };
}

test('a mandate binds in the book that goes on by its seal in the one before, also while nobody has sealed it anew', () => {
  const { fed, upper, base, chair, next, motion } = succeeded();
  const hands = { motion, method: 'hands' } as const;
  const refusal = fed.refuses(upper.origin, upper.presidium, 'OpenVote', hands, 'mandated-not-by-hands');
  assert.equal(refusal.present, base.origin);
  const vote = openVote(fed, chair, motion, 'roll-call');
  const against = { vote, below: next, seat: 1, choice: 'no' } as const;
  fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', against, 'against-mandate');
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', { ...against, choice: 'yes' });
});

test('what the body says in the book that goes on counts before what the book before it says, once it is sealed', () => {
  const { fed, upper, chair, next, on, motion } = succeeded();
  const free = { vote: 0, on, textHash: sha256(text), instruction: 'free' };
  const changed = write(fed, next, 'MandateGiven', free);
  const vote = openVote(fed, chair, motion, 'roll-call');
  const against = { vote, below: next, seat: 1, choice: 'no' } as const;
  fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', against, 'against-mandate');
  sealIn(fed, next, changed);
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', against);
});

test('sealed anew it stands in the book that goes on by itself', () => {
  const { fed, upper, next, carried, motion } = succeeded();
  sealIn(fed, next, carried);
  const hands = { motion, method: 'hands' } as const;
  const refusal = fed.refuses(upper.origin, upper.presidium, 'OpenVote', hands, 'mandated-not-by-hands');
  assert.equal(refusal.present, next);
  assert.deepEqual([...mandatesStanding(fed.book(next).state)], [carried]);
});

test('a successor takes over the last sealed mandate, also one that was divided, until the body has left', () => {
  const settled = federationOf();
  const world: World = { ...settled, fed: settled.fed.fork() };
  const { fed, upper } = world;
  const { motion, base } = divided(world);
  const state = () => fed.book(base.origin).state;
  const last = tableGet(state().mandates, `${upper.origin}#${motion}`);
  assert.ok(last?.divided);
  assert.deepEqual([...mandatesStanding(state())], [last.act]);
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: last.textHash, instruction: 'no' } as const;
  const [changed] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(changed);
  const unsealed = indexOf(changed, 'MandateGiven');
  assert.deepEqual([...mandatesStanding(state())], [last.act], 'nobody has sealed the one after it');
  seal(fed, base, unsealed);
  assert.deepEqual([...mandatesStanding(state())], [unsealed]);
  leave(world, base);
  assert.deepEqual([...mandatesStanding(state())], []);
});
