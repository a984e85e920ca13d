// What becomes of decisions: classifications challenged, resolutions revoked, conditions certified, demands dropped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, statusAt, tableEntries, tableGet } from '../src/index.ts';
import { type Base, evening, indexOf, seal } from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import {
  consult,
  decideAbove,
  decisionsStatute,
  demandList,
  type Item,
  inBase,
  nth,
  seatOf,
} from './federation/decisions-story.ts';
import { anyone, asMember, dataOf } from './federation/federation.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 3, upperStatute: decisionsStatute });
const copy = (): World => ({ ...settled, fed: settled.fed.fork() });
const stateAbove = ({ fed, upper }: World) => fed.book(upper.origin).state;

const statusNow = (world: World, key: number): string => {
  const state = stateAbove(world);
  const resolution = tableGet(state.resolutions, key);
  assert.ok(resolution);
  return statusAt(state, resolution, world.fed.now);
};

const adopt = (world: World, text: string, item: Partial<Item> = {}): number =>
  indexOf(decideAbove(world, { matter: 'ordinary', text, ...item }), 'ResolutionAdopted');

const challenge = (world: World, resolution: number, base: Base, claimedMatter: 'lifting' | 'pact' | 'accounts') =>
  world.fed.must(world.upper.origin, seatOf(world, base), 'ChallengeClassification', { resolution, claimedMatter });

/** Tabled in a sitting with that matter in its notice, and refused. */
function refusedAbove(world: World, item: Item, code: Parameters<World['fed']['refuses']>[4]): void {
  const { fed, upper } = world;
  const sitting = item.matter === 'ordinary' ? sitUpper(world) : sitUpper(world, item);
  const { matter, proposal = { kind: 'resolution' } } = item;
  const input = { sitting, matter, title: 'Moción', text: 'Texto', proposal };
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, code);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
}

test('a truce that was put as ordinary business is suspended once a base says that it lifts, and void if the bases say so', () => {
  for (const [verdict, status] of [
    ['no', 'rejected'],
    ['yes', 'in-force'],
  ] as const) {
    const world = copy();
    const truce = adopt(world, 'Tregua con el gobierno');
    assert.equal(statusNow(world, truce), 'in-force');
    challenge(world, truce, nth(world, 1), 'lifting');
    assert.equal(statusNow(world, truce), 'suspended');
    consult(world, truce, 'Tregua con el gobierno', [verdict, verdict]);
    assert.equal(statusNow(world, truce), status);
  }
});

test('a pact that was entered late as ordinary business is challenged by the number of its decision', () => {
  const { fed, bases } = copy();
  const base = bases[0] as Base;
  const decision = { matter: 'ordinary', title: 'Acuerdo', text: 'Tregua', yes: 8, no: 0, abstain: 0 } as const;
  const late = fed.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt: plusDays(fed.now, -1),
    place: 'Palacio',
    call: 'first',
    present: 8,
    notice: [],
    decisions: [decision],
  });
  const which = { resolution: indexOf(late, 'SittingEnteredLate'), decision: 1 };
  const status = () => tableGet(fed.book(base.origin).state.resolutions, `${which.resolution}.1`)?.status;
  assert.equal(status(), 'in-force');
  const member = asMember(base.members[6] ?? '');
  fed.must(base.origin, member, 'ChallengeClassification', { ...which, claimedMatter: 'pact' });
  assert.equal(status(), 'suspended');
  evening(fed, base, [{ matter: 'pact', proposal: { kind: 'settle', ...which }, yes: 1, no: 7 }]);
  assert.equal(status(), 'rejected');
});

test('a base challenges with its own sealed decision, which anyone can show', () => {
  const world = copy();
  const { fed, upper } = world;
  const base = nth(world, 0);
  const resolution = adopt(world, 'Pausa');
  const shown = { resolution, claimedMatter: 'lifting', below: base.origin } as const;
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', shown, 'evidence-missing');
  const on = { book: upper.origin, index: resolution };
  const raised = inBase(world, base, {
    matter: 'ordinary',
    proposal: { kind: 'challenge', on, claimedMatter: 'lifting' },
  });
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', shown, 'evidence-missing');
  seal(fed, base, indexOf(raised, 'ChallengeRaised'));
  const other = { ...shown, claimedMatter: 'pact' } as const;
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', other, 'evidence-missing');
  const done = fed.must(upper.origin, anyone, 'ChallengeClassification', shown);
  assert.deepEqual(dataOf(done, 'ClassificationChallenged').challenger, {
    book: base.origin,
    index: indexOf(raised, 'ChallengeRaised'),
  });
});

test('each body challenges a resolution once, within the time for it, and only what is in force', () => {
  const world = copy();
  const { fed, upper } = world;
  const [one, other] = [nth(world, 1), nth(world, 2)];
  const resolution = adopt(world, 'Pausa');
  const input = { resolution, claimedMatter: 'lifting' } as const;
  const early = { ...world, fed: fed.fork() };
  early.fed.pass({ days: 30 });
  challenge(early, resolution, one, 'lifting');
  const late = { ...world, fed: fed.fork() };
  late.fed.pass({ days: 30, minutes: 1 });
  late.fed.refuses(upper.origin, seatOf(late, one), 'ChallengeClassification', input, 'challenge-period-over');
  challenge(world, resolution, one, 'lifting');
  fed.refuses(upper.origin, seatOf(world, one), 'ChallengeClassification', input, 'already-challenged');
  consult(world, resolution, 'Pausa', ['no', 'no']);
  fed.refuses(upper.origin, seatOf(world, other), 'ChallengeClassification', input, 'resolution-not-in-force');
});

test('a mild challenge by a friendly base does not keep the bases from deciding what another says is a lifting', () => {
  const world = copy();
  const resolution = adopt(world, 'Pausa');
  challenge(world, resolution, nth(world, 0), 'accounts');
  challenge(world, resolution, nth(world, 1), 'lifting');
  const settle = { kind: 'settle', resolution } as const;
  refusedAbove(world, { matter: 'accounts', proposal: settle }, 'bases-must-ratify');
});

test('a challenge that needs no bases is settled by a vote under the claimed matter, either way', () => {
  for (const [choice, status] of [
    ['yes', 'in-force'],
    ['no', 'rejected'],
  ] as const) {
    const world = copy();
    const { fed, upper } = world;
    const resolution = adopt(world, 'Gastos');
    const settle = { kind: 'settle', resolution } as const;
    refusedAbove(world, { matter: 'accounts', proposal: settle }, 'not-challenged');
    challenge(world, resolution, nth(world, 1), 'accounts');
    refusedAbove(world, { matter: 'ordinary', proposal: settle }, 'proposal-does-not-fit-matter');
    const sitting = sitUpper(world, 'accounts');
    const seats = tableEntries(stateAbove(world).seats).map(([key]) => [key, choice] as const);
    decideByRollCall(world, sitting, { matter: 'accounts', proposal: settle }, Object.fromEntries(seats));
    fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
    assert.equal(statusNow(world, resolution), status);
  }
});

test('in a base it is a member who challenges, and no act says who', () => {
  const { fed, bases } = copy();
  const base = bases[0] as Base;
  const [done] = evening(fed, base, [{ matter: 'ordinary' }]);
  assert.ok(done);
  const input = { resolution: indexOf(done, 'ResolutionAdopted'), claimedMatter: 'measure' } as const;
  const member = asMember(base.members[6] ?? '');
  const said = fed.must(base.origin, member, 'ChallengeClassification', input);
  assert.deepEqual(Object.keys(dataOf(said, 'ClassificationChallenged')).sort(), ['claimedMatter', 'resolution']);
  assert.equal(said.acts[0]?.by.office, 'member');
  fed.refuses(base.origin, anyone, 'ChallengeClassification', input, 'not-allowed');
});

test('what calls itself a pact or a lifting is decided as such already and is not challenged as less', () => {
  const world = copy();
  const { fed, upper } = world;
  const pact = adopt(world, 'Pacto', { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
  consult(world, pact, 'Pacto', ['yes', 'yes']);
  const input = { resolution: pact, claimedMatter: 'ordinary' } as const;
  fed.refuses(upper.origin, seatOf(world, nth(world, 1)), 'ChallengeClassification', input, 'already-consulted');
  const ordinary = adopt(world, 'Pausa');
  const same = { resolution: ordinary, claimedMatter: 'ordinary' } as const;
  const seat = seatOf(world, nth(world, 1));
  fed.refuses(upper.origin, seat, 'ChallengeClassification', same, 'proposal-does-not-fit-matter');
});

test('a resolution is revoked by the rule of its own matter, and a revoked one holds nothing', () => {
  const world = copy();
  const resolution = adopt(world, 'Gastos', { matter: 'accounts' });
  const revoke = { kind: 'revoke', resolution } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: revoke }, 'proposal-does-not-fit-matter');
  decideAbove(world, { matter: 'accounts', proposal: revoke });
  assert.equal(statusNow(world, resolution), 'revoked');
  refusedAbove(world, { matter: 'accounts', proposal: revoke }, 'resolution-not-in-force');
});

test('a ratified pact is revoked only with the bases; one that waits for them is withdrawn at once', () => {
  const world = copy();
  const waiting = adopt(world, 'Pacto', { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
  const withdrawn = { ...world, fed: world.fed.fork() };
  decideAbove(withdrawn, { matter: 'pact', proposal: { kind: 'revoke', resolution: waiting } });
  assert.equal(statusNow(withdrawn, waiting), 'revoked');
  consult(world, waiting, 'Pacto', ['yes', 'yes']);
  const revoke = { kind: 'revoke', resolution: waiting } as const;
  const done = decideAbove(world, { matter: 'pact', text: 'Fuera el pacto', proposal: revoke });
  assert.equal(statusNow(world, waiting), 'in-force', 'the bases have not said so yet');
  consult(world, indexOf(done, 'ResolutionAdopted'), 'Fuera el pacto', ['yes', 'yes']);
  assert.equal(statusNow(world, waiting), 'revoked');
});

test('what was withdrawn while the bases were asked is not put in force by their answers', () => {
  const world = copy();
  const { fed, upper } = world;
  const pact = adopt(world, 'Pacto', { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution: pact });
  decideAbove(world, { matter: 'pact', proposal: { kind: 'revoke', resolution: pact } });
  fed.pass({ days: 30 });
  const consultation = indexOf(issued, 'ConsultationIssued');
  const done = fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.deepEqual(
    done.acts.map(({ act }) => act),
    ['ConsultationClosed'],
  );
  assert.equal(statusNow(world, pact), 'revoked');
});

test('what a lifting did is decided anew, not revoked', () => {
  const world = copy();
  const proposal = { kind: 'measure', what: 'Paro', place: 'Ceja', from: world.fed.now } as const;
  const measure = indexOf(decideAbove(world, { matter: 'measure', proposal }), 'MeasureDeclared');
  const lift = adopt(world, 'Fin', { matter: 'lifting', proposal: { kind: 'lift', measure, how: 'end' } });
  consult(world, lift, 'Fin', ['yes', 'yes']);
  refusedAbove(world, { matter: 'lifting', proposal: { kind: 'revoke', resolution: lift } }, 'cannot-be-revoked');
});

test('a pact signed behind the bases’ backs is on record, obliges the body to sit, and is never in force', () => {
  const world = copy();
  const { fed, upper } = world;
  const input = { with: 'el gobierno', text: 'Acta', signedBy: 'presidencia', signedAt: fed.now } as const;
  const seat = seatOf(world, nth(world, 2));
  fed.refuses(upper.origin, anyone, 'RecordOutsidePact', input, 'not-allowed');
  const future = { ...input, signedAt: plusDays(fed.now, 1) };
  fed.refuses(upper.origin, seat, 'RecordOutsidePact', future, 'late-entry-in-future');
  const act = indexOf(fed.must(upper.origin, seat, 'RecordOutsidePact', input), 'OutsidePactRecorded');
  const obligation = tableGet(stateAbove(world).obligations, act);
  assert.deepEqual([obligation?.matters, obligation?.due], [['pact'], plusDays(fed.now, 10)]);
  assert.deepEqual(obligation?.texts, [{ matter: 'pact', textHash: sha256('Acta') }]);
  assert.equal(stateAbove(world).resolutions.size, 0);
  fed.refuses(upper.origin, seat, 'RecordOutsidePact', input, 'already-received');
});

const conditionOf = (world: World, otherwise: 'in-force' | 'void' = 'void') => ({
  event: 'El gobierno firma',
  by: plusDays(world.fed.now, 10),
  holdsIf: 'not-happened' as const,
  certifier: 'actas',
  otherwise,
});

const conditional = (world: World, otherwise?: 'in-force' | 'void') => {
  const proposal = { kind: 'resolution', condition: conditionOf(world, otherwise) } as const;
  const done = decideAbove(world, { matter: 'ordinary', proposal });
  return { resolution: indexOf(done, 'ResolutionAdopted'), condition: indexOf(done, 'ConditionSet') };
};

test('a condition keeps a resolution open until its day; then what it says otherwise holds, until the office has found', () => {
  for (const [otherwise, then] of [
    ['in-force', 'in-force'],
    ['void', 'lapsed'],
  ] as const) {
    const world = copy();
    const { fed, upper } = world;
    const { by } = conditionOf(world);
    const { resolution, condition } = conditional(world, otherwise);
    assert.equal(statusNow(world, resolution), 'conditional');
    fed.now = by;
    assert.equal(statusNow(world, resolution), then);
    const found = { condition, happened: 'no', evidence: sha256('acta') } as const;
    fed.must(upper.origin, upper.secretary, 'CertifyCondition', found);
    assert.equal(statusNow(world, resolution), 'in-force');
    fed.refuses(upper.origin, upper.secretary, 'CertifyCondition', found, 'already-certified');
  }
});

test('that it has happened is found at once, that it has not only on the day, by the office that was named', () => {
  const world = copy();
  const { fed, upper } = world;
  const { resolution, condition } = conditional(world, 'in-force');
  const not = { condition, happened: 'no', evidence: sha256('acta') } as const;
  fed.refuses(upper.origin, upper.secretary, 'CertifyCondition', not, 'too-early');
  fed.refuses(upper.origin, upper.presidium, 'CertifyCondition', not, 'not-allowed');
  fed.must(upper.origin, upper.secretary, 'CertifyCondition', { ...not, happened: 'yes' });
  assert.equal(statusNow(world, resolution), 'lapsed');
});

test('a condition names an office that the statute lets certify, and a day to come', () => {
  const world = copy();
  const condition = conditionOf(world);
  const wrong = { kind: 'resolution', condition: { ...condition, certifier: 'presidencia' } } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: wrong }, 'not-a-certifier');
  const past = { kind: 'resolution', condition: { ...condition, by: world.fed.now } } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: past }, 'condition-day-passed');
});

const demandsOf = (world: World, list: number) =>
  tableGet(stateAbove(world).demandLists, list)?.demands.map(({ state }) => state);

test('a demand is dropped only as a lifting, with the bases, and so is a whole list', () => {
  const world = copy();
  const list = demandList(world);
  const drop = { kind: 'change-demand', list, number: 2, state: 'dropped' } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: drop }, 'proposal-does-not-fit-matter');
  const dropped = adopt(world, 'Sin agua', { matter: 'lifting', proposal: drop });
  assert.deepEqual(demandsOf(world, list), ['open', 'open', 'open']);
  consult(world, dropped, 'Sin agua', ['yes', 'yes']);
  assert.deepEqual(demandsOf(world, list), ['open', 'dropped', 'open']);
  const { resolution } = tableGet(stateAbove(world).demandLists, list) ?? { resolution: -1 };
  const revoke = { kind: 'revoke', resolution } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: revoke }, 'proposal-does-not-fit-matter');
  const revoked = adopt(world, 'Sin pliego', { matter: 'lifting', proposal: revoke });
  consult(world, revoked, 'Sin pliego', ['yes', 'yes']);
  assert.deepEqual(demandsOf(world, list), ['dropped', 'dropped', 'dropped']);
});

test('an office reports a demand met; who says it is not makes it what it was, and then only the bases call it met', () => {
  const world = copy();
  const { fed, upper } = world;
  const list = demandList(world);
  const seat = seatOf(world, nth(world, 1));
  fed.refuses(upper.origin, seat, 'ChallengeDemand', { list, number: 1 }, 'nothing-reported');
  const met = { list, number: 1, state: 'met', report: 'Llegó' } as const;
  fed.must(upper.origin, upper.secretary, 'ReportDemand', { ...met, state: 'offered' });
  fed.refuses(upper.origin, upper.secretary, 'ReportDemand', { ...met, state: 'offered' }, 'already-so');
  fed.must(upper.origin, upper.secretary, 'ReportDemand', met);
  const late = fed.fork();
  late.pass({ days: 31 });
  late.refuses(upper.origin, seat, 'ChallengeDemand', { list, number: 1 }, 'challenge-period-over');
  fed.must(upper.origin, seat, 'ChallengeDemand', { list, number: 1 });
  assert.deepEqual(demandsOf(world, list), ['offered', 'open', 'open']);
  fed.refuses(upper.origin, upper.secretary, 'ReportDemand', met, 'bases-must-ratify');
  const byVote = { kind: 'change-demand', list, number: 1, state: 'met' } as const;
  refusedAbove(world, { matter: 'ordinary', proposal: byVote }, 'proposal-does-not-fit-matter');
  consult(world, adopt(world, 'Sí llegó', { matter: 'lifting', proposal: byVote }), 'Sí llegó', ['yes', 'yes']);
  assert.deepEqual(demandsOf(world, list), ['met', 'open', 'open']);
});
