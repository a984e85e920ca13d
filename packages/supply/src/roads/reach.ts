/** Who can be reached from a place past the closures, and which closures cut the others off. */
import {
  ASTRAY_DM,
  type Closure,
  type ClosuresOnRoads,
  closedBy,
  type IgnoredClosure,
  placeClosures,
  type SnappedClosure,
} from './closures.ts';
import { fewestClosures } from './fewest-closures.ts';
import { decimetresBetween, type Position } from './great-circle.ts';
import { decimetresOf, positionOf, type Roads } from './network.ts';
import { nearestPoint } from './snap.ts';
import { passable, waysFrom } from './ways.ts';

export interface ReachQuestion {
  readonly roads: Roads;
  readonly closures: readonly Closure[];
  readonly from: Position;
  readonly to: readonly { readonly name: string; readonly place: Position }[];
  /** How far from a road a closure may lie and still close it. */
  readonly snapKm: number;
  readonly at?: string;
}

export interface Target {
  readonly name: string;
  /** By the shortest open way; null where there is none. */
  readonly decimetres: number | null;
  /** Empty where the target is reached, and where no road leads to it even with everything open. */
  readonly cutOffBy: readonly SnappedClosure[];
  readonly hasRoad: boolean;
}

export interface Reach {
  readonly roads: Roads;
  readonly decimetres: number;
  /** Road points that can be reached, the start among them. */
  readonly reachable: number;
  readonly snapped: readonly SnappedClosure[];
  readonly ignored: readonly IgnoredClosure[];
  /** Closures stand at the start itself: nobody gets away from there. */
  readonly startClosedBy: readonly SnappedClosure[];
  readonly targets: readonly Target[];
}

const DM_PER_KM = 10_000;

export function reach({ roads, closures, from, to, snapKm, at }: ReachQuestion): Reach {
  const within = snapKm * DM_PER_KM;
  const { snapped, ignored } = placeClosures(roads, closures, { within, ...(at !== undefined && { at }) });
  const start = nearestPoint(roads, from).point;
  const { distance } = waysFrom(passable(roads, closedBy(roads, snapped)), start);
  const fewest = fewestClosures(roads, snapped, start);
  const targets = to.map(({ name, place }): Target => {
    const { point } = nearestPoint(roads, place);
    const decimetres = distance[point] as number;
    if (decimetres !== Number.POSITIVE_INFINITY) return { name, decimetres, cutOffBy: [], hasRoad: true };
    const cutOffBy = fewest.to(point);
    return { name, decimetres: null, cutOffBy: cutOffBy ?? [], hasRoad: cutOffBy !== undefined };
  });
  return {
    roads,
    decimetres: decimetresOf(roads),
    reachable: distance.reduce((count, one) => (one === Number.POSITIVE_INFINITY ? count : count + 1), 0),
    snapped,
    ignored,
    startClosedBy: snapped.filter(({ point }) => point === start),
    targets,
  };
}

/** How far a place is from the network; beyond `ASTRAY_DM` it is on another one. */
export function isAstray(roads: Roads, place: Position): boolean {
  const { point } = nearestPoint(roads, place);
  return decimetresBetween(place, positionOf(roads, point)) > ASTRAY_DM;
}

/** Closures were given, and not one of them lies anywhere near: coordinates in the wrong order, or another country. */
export function areAllAstray({ snapped, ignored }: ClosuresOnRoads): boolean {
  return ignored.length > 0 && snapped.length === 0 && ignored.every(({ decimetres }) => decimetres > ASTRAY_DM);
}
