// Measures: called by those who decide, lifted only by them; joined and left by each body for its own people.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alwaysPasses,
  essentialServices,
  measureAt,
  plusDays,
  servicesExempt,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import { type Base, evening, foundBase, indexOf, seal, statuteWith } from './federation/assembly.ts';
import { consult, decideAbove, decisionsStatute, declare, inBase, nth, seatOf } from './federation/decisions-story.ts';
import { anyone, Federation } from './federation/federation.ts';
import { federationOf, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 3, upperStatute: decisionsStatute });
const copy = (): World => ({ ...settled, fed: settled.fed.fork() });

const measureOf = ({ fed, upper }: World, index: number) => {
  const { state } = fed.book(upper.origin);
  const measure = tableGet(state.measures, index);
  assert.ok(measure);
  return { state, measure };
};

const standing = (world: World, index: number): string => {
  const { state, measure } = measureOf(world, index);
  return measureAt(state, measure, world.fed.now);
};

/** What passes beside what always does. */
const passing = (world: World, index: number): readonly string[] => {
  const { state, measure } = measureOf(world, index);
  return servicesExempt(state, measure, world.fed.now)
    .map(({ service }) => service)
    .filter((service) => !(alwaysPasses as readonly string[]).includes(service));
};

const lift = (world: World, measure: number, how: 'end' | 'suspend' | 'narrow' | 'move', to?: string) => {
  const proposal = { kind: 'lift', measure, how, ...(to === undefined ? {} : { to }) } as const;
  return indexOf(decideAbove(world, { matter: 'lifting', text: how, proposal }), 'ResolutionAdopted');
};

test('a measure that was moved or suspended can still be ended; one that has ended is not lifted again', () => {
  const world = copy();
  const measure = declare(world);
  consult(world, lift(world, measure, 'move', 'Senkata'), 'move', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'called');
  consult(world, lift(world, measure, 'suspend'), 'suspend', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'suspended');
  consult(world, lift(world, measure, 'end'), 'end', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'over');
  const { fed, upper } = world;
  const sitting = sitUpper(world, 'lifting');
  const proposal = { kind: 'lift', measure, how: 'end' } as const;
  const input = { sitting, matter: 'lifting', title: 'Fin', text: 'Fin', proposal } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'measure-not-in-force');
});

test('taking back a measure is lifting it: by that matter, and only when the bases agree', () => {
  const world = copy();
  const { fed, upper } = world;
  const measure = declare(world);
  const { resolution } = measureOf(world, measure).measure;
  const revoke = { kind: 'revoke', resolution } as const;
  const sitting = sitUpper(world, 'measure');
  const input = { sitting, matter: 'measure', title: 'Atrás', text: 'Atrás', proposal: revoke } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'proposal-does-not-fit-matter');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const done = decideAbove(world, { matter: 'lifting', text: 'Atrás', proposal: revoke });
  assert.equal(standing(world, measure), 'called');
  const closed = consult(world, indexOf(done, 'ResolutionAdopted'), 'Atrás', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'over');
  assert.equal(measureOf(world, measure).measure.lifted?.act, indexOf(closed, 'MeasureLifted'));
});

test('a body joins, and withdraws its own people at once and even without the book above; the general call stands', () => {
  const world = copy();
  const { fed, upper } = world;
  const base = nth(world, 0);
  const measure = declare(world);
  const above = { book: upper.origin, index: measure };
  const act = (how: 'joined' | 'withdrawn') =>
    inBase(world, base, { matter: 'measure', proposal: { kind: 'join-measure', measure: above, how } });
  seal(fed, base, indexOf(act('joined'), 'MeasureJoined'));
  const now = () => tableEntries(fed.book(base.origin).state.measuresJoined).map(([, { how }]) => how);
  assert.deepEqual(now(), ['joined']);
  fed.books.delete(upper.origin);
  act('withdrawn');
  assert.deepEqual(now(), ['withdrawn']);
  assert.throws(() => act('withdrawn'), /already-so/);
});

test('nobody joins a measure that is over, or one that cannot be seen', () => {
  const world = copy();
  const base = nth(world, 0);
  const measure = declare(world);
  consult(world, lift(world, measure, 'end'), 'end', ['yes', 'yes']);
  const join = (index: number) => {
    const proposal = { kind: 'join-measure', measure: { book: world.upper.origin, index }, how: 'joined' } as const;
    return () => inBase(world, base, { matter: 'ordinary', proposal });
  };
  assert.throws(join(measure), /measure-not-in-force/);
  assert.throws(join(9_999), /evidence-missing/);
});

test('essential services pass always; a further one is exempted at once, and not when the bases strike that down', () => {
  const world = copy();
  const measure = declare(world, { exempt: ['Agua'] });
  assert.deepEqual(passing(world, measure), ['water']);
  const proposal = { kind: 'exempt-service', measure, service: 'common-pots' } as const;
  const done = decideAbove(world, { matter: 'ordinary', text: 'Camiones', proposal });
  assert.deepEqual(passing(world, measure), ['water', 'common-pots']);
  assert.throws(() => decideAbove(world, { matter: 'ordinary', proposal }), /already-so/);
  const resolution = indexOf(done, 'ResolutionAdopted');
  const claim = { resolution, claimedMatter: 'lifting' } as const;
  world.fed.must(world.upper.origin, seatOf(world, nth(world, 1)), 'ChallengeClassification', claim);
  assert.equal(passing(world, measure).length, 2, 'meanwhile it passes: life does not wait');
  consult(world, resolution, 'Camiones', ['no', 'no']);
  assert.deepEqual(passing(world, measure), ['water']);
});

test('what a statute names twice, or in words of its own for what passes anyway, is told once', () => {
  const essential = ['Ambulancias', 'ambulances', 'Leche para niños', 'leche para niños ', 'Oxígeno', 'AGUA'];
  const fed = new Federation();
  const base = foundBase(fed, 'villa-repetida', 8, statuteWith({ essential }));
  fed.pass({ days: 31 });
  const proposal = { kind: 'measure', what: 'Paro', place: 'Barrio', from: fed.now } as const;
  const [declared] = evening(fed, base, [{ matter: 'measure', proposal: { ...proposal, exempt: ['agua'] } }]);
  assert.ok(declared);
  const { state } = fed.book(base.origin);
  const measure = tableGet(state.measures, indexOf(declared, 'MeasureDeclared'));
  assert.ok(measure);
  const names = servicesExempt(state, measure, fed.now).map(({ service }) => service);
  assert.deepEqual(names, [...alwaysPasses, 'leche para niños', 'water']);
});

const exempt = (world: World, measure: number, service: string, limits?: object) =>
  decideAbove(world, {
    matter: 'ordinary',
    proposal: { kind: 'exempt-service', measure, service, ...(limits === undefined ? {} : { limits }) },
  });

test('life passes, whatever the statute and the measure say; nobody needs to vote on it', () => {
  const world = copy();
  const measure = declare(world);
  const { state, measure: called } = measureOf(world, measure);
  const whole = servicesExempt(state, called, world.fed.now).filter(({ limits }) => limits === null);
  assert.deepEqual(whole.map(({ service }) => service).slice(0, 4), [...alwaysPasses]);
  for (const service of alwaysPasses) assert.throws(() => exempt(copyOf(world), measure, service), /already-so/);
});

const copyOf = (world: World): World => ({ ...world, fed: world.fed.fork() });

test('what is no essential service is not let through by an ordinary vote: it is a lifting', () => {
  const world = copy();
  const measure = declare(world);
  for (const service of ['Todo el tránsito', 'all traffic', 'Camiones de la empresa', 'water and all traffic'])
    assert.throws(() => exempt(copyOf(world), measure, service), /wider-than-essential/);
  consult(world, lift(world, measure, 'narrow', 'De noche se pasa'), 'narrow', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'called');
});

test('a service passes within its limits and until its last day; without limits nothing more is asked for it', () => {
  const world = copy();
  const measure = declare(world);
  const until = plusDays(world.fed.now, 10);
  const limits = { who: 'cisternas de la cooperativa', where: 'Senkata', hours: { from: 6, until: 9 }, until };
  exempt(world, measure, 'water', limits);
  const { state, measure: called } = measureOf(world, measure);
  const water = (at: string) => servicesExempt(state, called, at).find(({ service }) => service === 'water');
  assert.deepEqual(water(world.fed.now)?.limits, limits);
  assert.equal(water(until), undefined, 'it ends by itself');
  assert.throws(() => exempt(copyOf(world), measure, 'water', limits), /already-so/);
  exempt(world, measure, 'water', { where: 'Río Seco' });
  exempt(world, measure, 'water');
  assert.deepEqual(passing(world, measure), ['water'], 'what is wider takes the place of the narrower');
  assert.throws(() => exempt(copyOf(world), measure, 'water', { where: 'Villa Adela' }), /already-so/);
  assert.throws(() => exempt(copyOf(world), measure, 'dialysis', { until: world.fed.now }), /exemption-over/);
});

test('everything that can be exempted together is still the closed list: no pile of exemptions opens the road', () => {
  const world = copy();
  const measure = declare(world);
  for (const service of essentialServices.filter((one) => !alwaysPasses.includes(one))) exempt(world, measure, service);
  const { state, measure: called } = measureOf(world, measure);
  const names = servicesExempt(state, called, world.fed.now).map(({ service }) => service);
  assert.deepEqual([...names].sort(), [...essentialServices].sort());
  assert.equal(standing(world, measure), 'called');
});

test('a statute amended while a measure stands opens that measure to nobody', () => {
  const { fed, bases } = copy();
  const base = bases[0] as Base;
  const proposal = { kind: 'measure', what: 'Paro', place: 'Barrio', from: fed.now } as const;
  const [declared] = evening(fed, base, [{ matter: 'measure', proposal }]);
  assert.ok(declared);
  const statute = statuteWith({ essential: ['Todo el tránsito'] });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  const { state } = fed.book(base.origin);
  assert.deepEqual(state.statute?.rules.essential, ['Todo el tránsito']);
  const measure = tableGet(state.measures, indexOf(declared, 'MeasureDeclared'));
  assert.ok(measure);
  assert.deepEqual(
    servicesExempt(state, measure, fed.now).map(({ service }) => service),
    [...alwaysPasses],
  );
});

test('a measure may begin on a condition, by itself', () => {
  const world = copy();
  const by = plusDays(world.fed.now, 10);
  const condition = {
    event: 'Renuncia',
    by,
    holdsIf: 'not-happened',
    certifier: 'actas',
    otherwise: 'in-force',
  } as const;
  const measure = declare(world, { condition });
  assert.equal(standing(world, measure), 'waiting');
  world.fed.now = by;
  assert.equal(standing(world, measure), 'called');
});

test('a measure is held up only by a base that has decided so, not by one delegate’s word', () => {
  const world = copy();
  const { fed, upper } = world;
  const measure = declare(world);
  const { resolution } = measureOf(world, measure).measure;
  const base = nth(world, 1);
  const claim = { resolution, claimedMatter: 'pact' } as const;
  fed.refuses(upper.origin, seatOf(world, base), 'ChallengeClassification', claim, 'evidence-missing');
  const on = { book: upper.origin, index: resolution };
  const done = inBase(world, base, { matter: 'ordinary', proposal: { kind: 'challenge', on, claimedMatter: 'pact' } });
  seal(fed, base, indexOf(done, 'ChallengeRaised'));
  fed.must(upper.origin, anyone, 'ChallengeClassification', { ...claim, below: base.origin });
  assert.equal(standing(world, measure), 'suspended');
  consult(world, resolution, 'Moción: measure. Se resuelve.', ['yes', 'yes']);
  assert.equal(standing(world, measure), 'called');
  assert.equal(fed.book(upper.origin).state.measures.size, 1, 'ratified after a challenge it is not declared twice');
});

test('a base lifts its own measure by its own vote', () => {
  const { fed, bases } = copy();
  const base = bases[0] as Base;
  const proposal = { kind: 'measure', what: 'Paro', place: 'Barrio', from: fed.now } as const;
  const [declared] = evening(fed, base, [{ matter: 'measure', proposal }]);
  assert.ok(declared);
  const { state } = fed.book(base.origin);
  const resolution = indexOf(declared, 'ResolutionAdopted');
  assert.equal(tableGet(state.resolutions, resolution)?.status, 'in-force');
  evening(fed, base, [{ matter: 'lifting', proposal: { kind: 'revoke', resolution } }]);
  const after = fed.book(base.origin).state;
  const measure = tableGet(after.measures, indexOf(declared, 'MeasureDeclared'));
  assert.equal(measure === undefined ? '' : measureAt(after, measure, fed.now), 'over');
});
