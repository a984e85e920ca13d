// What happens in a sitting beside its votes: recess, doubts about the quorum, its own presidium, objections, threats.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, plusHours, tableGet, tableValues } from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  countHall,
  decideByHands,
  foundBase,
  hallOf,
  indexOf,
  nameOf,
  open,
  openVote,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { anyone, dataOf, Federation } from './federation/federation.ts';
import { amend, handsOn } from './federation/motions.ts';
import { calling, demand, inHall, neighbour, presided } from './federation/sitting-scenes.ts';
import { federationOf, sitUpper } from './federation/upper.ts';

function given(statute = statuteWith(), people = 10): { fed: Federation; base: Base; origin: string } {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', people, statute);
  fed.pass({ days: 31 });
  return { fed, base, origin: base.origin };
}

const sittingOf = (fed: Federation, { origin }: Base, index: number) => {
  const sitting = tableGet(fed.book(origin).state.sittings, index);
  assert.ok(sitting);
  return sitting;
};

/** Both tellers of the hall count a further round. */
function recount(fed: Federation, base: Base, sitting: number, round: number, present: number): void {
  for (const teller of base.tellers) fed.must(base.origin, teller, 'CountPresence', { sitting, round, present });
}

const audited = (fed: Federation, { origin }: Base) =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('a recess ends at the hour that was said, with the hall counted anew; without quorum nothing more is voted', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base);
  const until = plusHours(fed.now, 2);
  fed.refuses(origin, base.presidium, 'RecessSitting', { sitting, until: fed.now }, 'too-early');
  fed.must(origin, base.presidium, 'RecessSitting', { sitting, until });
  fed.refuses(origin, base.presidium, 'ResumeSitting', { sitting }, 'too-early');
  fed.now = until;
  fed.refuses(origin, base.presidium, 'ResumeSitting', { sitting }, 'not-counted');
  recount(fed, base, sitting, 2, 5);
  const resumed = fed.must(origin, base.presidium, 'ResumeSitting', { sitting });
  assert.deepEqual(dataOf(resumed, 'SittingResumed').quorum, { needed: 6, present: 5, met: false });
  const motion = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal: { kind: 'resolution' } } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', motion, 'no-quorum');
  fed.must(origin, base.presidium, 'RecessSitting', { sitting, until: plusHours(fed.now, 1) });
  fed.pass({ hours: 1 });
  recount(fed, base, sitting, 3, 6);
  fed.must(origin, base.presidium, 'ResumeSitting', { sitting });
  fed.must(origin, base.presidium, 'TableMotion', motion);
  audited(fed, base);
});

/** Two sittings called for one evening, the first of them open with everybody there. */
function twoHalls() {
  const { fed, base, origin } = given();
  const called = { kind: 'ordinary', place: 'Cancha', startsAt: plusHours(fed.now, 48), notice: [] } as const;
  const other = indexOf(fed.must(origin, base.presidium, 'ConveneSitting', called), 'SittingConvened');
  const sitting = inHall(fed, base);
  countHall(fed, hallOf(base), other, base.members.length);
  const opening = { sitting: other, call: 'first' } as const;
  return { fed, base, origin, sitting, other, opening };
}

test('a body meets in one hall at a time: while one is open with its quorum no other is opened, or goes on', () => {
  const { fed, base, origin, sitting, other, opening } = twoHalls();
  fed.refuses(origin, base.presidium, 'OpenSitting', opening, 'another-sitting-open');
  const until = plusHours(fed.now, 1);
  fed.must(origin, base.presidium, 'RecessSitting', { sitting, until });
  fed.must(origin, base.presidium, 'OpenSitting', opening);
  fed.now = until;
  fed.refuses(origin, base.presidium, 'ResumeSitting', { sitting }, 'another-sitting-open');
  fed.must(origin, base.presidium, 'CloseSitting', { sitting: other });
  recount(fed, base, sitting, 2, base.members.length);
  fed.must(origin, base.presidium, 'ResumeSitting', { sitting });
  audited(fed, base);
});

test('a sitting that nobody closes is in the way of none from its closing hour on', () => {
  const { fed, base, origin, sitting } = twoHalls();
  fed.pass({ hours: 24 });
  const next = inHall(fed, base);
  assert.equal(sittingOf(fed, base, next).opened?.quorum.met, true);
  assert.equal(sittingOf(fed, base, sitting).closedAt, null);
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
});

test('no sitting of the officers is in the way of one that was convened over their heads', () => {
  const convening = { members: { num: 1, den: 3 }, days: 10 };
  const { fed, base, origin } = given(statuteWith({ convening }));
  fed.now = dataOf(demand(fed, base, ['accounts'], 4), 'SittingDemanded').due;
  const chair = neighbour(base, 7);
  const called = calling(fed, announcing('accounts'));
  const demanded = indexOf(fed.must(origin, chair, 'ConveneSitting', called), 'SittingConvened');
  inHall(fed, base);
  countHall(fed, { ...hallOf(base), chair }, demanded, base.members.length);
  fed.must(origin, chair, 'OpenSitting', { sitting: demanded, call: 'first' });
});

test('no recess while a vote is open', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base);
  openVote(fed, hallOf(base), table(fed, hallOf(base), sitting, { matter: 'ordinary' }), 'hands');
  const until = plusHours(fed.now, 2);
  fed.refuses(origin, base.presidium, 'RecessSitting', { sitting, until }, 'vote-still-open');
});

test('a challenge of the quorum is answered by a count; if it is lost what was closed stands and nothing more is voted', () => {
  const { fed, base, origin } = given();
  const hall = hallOf(base);
  const sitting = inHall(fed, base);
  const closed = decideByHands(fed, hall, sitting, { matter: 'ordinary', yes: 9 });
  const motion = table(fed, hall, sitting, { matter: 'ordinary', text: 'Otra' });
  const challenge = fed.must(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting });
  assert.equal(dataOf(challenge, 'QuorumChallenged').quorum, undefined);
  fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'quorum-challenged');
  recount(fed, base, sitting, 2, 5);
  fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'no-quorum');
  const resolution = tableGet(fed.book(origin).state.resolutions, indexOf(closed, 'ResolutionAdopted'));
  assert.equal(resolution?.status, 'in-force');
  audited(fed, base);
});

test('with quorum the vote goes on; the item cannot be challenged again, the next one can', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base);
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
  fed.must(origin, neighbour(base, 5), 'ChallengeQuorum', { sitting });
  recount(fed, base, sitting, 2, 6);
  fed.refuses(origin, neighbour(base, 6), 'ChallengeQuorum', { sitting }, 'quorum-already-challenged');
  openVote(fed, hallOf(base), motion, 'hands');
  fed.refuses(origin, neighbour(base, 6), 'ChallengeQuorum', { sitting }, 'quorum-already-challenged');
});

/** An assembly of six accredited seats, of whom four make a quorum, and two tellers who look who is still there. */
function doubted(upperStatute = statuteWith(), ...announced: Parameters<typeof announcing>) {
  const world = federationOf({ upperStatute });
  const { fed, upper } = world;
  const sitting = sitUpper(world, ...announced);
  const { origin, presidium, secretary } = upper;
  const seen = (round: number, present: number): void => {
    for (const teller of [presidium, secretary]) fed.must(origin, teller, 'CountPresence', { sitting, round, present });
  };
  fed.refuses(origin, secretary, 'CountPresence', { sitting, round: 1, present: 6 }, 'not-allowed');
  const done = fed.must(origin, secretary, 'ChallengeQuorum', { sitting });
  fed.must(origin, presidium, 'AppointTellers', { sitting, tellers: [nameOf(presidium), nameOf(secretary)] });
  return { ...world, origin, chair: presidium, sitting, seen, done };
}

const motion = { matter: 'ordinary', title: 'x', text: 'x', proposal: { kind: 'resolution' } } as const;

test('in a delegate assembly too the tellers count who has stayed: an accredited seat is not a delegate in the hall', () => {
  const { fed, origin, chair, sitting, seen, done, upper } = doubted();
  assert.equal(dataOf(done, 'QuorumChallenged').quorum, undefined);
  fed.refuses(origin, chair, 'TableMotion', { sitting, ...motion }, 'quorum-challenged');
  fed.refuses(origin, chair, 'CountPresence', { sitting, round: 1, present: 7 }, 'more-hands-than-people');
  seen(1, 3);
  fed.refuses(origin, chair, 'TableMotion', { sitting, ...motion }, 'no-quorum');
  assert.deepEqual(auditRules(origin, fed.book(upper.origin).acts).differences, []);
});

test('of four who stayed out of six there is quorum, and the sitting goes on', () => {
  const { fed, origin, chair, sitting, seen } = doubted();
  seen(1, 4);
  fed.must(origin, chair, 'TableMotion', { sitting, ...motion });
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('the delegates who have gone are not there for a matter with a quorum of its own either', () => {
  const quorum = { num: 5, den: 6, strict: false };
  const rules = statuteWith().rules.map((rule) => (rule.matter === 'accounts' ? { ...rule, quorum } : rule));
  const { fed, origin, chair, sitting, seen } = doubted(statuteWith({ rules }), { matter: 'accounts', text: 'x' });
  seen(1, 4);
  const tabled = fed.must(origin, chair, 'TableMotion', { sitting, ...motion, matter: 'accounts' });
  const input = { motion: indexOf(tabled, 'MotionTabled'), method: 'roll-call' } as const;
  const refusal = fed.refuses(origin, chair, 'OpenVote', input, 'quorum-for-matter');
  assert.deepEqual([refusal.needed, refusal.present], [5, 4]);
  seen(2, 5);
  fed.must(origin, chair, 'OpenVote', input);
});

test('a recess does not bring back the delegates who had gone: they are counted again', () => {
  const { fed, origin, chair, sitting, seen } = doubted();
  seen(1, 3);
  fed.must(origin, chair, 'RecessSitting', { sitting, until: plusHours(fed.now, 1) });
  fed.pass({ hours: 1 });
  fed.refuses(origin, chair, 'ResumeSitting', { sitting }, 'not-counted');
  seen(2, 5);
  const resumed = fed.must(origin, chair, 'ResumeSitting', { sitting });
  assert.deepEqual(dataOf(resumed, 'SittingResumed').quorum, { needed: 4, present: 5, met: true });
  fed.must(origin, chair, 'TableMotion', { sitting, ...motion });
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('a sitting elects its presidium first; then it presides there and the officers do so everywhere else', () => {
  const { fed, base } = presided();
  const { origin } = base;
  const sitting = inHall(fed, base);
  const [chair, writer] = [neighbour(base, 6), neighbour(base, 7)];
  const holders = [
    { office: 'presidencia de debates', holder: nameOf(chair) },
    { office: 'actas', holder: nameOf(writer) },
  ];
  const unknown = { kind: 'elect-presidium', holders: [{ office: 'caudillo', holder: nameOf(chair) }] } as const;
  const tabling = { sitting, matter: 'ordinary', title: 'Mesa', text: 'Mesa' } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', { ...tabling, proposal: unknown }, 'office-not-in-statute');
  const hall = hallOf(base);
  decideByHands(fed, hall, sitting, { matter: 'ordinary', proposal: { kind: 'elect-presidium', holders }, yes: 9 });
  fed.refuses(origin, base.presidium, 'CloseSitting', { sitting }, 'not-allowed');
  fed.refuses(origin, base.secretary, 'CloseSitting', { sitting }, 'not-allowed');
  fed.refuses(
    origin,
    chair,
    'ConveneSitting',
    { kind: 'ordinary', place: 'x', startsAt: plusDays(fed.now, 3), notice: [] },
    'nothing-overdue',
  );
  const led = { ...hall, chair };
  const done = decideByHands(fed, led, sitting, { matter: 'ordinary', yes: 9 });
  assert.equal(fed.book(origin).acts[indexOf(done, 'VoteClosed')]?.by.office, 'sitting-presidium');
  decideByHands(fed, led, sitting, {
    matter: 'ordinary',
    text: 'Fuera',
    proposal: { kind: 'recall-presidium', office: 'presidencia de debates' },
    yes: 9,
  });
  assert.deepEqual(
    sittingOf(fed, base, sitting).presidium.map(({ office }) => office),
    ['actas'],
  );
  fed.refuses(origin, chair, 'OpenVote', { motion: 0, method: 'hands' }, 'not-allowed');
  fed.must(origin, writer, 'CloseSitting', { sitting });
  audited(fed, base);
});

test('an enlarged meeting that calls itself a congress decides nothing of a congress; a congress does', () => {
  const { fed, base } = presided({ pact: ['congress'] });
  const { origin } = base;
  for (const kind of ['enlarged', 'congress'] as const) {
    const sitting = inHall(fed, base, kind, announcing({ matter: 'pact', text: 'Pacto' }));
    const holders = [{ office: 'presidencia de debates', holder: nameOf(base.presidium) }];
    decideByHands(fed, hallOf(base), sitting, {
      matter: 'ordinary',
      proposal: { kind: 'elect-presidium', holders },
      yes: 9,
    });
    const input = {
      sitting,
      matter: 'pact',
      title: 'Pacto',
      text: 'Pacto',
      proposal: { kind: 'pact', with: 'x' },
    } as const;
    if (kind === 'enlarged') fed.refuses(origin, base.presidium, 'TableMotion', input, 'sitting-not-competent');
    else fed.must(origin, base.presidium, 'TableMotion', input);
    fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  }
});

test('a matter with a quorum of its own needs that one on either call', () => {
  const plain = statuteWith();
  const quorum = { num: 9, den: 10, strict: false };
  const rules = plain.rules.map((rule) => (rule.matter === 'accounts' ? { ...rule, quorum, secondCall: true } : rule));
  const { fed, base, origin } = given(statuteWith({ rules }));
  const sitting = convene(fed, hallOf(base), { notice: announcing('accounts') });
  open(fed, hallOf(base), sitting, 9, 'second');
  const motion = table(fed, hallOf(base), sitting, { matter: 'accounts' });
  const refusal = fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'quorum-for-matter');
  assert.deepEqual([refusal.needed, refusal.present], [10, 9]);
});

test('midnight does not open the closing hour again, and no second call is opened after it', () => {
  const { fed, base, origin } = given();
  // 23:00 in the hall is 03:00 UTC; the sitting starts at 20:00.
  fed.now = `${plusDays(fed.now, 1).slice(0, 10)}T00:00:00Z`;
  const sitting = inHall(fed, base, 'ordinary', announcing('pact'));
  const motion = table(fed, hallOf(base), sitting, { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
  fed.pass({ hours: 5 });
  fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'after-closing-hour');
  fed.now = `${plusDays(fed.now, 1).slice(0, 10)}T02:40:00Z`;
  const late = convene(fed, hallOf(base));
  countHall(fed, hallOf(base), late, 4);
  fed.pass({ minutes: 30 });
  fed.refuses(origin, base.presidium, 'OpenSitting', { sitting: late, call: 'second' }, 'after-closing-hour');
});

/** A sitting from 20:00 in the hall with a pact before it, put off until that hour of the night: 00:00 in the hall is 04:00 UTC. */
function putOff(until: string, statute = statuteWith()) {
  const { fed, base, origin } = given(statute);
  fed.now = `${plusDays(fed.now, 1).slice(0, 10)}T00:00:00Z`;
  const sitting = inHall(fed, base, 'ordinary', announcing('pact'));
  const motion = table(fed, hallOf(base), sitting, { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
  const resume = (hour: string, round: number) => {
    const end = `${fed.now.slice(0, 10)}T${hour}Z`;
    fed.must(origin, base.presidium, 'RecessSitting', { sitting, until: end });
    fed.now = end;
    recount(fed, base, sitting, round, base.members.length);
    fed.must(origin, base.presidium, 'ResumeSitting', { sitting });
  };
  resume(until, 2);
  return { fed, base, origin, sitting, motion, resume, hands: { motion, method: 'hands' } as const };
}

test('a recess into the small hours opens no new day: what is not ordinary waits until people can be up again', () => {
  const { fed, base, origin, hands, resume } = putOff('04:30:00');
  const refusal = fed.refuses(origin, base.presidium, 'OpenVote', hands, 'after-closing-hour');
  assert.equal(refusal.article, 'closing');
  resume('09:59:00', 3);
  fed.refuses(origin, base.presidium, 'OpenVote', hands, 'after-closing-hour');
  resume('10:00:00', 4);
  fed.must(origin, base.presidium, 'OpenVote', hands);
  audited(fed, base);
});

test('from which hour on a recess opens a new day the statute says', () => {
  const closing = { hour: 23, offsetMinutes: -240 };
  const early = putOff('04:30:00', statuteWith({ closing: { ...closing, opensAt: 0 } }));
  early.fed.must(early.origin, early.base.presidium, 'OpenVote', early.hands);
  const late = putOff('11:59:00', statuteWith({ closing: { ...closing, opensAt: 8 } }));
  late.fed.refuses(late.origin, late.base.presidium, 'OpenVote', late.hands, 'after-closing-hour');
});

test('a recess within the same evening changes nothing about its closing hour', () => {
  const { fed, base, origin, hands } = putOff('02:00:00');
  fed.must(origin, base.presidium, 'OpenVote', hands);
});

test('a sitting is convened for at most as many days ahead as the statute says, because its roll is that of today', () => {
  for (const [notice, days] of [
    [{ hours: 48 }, 90],
    [{ hours: 48, daysAhead: 10 }, 10],
  ] as const) {
    const { fed, base, origin } = given(statuteWith({ notice }));
    const latest = plusDays(fed.now, days);
    const input = { kind: 'ordinary', place: 'Sede', startsAt: latest, notice: [] } as const;
    const over = { ...input, startsAt: plusHours(latest, 1) };
    const refusal = fed.refuses(origin, base.presidium, 'ConveneSitting', over, 'convened-too-far-ahead');
    assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['notice.daysAhead', latest, over.startsAt]);
    fed.must(origin, base.presidium, 'ConveneSitting', input);
    audited(fed, base);
  }
});

test('items can be taken in another order, none added and none left out', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base, 'ordinary', announcing('pact', 'accounts'));
  fed.refuses(origin, base.presidium, 'ChangeAgenda', { sitting, order: [1] }, 'not-the-agenda');
  fed.must(origin, base.presidium, 'ChangeAgenda', { sitting, order: [1, 0] });
  assert.deepEqual(sittingOf(fed, base, sitting).agenda, [1, 0]);
  audited(fed, base);
});

test('an item is called by who presides, once at a time, and what is tabled then belongs to it', () => {
  const { fed, base, origin } = given();
  const convened = convene(fed, hallOf(base), { notice: announcing('ordinary', 'pact') });
  fed.refuses(origin, base.presidium, 'TakeItem', { sitting: convened, item: 0 }, 'sitting-not-open');
  open(fed, hallOf(base), convened, base.members.length);
  fed.refuses(origin, neighbour(base, 5), 'TakeItem', { sitting: convened, item: 0 }, 'not-allowed');
  fed.refuses(origin, base.presidium, 'TakeItem', { sitting: convened, item: 2 }, 'not-found');
  fed.must(origin, base.presidium, 'TakeItem', { sitting: convened, item: 0 });
  const motion = table(fed, hallOf(base), convened, { matter: 'ordinary' });
  assert.equal(tableGet(fed.book(origin).state.motions, motion)?.item, 0);
  const vote = openVote(fed, hallOf(base), motion, 'hands');
  fed.refuses(origin, base.presidium, 'TakeItem', { sitting: convened, item: 1 }, 'vote-still-open');
  fed.must(origin, base.presidium, 'AnnulVote', { vote, reason: 'Se fue la luz' });
  fed.must(origin, base.presidium, 'TakeItem', { sitting: convened, item: 1 });
  fed.must(origin, base.presidium, 'TakeItem', { sitting: convened, item: 0 });
  assert.deepEqual(sittingOf(fed, base, convened).taken, [0, 1, 0]);
  audited(fed, base);
});

test('a motion of which one neighbour asks for a count is not acclaimed', () => {
  const plain = statuteWith();
  const rules = plain.rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'acclamation' as const] } : rule,
  );
  const { fed, base, origin } = given(statuteWith({ rules }));
  const sitting = inHall(fed, base);
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
  fed.must(origin, neighbour(base, 8), 'RecordObjection', { sitting, act: motion, asksForCount: true });
  const acclaimed = { motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false } as const;
  fed.refuses(origin, base.presidium, 'RecordAcclamation', acclaimed, 'count-asked');
  openVote(fed, hallOf(base), motion, 'hands');
});

test('an objection stands beside the act without a name, until the minutes are approved', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base);
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary' });
  const objection = { sitting, act: motion, asksForCount: true, text: 'No se leyó el texto' };
  const done = fed.must(origin, neighbour(base, 8), 'RecordObjection', objection);
  assert.doesNotMatch(JSON.stringify(done.acts), /m-[0-9a-z]{16}|No se leyó/);
  assert.equal(sittingOf(fed, base, sitting).objections.length, 1);
  fed.refuses(origin, neighbour(base, 8), 'RecordObjection', { ...objection, act: 0 }, 'not-found');
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  fed.must(origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Acta' });
  fed.refuses(origin, neighbour(base, 8), 'RecordObjection', objection, 'minutes-already-approved');
});

test('whoever says that it was decided under threat opens its review, once for each act', () => {
  const { fed, base, origin } = given();
  const sitting = inHall(fed, base);
  const done = decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', yes: 9 });
  const act = indexOf(done, 'ResolutionAdopted');
  const threat = { act, text: 'Nos rodearon la sede' };
  fed.refuses(origin, anyone, 'RecordThreat', { ...threat, act: 99_999 }, 'not-found');
  assert.deepEqual(
    fed.must(origin, anyone, 'RecordThreat', threat).acts.map((one) => one.act),
    ['ThreatRecorded'],
    'what a stranger says is on record and calls nobody',
  );
  const first = fed.must(origin, neighbour(base, 7), 'RecordThreat', threat);
  const { matters, due } = dataOf(first, 'StatuteReviewOpened');
  assert.deepEqual([matters, due], [['ordinary'], plusDays(fed.now, 30)]);
  assert.doesNotMatch(JSON.stringify(first.acts), /rodearon/);
  assert.deepEqual(
    fed.must(origin, neighbour(base, 8), 'RecordThreat', threat).acts.map((one) => one.act),
    ['ThreatRecorded'],
    'whoever says it later joins the review',
  );
  assert.equal(tableValues(fed.book(origin).state.obligations).length, 1);
  assert.equal(tableGet(fed.book(origin).state.resolutions, act)?.status, 'in-force', 'it is taken back by nobody');
});

test('minutes are corrected by a vote within the challenge period, and both texts stay', () => {
  const { fed, base, origin } = given(statuteWith({ challenge: { days: 20 } }));
  const first = inHall(fed, base);
  fed.must(origin, base.presidium, 'CloseSitting', { sitting: first });
  const minutes = indexOf(
    fed.must(origin, base.secretary, 'ApproveMinutes', { sitting: first, text: 'Acta' }),
    'MinutesApproved',
  );
  const sitting = inHall(fed, base);
  const proposal = { kind: 'correct-minutes', minutes } as const;
  const done = decideByHands(fed, hallOf(base), sitting, {
    matter: 'ordinary',
    text: 'Acta corregida',
    proposal,
    yes: 9,
  });
  const { motion } = dataOf(done, 'MinutesCorrected');
  assert.equal(fed.book(origin).vault.disclosures.get(`${motion}/text`), 'Acta corregida');
  assert.equal(fed.book(origin).vault.disclosures.get(`${minutes}/text`), 'Acta');
  fed.pass({ days: 20 });
  const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', input, 'challenge-period-over');
});

const byTheSitting = statuteWith({
  minutes: { refusals: false, approval: 'sitting' },
  challenge: { days: 20 },
  rules: statuteWith().rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'acclamation'] } : rule,
  ),
});

/** A sitting that is over, and the next one, which has its minutes read. */
function minutesRead(text = 'Acta: 10 presentes') {
  const { fed, base, origin } = given(byTheSitting);
  const first = inHall(fed, base);
  fed.must(origin, base.presidium, 'CloseSitting', { sitting: first });
  const sitting = inHall(fed, base);
  const proposal = { kind: 'approve-minutes', sitting: first } as const;
  const motion = table(fed, hallOf(base), sitting, { matter: 'ordinary', title: 'Lectura del acta', text, proposal });
  return { fed, base, origin, first, sitting, motion, proposal };
}

test('where the statute says so the next sitting has the minutes read, corrects them, approves them by vote, and they are sealed', () => {
  const { fed, base, origin, first, motion, proposal } = minutesRead();
  const amendment = amend(fed, hallOf(base), motion, { text: 'Acta: 9 presentes', order: 1, substantive: true });
  handsOn(fed, hallOf(base), amendment, { yes: 9 });
  const done = handsOn(fed, hallOf(base), motion, { yes: 9 });
  const approved = dataOf(done, 'MinutesApproved');
  assert.deepEqual([approved.sitting, approved.text, approved.motion], [first, sha256('Acta: 9 presentes'), amendment]);
  const { disclosures } = fed.book(origin).vault;
  assert.equal(disclosures.get(`${amendment}/text`), 'Acta: 9 presentes');
  assert.equal(disclosures.get(`${motion}/text`), 'Acta: 10 presentes', 'what was read stays');
  const minutes = indexOf(done, 'MinutesApproved');
  assert.equal(sittingOf(fed, base, first).minutes, minutes);
  seal(fed, base, minutes);
  assert.ok(tableGet(fed.book(origin).state.sealed, minutes));
  const again = { sitting: inHall(fed, base), matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', again, 'minutes-already-approved');
  audited(fed, base);
});

test('minutes that a sitting does not approve are not approved, and are read to it or the next one again', () => {
  const { fed, base, first, motion, sitting, proposal } = minutesRead();
  handsOn(fed, hallOf(base), motion, { yes: 4, no: 5 });
  assert.equal(sittingOf(fed, base, first).minutes, null);
  const item = { matter: 'ordinary', text: 'Acta enmendada', proposal, yes: 9 } as const;
  dataOf(decideByHands(fed, hallOf(base), sitting, item), 'MinutesApproved');
});

test('minutes of a sitting that still sits are approved by nobody, not by itself either', () => {
  const { fed, base, origin } = given(byTheSitting);
  const sitting = inHall(fed, base);
  const proposal = { kind: 'approve-minutes', sitting } as const;
  const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
  fed.refuses(origin, base.presidium, 'TableMotion', input, 'sitting-still-open');
});

test('an assembly approves its own minutes also where its officers may, and by acclamation where ordinary matters are', () => {
  const { fed, base, origin, first, motion } = minutesRead();
  const acclaimed = { motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false } as const;
  const done = fed.must(origin, base.presidium, 'RecordAcclamation', acclaimed);
  assert.equal(dataOf(done, 'MinutesApproved').motion, motion);
  const minutes = indexOf(done, 'MinutesApproved');
  const correction = { matter: 'ordinary', text: 'Corregida', proposal: { kind: 'correct-minutes', minutes } } as const;
  const corrected = table(fed, hallOf(base), inHall(fed, base), correction);
  const agreed = fed.must(origin, base.presidium, 'RecordAcclamation', { ...acclaimed, motion: corrected });
  assert.equal(dataOf(agreed, 'MinutesCorrected').motion, corrected, 'an acclamation names the motion too');
  assert.deepEqual(sittingOf(fed, base, first).corrections, [indexOf(agreed, 'MinutesCorrected')]);
  audited(fed, base);

  const other = given(statuteWith());
  const sitting = inHall(other.fed, other.base);
  other.fed.must(other.origin, other.base.presidium, 'CloseSitting', { sitting });
  const item = { matter: 'ordinary', proposal: { kind: 'approve-minutes', sitting }, yes: 9 } as const;
  dataOf(decideByHands(other.fed, hallOf(other.base), inHall(other.fed, other.base), item), 'MinutesApproved');
});

test('minutes as long as a sitting is are put to the vote whole', () => {
  const { fed, base, motion } = minutesRead('ñ'.repeat(9_000));
  dataOf(handsOn(fed, hallOf(base), motion, { yes: 9 }), 'MinutesApproved');
});
