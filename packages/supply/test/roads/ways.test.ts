import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ngraph from 'ngraph.graph';
import { aStar } from 'ngraph.path';
import { closedBy } from '../../src/roads/closures.ts';
import { fewestClosures } from '../../src/roads/fewest-closures.ts';
import { waysBetween } from '../../src/roads/junctions.ts';
import { joinLines, parts } from '../../src/roads/network.ts';
import { nothingClosed, passable, waysFrom, wayTo } from '../../src/roads/ways.ts';
import { blocked, byBellmanFord, closureOn, networks } from './networks.ts';

test('the ways from a point are those that Bellman and Ford find, with closures of any kind', () => {
  fc.assert(
    fc.property(blocked, fc.nat(), ({ roads, snapped }, n) => {
      const start = n % roads.points;
      const { distance } = waysFrom(passable(roads, closedBy(roads, snapped)), start);
      assert.deepEqual([...distance], byBellmanFord(roads, snapped, start));
    }),
    { numRuns: 300 },
  );
});

test('ngraph.path finds ways of the same lengths', () => {
  fc.assert(
    fc.property(blocked, ({ roads, snapped }) => {
      const graph = ngraph<undefined, number>();
      const closed = closedBy(roads, snapped);
      for (let stretch = 0; stretch < roads.stretches; stretch++) {
        const [a, b] = [roads.tail[stretch]!, roads.head[stretch]!];
        if (closed.stretches[stretch] === 1 || closed.points[a] === 1 || closed.points[b] === 1) continue;
        graph.addLink(a, b, roads.length[stretch]!);
      }
      const finder = aStar(graph, { distance: (_a, _b, link) => link.data });
      const { distance } = waysFrom(passable(roads, closed), 0);
      for (let end = 0; end < roads.points; end++) {
        if (graph.getNode(0) === undefined || graph.getNode(end) === undefined) continue;
        const theirs = finder.find(0, end).map(({ id }) => id);
        const steps = theirs.slice(1).map((id, at) => {
          const before = theirs[at]!;
          return (graph.getLink(id, before) ?? graph.getLink(before, id))!.data;
        });
        const sum = theirs.length === 0 ? Number.POSITIVE_INFINITY : steps.reduce((a, b) => a + b, 0);
        assert.equal(distance[end], sum);
      }
    }),
    { numRuns: 100 },
  );
});

test('a way has the length that was said, and every step of it is open', () => {
  fc.assert(
    fc.property(blocked, fc.nat(), ({ roads, snapped }, n) => {
      const closed = closedBy(roads, snapped);
      const ways = waysFrom(passable(roads, closed), 0);
      const end = n % roads.points;
      const way = wayTo(ways, end);
      const steps = way.slice(1).map((to, at) => {
        const from = way[at]!;
        const stretch = [...roads.tail.keys()].find((one) => {
          const ends = [roads.tail[one], roads.head[one]];
          return ends.includes(from) && ends.includes(to);
        })!;
        assert.equal(closed.stretches[stretch], 0);
        assert.equal(closed.points[to], 0);
        return roads.length[stretch]!;
      });
      if (way.length > 0)
        assert.equal(
          ways.distance[end],
          steps.reduce((a, b) => a + b, 0),
        );
      else assert.equal(ways.distance[end], Number.POSITIVE_INFINITY);
    }),
  );
});

test('a table of distances, made without going through every bend, is that of a search from each start', () => {
  fc.assert(
    fc.property(
      blocked,
      fc.array(fc.nat(), { maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 4 }),
      (net, some, more) => {
        const { roads, snapped } = net;
        const network = passable(roads, closedBy(roads, snapped));
        const [starts, ends] = [some, more].map((drawn) => drawn.map((n) => n % roads.points)) as [number[], number[]];
        const expected = starts.map((start) => {
          const { distance } = waysFrom(network, start);
          return ends.map((end) => distance[end]);
        });
        assert.deepEqual(
          waysBetween(network, starts, ends).map((row) => [...row]),
          expected,
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('there and back are equally far; a closure more never shortens a way, and never opens one', () => {
  fc.assert(
    fc.property(blocked, fc.boolean(), fc.nat(), ({ roads, snapped }, atPoint, n) => {
      const all = Array.from({ length: roads.points }, (_, point) => point);
      const now = waysBetween(passable(roads, closedBy(roads, snapped)), all, all);
      const more = [...snapped, closureOn(roads, atPoint, n, snapped.length)];
      const then = waysBetween(passable(roads, closedBy(roads, more)), all, all);
      for (const from of all) {
        for (const to of all) {
          assert.equal(now[from]![to], now[to]![from]);
          assert.ok(then[from]![to]! >= now[from]![to]!);
        }
      }
    }),
  );
});

test('what two places reach together is what both reach, or they reach the same', () => {
  fc.assert(
    fc.property(blocked, fc.nat(), fc.nat(), ({ roads, snapped }, n, m) => {
      const network = passable(roads, closedBy(roads, snapped));
      const reached = (start: number): Set<number> =>
        new Set([...waysFrom(network, start).distance.entries()].filter(([, far]) => far < 1e300).map(([at]) => at));
      const [one, other] = [reached(n % roads.points), reached(m % roads.points)];
      const shared = new Set([...one].filter((point) => other.has(point)));
      assert.ok(shared.size === 0 || (shared.size === one.size && shared.size === other.size));
    }),
  );
});

test('the order of the lines, and the direction in which each was drawn, change no distance', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (roads, n) => {
      const at = (point: number) => [roads.lon[point]!, roads.lat[point]!] as const;
      const lines = Array.from(roads.tail, (a, stretch) => [at(a), at(roads.head[stretch]!)]);
      const other = joinLines(lines.map((line) => line.toReversed()).reverse());
      const key = (lon: number, lat: number): string => `${lon} ${lat}`;
      const start = n % roads.points;
      const names = new Map(Array.from(other.lon, (lon, point) => [key(lon, other.lat[point]!), point]));
      const there = (point: number): number => names.get(key(...at(point)))!;
      const one = waysFrom(passable(roads, nothingClosed(roads)), start).distance;
      const two = waysFrom(passable(other, nothingClosed(other)), there(start)).distance;
      for (let point = 0; point < roads.points; point++) assert.equal(one[point], two[there(point)]);
    }),
  );
});

test('the closures that cut a place off are the fewest whose opening joins it', () => {
  fc.assert(
    fc.property(blocked, fc.nat(), ({ roads, snapped }, n) => {
      const [start, end] = [0, n % roads.points];
      const found = fewestClosures(roads, snapped, start).to(end);
      const isJoined = (open: ReadonlySet<unknown>): boolean =>
        byBellmanFord(
          roads,
          snapped.filter((one) => !open.has(one)),
          start,
        )[end]! < Number.POSITIVE_INFINITY;
      const sizes = subsets(snapped)
        .filter(isJoined)
        .map(({ size }) => size);
      if (found === undefined) assert.deepEqual(sizes, []);
      else {
        assert.ok(isJoined(new Set(found)));
        assert.equal(found.length, Math.min(...sizes));
        assert.equal(new Set(found).size, found.length);
      }
    }),
    { numRuns: 150 },
  );
});

function subsets<T>(all: readonly T[]): readonly ReadonlySet<T>[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_one, at) => (bits >> at) & 1)));
}

test('lines are joined where they meet, a shared stretch is one, and what does not meet stays apart', () => {
  const roads = joinLines([
    [
      [0, 0],
      [0, 1],
      [0, 2],
    ],
    [
      [0, 2],
      [0, 1],
      [1, 1],
    ],
    [
      [9, 9],
      [9, 8],
      [9, 8],
    ],
    [
      [-0, 1],
      [0, 1],
    ],
  ]);
  assert.deepEqual([roads.points, roads.stretches, parts(roads)], [6, 4, [4, 2]]);
});

test('the date line is one line, from whichever side it is drawn', () => {
  const roads = joinLines([
    [
      [179, 0],
      [180, 0],
    ],
    [
      [-180, 0],
      [-179, 0],
    ],
  ]);
  assert.deepEqual([roads.points, parts(roads)], [3, [3]]);
  assert.equal(waysFrom(passable(roads, nothingClosed(roads)), 0).distance[2], 2 * 1_111_951);
});

test('stretches of very different lengths: a chain of metres beside one across a continent', () => {
  const chain = Array.from({ length: 3_000 }, (_, at) => [-68 + at * 0.00001, -16] as const);
  const roads = joinLines([chain, [chain[0]!, [100, 60]], [[100, 60], chain.at(-1)!]]);
  const { distance } = waysFrom(passable(roads, nothingClosed(roads)), 0);
  assert.deepEqual([...distance], byBellmanFord(roads, [], 0));
});
