/**
 * The three ways past closures: a detour on open roads; a safe-conduct, which opens named closures to a class of cargo for a
 * time; a relay, where the load changes vehicle at the closure. For patients, oxygen and the like every closure opens,
 * with or without a document: those classes are named in `always`.
 */
import { isBy } from '../moment.ts';
import { closedBy, type SnappedClosure } from './closures.ts';
import { type FewestClosures, fewestClosures } from './fewest-closures.ts';
import type { Roads } from './network.ts';
import { passable, type Ways, waysFrom, wayTo } from './ways.ts';

export interface SafeConduct {
  readonly id: string;
  /** The closures that grant it, by their identifiers. */
  readonly closures: readonly string[];
  /** The classes of cargo that may pass. */
  readonly cargo: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

/** At this closure the load of one vehicle goes on in another. */
export interface Relay {
  readonly id: string;
  readonly closure: string;
  readonly from: string;
  readonly to: string;
}

export interface Passages {
  readonly safeConducts: readonly SafeConduct[];
  readonly relays: readonly Relay[];
  readonly always: readonly string[];
}

/** What is to be carried, and when; without a time every window of a safe-conduct counts. */
export interface Carriage {
  readonly cargo: string;
  readonly at?: string;
}

export type WayPast = 'detour' | 'safe-conduct' | 'relay';

/** The closures that stay shut to such a carriage if what the way needs is granted. */
export function stillClosed(
  snapped: readonly SnappedClosure[],
  passages: Passages,
  carriage: Carriage,
  way: WayPast,
): readonly SnappedClosure[] {
  if (passages.always.includes(carriage.cargo)) return [];
  if (way === 'detour') return snapped;
  const granted = passages.safeConducts.filter((one) => isFor(one, carriage)).flatMap(({ closures }) => closures);
  const handed = way === 'relay' ? passages.relays.map(({ closure }) => closure) : [];
  const open = new Set([...granted, ...handed]);
  return snapped.filter(({ closure }) => !open.has(closure.id));
}

function isFor({ cargo, from, until }: SafeConduct, carriage: Carriage): boolean {
  if (!cargo.includes(carriage.cargo)) return false;
  if (carriage.at === undefined) return true;
  return (from === undefined || isBy(from, carriage.at)) && (until === undefined || !isBy(until, carriage.at));
}

export interface Passage {
  readonly way: WayPast;
  readonly decimetres: number;
  /** The closures on it, in the order in which one comes to them: passed by safe-conduct or by relay. */
  readonly closures: readonly SnappedClosure[];
  /** Where the load changes its vehicle. */
  readonly handOvers: readonly HandOver[];
  /** What each vehicle drives with the load, in decimetres: one leg, and one more for every hand-over. */
  readonly legs: readonly number[];
}

/** The closures at one place, and the last road point before and the first after them; `at` is how far along the way each lies. */
export interface HandOver {
  readonly closures: readonly SnappedClosure[];
  readonly at: number;
  readonly before: { readonly point: number; readonly at: number };
  readonly after: { readonly point: number; readonly at: number };
}

interface Journey {
  readonly roads: Roads;
  readonly snapped: readonly SnappedClosure[];
  readonly passages: Passages;
  readonly carriage: Carriage;
}

/** Every way from one road point to another, the one that asks the least of others first. */
export function passagesBetween(journey: Journey, start: number, end: number): readonly Passage[] {
  const ways: readonly WayPast[] = ['detour', 'safe-conduct', 'relay'];
  const found = ways.map((way) => passageBy(journey, way, start, end)).filter((one) => one !== undefined);
  // A way that needs a permission and saves nothing is none.
  return found.filter((one, at) => found.slice(0, at).every(({ decimetres }) => one.decimetres < decimetres));
}

function passageBy(
  { roads, snapped, passages, carriage }: Journey,
  way: WayPast,
  start: number,
  end: number,
): Passage | undefined {
  const shut = new Set(stillClosed(snapped, passages, carriage, way));
  const network = passable(roads, closedBy(roads, [...shut]));
  const ways = waysFrom(network, start);
  const points = wayTo(ways, end);
  if (points.length === 0) return undefined;
  const open = snapped.filter((one) => !shut.has(one));
  const onWay = closuresAlong(roads, open, points);
  const conducts = new Set(stillClosed(snapped, passages, carriage, 'safe-conduct'));
  const handed = onWay.filter(({ closure }) => conducts.has(closure));
  const handOvers = handOversOn(ways, points, handed);
  return {
    way,
    decimetres: ways.distance[end] as number,
    closures: onWay.map(({ closure }) => closure),
    handOvers,
    legs: legsOf(
      ways.distance[end] as number,
      handOvers.map(({ at }) => at),
    ),
  };
}

interface Driven {
  readonly closure: SnappedClosure;
  /** How far along the way. */
  readonly at: number;
}

/** Several closures at one place, such as two reports of the same, are one hand-over. */
function handOversOn({ distance }: Ways, points: readonly number[], handed: readonly Driven[]): HandOver[] {
  const placed = points.map((point) => ({ point, at: distance[point] as number }));
  const [start, end] = [placed[0], placed.at(-1)] as [HandOver['before'], HandOver['after']];
  return [...Map.groupBy(handed, ({ at }) => at)].map(([at, some]) => ({
    closures: some.map(({ closure }) => closure),
    at,
    before: placed.findLast((one) => one.at < at) ?? start,
    after: placed.find((one) => one.at > at) ?? end,
  }));
}

/** The closures on a way, with how far along it each lies. */
function closuresAlong(roads: Roads, open: readonly SnappedClosure[], points: readonly number[]): readonly Driven[] {
  const driven: Driven[] = [];
  let sum = 0;
  for (const [place, here] of points.entries()) {
    const before = points[place - 1];
    const between = open.filter(
      ({ stretch }) => stretch >= 0 && before !== undefined && joins(roads, stretch, before, here),
    );
    const stretch = between[0]?.stretch ?? -1;
    const forward = stretch >= 0 && roads.tail[stretch] === before;
    const whole = before === undefined ? 0 : lengthBetween(roads, before, here);
    const placed = between.map((closure) => ({ closure, at: forward ? closure.along : whole - closure.along }));
    for (const { closure, at } of placed.sort((a, b) => a.at - b.at || byId(a.closure, b.closure)))
      driven.push({ closure, at: sum + at });
    sum += whole;
    for (const closure of open.filter(({ point }) => point === here).sort(byId)) driven.push({ closure, at: sum });
  }
  return driven;
}

/** Two reports of one place, in whatever order they were written. */
const byId = ({ closure: { id: a } }: SnappedClosure, { closure: { id: b } }: SnappedClosure): number =>
  a < b ? -1 : a > b ? 1 : 0;

const joins = ({ tail, head }: Roads, stretch: number, a: number, b: number): boolean =>
  (tail[stretch] === a && head[stretch] === b) || (tail[stretch] === b && head[stretch] === a);

function lengthBetween({ first, neighbour, by, length }: Roads, from: number, to: number): number {
  for (let at = first[from] as number; at < (first[from + 1] as number); at++) {
    if (neighbour[at] === to) return length[by[at] as number] as number;
  }
  return 0;
}

function legsOf(whole: number, handed: readonly number[]): readonly number[] {
  const ends = [...handed, whole];
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}

/** Whose opening would join a place to others that no way joins to it. */
export function closuresFrom({ roads, snapped, passages, carriage }: Journey, start: number): FewestClosures {
  return fewestClosures(roads, stillClosed(snapped, passages, carriage, 'relay'), start);
}

/**
 * The vehicles that hand a load round in a circle, in order; undefined where none do. A load that comes back to a vehicle
 * that has carried it arrives nowhere.
 */
export function relayCycle(relays: readonly Relay[]): readonly string[] | undefined {
  const onward = Map.groupBy(relays, ({ from }) => from);
  const finished = new Set<string>();
  const follow = (vehicle: string, trail: readonly string[]): readonly string[] | undefined => {
    const met = trail.indexOf(vehicle);
    if (met >= 0) return [...trail.slice(met), vehicle];
    if (finished.has(vehicle)) return undefined;
    for (const { to } of onward.get(vehicle) ?? []) {
      const cycle = follow(to, [...trail, vehicle]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(vehicle);
    return undefined;
  };
  for (const vehicle of onward.keys()) {
    const cycle = follow(vehicle, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
