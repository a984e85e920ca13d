// What waits for an officer's signature is what `SignAct` accepts, and nothing that it refuses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Actor, actsToSeal, allActs, enrolledKey, plusMonths, tableEntries, tableHas } from '../src/index.ts';
import { sealedKinds } from '../src/record/seal.ts';
import { evening, seal } from './federation/assembly.ts';
import { type Book, fakeSignature } from './federation/book.ts';
import { sealedText } from './federation/evidence.ts';
import { anyone, asMember, type Federation, indexOf, operator } from './federation/federation.ts';
import { attempt, tries } from './federation/random.ts';
import { playStory } from './federation/story.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 3, people: 8 });

const askOf = ({ state }: Book, actor: Actor, { now }: Federation) => ({
  state,
  actor,
  at: now > state.at ? now : state.at,
});
const sealedRows = new Set(allActs.filter((row) => row.sealed && row.status === 'implemented').map(({ name }) => name));

/** Everybody who has held a key in this book, and two who have not. */
function peopleOf({ state }: Book): Actor[] {
  const keys = [...(state.enrolment?.keys ?? []), ...(state.enrolment?.before?.keys ?? [])];
  const holders = keys.map(({ holder, person }): Actor => {
    const [below = '', seat] = holder.split('#');
    return seat === undefined ? asMember(holder) : { kind: 'seat', below, seat: Number(seat), holder: person };
  });
  return [...holders, operator, anyone];
}

/** Would it be accepted, signed with the right key? */
function accepted({ fed }: Pick<World, 'fed'>, book: Book, actor: Actor, index: number, key: string): boolean {
  const signature = fakeSignature(key, sealedText(book, index));
  return fed.fork().do(book.origin, actor, 'SignAct', { index, signature }).ok;
}

/** Offered is accepted; accepted is offered, unless something later has taken its place. */
function agrees(world: Pick<World, 'fed'>): void {
  for (const book of world.fed.books.values()) {
    if (book.acts.length === 0) continue;
    for (const actor of peopleOf(book)) {
      const ask = askOf(book, actor, world.fed);
      const offered = actsToSeal(ask);
      for (const { index, key, act } of offered) {
        assert.equal(book.acts[index]?.act, act);
        assert.ok(accepted(world, book, actor, index, key), `${book.origin} ${index} ${act}`);
      }
      const key = enrolledKey(ask)?.key ?? '';
      const there = new Set(offered.map(({ index }) => index));
      const standing = new Set(Object.values(sealedKinds).flatMap((indexes) => indexes(ask)));
      for (const { act, index } of book.acts) {
        if (there.has(index) || !sealedRows.has(act) || !standing.has(index)) continue;
        assert.ok(!accepted(world, book, actor, index, key), `${book.origin} ${index} ${act} is not offered`);
      }
    }
  }
}

test('every act that needs a seal has its place among those that are offered', () => {
  assert.deepEqual(Object.keys(sealedKinds).sort(), [...sealedRows].sort());
});

test('what is offered is what SignAct accepts, whatever people have tried', () => {
  fc.assert(
    fc.property(tries(200), (list) => {
      const world = { ...settled, fed: settled.fed.fork() };
      for (const one of list) attempt(world, one);
      agrees(world);
    }),
    { numRuns: 15, seed: 20050608 },
  );
});

test('after a year nothing that was sealed is offered again', () => {
  const { fed } = playStory();
  agrees({ fed });
  for (const book of fed.books.values())
    for (const actor of peopleOf(book))
      for (const { index } of actsToSeal(askOf(book, actor, fed))) assert.ok(!tableHas(book.state.sealed, index));
});

test('approved minutes wait for each officer until they are sealed, and for nobody else', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base !== undefined);
  const { origin, presidium, secretary, members } = base;
  const book = fed.book(origin);
  const waiting = (actor: Actor) => actsToSeal(askOf(book, actor, fed)).map(({ act, index }) => `${act} ${index}`);
  const before = waiting(presidium);
  evening(fed, base, [{ matter: 'ordinary' }]);
  const sitting = Number(tableEntries(book.state.sittings).at(-1)?.[0]);
  const approved = fed.must(origin, secretary, 'ApproveMinutes', { sitting, text: 'Acta' });
  const minutes = indexOf(approved, 'MinutesApproved');
  assert.deepEqual(waiting(presidium), [`MinutesApproved ${minutes}`, ...before], 'the newest first');
  assert.deepEqual(waiting(secretary), [`MinutesApproved ${minutes}`, ...before]);
  assert.deepEqual(waiting(asMember(members[5] ?? '')), []);
  assert.deepEqual(waiting(operator), []);
  const [first] = actsToSeal(askOf(book, presidium, fed));
  assert.deepEqual([first?.office, first?.needed, first?.sealers.length], ['presidencia', 2, 2]);
  seal(fed, base, minutes);
  assert.deepEqual(waiting(presidium), before);
});

test('the election waits for those who hand over, not for those who were elected', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base !== undefined);
  const { origin, convener, presidium } = base;
  const book = fed.book(origin);
  const election = book.state.enrolment?.act;
  const acts = (actor: Actor) => actsToSeal(askOf(book, actor, fed));
  assert.deepEqual(
    acts(convener).map(({ act, index, office }) => [act, index, office]),
    [['OfficersElected', election, 'convener']],
  );
  assert.equal(enrolledKey(askOf(book, convener, fed)), null);
  assert.ok(acts(presidium).every(({ index }) => index !== election));
  assert.equal(enrolledKey(askOf(book, presidium, fed))?.office, 'presidencia');
});

test('nothing waits for officers whose term is over', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base !== undefined);
  const book = fed.book(base.origin);
  const ask = { state: book.state, actor: base.presidium, at: plusMonths(fed.now, 30) };
  assert.equal(enrolledKey(ask), null);
  assert.deepEqual(actsToSeal(ask), []);
});
