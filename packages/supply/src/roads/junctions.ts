/**
 * A network without its bends: most points of a road have two neighbours, and whoever asks for many distances need not go
 * through each of them every time.
 */
import { type Passable, queuesFor, type Steps, waysAlong } from './ways.ts';

/** Decimetres from each start (rows) to each end; the same as one search from each start on the whole network. */
export function waysBetween(
  network: Passable,
  starts: readonly number[],
  ends: readonly number[],
): readonly Float64Array[] {
  const { steps, numberOf } = withoutBends(network, [...starts, ...ends]);
  const known = new Map<number, Float64Array>();
  const isClosed = (point: number): boolean => network.closed.points[point] === 1;
  return starts.map((start) => {
    const row = known.get(start) ?? waysAlong(steps, numberOf[start] as number).distance;
    known.set(start, row);
    return Float64Array.from(ends, (end) =>
      isClosed(start) || isClosed(end) ? Number.POSITIVE_INFINITY : (row[numberOf[end] as number] as number),
    );
  });
}

interface Junctions {
  readonly steps: Steps;
  /** The number of each point that was kept; -1 for the others. */
  readonly numberOf: Int32Array;
}

/** Junctions, and the points that are asked for; the roads between two of them are one step each. */
function withoutBends(network: Passable, asked: readonly number[]): Junctions {
  const { points } = network;
  const numberOf = new Int32Array(points).fill(-1);
  const kept: number[] = [];
  const keep = (point: number): void => {
    if (numberOf[point] !== -1) return;
    numberOf[point] = kept.length;
    kept.push(point);
  };
  for (const point of asked) keep(point);
  for (let point = 0; point < points; point++) if (openSteps(network, point) > 2) keep(point);
  const first = new Int32Array(kept.length + 1);
  const neighbour: number[] = [];
  const cost: number[] = [];
  for (const [number, point] of kept.entries()) {
    for (let at = network.first[point] as number; at < (network.first[point + 1] as number); at++) {
      if (network.cost[at] === Number.POSITIVE_INFINITY) continue;
      const road = follow(network, numberOf, point, at);
      // Neither a dead end nor a loop leads anywhere else.
      if (road === undefined || road.end === point) continue;
      neighbour.push(numberOf[road.end] as number);
      cost.push(road.cost);
    }
    first[number + 1] = neighbour.length;
  }
  const costs = Float64Array.from(cost);
  const steps = { points: kept.length, first, neighbour: Int32Array.from(neighbour), cost: costs, ...queuesFor(costs) };
  return { steps, numberOf };
}

function openSteps({ first, cost }: Steps, point: number): number {
  let open = 0;
  for (let at = first[point] as number; at < (first[point + 1] as number); at++) {
    if (cost[at] !== Number.POSITIVE_INFINITY) open += 1;
  }
  return open;
}

/** Along a road, bend after bend, to the next point that was kept. */
function follow(
  { first, neighbour, cost }: Steps,
  numberOf: Int32Array,
  from: number,
  step: number,
): { readonly end: number; readonly cost: number } | undefined {
  let [before, here, sum] = [from, neighbour[step] as number, cost[step] as number];
  while (numberOf[here] === -1) {
    let onward = -1;
    for (let at = first[here] as number; at < (first[here + 1] as number); at++) {
      if (neighbour[at] !== before && cost[at] !== Number.POSITIVE_INFINITY) onward = at;
    }
    if (onward < 0) return undefined;
    [before, here, sum] = [here, neighbour[onward] as number, sum + (cost[onward] as number)];
  }
  return { end: here, cost: sum };
}
