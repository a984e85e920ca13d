// Ways round a rule, in orders that it was not written for: what the design forbids is forbidden in these too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, decisionsStanding, measureAt, plusDays, plusHours, tableEntries, tableGet } from '../src/index.ts';
import {
  affiliate,
  announcing,
  type Base,
  evening,
  foundBase,
  hallOf,
  indexOf,
  nameOf,
  open,
  openVote,
  prove,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { decideAbove, leave } from './federation/bodies.ts';
import { sha256 } from './federation/book.ts';
import { anyone, asMember, dataOf, type Federation } from './federation/federation.ts';
import { amend, sendUp } from './federation/motions.ts';
import { petition, withPetitions } from './federation/petitions.ts';
import { ask, calling, demand, demanding, inHall, neighbour } from './federation/sitting-scenes.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const strict = federationOf({ upperStatute: statuteWith({ mandates: { binding: 'refuse' } }) });
const given = (world: World = strict) => {
  const fed = world.fed.fork();
  const { upper, bases } = world;
  return { fed, upper, bases, base: bases[0] as Base, chair: { origin: upper.origin, chair: upper.presidium } };
};

const silent = (fed: Federation, ...origins: readonly string[]): void => {
  for (const origin of origins) assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
};

const parts = ['Primero, el agua. ', 'Segundo, la luz.'];
const whole = parts.join('');

/** The base says yes to that text above, sealed if nothing else is said. */
function mandate(fed: Federation, base: Base, on: { book: string; index: number }, text = whole, sealed = true): void {
  const proposal = { kind: 'mandate', on, textHash: sha256(text), instruction: 'yes' } as const;
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(done);
  if (sealed) seal(fed, base, indexOf(done, 'MandateGiven'));
}

/** A text that a base has sent up and given a mandate on, and that the presidency tables as if it were its own. */
function tabledAsOwn() {
  const scene = given();
  const { fed, upper, base, chair } = scene;
  mandate(fed, base, { book: upper.origin, index: sendUp(scene, base, whole) });
  const sitting = sitUpper(scene);
  return { ...scene, sitting, motion: table(fed, chair, sitting, { matter: 'ordinary', text: whole }) };
}

test('a mandated text that is put once more and divided is not voted by hands, in its parts and in parts of parts', () => {
  const { fed, upper, base, motion } = tabledAsOwn();
  const { origin, presidium } = upper;
  const split = fed.must(origin, presidium, 'SplitMotion', { motion, parts });
  const [first, second] = split.acts.filter(({ act }) => act === 'MotionTabled').map(({ index }) => index);
  const hands = fed.refuses(
    origin,
    presidium,
    'OpenVote',
    { motion: first ?? 0, method: 'hands' },
    'mandated-not-by-hands',
  );
  assert.equal(hands.present, base.origin);
  const again = fed.must(origin, presidium, 'SplitMotion', { motion: first ?? 0, parts: ['Primero, ', 'el agua. '] });
  const [half] = again.acts.filter(({ act }) => act === 'MotionTabled').map(({ index }) => index);
  fed.refuses(origin, presidium, 'OpenVote', { motion: half ?? 0, method: 'hands' }, 'mandated-not-by-hands');
  const vote = openVote(fed, { origin, chair: presidium }, half ?? 0, 'roll-call');
  const answer = { vote, below: base.origin, seat: 1 } as const;
  fed.refuses(origin, presidium, 'RecordRollCallVote', { ...answer, choice: 'yes' }, 'come-back-and-ask');
  fed.must(origin, presidium, 'RecordRollCallVote', { ...answer, choice: 'abstain' });
  assert.ok(second);
  silent(fed, origin);
});

test('a mandated text that is put once more and amended reads “come back and ask”, as the motion of the base does', () => {
  const { fed, upper, bases, base, chair, motion } = tabledAsOwn();
  const { origin, presidium } = upper;
  const amendment = amend(fed, chair, motion, { text: 'Primero, la luz.' });
  const vote = openVote(fed, chair, amendment, 'roll-call');
  for (const { origin: below } of bases.slice(1))
    for (const seat of [1, 2]) callOut(fed, origin, presidium, vote, `${below}#${seat}`, 'yes');
  fed.must(origin, presidium, 'CloseVote', { vote });
  fed.refuses(origin, presidium, 'OpenVote', { motion, method: 'hands' }, 'mandated-not-by-hands');
  const last = openVote(fed, chair, motion, 'roll-call');
  const answer = { vote: last, below: base.origin, seat: 1, choice: 'no' } as const;
  fed.refuses(origin, presidium, 'RecordRollCallVote', answer, 'come-back-and-ask');
});

test('what the base says of the present text counts before what it said of an older one', () => {
  const { fed, upper, bases, base, chair, motion } = tabledAsOwn();
  const { origin, presidium } = upper;
  const text = 'Primero, la luz.';
  const vote = openVote(fed, chair, amend(fed, chair, motion, { text }), 'roll-call');
  for (const { origin: below } of bases.slice(1))
    for (const seat of [1, 2]) callOut(fed, origin, presidium, vote, `${below}#${seat}`, 'yes');
  fed.must(origin, presidium, 'CloseVote', { vote });
  mandate(fed, base, { book: origin, index: motion }, text);
  const last = openVote(fed, chair, motion, 'roll-call');
  callOut(fed, origin, presidium, last, `${base.origin}#1`, 'yes');
  const against = { vote: last, below: base.origin, seat: 2, choice: 'no' } as const;
  fed.refuses(origin, presidium, 'RecordRollCallVote', against, 'against-mandate');
});

test('a mandate that nobody has sealed takes nothing from the sealed one before it', () => {
  const scene = given();
  const { fed, upper, base, chair } = scene;
  const sitting = sitUpper(scene);
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: whole });
  const on = { book: upper.origin, index: motion };
  mandate(fed, base, on);
  const free = { kind: 'mandate', on, textHash: sha256(whole), instruction: 'free' } as const;
  const [changed] = evening(fed, base, [{ matter: 'mandate', proposal: free }]);
  assert.ok(changed);
  const vote = openVote(fed, chair, motion, 'roll-call');
  const against = { vote, below: base.origin, seat: 1, choice: 'no' } as const;
  fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', against, 'against-mandate');
  seal(fed, base, indexOf(changed, 'MandateGiven'));
  fed.must(upper.origin, upper.presidium, 'RecordRollCallVote', against);
});

test('the mandate of a body that has left holds nobody up', () => {
  const scene = given();
  const { fed, upper, chair } = scene;
  // Whose seats no officer holds.
  const base = scene.bases[2] as Base;
  const sitting = sitUpper(scene);
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: whole });
  mandate(fed, base, { book: upper.origin, index: motion });
  const hands = { motion, method: 'hands' } as const;
  fed.refuses(upper.origin, upper.presidium, 'OpenVote', hands, 'mandated-not-by-hands');
  leave(scene, base);
  fed.must(upper.origin, upper.presidium, 'OpenVote', hands);
});

test('a recess is no answer to a challenge of the quorum: the delegates are counted before the sitting goes on', () => {
  const scene = given();
  const { fed, upper } = scene;
  const { origin, presidium, secretary } = upper;
  const sitting = sitUpper(scene);
  fed.must(origin, secretary, 'ChallengeQuorum', { sitting });
  const until = plusHours(fed.now, 1);
  fed.must(origin, presidium, 'RecessSitting', { sitting, until });
  fed.now = until;
  fed.refuses(origin, presidium, 'ResumeSitting', { sitting }, 'not-counted');
  fed.must(origin, presidium, 'AppointTellers', { sitting, tellers: [nameOf(presidium), nameOf(secretary)] });
  for (const teller of [presidium, secretary])
    fed.must(origin, teller, 'CountPresence', { sitting, round: 1, present: 3 });
  const resumed = fed.must(origin, presidium, 'ResumeSitting', { sitting });
  assert.deepEqual(dataOf(resumed, 'SittingResumed').quorum, { needed: 4, present: 3, met: false });
  silent(fed, origin);
});

test('a vote that is kept open half counted is no shelter: the quorum is doubted before the next one is counted', () => {
  const { fed, base } = alone();
  const { origin, presidium, tellers } = base;
  const hall = hallOf(base);
  const sitting = inHall(fed, base);
  const shelter = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary', text: 'Aplauso' }), 'hands');
  fed.must(origin, tellers[0], 'CountBlock', { vote: shelter, block: 'sala', round: 1, yes: 9, no: 0, abstain: 0 });
  fed.refuses(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting }, 'vote-still-open');
  const vote = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary', text: 'Cuota' }), 'hands');
  fed.must(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting });
  fed.refuses(origin, presidium, 'CloseVote', { vote }, 'quorum-challenged');
  for (const teller of tellers) fed.must(origin, teller, 'CountPresence', { sitting, round: 2, present: 3 });
  for (const open of [vote, shelter]) fed.refuses(origin, presidium, 'CloseVote', { vote: open }, 'no-quorum');
  silent(fed, origin);
});

function alone(statute = statuteWith(), people = 10) {
  const { fed, bases } = federationOf({ bases: 3, people, statute });
  return { fed, base: bases[0] as Base };
}

test('a recess lasts no longer than the challenge period: opened and put off for years, a sitting would never be held', () => {
  const { fed, base } = alone(statuteWith({ challenge: { days: 10 } }));
  const sitting = inHall(fed, base);
  const latest = plusDays(fed.now, 10);
  const long = { sitting, until: plusHours(latest, 1) };
  const refusal = fed.refuses(base.origin, base.presidium, 'RecessSitting', long, 'recess-too-long');
  assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['challenge', latest, long.until]);
  fed.must(base.origin, base.presidium, 'RecessSitting', { sitting, until: latest });
});

test('of the bodies below those that have left neither ask for a sitting nor are counted among those that could', () => {
  const world = demanding();
  const { fed, upper, bases } = world;
  const [first, second, third] = bases as [Base, Base, Base];
  ask(fed, first, upper.origin, ['accounts']);
  fed.refuses(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] }, 'too-few-demand');
  const leaving = fed.fork();
  leave({ ...world, fed: leaving }, third);
  const shown = dataOf(
    leaving.must(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] }),
    'SittingDemandShown',
  );
  assert.deepEqual([shown.supporters, shown.of], [1, 2]);
  silent(leaving, upper.origin);
  leave(world, first);
  ask(fed, second, upper.origin, ['accounts']);
  const without = dataOf(
    fed.must(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] }),
    'SittingDemandShown',
  );
  assert.deepEqual([without.supporters, without.of], [1, 2]);
});

test('who does not count yet does not help to reach the share of those who do', () => {
  const { fed, bases } = demanding();
  const base = bases[0] as Base;
  const name = 'recién llegada';
  const young = asMember(String(fed.must(base.origin, base.secretary, 'EnrolMember', { name }).answer.member));
  const asked = { matters: ['accounts' as const] };
  const from = plusDays(fed.now, 30);
  const refusal = fed.refuses(base.origin, young, 'DemandSitting', asked, 'waiting-time');
  assert.deepEqual([refusal.article, refusal.needed], ['roll.waitingDays', from]);
  fed.now = from;
  fed.must(base.origin, young, 'DemandSitting', asked);
});

/** A proven body that the assembly admits by its vote. */
function admitted(scene: ReturnType<typeof given>): Base {
  const { fed, upper, bases } = scene;
  const young = foundBase(fed, 'junta-nueva', 8);
  prove(fed, young, bases.slice(0, 2));
  fed.pass({ days: 31 });
  const [, , , , a = '', b = ''] = young.members;
  affiliate(fed, young, upper.origin, [{ seat: 1, holder: a, alternate: b }]);
  const key = fed.book(young.origin).key;
  const proposal = { kind: 'admit', below: young.origin, key, title: 'Nueva', entitlement: 1 } as const;
  decideAbove(scene, { matter: 'affiliation', proposal });
  return young;
}

test('a body that was admitted waits as a new member does: no assembly is packed the day before it is called', () => {
  const scene = given();
  const { fed, upper, bases } = scene;
  const { origin, presidium } = upper;
  const young = admitted(scene);
  const from = plusDays(tableGet(fed.book(origin).state.affiliates, young.origin)?.at ?? '', 30);
  const witnesses = bases.slice(0, 2).map((base) => base.origin);
  const seat = (sitting: number) => ({ sitting, below: young.origin, seat: 1, witnesses });
  const early = sitUpper(scene);
  const refusal = fed.refuses(origin, presidium, 'AccreditSeat', seat(early), 'waiting-time');
  assert.deepEqual([refusal.article, refusal.needed], ['roll.waitingDays', from]);
  assert.equal(tableGet(fed.book(origin).state.sittings, early)?.roll, 6);
  fed.must(origin, presidium, 'CloseSitting', { sitting: early });
  fed.now = plusDays(from, -1);
  const before = sitUpper(scene);
  fed.refuses(origin, presidium, 'AccreditSeat', seat(before), 'waiting-time');
  fed.must(origin, presidium, 'CloseSitting', { sitting: before });
  const after = sitUpper(scene);
  fed.must(origin, presidium, 'AccreditSeat', seat(after));
  assert.equal(tableGet(fed.book(origin).state.sittings, after)?.roll, 7);
  silent(fed, origin);
});

test('a measure that has begun because nobody had found anything by its day is not ended by one office', () => {
  const upperStatute = statuteWith({ certifiers: ['actas'] });
  const scene = given(federationOf({ upperStatute }));
  const { fed, upper } = scene;
  const by = plusDays(fed.now, 5);
  const condition = {
    event: 'El gas llega',
    by,
    holdsIf: 'not-happened',
    certifier: 'actas',
    otherwise: 'in-force',
  } as const;
  const from = plusDays(fed.now, 3);
  const proposal = { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from, condition } as const;
  const done = decideAbove(scene, { matter: 'measure', proposal });
  const set = indexOf(done, 'ConditionSet');
  const found = { condition: set, happened: 'yes', evidence: sha256('acta') } as const;
  const inTime = fed.fork();
  inTime.must(upper.origin, upper.secretary, 'CertifyCondition', found);
  fed.now = by;
  const refusal = fed.refuses(upper.origin, upper.secretary, 'CertifyCondition', found, 'bases-must-ratify');
  assert.deepEqual([refusal.article, refusal.needed], ['ratification', 'lifting']);
  fed.must(upper.origin, upper.secretary, 'CertifyCondition', { ...found, happened: 'no' });
  const { state } = fed.book(upper.origin);
  const measure = tableGet(state.measures, indexOf(done, 'MeasureDeclared'));
  assert.equal(measure && measureAt(state, measure, fed.now), 'called');
});

test('no delegate counts the lists against the own seat, nor does the alternate who would follow', () => {
  const { fed, base, tellers } = withPetitions();
  const to = federationOf().upper.origin;
  const [first, second] = tellers.map(nameOf) as [string, string];
  const upper = 'el-alto.example/central';
  assert.notEqual(to, upper);
  affiliate(fed, base, upper, [{ seat: 1, holder: first, alternate: second }]);
  const opened = petition({ fed, base }, 'delegate', `${upper}#1`);
  for (const teller of tellers)
    fed.refuses(base.origin, teller, 'CountPetition', { petition: opened, round: 1, signatures: 3 }, 'not-allowed');
});

/** What a paper sitting of that day, with everybody there and everything in its notice, is worth today. */
function onPaper(fed: Federation, base: Base, heldAt: string, matter: 'ordinary' | 'accounts' = 'ordinary') {
  const decision = { matter, title: 'Cuentas', text: 'Cuentas', yes: 8, no: 0, abstain: 0 } as const;
  const input = { heldAt, place: 'Cancha', call: 'first', present: 8, notice: announcing(decision) } as const;
  const done = fed.must(base.origin, base.secretary, 'EnterLateSitting', { ...input, decisions: [decision] });
  const [judged] = dataOf(done, 'SittingEnteredLate').decisions;
  return [judged?.effect, ...(judged?.irregularities ?? [])];
}

test('a sitting on paper from before the founding, or before the statute in force, is on record without effect', () => {
  const { fed, base } = alone();
  const { foundedAt = '' } = fed.book(base.origin).state.body ?? {};
  assert.deepEqual(onPaper(fed, base, plusDays(foundedAt, -1)), ['none', 'before-the-statute']);
  const held = fed.now;
  assert.deepEqual(onPaper(fed, base, held), ['in-force']);
  const lax = { num: 1, den: 8, strict: false } as const;
  const statute = statuteWith({ calls: { first: lax, second: lax, minutesBetween: 30 } });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  assert.deepEqual(onPaper(fed, base, held), ['none', 'before-the-statute']);
  assert.deepEqual(onPaper(fed, base, fed.now), ['in-force']);
  silent(fed, base.origin);
});

test('what was decided on paper of a matter that the statute does not know is written down by its name', () => {
  const rules = statuteWith().rules.filter(({ matter }) => matter !== 'accounts');
  const { fed, base } = alone(statuteWith({ rules }));
  assert.deepEqual(onPaper(fed, base, fed.now, 'accounts'), ['none', 'matter-not-in-statute']);
  silent(fed, base.origin);
});

test('the one who follows in a seat is asked for the own vote, and recalled in turn drops it: neither counts', () => {
  const scene = given();
  const { fed, upper, chair } = scene;
  // Whose seats no officer holds.
  const base = scene.bases[2] as Base;
  const { origin, presidium } = upper;
  const sitting = sitUpper(scene);
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  const key = `${base.origin}#1`;
  const seat = () => tableGet(fed.book(origin).state.seats, key);
  callOut(fed, origin, presidium, vote, key, 'yes');
  const first = seatActor(fed, origin, key);
  for (const round of [1, 2]) {
    const election = seat()?.election.index ?? 0;
    const proposal = { kind: 'recall-delegate', election, seat: 1 } as const;
    const [done] = evening(fed, base, [{ matter: 'recall', proposal }]);
    assert.ok(done);
    seal(fed, base, indexOf(done, 'DelegateRecalled'));
    fed.must(origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 });
    fed.refuses(origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 }, 'already-presented');
    if (round === 1) callOut(fed, origin, presidium, vote, key, 'no');
  }
  assert.equal(seat()?.vacant, true);
  assert.equal(fed.do(origin, first, 'CastVote', { vote, choice: 'no' }).ok, false);
  callOut(fed, origin, presidium, vote, `${base.origin}#2`, 'yes');
  const closed = dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.tallies, closed.dropped], [[{ yes: 1, no: 0, abstain: 0 }], 2]);
  silent(fed, origin);
});

test('a demanded sitting that was called and not held is still owed in the book that goes on', () => {
  const { fed, bases } = demanding();
  const base = bases[0] as Base;
  demand(fed, base, ['election']);
  const kept = () =>
    decisionsStanding(fed.book(base.origin).state, fed.now, 0).filter(({ what }) => what.kind === 'obligation').length;
  assert.equal(kept(), 1);
  const called = calling(fed, announcing('election'));
  fed.must(base.origin, base.presidium, 'ConveneSitting', called);
  assert.equal(kept(), 1);
  const [sitting] = tableEntries(fed.book(base.origin).state.sittings).at(-1) ?? [];
  fed.pass({ hours: 48 });
  open(fed, hallOf(base), Number(sitting), base.members.length);
  assert.equal(kept(), 0);
});

test('a block has no more hands than people, and no more people than the hall: the others of the hall do not lend theirs', () => {
  const { fed, base } = alone();
  const { origin, presidium, tellers } = base;
  const sitting = inHall(fed, base);
  const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'ordinary' }), 'hands');
  const left = { vote, block: 'izquierda', round: 1, yes: 4, no: 1, abstain: 0 } as const;
  const refused = (people: number) =>
    fed.refuses(origin, tellers[0], 'CountBlock', { ...left, people }, 'more-hands-than-people');
  assert.deepEqual([refused(4).needed, refused(4).present], [4, 5]);
  assert.deepEqual([refused(11).needed, refused(11).present], [10, 11]);
  fed.must(origin, tellers[0], 'CountBlock', { ...left, people: 5 });
  const agreed = fed.must(origin, tellers[1], 'CountBlock', { ...left, people: 6 });
  assert.equal(agreed.answer.agreed, true);
  const counted = dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'BlockCounted');
  assert.deepEqual(counted.entries.map(({ people }) => people).toSorted(), [5, 6]);
  silent(fed, origin);
});
