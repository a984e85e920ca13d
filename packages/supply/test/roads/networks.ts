// Small networks drawn by chance, and what is found on them by hand.
import fc from 'fast-check';
import type { SnappedClosure } from '../../src/roads/closures.ts';
import type { Position } from '../../src/roads/great-circle.ts';
import { joinLines, type Roads } from '../../src/roads/network.ts';

/** Lines between the points of a grid of five by five, so that they meet often. */
export const networks: fc.Arbitrary<Roads> = fc
  .array(fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((line) => line.map(([x, y]): Position => [-68 + x / 50, -16 - y / 70 - x * y * 0.001])))
  .map(joinLines)
  .filter(({ stretches }) => stretches > 0);

/** A network with closures at some of its points and on some of its stretches. */
export const blocked: fc.Arbitrary<{ readonly roads: Roads; readonly snapped: readonly SnappedClosure[] }> =
  networks.chain((roads) =>
    fc
      .array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 7 })
      .map((drawn) => ({ roads, snapped: drawn.map(([atPoint, n], at) => closureOn(roads, atPoint, n, at)) })),
  );

export function closureOn(roads: Roads, atPoint: boolean, n: number, at: number): SnappedClosure {
  return {
    closure: { id: `c${at}`, place: [0, 0] },
    point: atPoint ? n % roads.points : -1,
    stretch: atPoint ? -1 : n % roads.stretches,
    along: 0,
    decimetres: 0,
  };
}

/** Bellman and Ford's way: every stretch again and again, until nothing gets shorter. */
export function byBellmanFord(roads: Roads, snapped: readonly SnappedClosure[], start: number): readonly number[] {
  const isClosed = (point: number): boolean => snapped.some((one) => one.point === point);
  const distance = Array.from({ length: roads.points }, () => Number.POSITIVE_INFINITY);
  if (isClosed(start)) return distance;
  distance[start] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let stretch = 0; stretch < roads.stretches; stretch++) {
      const [a, b] = [roads.tail[stretch]!, roads.head[stretch]!];
      if (isClosed(a) || isClosed(b) || snapped.some((one) => one.stretch === stretch)) continue;
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (distance[from]! + roads.length[stretch]! >= distance[to]!) continue;
        distance[to] = distance[from]! + roads.length[stretch]!;
        changed = true;
      }
    }
  }
  return distance;
}
