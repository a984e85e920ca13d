// Safe-conducts: whose key writes them, for what, and what is on record of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, plusHours, sealedPassKeys, tableGet } from '../src/index.ts';
import { indexOf, seal } from './federation/assembly.ts';
import { consult, decideAbove, decisionsStatute, declare } from './federation/decisions-story.ts';
import { asMember } from './federation/federation.ts';
import { nameKey, passage, passKey } from './federation/passages.ts';
import { playPassages } from './federation/story-passages.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 3, upperStatute: decisionsStatute });
const blocked = (): { readonly world: World; readonly measure: number } => {
  const world = { ...settled, fed: settled.fed.fork() };
  return { world, measure: declare(world) };
};

test('the story of passages holds against an audit', () => {
  const { fed, upper } = playPassages();
  const { state, acts } = fed.book(upper.origin);
  assert.deepEqual(auditRules(upper.origin, acts).differences, []);
  assert.equal(tableGet(state.passes, 'P4Q8ZK1M')?.revoked !== null, true);
  assert.deepEqual(
    sealedPassKeys(state).map(({ code, withdrawn }) => [code, withdrawn !== null]),
    [['K7F3', true]],
  );
});

test('given a measure, a key is named for what passes it anyway, and for nothing more', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const asked = (change: object) =>
    [upper.origin, upper.secretary, 'NamePassKey', passKey(world, measure, change)] as const;
  fed.refuses(...asked({ cargoes: ['oxygen', 'goods'] }), 'wider-than-essential');
  fed.refuses(...asked({ cargoes: ['dialysis'] }), 'wider-than-essential');
  decideAbove(world, { matter: 'ordinary', proposal: { kind: 'exempt-service', measure, service: 'dialysis' } });
  fed.must(...asked({ cargoes: ['dialysis'] }));
});

test('given a measure that the bases have agreed to narrow, a key is named for other goods too; before they agree, not', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const goods = () => passKey(world, measure, { cargoes: ['goods'] });
  const proposal = { kind: 'lift', measure, how: 'narrow' } as const;
  const resolution = indexOf(decideAbove(world, { matter: 'lifting', text: 'narrow', proposal }), 'ResolutionAdopted');
  fed.refuses(upper.origin, upper.secretary, 'NamePassKey', goods(), 'wider-than-essential');
  consult(world, resolution, 'narrow', ['yes', 'yes']);
  fed.must(upper.origin, upper.secretary, 'NamePassKey', goods());
});

test('a key has a name of its own, a closure that stands, and a last day within a month', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const asked = (change: object) =>
    [upper.origin, upper.secretary, 'NamePassKey', passKey(world, measure, change)] as const;
  fed.refuses(...asked({ closures: [] }), 'not-found');
  fed.refuses(...asked({ cargoes: [] }), 'not-found');
  fed.refuses(...asked({ closures: [measure + 1] }), 'not-found');
  fed.refuses(...asked({ until: plusDays(fed.now, 31) }), 'term-too-long');
  fed.refuses(...asked({ until: fed.now }), 'exemption-over');
  fed.refuses(upper.origin, asMember('m-0000000000000000'), 'NamePassKey', passKey(world, measure), 'not-allowed');
  nameKey(world, measure);
  fed.refuses(...asked({ until: plusDays(fed.now, 3) }), 'already-so');
});

test('a measure that has ended has no closure to write passes for', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const proposal = { kind: 'lift', measure, how: 'end' } as const;
  const resolution = indexOf(decideAbove(world, { matter: 'lifting', text: 'end', proposal }), 'ResolutionAdopted');
  consult(world, resolution, 'end', ['yes', 'yes']);
  fed.refuses(upper.origin, upper.secretary, 'NamePassKey', passKey(world, measure), 'measure-not-in-force');
});

test('a key counts once it is sealed; withdrawn it is still told, so that a block knows', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const key = nameKey(world, measure);
  const told = () => sealedPassKeys(fed.book(upper.origin).state).map(({ withdrawn }) => withdrawn);
  assert.deepEqual(told(), []);
  seal(fed, upper, key);
  assert.deepEqual(told(), [null]);
  fed.must(upper.origin, upper.secretary, 'WithdrawPassKey', { key });
  assert.deepEqual(told(), [fed.now]);
  fed.refuses(upper.origin, upper.secretary, 'WithdrawPassKey', { key }, 'already-so');
  fed.refuses(upper.origin, upper.secretary, 'WithdrawPassKey', { key: key + 1 }, 'not-found');
});

test('a pass is entered within its key, once; the plate lies beside the book', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const key = nameKey(world, measure);
  const asked = (change: object) =>
    [upper.origin, upper.secretary, 'GrantPassage', passage(world, key, measure, change)] as const;
  fed.refuses(...asked({ cargo: 'water' }), 'wider-than-essential');
  fed.refuses(...asked({ closures: [measure, measure + 1] }), 'not-found');
  fed.refuses(...asked({ closures: [] }), 'not-found');
  fed.refuses(...asked({ key: key + 1 }), 'not-found');
  fed.refuses(...asked({ until: plusDays(fed.now, 8) }), 'term-too-long');
  fed.refuses(...asked({ from: plusHours(fed.now, 6) }), 'term-too-long');
  const done = fed.must(...asked({ plate: '4213-ABC' }));
  assert.equal(JSON.stringify(done.acts).includes('4213'), false);
  fed.refuses(...asked({}), 'already-so');
});

test('a pass is revoked by its name, also one that was never entered, once', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const key = nameKey(world, measure);
  fed.must(upper.origin, upper.secretary, 'RevokePassage', { pass: 'P4Q8ZK1M' });
  fed.refuses(upper.origin, upper.secretary, 'RevokePassage', { pass: 'P4Q8ZK1M' }, 'already-so');
  fed.must(upper.origin, upper.secretary, 'GrantPassage', passage(world, key, measure));
  const pass = tableGet(fed.book(upper.origin).state.passes, 'P4Q8ZK1M');
  assert.ok(pass?.revoked, 'entering it brings nothing back');
});

test('passages are published as totals of an hour that is over, each hour once', () => {
  const { world, measure } = blocked();
  const { fed, upper } = world;
  const totals = (from: string, until: string) =>
    [
      upper.origin,
      upper.secretary,
      'ReconcilePassages',
      { closure: measure, from, until, withPass: [], withoutPass: [{ cargo: 'patients', count: 2 }] },
    ] as const;
  const start = fed.now;
  fed.refuses(...totals(start, plusHours(start, 1)), 'too-early');
  fed.pass({ hours: 3 });
  fed.refuses(...totals(plusHours(start, 1), plusHours(start, 1)), 'too-early');
  fed.must(...totals(start, plusHours(start, 2)));
  fed.refuses(...totals(plusHours(start, 1), plusHours(start, 3)), 'already-counted');
  fed.must(...totals(plusHours(start, 2), plusHours(start, 3)));
  const other = { closure: measure + 1, from: start, until: fed.now, withPass: [], withoutPass: [] };
  fed.refuses(upper.origin, upper.secretary, 'ReconcilePassages', other, 'not-found');
});
