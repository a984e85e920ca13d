/** Where on the network a place lies. */
import { cosineOfDegrees, decimetresBetween, type Position, turn } from './great-circle.ts';
import { positionOf, type Roads } from './network.ts';

/**
 * A block this near to a road point closes the point and every stretch that ends there: reports are rounded, and a
 * junction is not blocked on one of its arms alone.
 */
const AT_POINT_DM = 250;

/** A little less than a degree of latitude has. */
const DEGREE_DM = 1_111_000;

export interface Snap {
  /** The nearest stretch; -1 in a network that has none. */
  readonly stretch: number;
  /** The road point at which the place lies, if it lies at one; -1 if it lies on the stretch between. */
  readonly point: number;
  /** How far along the stretch, from its first end. */
  readonly along: number;
  /** How far from the road. */
  readonly decimetres: number;
}

/** The nearest place of the network on any of its stretches; of equally near ones the first. */
export function nearestStretch(roads: Roads, place: Position): Snap {
  const flat = flatten(roads, place);
  let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
  for (let stretch = 0; stretch < roads.stretches; stretch++) {
    const { square } = foot(flat, roads.tail[stretch] as number, roads.head[stretch] as number);
    if (square >= nearest) continue;
    [best, nearest] = [stretch, square];
  }
  if (best < 0) return { stretch: -1, point: -1, along: 0, decimetres: Number.POSITIVE_INFINITY };
  const [a, b] = [roads.tail[best] as number, roads.head[best] as number];
  const { part } = foot(flat, a, b);
  const [from, to] = [positionOf(roads, a), positionOf(roads, b)];
  const on: Position = [from[0] + part * turn(to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  const [toA, toB] = [decimetresBetween(on, from), decimetresBetween(on, to)];
  const point = Math.min(toA, toB) > AT_POINT_DM ? -1 : toA <= toB ? a : b;
  return { stretch: best, point, along: toA, decimetres: decimetresBetween(place, on) };
}

/** The place on the roads that is nearest to another; null in a network that has no stretch. */
export function onNearestRoad(
  roads: Roads,
  place: Position,
): { readonly place: Position; readonly decimetres: number } | null {
  const { stretch, along, decimetres } = nearestStretch(roads, place);
  if (stretch < 0) return null;
  const [from, to] = [
    positionOf(roads, roads.tail[stretch] as number),
    positionOf(roads, roads.head[stretch] as number),
  ];
  const long = roads.length[stretch] as number;
  const part = long === 0 ? 0 : along / long;
  return { place: [from[0] + part * turn(to[0] - from[0]), from[1] + part * (to[1] - from[1])], decimetres };
}

/** The road point nearest to a place: where a load from there, or for it, meets the network. */
export function nearestPoint(roads: Roads, place: Position): { readonly point: number; readonly decimetres: number } {
  let best = nearestOnPlane(roads, place);
  if (best < 0) return { point: -1, decimetres: Number.POSITIVE_INFINITY };
  let nearest = decimetresBetween(place, positionOf(roads, best));
  for (let point = 0; point < roads.points; point++) {
    // Farther to the north or south alone than the nearest so far: the most points of a large network.
    if (Math.abs((roads.lat[point] as number) - place[1]) * DEGREE_DM > nearest) continue;
    const distance = decimetresBetween(place, positionOf(roads, point));
    if (distance < nearest || (distance === nearest && point < best)) [best, nearest] = [point, distance];
  }
  return { point: best, decimetres: nearest };
}

/** Near enough to the nearest that few others have to be measured on the sphere. */
function nearestOnPlane({ points, lon, lat }: Roads, [lon0, lat0]: Position): number {
  const shrink = cosineOfDegrees(lat0);
  let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
  for (let point = 0; point < points; point++) {
    const [x, y] = [turn((lon[point] as number) - lon0) * shrink, (lat[point] as number) - lat0];
    const square = x * x + y * y;
    if (square < nearest) [best, nearest] = [point, square];
  }
  return best;
}

/** The network around a place as a plane, in degrees of latitude: near enough where it matters, which is near by. */
interface Flat {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function flatten({ points, lon, lat }: Roads, [lon0, lat0]: Position): Flat {
  const shrink = cosineOfDegrees(lat0);
  const [x, y] = [new Float64Array(points), new Float64Array(points)];
  for (let point = 0; point < points; point++) {
    x[point] = turn((lon[point] as number) - lon0) * shrink;
    y[point] = (lat[point] as number) - lat0;
  }
  return { x, y };
}

/** The foot of the place on a stretch: which part of the way along it, and the square of the distance. */
function foot({ x, y }: Flat, a: number, b: number): { readonly part: number; readonly square: number } {
  const [ax, ay] = [x[a] as number, y[a] as number];
  const [dx, dy] = [(x[b] as number) - ax, (y[b] as number) - ay];
  const long = dx * dx + dy * dy;
  const part = long === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / long));
  const [fx, fy] = [ax + part * dx, ay + part * dy];
  return { part, square: fx * fx + fy * fy };
}
