import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plan } from '../src/plan/plan.ts';
import { planDocument } from '../src/plan/plan-document.ts';
import { planPage } from '../src/plan/plan-page.ts';
import { readPlanProblem } from '../src/plan/read-plan.ts';

type Place = readonly [number, number];
const at = (x: number, y: number): Place => [-68 + x / 50, -16 - y / 70];

/** On a grid, so that many ways are equally long and many closures lie at one place. */
const anyLine = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 6 })
  .map((points) => points.map(([x, y]) => at(x, y)))
  .filter((points) => new Set(points.map(String)).size > 1);

const feature = (type: string, coordinates: unknown, id?: string): object => ({
  type: 'Feature',
  ...(id !== undefined && { id }),
  properties: {},
  geometry: { type, coordinates },
});

const anyFiles = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    blocks: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 6 }),
  })
  .map(({ lines, blocks }) => ({
    roads: lines.map((line) => feature('LineString', line)),
    closures: blocks.map(([x, y], n) => feature('Point', at(x / 2, y / 2), `c${n}`)),
  }));

const anyOrder = anyFiles.chain(({ roads, closures }) => {
  const turned = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  return fc.record({
    written: fc.constant({ roads, closures }),
    shuffled: fc.record({ roads: turned(roads), closures: turned(closures) }),
  });
});

const problem = JSON.stringify({
  items: [{ id: 'gas', indivisible: true }],
  sites: [
    { id: 'A', at: at(0, 0) },
    { id: 'B', at: at(3, 3) },
    { id: 'k', at: at(0, 3) },
    { id: 'l', at: at(2, 1) },
  ],
  needs: [
    { site: 'k', item: 'gas', amount: 9 },
    { site: 'l', item: 'gas', amount: 7 },
  ],
  stocks: [
    { site: 'A', item: 'gas', amount: 6 },
    { site: 'B', item: 'gas', amount: 6 },
  ],
  roads: 'roads',
  closures: 'closures',
  vehicles: [
    { id: 'a', at: 'A', capacity: 5, hours: 8 },
    { id: 'b', at: 'B', capacity: 4, hours: 3 },
    { id: 'c', at: 'k', capacity: 4, hours: 3 },
  ],
  passages: {
    safeConducts: [{ id: 's', cargo: ['gas'], closures: ['c0', 'c1'] }],
    relays: [{ id: 'r', closure: 'c2', from: 'a', to: 'c' }],
  },
});

test('in whatever order roads and closures are written, the plan, its trips, its reasons and its words are the same to the byte', () => {
  const result = (files: Readonly<Record<string, readonly object[]>>) =>
    plan(readPlanProblem(problem, (name) => JSON.stringify({ type: 'FeatureCollection', features: files[name] })));
  fc.assert(
    fc.property(anyOrder, ({ written, shuffled }) => {
      const [one, other] = [result(written), result(shuffled)];
      assert.equal(JSON.stringify(planDocument(other, 'es')), JSON.stringify(planDocument(one, 'es')));
      const page = (of: typeof one): string => planPage(of, 'es');
      assert.equal(page(other), page(one));
    }),
    { numRuns: 60 },
  );
});
