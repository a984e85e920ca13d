import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Closure, closedBy, placeClosures } from '../../src/roads/closures.ts';
import { joinLines } from '../../src/roads/network.ts';
import { closuresFrom, type Passages, passagesBetween, relayCycle } from '../../src/roads/passages.ts';
import { passable, waysFrom } from '../../src/roads/ways.ts';
import { blocked } from './networks.ts';

// A straight road from 0 to 3 with a block after each point, and a long way round without one.
const roads = joinLines([
  [
    [0, 0],
    [0.1, 0],
    [0.2, 0],
    [0.3, 0],
  ],
  [
    [0, 0],
    [0.15, 0.4],
    [0.3, 0],
  ],
]);
const closures: readonly Closure[] = [0.05, 0.12, 0.25].map((lon, at) => ({ id: `c${at}`, place: [lon, 0] }));
const { snapped } = placeClosures(roads, closures, { within: 10_000 });
const wayRound: Closure = { id: 'round', place: [0.15, 0.4] };
const allShut = placeClosures(roads, [...closures, wayRound], { within: 10_000 }).snapped;

const nothing: Passages = { safeConducts: [], relays: [], always: [] };
const conduct = { id: 's', closures: ['c0', 'c1', 'c2'], cargo: ['gas'], from: '2026-06-02', until: '2026-06-04' };
const gas = { cargo: 'gas', at: '2026-06-03' };
const km = (decimetres: number): number => Math.round(decimetres / 10_000);

function found(passages: Partial<Passages>, carriage: { cargo: string; at?: string } = gas, shut = snapped) {
  const journey = { roads, snapped: shut, passages: { ...nothing, ...passages }, carriage };
  return passagesBetween(journey, 0, 3).map(({ way, decimetres, closures: passed, legs }) => ({
    way,
    km: km(decimetres),
    passed: passed.map(({ closure }) => closure.id),
    legs: legs.map(km),
  }));
}

test('a detour where there is one, and a safe-conduct or a relay beside it only where they are shorter', () => {
  const detour = { way: 'detour', km: 95, passed: [], legs: [95] };
  assert.deepEqual(found({}), [detour]);
  const straight = { way: 'safe-conduct', km: 33, passed: ['c0', 'c1', 'c2'], legs: [33] };
  assert.deepEqual(found({ safeConducts: [conduct] }), [detour, straight]);
  assert.deepEqual(found({ safeConducts: [conduct], relays: [{ id: 'r', closure: 'c1', from: 'a', to: 'b' }] }), [
    detour,
    straight,
  ]);
});

test('a safe-conduct opens its closures to its cargo in its time, from the first moment and not at the last', () => {
  const open = (carriage: { cargo: string; at?: string }): boolean =>
    found({ safeConducts: [conduct] }, carriage, allShut).length > 0;
  assert.ok(open(gas));
  assert.ok(open({ cargo: 'gas' }));
  assert.ok(open({ cargo: 'gas', at: '2026-06-02' }));
  assert.ok(!open({ cargo: 'gas', at: '2026-06-04' }));
  assert.ok(!open({ cargo: 'gas', at: '2026-06-01T23:59:59Z' }));
  assert.ok(!open({ cargo: 'sugar', at: '2026-06-03' }));
});

test('what always passes needs no document; an ordinary load is not let through with it', () => {
  assert.deepEqual(found({ always: ['oxygen'] }, { cargo: 'oxygen' }, allShut), [
    { way: 'detour', km: 33, passed: ['c0', 'c1', 'c2'], legs: [33] },
  ]);
  assert.deepEqual(found({ always: ['oxygen'] }, gas, allShut), []);
});

test('with a relay each vehicle drives its leg up to the closure and on from it', () => {
  const relays = ['c0', 'c2'].map((closure, at) => ({ id: `r${at}`, closure, from: `v${at}`, to: `v${at + 1}` }));
  const safeConducts = [{ ...conduct, closures: ['c1'] }];
  assert.deepEqual(found({ relays, safeConducts }, gas, allShut), [
    { way: 'relay', km: 33, passed: ['c0', 'c1', 'c2'], legs: [6, 22, 6] },
  ]);
});

test('where nothing is granted, the closures to speak with are those that are not granted yet', () => {
  const journey = { roads, snapped: allShut, passages: nothing, carriage: gas };
  const named = (passages: Partial<Passages>) =>
    closuresFrom({ ...journey, passages: { ...nothing, ...passages } }, 0)
      .to(3)
      ?.map(({ closure }) => closure.id);
  assert.deepEqual(named({}), ['round']);
  assert.deepEqual(named({ safeConducts: [{ ...conduct, closures: ['c0', 'c1', 'c2'] }] }), []);
});

test('a grant never makes a way longer, and every way found is one of the network with what was granted opened', () => {
  fc.assert(
    fc.property(blocked, fc.nat(), fc.nat(), fc.nat(), ({ roads: net, snapped: shut }, n, conductBits, relayBits) => {
      const ids = (bits: number) => shut.filter((_, at) => (bits >> at) & 1).map(({ closure }) => closure.id);
      const passages: Passages = {
        safeConducts: [{ id: 's', closures: ids(conductBits), cargo: ['gas'] }],
        relays: ids(relayBits).map((closure) => ({ id: closure, closure, from: 'a', to: 'b' })),
        always: [],
      };
      const end = n % net.points;
      const journey = { roads: net, snapped: shut, passages, carriage: { cargo: 'gas' } };
      const best = Math.min(...passagesBetween(journey, 0, end).map(({ decimetres }) => decimetres));
      const granted = new Set([...ids(conductBits), ...ids(relayBits)]);
      const rest = shut.filter(({ closure }) => !granted.has(closure.id));
      assert.equal(best, waysFrom(passable(net, closedBy(net, rest)), 0).distance[end]);
      for (const { legs, decimetres, closures: passed, way } of passagesBetween(journey, 0, end)) {
        assert.equal(
          legs.reduce((a, b) => a + b, 0),
          decimetres,
        );
        assert.ok(legs.every((leg) => leg >= 0));
        assert.ok(passed.every(({ closure }) => granted.has(closure.id)));
        if (way === 'detour') assert.deepEqual(passed, []);
      }
    }),
    { numRuns: 200 },
  );
});

test('a load handed round in a circle is found, and said with whose hands it goes through', () => {
  const relay = (from: string, to: string) => ({ id: `${from}${to}`, closure: 'c', from, to });
  assert.equal(relayCycle([relay('a', 'b'), relay('b', 'c'), relay('a', 'c')]), undefined);
  assert.deepEqual(relayCycle([relay('x', 'a'), relay('a', 'b'), relay('b', 'c'), relay('c', 'a')]), [
    'a',
    'b',
    'c',
    'a',
  ]);
  assert.deepEqual(relayCycle([relay('a', 'a')]), ['a', 'a']);
});
