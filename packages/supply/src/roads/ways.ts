/** Shortest ways on a network with some of it closed: from one point to all, and from many to many. */
import type { Roads } from './network.ts';

/** What cannot be passed: by point and by stretch, 1 where it is closed. */
export interface Closed {
  readonly points: Uint8Array;
  readonly stretches: Uint8Array;
}

/** Points and the steps between them, and what each costs; without end where it is not possible. */
export interface Steps extends Pick<Roads, 'points' | 'first' | 'neighbour'> {
  readonly cost: Float64Array;
  /** How the points that wait are put into queues: how wide one is, and how many there are, a power of two. */
  readonly width: number;
  readonly queues: number;
}

/** A network with closures worked in. */
export interface Passable extends Steps {
  readonly roads: Roads;
  readonly closed: Closed;
}

export const nothingClosed = ({ points, stretches }: Roads): Closed => ({
  points: new Uint8Array(points),
  stretches: new Uint8Array(stretches),
});

export function passable(roads: Roads, closed: Closed): Passable {
  const { points, first, neighbour, by, length } = roads;
  const cost = new Float64Array(neighbour.length).fill(Number.POSITIVE_INFINITY);
  for (let point = 0; point < points; point++) {
    if (closed.points[point] === 1) continue;
    for (let at = first[point] as number; at < (first[point + 1] as number); at++) {
      const stretch = by[at] as number;
      if (closed.stretches[stretch] === 1 || closed.points[neighbour[at] as number] === 1) continue;
      cost[at] = length[stretch] as number;
    }
  }
  return { roads, closed, points, first, neighbour, cost, ...queuesFor(length) };
}

/** Four queues to the mean step: few points wait in one, and few are empty. */
export function queuesFor(lengths: Float64Array): Pick<Steps, 'width' | 'queues'> {
  let [sum, longest] = [0, 0];
  for (const one of lengths) {
    sum += one;
    longest = Math.max(longest, one);
  }
  const width = Math.max(1, sum / Math.max(1, lengths.length) / 4);
  return { width, queues: 2 ** Math.ceil(Math.log2(longest / width + 2)) };
}

export interface Ways {
  /** Decimetres to each point; without end where none leads. */
  readonly distance: Float64Array;
  /** The point before on the way to each; -1 at the start and where none leads. */
  readonly before: Int32Array;
}

/**
 * Shortest ways from one point to all, by Dial's buckets: what lies about equally far waits in one queue, and a point that
 * is found again nearer moves to an earlier one. The queues are used in a circle, as whatever waits lies within the
 * longest stretch of what is taken out. First in, first out: with it a queue of very short stretches cannot grow without
 * bounds. Of ways of the same length the one found first stands, and what
 * is found first depends on the network alone.
 *
 * One long function: with the queues as a thing of their own it takes twice the time.
 */
export function waysAlong({ points, first, neighbour, cost, width, queues }: Steps, start: number): Ways {
  const distance = new Float64Array(points).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(points).fill(-1);
  const [perWidth, last] = [1 / width, queues - 1];
  const [heads, tails] = [new Int32Array(queues).fill(-1), new Int32Array(queues).fill(-1)];
  const [after, ahead] = [new Int32Array(points), new Int32Array(points).fill(NOT_WAITING)];
  distance[start] = 0;
  heads[0] = tails[0] = start;
  after[start] = ahead[start] = -1;
  let waiting = 1;
  for (let now = 0; waiting > 0; ) {
    const point = heads[now & last] as number;
    if (point < 0) {
      now += 1;
      continue;
    }
    const follower = after[point] as number;
    heads[now & last] = follower;
    if (follower < 0) tails[now & last] = -1;
    else ahead[follower] = -1;
    ahead[point] = NOT_WAITING;
    waiting -= 1;
    const here = distance[point] as number;
    const end = first[point + 1] as number;
    for (let at = first[point] as number; at < end; at++) {
      const next = neighbour[at] as number;
      const there = here + (cost[at] as number);
      const known = distance[next] as number;
      if (there >= known) continue;
      distance[next] = there;
      before[next] = point;
      const place = ahead[next] as number;
      if (place === NOT_WAITING) waiting += 1;
      else {
        const queue = Math.floor(known * perWidth) & last;
        const behind = after[next] as number;
        if (place < 0) heads[queue] = behind;
        else after[place] = behind;
        if (behind < 0) tails[queue] = place;
        else ahead[behind] = place;
      }
      const queue = Math.floor(there * perWidth) & last;
      const end = tails[queue] as number;
      after[next] = -1;
      ahead[next] = end;
      if (end < 0) heads[queue] = next;
      else after[end] = next;
      tails[queue] = next;
    }
  }
  return { distance, before };
}

const NOT_WAITING = -2;

/** The ways from a point of the network. A closed point reaches nothing, itself neither. */
export function waysFrom(network: Passable, start: number): Ways {
  const { points, closed } = network;
  if (closed.points[start] === 0) return waysAlong(network, start);
  return {
    distance: new Float64Array(points).fill(Number.POSITIVE_INFINITY),
    before: new Int32Array(points).fill(-1),
  };
}

/** The points from the start to `end`, both with it; none where no way leads. */
export function wayTo({ distance, before }: Ways, end: number): readonly number[] {
  if (distance[end] === Number.POSITIVE_INFINITY) return [];
  const way: number[] = [];
  for (let point = end; point >= 0; point = before[point] as number) way.push(point);
  return way.reverse();
}
