// Where a measure stands: for members, later, roughly or for everybody, as the statute of the day says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  auditRules,
  isForBodiesBelow,
  placeWithheld,
  plusDays,
  plusHours,
  publicSince,
  type Statute,
  tableGet,
} from '../src/index.ts';
import { type Base, dataOf, evening, indexOf, statuteWith } from './federation/assembly.ts';
import { consult, decideAbove, declare } from './federation/decisions-story.ts';
import { federationOf, sitUpper, type World } from './federation/upper.ts';

type Sensitive = NonNullable<Statute['publicity']>;

const secret = 'Río Seco, surtidor';

const worldWith = (publicity?: Omit<Sensitive, 'votes'>): World =>
  federationOf({
    bases: 3,
    upperStatute: statuteWith(publicity === undefined ? {} : { publicity: { votes: 'roll-call', ...publicity } }),
  });

const byDefault = worldWith();
const late = worldWith({ sensitive: 'late', hoursLate: 72 });
const coarse = worldWith({ sensitive: 'coarsened', hoursLate: 24 });
const open = worldWith({ sensitive: 'public' });

const copy = (world: World): World => ({ ...world, fed: world.fed.fork() });
const bookOf = ({ fed, upper }: World) => fed.book(upper.origin);

const measureIn = (world: World, index: number) => {
  const measure = tableGet(bookOf(world).state.measures, index);
  assert.ok(measure);
  return measure;
};

/** Is the place that this motion committed to for everybody then? */
const isPublic = (world: World, motion: number, at = world.fed.now): boolean =>
  publicSince(bookOf(world).state, { index: motion, slot: 'place' }, at);

const motionOf = (world: World, measure: number): number => {
  const kept = placeWithheld(measureIn(world, measure));
  assert.ok(kept);
  assert.equal(kept.on.book, world.upper.origin);
  return kept.on.index;
};

const lift = (world: World, measure: number, how: 'end' | 'suspend' | 'move', where: object = {}): number => {
  const done = decideAbove(world, { matter: 'lifting', text: how, proposal: { kind: 'lift', measure, how, ...where } });
  return indexOf(done, 'ResolutionAdopted');
};

const ended = (world: World, measure: number): void => {
  consult(world, lift(world, measure, 'end'), 'end', ['yes', 'yes']);
};

const silent = (world: World): void => {
  const { origin, acts } = bookOf(world);
  assert.deepEqual(auditRules(origin, acts).differences, []);
};

test('a statute that says nothing keeps the place of a measure for members: no act has it, the motion commits to it', () => {
  const world = copy(byDefault);
  const measure = declare(world, { place: secret });
  const { acts, vault } = bookOf(world);
  assert.doesNotMatch(JSON.stringify(acts), /surtidor/);
  const motion = motionOf(world, measure);
  assert.equal(acts[motion]?.act, 'MotionTabled');
  assert.equal(vault.disclosures.get(`${motion}/place`), secret);
  ended(world, measure);
  assert.equal(isPublic(world, motion, plusDays(world.fed.now, 10_000)), false, 'for members it stays');
  silent(world);
});

test('published late is so long after the measure was ended, by the hour and without an act that says so', () => {
  const world = copy(late);
  const measure = declare(world, { place: secret });
  const motion = motionOf(world, measure);
  assert.equal(
    isPublic(world, motion, plusDays(world.fed.now, 1000)),
    false,
    'a closure that nobody ended is in being',
  );
  ended(world, measure);
  const { lifted } = measureIn(world, measure);
  assert.ok(lifted?.at);
  const due = plusHours(lifted.at, 72);
  const size = bookOf(world).acts.length;
  assert.deepEqual([isPublic(world, motion, plusHours(due, -1)), isPublic(world, motion, due)], [false, true]);
  assert.equal(bookOf(world).acts.length, size);
  assert.doesNotMatch(JSON.stringify(bookOf(world).acts), /surtidor/);
  silent(world);
});

test('a measure that is suspended may go on: its place is published no sooner than one that stands', () => {
  const world = copy(late);
  const measure = declare(world, { place: secret });
  consult(world, lift(world, measure, 'suspend'), 'suspend', ['yes', 'yes']);
  assert.equal(isPublic(world, motionOf(world, measure), plusDays(world.fed.now, 1000)), false);
});

test('of a measure that moved, where it stood before is published with where it stands, after its end', () => {
  const world = copy(late);
  const measure = declare(world, { place: secret });
  const first = motionOf(world, measure);
  consult(world, lift(world, measure, 'move', { to: 'Senkata, puente' }), 'move', ['yes', 'yes']);
  const second = motionOf(world, measure);
  assert.notEqual(first, second);
  assert.equal(bookOf(world).vault.disclosures.get(`${second}/place`), 'Senkata, puente');
  assert.doesNotMatch(JSON.stringify(bookOf(world).acts), /surtidor|puente/);
  assert.equal(isPublic(world, first, plusDays(world.fed.now, 1000)), false, 'one place would lead to the other');
  ended(world, measure);
  const then = plusHours(world.fed.now, 72);
  assert.deepEqual([isPublic(world, first, then), isPublic(world, second, then)], [true, true]);
  silent(world);
});

test('coarsened, everybody reads the district and members the place; the hours that the statute gives count from the end', () => {
  const world = copy(coarse);
  const measure = declare(world, { place: secret, area: 'Distrito 8', publish: true });
  const { area, place } = measureIn(world, measure);
  assert.deepEqual([area, place], ['Distrito 8', undefined]);
  const motion = motionOf(world, measure);
  const tabled = bookOf(world).acts[motion];
  assert.ok(tabled);
  const { proposal } = tabled.data as unknown as { readonly proposal: object };
  assert.deepEqual(
    Object.keys(proposal).sort(),
    ['area', 'from', 'kind', 'what'],
    'that it was confirmed is no part of it',
  );
  ended(world, measure);
  assert.equal(isPublic(world, motion, plusHours(world.fed.now, 24)), true);
  silent(world);
});

test('a statute that publishes it puts the place into the act, once whoever tables it knows that it cannot be recalled', () => {
  const world = copy(open);
  const { fed, upper } = world;
  const sitting = sitUpper(world, 'measure');
  const proposal = { kind: 'measure', what: 'Bloqueo', place: secret, from: fed.now } as const;
  const input = { sitting, matter: 'measure', title: 'Bloqueo', text: 'measure', proposal } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'publication-not-confirmed');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const measure = declare(world, { place: secret, publish: true });
  assert.equal(measureIn(world, measure).place, secret);
  assert.equal(placeWithheld(measureIn(world, measure)), null);
  assert.equal(
    [...bookOf(world).vault.disclosures.keys()].some((key) => key.endsWith('/place')),
    false,
  );
  silent(world);
});

test('what was said to members under one statute is not published by the next', () => {
  const { fed, bases } = copy(byDefault);
  const base = bases[0] as Base;
  const call = { kind: 'measure', what: 'Paro', place: secret, from: fed.now } as const;
  const [declared] = evening(fed, base, [{ matter: 'measure', proposal: call }]);
  assert.ok(declared);
  const statute = statuteWith({ publicity: { votes: 'roll-call', sensitive: 'public' } });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  const measure = indexOf(declared, 'MeasureDeclared');
  evening(fed, base, [{ matter: 'lifting', proposal: { kind: 'lift', measure, how: 'end' } }]);
  const { state, acts } = fed.book(base.origin);
  const { withheld } = dataOf(declared, 'MeasureDeclared');
  assert.ok(withheld);
  const slot = { index: withheld.on.index, slot: 'place' };
  assert.equal(publicSince(state, slot, plusDays(fed.now, 10_000)), false);
  assert.doesNotMatch(JSON.stringify(acts), /surtidor/);
});

test('a place in clear, as books have it from before, is read, shown and audited as ever', () => {
  const world = copy(byDefault);
  const measure = declare(world, { place: secret });
  const book = bookOf(world);
  const before = book.acts.map((act) => {
    const { withheld, ...data } = act.data as unknown as Record<string, unknown>;
    if (withheld === undefined) return act;
    if (act.act !== 'MotionTabled') return { ...act, data: { ...data, place: secret } };
    return { ...act, data: { ...data, proposal: { ...(data.proposal as object), place: secret } } };
  }) as unknown as typeof book.acts;
  assert.equal(JSON.stringify(before).includes('surtidor'), true);
  const audit = auditRules(book.origin, before);
  assert.deepEqual([audit.replayed, audit.differences], [before.length, []]);
  assert.ok(tableGet(book.state.measures, measure));
});

test('an act that hides what its motion had in clear, or that points to another motion, is a difference', () => {
  const world = copy(late);
  declare(world, { place: secret });
  const book = bookOf(world);
  const differing = (change: (withheld: { on: object; hoursLate?: number }) => object) => {
    const acts = book.acts.map((act) => {
      const { withheld } = act.data as { readonly withheld?: { on: object } };
      const given = act.act === 'MeasureDeclared' && withheld !== undefined;
      return given ? { ...act, data: { ...(act.data as object), withheld: change(withheld) } } : act;
    });
    return auditRules(book.origin, acts as unknown as typeof book.acts).differences.map(({ act, code }) => [act, code]);
  };
  assert.deepEqual(
    differing((withheld) => withheld),
    [],
  );
  const wrong = [['MeasureDeclared', 'effect']];
  assert.deepEqual(
    differing((withheld) => ({ ...withheld, hoursLate: 1 })),
    wrong,
  );
  assert.deepEqual(
    differing((withheld) => ({ ...withheld, on: { book: book.origin, index: 1 } })),
    wrong,
  );
});

test('the bodies that a measure binds read where it stands, and nothing else that is for members above', () => {
  assert.deepEqual(['place', 'seats', 'report', 'text'].map(isForBodiesBelow), [true, false, false, false]);
});
