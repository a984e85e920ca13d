// Delegates: who elected them, for how long they count, and how they are recalled (invariants 3 and 4).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  auditRules,
  plusDays,
  plusHours,
  plusMonths,
  rolesOf,
  type Statute,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import {
  affiliate,
  announcing,
  type Base,
  convene,
  countHands,
  decideByHands,
  delegatesTo,
  evening,
  foundBase,
  hallOf,
  indexOf,
  open,
  openVote,
  prove,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { anyone, asSeat, dataOf } from './federation/federation.ts';
import { callOut, decideByRollCall, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf();

interface Scene extends World {
  readonly base: Base;
  readonly seat: string;
}

/** A fresh copy of a federation in which the first base is looked at. */
function given(): Scene {
  const base = settled.bases[0] as Base;
  return { ...settled, fed: settled.fed.fork(), base, seat: `${base.origin}#1` };
}

function recall({ fed, base }: Scene, seat = 1, sealIt = true): number {
  const election = Number(tableEntries(fed.book(base.origin).state.elections).at(-1)?.[0]);
  const [done] = evening(fed, base, [{ matter: 'recall', proposal: { kind: 'recall-delegate', election, seat } }]);
  assert.ok(done);
  if (sealIt) seal(fed, base, indexOf(done, 'DelegateRecalled'));
  return indexOf(done, 'DelegateRecalled');
}

function elect({ fed, base, upper }: Scene, seat: number, holder: string, sealIt = true): number {
  const [done] = evening(fed, base, [
    { matter: 'election', proposal: delegatesTo(fed, upper.origin, [{ seat, holder }]) },
  ]);
  assert.ok(done);
  if (sealIt) seal(fed, base, indexOf(done, 'DelegatesElected'));
  return indexOf(done, 'DelegatesElected');
}

const stateOf = ({ fed, upper }: Scene) => fed.book(upper.origin).state;
const present = (scene: Scene, seat = 1) =>
  scene.fed.must(scene.upper.origin, anyone, 'PresentRecall', { below: scene.base.origin, seat });
const hall = ({ upper }: Scene) => ({
  origin: upper.origin,
  chair: upper.presidium,
  tellers: [anyone, anyone] as const,
});
const accredit = (scene: Scene, sitting: number, seat = 1, chair = scene.upper.secretary) =>
  scene.fed.must(scene.upper.origin, chair, 'AccreditSeat', { sitting, below: scene.base.origin, seat });

test('a credential leads back to the sealed election, and the act of accreditation cites it', () => {
  const scene = given();
  const sitting = convene(scene.fed, hall(scene));
  const done = accredit(scene, sitting, 2);
  const { election, holder } = dataOf(done, 'SeatAccredited');
  assert.equal(election.book, scene.base.origin);
  assert.equal(tableGet(scene.fed.book(election.book).state.elections, election.index)?.seats[1]?.holder, holder);
  assert.deepEqual(
    done.acts[0]?.cites.map(({ book }) => book),
    Array(3).fill(scene.base.origin),
  );
});

test('recalled while a vote is open: the vote drops out, the alternate sits and votes, closed votes stand', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const sitting = sitUpper(scene);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const before = decideByRollCall(scene, sitting, { matter: 'ordinary' }, { [`${base.origin}#2`]: 'no' });
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  callOut(fed, upper.origin, upper.presidium, vote, `${base.origin}#2`, 'no');
  assert.equal(fed.counted(upper.origin, vote).length, 1);
  recall(scene, 2);
  assert.equal(fed.counted(upper.origin, vote).length, 1, 'it counts from when it is presented');
  const alternate = dataOf(present(scene, 2), 'AlternateSeated').holder;
  assert.equal(fed.counted(upper.origin, vote).length, 0);
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', { vote, below: base.origin, seat: 2, choice: 'yes' });
  const closed = dataOf(fed.must(upper.origin, upper.presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.turnout, closed.dropped, closed.tallies[0]?.yes], [1, 1, 1]);
  assert.equal(tableGet(stateOf(scene).seats, `${base.origin}#2`)?.holder, alternate);
  assert.equal(dataOf(before, 'VoteClosed').tallies[0]?.no, 1);
});

test('between sittings the alternate of a recalled delegate is accredited', () => {
  const scene = given();
  recall(scene);
  present(scene);
  const sitting = convene(scene.fed, hall({ ...scene, upper: { ...scene.upper, presidium: scene.upper.secretary } }));
  const { holder, alternate } = dataOf(accredit(scene, sitting), 'SeatAccredited');
  assert.equal(holder, scene.base.members[5]);
  assert.equal(alternate, undefined);
});

test('the base can recall the alternate too, and then the seat is empty', () => {
  const scene = given();
  const sitting = sitUpper(scene);
  recall(scene);
  present(scene);
  recall(scene);
  present(scene);
  assert.equal(tableGet(stateOf(scene).seats, scene.seat)?.vacant, true);
  scene.fed.refuses(
    scene.upper.origin,
    scene.upper.secretary,
    'AccreditSeat',
    { sitting, below: scene.base.origin, seat: 1 },
    'delegate-recalled',
  );
});

test('both recalls can be presented late, one after the other', () => {
  const scene = given();
  sitUpper(scene);
  recall(scene);
  recall(scene);
  present(scene);
  present(scene);
  assert.equal(tableGet(stateOf(scene).seats, scene.seat)?.vacant, true);
});

test('a second recall that nobody has sealed does not hide the first', () => {
  const scene = given();
  sitUpper(scene);
  recall(scene);
  recall(scene, 1, false);
  assert.equal(dataOf(present(scene), 'RecallPresented').holder, scene.base.members[4]);
});

test('elected again after a recall: accredited, untouched by the old recall, and removable by a new one', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  recall(scene, 2);
  present(scene, 2);
  const again = base.members[6] ?? '';
  elect(scene, 2, again);
  const sitting = convene(fed, hall(scene));
  assert.equal(dataOf(accredit(scene, sitting, 2), 'SeatAccredited').holder, again);
  fed.refuses(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 }, 'already-presented');
  recall(scene, 2);
  present(scene, 2);
  assert.equal(tableGet(stateOf(scene).seats, `${base.origin}#2`)?.vacant, true);
});

test('an old recall that is first shown after the new election changes nothing', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  recall(scene, 2);
  elect(scene, 2, base.members[6] ?? '');
  const sitting = convene(fed, hall(scene));
  accredit(scene, sitting, 2);
  fed.refuses(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 }, 'no-recall-found');
  assert.equal(tableGet(stateOf(scene).seats, `${base.origin}#2`)?.vacant, false);
});

test('an office above goes with the person: the alternate who takes the seat is no president', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const sitting = sitUpper(scene);
  const president = upper.presidium;
  assert.ok(rolesOf(stateOf(scene), president, fed.now).has('presidium'));
  recall(scene, 1);
  present(scene, 1);
  assert.deepEqual([...rolesOf(stateOf(scene), president, fed.now)], ['anyone']);
  const alternate = seatActor(fed, upper.origin, scene.seat);
  assert.deepEqual([...rolesOf(stateOf(scene), alternate, fed.now)].sort(), ['anyone', 'delegate']);
  fed.refuses(upper.origin, president, 'CloseSitting', { sitting }, 'not-allowed');
  fed.refuses(upper.origin, alternate, 'SignAct', { index: 0, signature: `${'A'.repeat(86)}==` }, 'not-allowed');
  assert.equal(base.members[5], alternate.kind === 'seat' ? alternate.holder : '');
});

test('recalls make the quorum of delegates fall, and then nothing more is voted', () => {
  const scene = given();
  const { fed, upper, bases } = scene;
  const sitting = sitUpper(scene);
  const motion = table(fed, { origin: upper.origin, chair: upper.presidium }, sitting, { matter: 'ordinary' });
  for (const base of bases.slice(1))
    for (const _ of ['the delegate', 'the alternate'])
      for (const seat of [1, 2]) {
        recall({ ...scene, base }, seat);
        present({ ...scene, base }, seat);
      }
  const refusal = fed.refuses(
    upper.origin,
    upper.presidium,
    'OpenVote',
    { motion, method: 'roll-call' },
    'quorum-for-matter',
  );
  assert.deepEqual([refusal.needed, refusal.present], [4, 2]);
});

test('an election that nobody has sealed takes nothing from the delegate in office', () => {
  const scene = given();
  elect(scene, 2, scene.base.members[7] ?? '', false);
  const sitting = convene(scene.fed, hall(scene));
  assert.equal(dataOf(accredit(scene, sitting, 2), 'SeatAccredited').holder, scene.base.members[6]);
});

test('nobody sits twice for one base', () => {
  const scene = given();
  const { fed, base, upper } = scene;
  const sitting = convene(
    fed,
    { origin: base.origin, chair: base.presidium, tellers: base.tellers },
    { notice: [{ matter: 'election', title: 'x' }] },
  );
  fed.must(base.origin, base.presidium, 'AppointTellers', { sitting, tellers: base.members.slice(2, 4) });
  for (const teller of base.tellers) fed.must(base.origin, teller, 'CountPresence', { sitting, round: 1, present: 8 });
  fed.must(base.origin, base.presidium, 'OpenSitting', { sitting, call: 'first' });
  const proposal = delegatesTo(fed, upper.origin, [{ seat: 2, holder: base.members[4] ?? '' }]);
  const input = { sitting, matter: 'election', title: 'x', text: 'x', proposal } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'holder-twice');
});

test('a seat that was emptied is not filled again while a vote is open', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const sitting = sitUpper(scene);
  const chair = { origin: upper.origin, chair: upper.presidium };
  openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  recall(scene, 2);
  recall(scene, 2);
  present(scene, 2);
  present(scene, 2);
  elect(scene, 2, base.members[7] ?? '');
  fed.refuses(
    upper.origin,
    upper.presidium,
    'AccreditSeat',
    { sitting, below: base.origin, seat: 2 },
    'vote-still-open',
  );
});

test('a base that was admitted after the convocation waits, and then sits', () => {
  const scene = given();
  const { fed, upper, bases } = scene;
  const young = foundBase(fed, 'junta-joven', 6);
  prove(fed, young, bases.slice(0, 2));
  fed.pass({ days: 31 });
  affiliate(fed, young, upper.origin, [{ seat: 1, holder: young.members[0] ?? '' }]);
  const called = sitUpper(scene, 'affiliation');
  const { origin: below } = young;
  const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Joven', entitlement: 1 } as const;
  decideByRollCall(scene, called, { matter: 'affiliation', proposal });
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', { sitting: called, below, seat: 1 }, 'waiting-time');
  fed.pass({ days: 30 });
  const next = convene(fed, hall(scene));
  const [one = '', two = ''] = bases.map(({ origin }) => origin);
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting: next, below, seat: 1, witnesses: [one, two] });
});

test('a base admitted later sits once two bodies that are known here have witnessed its founding; then it is known', () => {
  const scene = given();
  const { fed, upper, bases } = scene;
  const [first, second, third] = bases as [Base, Base, Base];
  const young = foundBase(fed, 'junta-joven', 6);
  const outside = foundBase(fed, 'junta-ajena', 6);
  prove(fed, young, [first, outside]);
  fed.pass({ days: 31 });
  affiliate(fed, young, upper.origin, [
    { seat: 1, holder: young.members[0] ?? '' },
    { seat: 2, holder: young.members[1] ?? '' },
  ]);
  const { origin: below } = young;
  const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Joven', entitlement: 2 } as const;
  decideByRollCall(scene, sitUpper(scene, 'affiliation'), { matter: 'affiliation', proposal });
  fed.pass({ days: 30 });
  const sitting = convene(fed, hall(scene));
  const known = (witnesses: readonly Base[], seat = 1) => {
    const named = witnesses.length === 0 ? {} : { witnesses: witnesses.map(({ origin }) => origin) };
    return { sitting, below, seat, ...named };
  };
  const refused = (witnesses: readonly Base[]) =>
    fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', known(witnesses), 'witnesses-unknown-here').present;
  // Nobody named; one from outside; the same one twice; one that has witnessed nothing; itself.
  assert.deepEqual(
    [[], [first, outside], [first, first], [first, third], [first, young]].map(refused),
    [0, 1, 1, 1, 1],
  );
  // Who knows it says so late, and the book below needs nothing for that.
  const seen = fed.must(second.origin, second.presidium, 'WitnessFounding', { neighbour: below });
  const act = indexOf(seen, 'FoundingWitnessed');
  assert.equal(refused([first, second]), 1, 'not sealed yet');
  seal(fed, second, act);
  const done = fed.must(upper.origin, upper.presidium, 'AccreditSeat', known([first, second]));
  assert.ok(done.acts.some(({ cites }) => cites?.some(({ book, index }) => book === second.origin && index === act)));
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', known([], 2));
});

test('a delegate whose term has run out neither speaks nor counts', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const delegate = seatActor(fed, upper.origin, `${base.origin}#2`);
  const until = tableGet(stateOf(scene).seats, `${base.origin}#2`)?.until ?? '';
  assert.ok(rolesOf(stateOf(scene), delegate, plusDays(until, -1)).has('delegate'));
  assert.deepEqual([...rolesOf(stateOf(scene), delegate, until)], ['anyone']);
});

test('when every seat has run out, the officers above convene the election, and bases send new delegates', () => {
  const scene = given();
  const { fed, upper, bases } = scene;
  fed.pass({ days: 400 });
  for (const base of bases) for (const seat of [1, 2]) elect({ ...scene, base }, seat, base.members[3 + seat] ?? '');
  const sitting = convene(fed, hall(scene), { notice: [{ matter: 'election', title: 'Directiva' }] });
  for (const base of bases) for (const seat of [1, 2]) accredit({ ...scene, base }, sitting, seat, upper.presidium);
  fed.must(upper.origin, seatActor(fed, upper.origin, scene.seat), 'OpenSitting', { sitting, call: 'first' });
});

test('a stranger with the name of a seat is nobody', () => {
  const scene = given();
  const stranger = asSeat(scene.base.origin, 2, scene.base.members[0] ?? '');
  assert.deepEqual([...rolesOf(stateOf(scene), stranger, scene.fed.now)], ['anyone']);
});

/** A base whose statute lets so many months of a term pass before a recall; its sitting is held just before that time. */
function protectedBy(monthsBefore: number, ...matters: Parameters<typeof announcing>) {
  const { fed, bases } = federationOf({ statute: statuteWith({ recall: { monthsBefore } }) });
  const base = bases[0] as Base;
  const [election, { from } = { from: '' }] = tableEntries(fed.book(base.origin).state.elections).at(-1) ?? [];
  const earliest = plusMonths(from, monthsBefore);
  fed.now = plusHours(earliest, -50);
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall', ...matters) });
  open(fed, hallOf(base), sitting, base.members.length);
  const proposal = { kind: 'recall-delegate', election: Number(election), seat: 1 } as const;
  return { fed, base, sitting, earliest, proposal };
}

test('a delegate is recalled once the months that the statute says have passed, not a second before', () => {
  const { fed, base, sitting, earliest, proposal } = protectedBy(6);
  const input = { sitting, matter: 'recall', title: 'Revocatoria', text: 'Revocatoria', proposal } as const;
  fed.now = `${plusHours(earliest, -1).slice(0, 14)}59:59Z`;
  assert.equal(Date.parse(earliest) - Date.parse(fed.now), 1_000);
  const refusal = fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'too-early');
  assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['recall.monthsBefore', earliest, fed.now]);
  fed.now = earliest;
  const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'recall', proposal }), 'hands');
  countHands(fed, hallOf(base), vote, { yes: 8 });
  const closed = fed.must(base.origin, base.presidium, 'CloseVote', { vote });
  assert.equal(dataOf(closed, 'DelegateRecalled').holder, base.members[4]);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('a statute amended between motion and vote: a recall that is now too early has no effect', () => {
  const { fed, base, sitting, earliest, proposal } = protectedBy(3, 'statute');
  fed.now = earliest;
  const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'recall', proposal }), 'hands');
  const statute: Statute = statuteWith({ recall: { monthsBefore: 6 } });
  decideByHands(fed, hallOf(base), sitting, {
    matter: 'statute',
    proposal: { kind: 'amend-statute', statute },
    yes: 8,
  });
  countHands(fed, hallOf(base), vote, { yes: 8 });
  const closed = fed.must(base.origin, base.presidium, 'CloseVote', { vote });
  assert.deepEqual([closed.acts.at(-1)?.act, closed.answer.withoutEffect], ['VoteClosed', 'too-early']);
});
