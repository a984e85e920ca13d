// What people can do when a rule could be turned against them: leaders who never convene, doubts while a vote is open,
// claims that would call an assembly every day, bodies that block each other, amendments that the bases take back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, tableGet, tableHas, tableValues } from '../src/index.ts';
import {
  affiliate,
  announcing,
  type Base,
  evening,
  foundBase,
  foundBody,
  hallOf,
  indexOf,
  nameOf,
  openVote,
  prove,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { decideAbove, inBase, seatOf } from './federation/decisions-story.ts';
import { anyone, type Done, dataOf, Federation } from './federation/federation.ts';
import { calling, demand, inHall, neighbour } from './federation/sitting-scenes.ts';
import { late, onPaper } from './federation/story-irregular.ts';
import { admit, decideByRollCall, federationOf, foundUpper, sitUpper, type World } from './federation/upper.ts';

function villa(statute = statuteWith()) {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-dolores', 8, statute);
  fed.pass({ days: 31 });
  return { fed, base, origin: base.origin };
}

const audited = (fed: Federation, origin: string) =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('where the statute is silent a third of the roll has a sitting convened, by itself if the leaders do not', () => {
  const { fed, bases } = federationOf();
  const base = bases[0] as Base;
  const { origin } = base;
  const done = demand(fed, base, ['accounts'], 3);
  const { due, supporters, of } = dataOf(done, 'SittingDemanded');
  assert.deepEqual([due, supporters, of], [plusDays(fed.now, 30), 3, 9]);
  const notice = announcing('accounts');
  fed.pass({ days: 29 });
  fed.refuses(origin, neighbour(base, 5), 'ConveneSitting', calling(fed, notice), 'nothing-overdue');
  fed.pass({ days: 1 });
  fed.must(origin, neighbour(base, 5), 'ConveneSitting', calling(fed, notice));
  audited(fed, origin);
});

test('a statute that names who may demand leaves the others out', () => {
  const { fed, base, origin } = villa(statuteWith({ convening: { above: true, days: 5 } }));
  fed.refuses(origin, neighbour(base, 5), 'DemandSitting', { matters: ['accounts'] }, 'demand-not-in-statute');
});

test('the quorum is doubted while a vote is open, until a teller has entered a number; lost, the vote is annulled', () => {
  const { fed, base, origin } = villa();
  const sitting = inHall(fed, base);
  const [first, second] = base.tellers;
  const vote = openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'ordinary' }), 'hands');
  const hands = { vote, block: 'sala', round: 1, yes: 3, no: 0, abstain: 0 };
  const counted = fed.fork();
  counted.must(origin, first, 'CountBlock', hands);
  counted.refuses(origin, neighbour(base, 6), 'ChallengeQuorum', { sitting }, 'vote-still-open');
  fed.must(origin, neighbour(base, 6), 'ChallengeQuorum', { sitting });
  fed.refuses(origin, first, 'CountBlock', hands, 'quorum-challenged');
  fed.refuses(origin, base.presidium, 'CloseVote', { vote }, 'quorum-challenged');
  const there = fed.fork();
  for (const [world, present] of [
    [fed, 3],
    [there, 6],
  ] as const)
    for (const teller of [first, second]) world.must(origin, teller, 'CountPresence', { sitting, round: 2, present });
  fed.refuses(origin, first, 'CountBlock', hands, 'no-quorum');
  fed.refuses(origin, base.presidium, 'CloseVote', { vote }, 'no-quorum');
  fed.must(origin, base.presidium, 'AnnulVote', { vote, reason: 'Sin quórum' });
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  for (const teller of [first, second]) there.must(origin, teller, 'CountBlock', hands);
  there.must(origin, base.presidium, 'CloseVote', { vote });
  audited(fed, origin);
  audited(there, origin);
});

test('in an assembly the delegates are counted in the middle of a roll call too', () => {
  const world = federationOf();
  const { fed, upper } = world;
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  const done = fed.must(upper.origin, upper.secretary, 'ChallengeQuorum', { sitting });
  assert.equal(dataOf(done, 'QuorumChallenged').quorum, undefined);
  fed.refuses(upper.origin, upper.presidium, 'CloseVote', { vote }, 'quorum-challenged');
  const tellers = [upper.presidium, upper.secretary];
  fed.must(upper.origin, upper.presidium, 'AppointTellers', { sitting, tellers: tellers.map(nameOf) });
  for (const teller of tellers) fed.must(upper.origin, teller, 'CountPresence', { sitting, round: 1, present: 5 });
  fed.refuses(upper.origin, upper.secretary, 'ChallengeQuorum', { sitting }, 'quorum-already-challenged');
  fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  audited(fed, upper.origin);
});

test('a motion on how to proceed needs both majorities where ordinary business does', () => {
  const rules = statuteWith().rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, and: { num: 2, den: 3, strict: false, of: 'roll' as const } } : rule,
  );
  for (const [yes, carried] of [
    [5, false],
    [6, true],
  ] as const) {
    const { fed, base, origin } = villa(statuteWith({ rules }));
    const sitting = inHall(fed, base);
    const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
    fed.must(origin, base.secretary, 'MoveProcedure', { sitting, kind: 'table', motion });
    const hands = { yes, no: 1, abstain: 0 };
    const done = fed.must(origin, base.presidium, 'DecideProcedure', { sitting, hands });
    assert.equal(dataOf(done, 'ProceduralMotionDecided').carried, carried);
    audited(fed, origin);
  }
});

test('a stranger’s claim of a threat calls nobody, and one review is open for each decision, on paper too', () => {
  const { fed, base, origin } = villa();
  const entry = late(fed, base, [onPaper('accounts', 'Cuentas'), onPaper('ordinary', 'Ollas')]);
  const claim = (decision: number) => ({ act: entry, decision, text: 'Nos apuntaron.' });
  const wrote = (done: Done) => done.acts.map(({ act }) => act);
  for (let i = 0; i < 3; i++)
    assert.deepEqual(wrote(fed.must(origin, anyone, 'RecordThreat', claim(1))), ['ThreatRecorded']);
  const opened = fed.must(origin, neighbour(base, 4), 'RecordThreat', claim(1));
  assert.deepEqual(dataOf(opened, 'StatuteReviewOpened').matters, ['accounts']);
  assert.deepEqual(wrote(fed.must(origin, neighbour(base, 5), 'RecordThreat', claim(1))), ['ThreatRecorded']);
  const other = fed.must(origin, neighbour(base, 5), 'RecordThreat', claim(2));
  assert.deepEqual(dataOf(other, 'StatuteReviewOpened').matters, ['ordinary']);
  fed.refuses(origin, neighbour(base, 5), 'RecordThreat', claim(3), 'not-found');
  const { obligations, threats } = fed.book(origin).state;
  assert.equal(tableValues(obligations).length, 2);
  assert.equal(tableGet(threats, `${entry}.1`)?.length, 5);
});

test('a witness that the assembly dismissed is believed no more, and the officers do not appoint it again', () => {
  const { fed, base, origin } = villa();
  const input = { name: 'Universidad', key: fed.book(origin).key };
  const witness = indexOf(fed.must(origin, base.secretary, 'AppointWitness', input), 'WitnessAppointed');
  const item = { matter: 'ordinary', proposal: { kind: 'dismiss-witness', witness } } as const;
  evening(fed, base, [{ ...item, yes: 1, no: 7 }]);
  assert.ok(tableHas(fed.book(origin).state.witnesses, input.key));
  evening(fed, base, [item]);
  assert.ok(!tableHas(fed.book(origin).state.witnesses, input.key));
  fed.refuses(origin, base.secretary, 'AppointWitness', input, 'witness-dismissed');
  const sitting = inHall(fed, base);
  const again = { sitting, title: 'x', text: 'x', ...item };
  fed.refuses(origin, base.presidium, 'TableMotion', again, 'not-found');
  audited(fed, origin);
});

/** A district and a federation that have asked each other, each on a node that did not hold the other's request. */
function mutual(): { readonly fed: Federation; readonly district: World; readonly federation: World } {
  const district = federationOf({ bases: 4 });
  const { fed } = district;
  const { origin, convener } = foundBody(fed, 'federacion', 'delegate', statuteWith());
  const direct = district.bases.slice(0, 2);
  for (const base of direct) {
    const [, , , , a, b, c, d] = base.members;
    affiliate(fed, base, origin, [
      { seat: 1, holder: a ?? '', alternate: b ?? '' },
      { seat: 2, holder: c ?? '', alternate: d ?? '' },
    ]);
    admit(fed, origin, convener, base);
  }
  const federation = { fed, upper: foundUpper(fed, origin, convener, direct), bases: direct };
  prove(fed, federation.upper, direct);
  const elsewhere = { ...federation, fed: fed.fork() };
  asks(district, federation.upper.origin);
  asks(elsewhere, district.upper.origin);
  fed.books.set(origin, elsewhere.fed.book(origin));
  fed.now = elsewhere.fed.now > fed.now ? elsewhere.fed.now : fed.now;
  return { fed, district, federation };
}

function asks(world: World, to: string): void {
  const proposal = { kind: 'request-affiliation', to, toKey: world.fed.book(to).key } as const;
  const done = decideAbove(world, { matter: 'affiliation', proposal });
  seal(world.fed, world.upper, indexOf(done, 'AffiliationRequested'));
}

test('of two bodies that have asked each other the one that admits first is above, and the other cannot admit it', () => {
  const { fed, district, federation } = mutual();
  const admission = (below: string) =>
    ({ kind: 'admit', below, key: fed.book(below).key, title: 'x', entitlement: 1 }) as const;
  const sitting = sitUpper(federation, 'affiliation');
  decideByRollCall(federation, sitting, { matter: 'affiliation', proposal: admission(district.upper.origin) });
  const { state } = fed.book(federation.upper.origin);
  assert.ok(tableHas(state.affiliates, district.upper.origin));
  assert.ok(!tableHas(state.requests, district.upper.origin));
  const here = sitUpper(district, 'affiliation');
  const input = { sitting: here, matter: 'affiliation', title: 'x', text: 'x' } as const;
  const back = { ...input, proposal: admission(federation.upper.origin) };
  fed.refuses(district.upper.origin, district.upper.presidium, 'TableMotion', back, 'affiliation-not-requested');
  audited(fed, federation.upper.origin);
});

test('an amendment that the bases, asked again, turn down falls back to the rules before it', () => {
  const ratification = {
    ...statuteWith().ratification,
    matters: ['pact', 'lifting', 'statute'],
    challengeDays: 5,
  } as const;
  const world = federationOf({
    upperStatute: statuteWith({ ratification: { ...ratification, matters: [...ratification.matters] } }),
  });
  const { fed, upper } = world;
  const before = fed.book(upper.origin).state.statute?.rules;
  const statute = statuteWith({
    title: 'Nuevo',
    ratification: { ...ratification, matters: [...ratification.matters] },
  });
  const proposal = { kind: 'amend-statute', statute } as const;
  const adopted = decideAbove(world, { matter: 'statute', text: 'Nuevo', proposal });
  const resolution = indexOf(adopted, 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  const consultation = indexOf(issued, 'ConsultationIssued');
  const answer = (number: number, yes: number) => {
    const base = world.bases[number] as Base;
    const asked = {
      kind: 'answer',
      consultation: { book: upper.origin, index: consultation },
      textHash: sha256('Nuevo'),
    };
    const done = inBase(world, base, { matter: 'consultation', proposal: asked as never, yes, no: 8 - yes });
    seal(fed, base, indexOf(done, 'ConsultationAnswered'));
  };
  answer(0, 7);
  fed.pass({ days: 20 });
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.equal(fed.book(upper.origin).state.statute?.rules.title, 'Nuevo');
  const below = world.bases[0]?.origin ?? '';
  const seat = seatOf(world, world.bases[1] as Base);
  fed.must(upper.origin, seat, 'ChallengeConsultation', { consultation, below, reason: 'Sin convocatoria' });
  answer(0, 1);
  const done = fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.deepEqual(
    done.acts.slice(-2).map(({ act }) => act),
    ['ResolutionRejected', 'StatuteAdopted'],
  );
  assert.deepEqual(fed.book(upper.origin).state.statute?.rules, before);
  audited(fed, upper.origin);
});

test('where the statute has no secretary whoever presides writes: the roll is not closed for ever', () => {
  const offices = statuteWith().offices.map((one) =>
    one.role === 'secretary' ? { ...one, role: 'teller' as const } : one,
  );
  for (const [statute, presides] of [
    [statuteWith({ offices }), true],
    [statuteWith(), false],
  ] as const) {
    const { fed, base, origin } = villa(statute);
    const enrol = ['EnrolMember', { name: 'vecina nueva' }] as const;
    if (presides) fed.must(origin, base.presidium, ...enrol);
    else fed.refuses(origin, base.presidium, ...enrol, 'not-allowed');
    if (presides) fed.refuses(origin, base.secretary, ...enrol, 'not-allowed');
    else fed.must(origin, base.secretary, ...enrol);
  }
});
