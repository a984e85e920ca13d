/**
 * Which closures cut a place off: the fewest that would have to let pass. Without one of them no way goes through fewer;
 * with all of them a way is open. These are whom a committee has to speak with. (A minimum cut would name closures that
 * are enough to keep the place shut in, of which opening one may change nothing.)
 */
import { byName } from '../sharing/whole-units.ts';
import type { SnappedClosure } from './closures.ts';
import type { Roads } from './network.ts';
import { type Ways, wayTo } from './ways.ts';

export interface FewestClosures {
  /** The ways that pass the fewest closures, and of those the shortest. */
  readonly ways: Ways;
  /** The closures on the way to a point, in the order in which one comes to them; undefined where no road leads at all. */
  to(point: number): readonly SnappedClosure[] | undefined;
}

export function fewestClosures(roads: Roads, snapped: readonly SnappedClosure[], start: number): FewestClosures {
  const places = closuresByPlace(roads, snapped);
  const ways = search(roads, places, start);
  const between = (before: number | undefined, here: number): readonly SnappedClosure[] => {
    if (before === undefined) return [];
    const stretch = stretchBetween(roads, before, here);
    const sorted = (places.onStretch.get(stretch) ?? []).toSorted((a, b) => a.along - b.along || byId(a, b));
    return roads.tail[stretch] === before ? sorted : sorted.reverse();
  };
  return {
    ways,
    to(point) {
      const way = wayTo(ways, point);
      if (way.length === 0) return undefined;
      return way.flatMap((here, at) => {
        const before = way[at - 1];
        return [...between(before, here), ...(places.atPoint.get(here) ?? []).toSorted(byId)];
      });
    },
  };
}

/** Two reports of one place, in whatever order they were written. */
const byId = (a: SnappedClosure, b: SnappedClosure): number => byName(a.closure.id, b.closure.id);

interface ClosuresByPlace {
  readonly atPoint: ReadonlyMap<number, readonly SnappedClosure[]>;
  readonly onStretch: ReadonlyMap<number, readonly SnappedClosure[]>;
  readonly countAt: Int32Array;
  readonly countOn: Int32Array;
}

function closuresByPlace({ points, stretches }: Roads, snapped: readonly SnappedClosure[]): ClosuresByPlace {
  const atPoint = Map.groupBy(
    snapped.filter(({ point }) => point >= 0),
    ({ point }) => point,
  );
  const onStretch = Map.groupBy(
    snapped.filter(({ point }) => point < 0),
    ({ stretch }) => stretch,
  );
  const [countAt, countOn] = [new Int32Array(points), new Int32Array(stretches)];
  for (const [point, { length }] of atPoint) countAt[point] = length;
  for (const [stretch, { length }] of onStretch) countOn[stretch] = length;
  return { atPoint, onStretch, countAt, countOn };
}

function stretchBetween({ first, neighbour, by }: Roads, from: number, to: number): number {
  for (let at = first[from] as number; at < (first[from + 1] as number); at++) {
    if (neighbour[at] === to) return by[at] as number;
  }
  return -1;
}

/** Layer by layer: all that can be reached past no closure, past one, past two; within a layer the nearest first. */
function search(roads: Roads, { countAt, countOn }: ClosuresByPlace, start: number): Ways {
  const { points, first, neighbour, by, length } = roads;
  const passed = new Int32Array(points).fill(2 ** 31 - 1);
  const distance = new Float64Array(points).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(points).fill(-1);
  const layers: Heap[] = [];
  const offer = (point: number, closures: number, metres: number, from: number): void => {
    const known = passed[point] as number;
    if (closures > known || (closures === known && metres >= (distance[point] as number))) return;
    passed[point] = closures;
    distance[point] = metres;
    before[point] = from;
    layers[closures] ??= new Heap();
    layers[closures].push(metres, point);
  };
  offer(start, countAt[start] as number, 0, -1);
  // Layers may be added while earlier ones are worked through, and some may stay empty.
  for (let closures = 0; closures < layers.length; closures++) {
    const layer = layers[closures];
    if (layer === undefined) continue;
    for (let top = layer.pop(); top !== undefined; top = layer.pop()) {
      const { point, key } = top;
      if (passed[point] !== closures || distance[point] !== key) continue;
      for (let at = first[point] as number; at < (first[point + 1] as number); at++) {
        const [next, stretch] = [neighbour[at] as number, by[at] as number];
        const more = (countOn[stretch] as number) + (countAt[next] as number);
        offer(next, closures + more, key + (length[stretch] as number), point);
      }
    }
  }
  return { distance, before };
}

/** A binary heap; what was bettered stays in it and is passed over when it comes up. */
class Heap {
  readonly #keys: number[] = [];
  readonly #points: number[] = [];

  push(key: number, point: number): void {
    let place = this.#keys.length;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.#keys[parent] as number) <= key) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#keys[place] = key;
    this.#points[place] = point;
  }

  pop(): { readonly key: number; readonly point: number } | undefined {
    const [key, point] = [this.#keys[0], this.#points[0]];
    const [lastKey, lastPoint] = [this.#keys.pop(), this.#points.pop()];
    if (key === undefined || point === undefined || lastKey === undefined || lastPoint === undefined) return undefined;
    const size = this.#keys.length;
    if (size === 0) return { key, point };
    let place = 0;
    for (let child = 1; child < size; child = 2 * place + 1) {
      const right = child + 1;
      const least = right < size && (this.#keys[right] as number) < (this.#keys[child] as number) ? right : child;
      if ((this.#keys[least] as number) >= lastKey) break;
      this.#move(least, place);
      place = least;
    }
    this.#keys[place] = lastKey;
    this.#points[place] = lastPoint;
    return { key, point };
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from] as number;
    this.#points[to] = this.#points[from] as number;
  }
}
