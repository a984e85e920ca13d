import { closedBy, placeClosures, type SnappedClosure } from '../roads/closures.ts';
import type { FewestClosures } from '../roads/fewest-closures.ts';
import { waysBetween } from '../roads/junctions.ts';
import { closuresFrom, type Passage, passagesBetween, stillClosed, type WayPast } from '../roads/passages.ts';
import { nearestPoint } from '../roads/snap.ts';
import { passable, waysFrom } from '../roads/ways.ts';
import type { Item, Link, PlanProblem } from './model.ts';

/** How a depot reaches a site. */
export type Way = {
  readonly kind: WayPast;
  /** Null where nothing is known of the way but that there is one. */
  readonly decimetres: number | null;
  readonly closures: readonly string[];
};

/** One vehicle's part of a relay. */
export type Leg = {
  /** The closures at which it takes the load over; none on the first leg. */
  readonly takenAt: readonly string[];
  /** Those at which it hands it over; none on the last. */
  readonly handedAt: readonly string[];
  /** There and back for a vehicle that stands at a site, in whole metres; without end where that is on another side. */
  metresFor(home: string): number;
  /** The same as far as the leg's end, from where it may drive on. */
  metresOutFor(home: string): number;
};

/** What is known of the ways of one class of cargo. */
export type Ways = {
  /** Length of the way that asks least of others; null where there is none. */
  cost(from: string, to: string): number | null;
  detail(from: string, to: string): Way;
  /** From each place to each in whole metres, on one vehicle's wheels; without end where no way leads. */
  metresBetween(places: readonly string[]): readonly (readonly number[])[];
  /** What each vehicle of a relay drives, in order; empty where the way is no relay. */
  legs(from: string, to: string): readonly Leg[];
  /** The closures whose opening would bring a depot to the site; undefined where no road does. */
  cutOffBy(from: string, to: string): readonly string[] | undefined;
};

export function waysOf(problem: PlanProblem, item: Item): Ways {
  return problem.roads === null ? waysByLinks(problem) : waysByRoads({ ...problem, roads: problem.roads }, item);
}

function waysByLinks({ links }: PlanProblem): Ways {
  const known = links === null ? null : shortest(links);
  const cost = (from: string, to: string): number | null =>
    known === null || from === to ? 0 : (known.get(key(from, to)) ?? null);
  return {
    cost,
    detail: (from, to) => ({ kind: 'detour', decimetres: known === null ? null : cost(from, to), closures: [] }),
    legs: () => [],
    cutOffBy: () => undefined,
    // Of the ways between two sites nothing is known: a vehicle goes back by the depot.
    metresBetween([depot = '', ...sites]) {
      const out = [0, ...sites.map((site) => Math.ceil((cost(depot, site) ?? Number.POSITIVE_INFINITY) / 10))];
      return out.map((there, from) => out.map((back, to) => (from === to ? 0 : there + back)));
    },
  };
}

/** A link may stand twice, in any order. */
function shortest(links: readonly Link[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { from, to, decimetres } of links) {
    const pair = key(from, to);
    found.set(pair, Math.min(decimetres, found.get(pair) ?? Number.POSITIVE_INFINITY));
  }
  return found;
}

const key = (from: string, to: string): string => JSON.stringify([from, to]);
const KINDS: readonly WayPast[] = ['detour', 'safe-conduct', 'relay'];

function waysByRoads(problem: PlanProblem & { readonly roads: NonNullable<PlanProblem['roads']> }, item: Item): Ways {
  const { roads, closures, passages, at, snapKm } = problem;
  const when = at === null ? {} : { at };
  const { snapped } = placeClosures(roads, closures, { within: snapKm * 10_000, ...when });
  const carriage = { cargo: item.cargo, ...when };
  const journey = { roads, snapped, passages, carriage };
  const networks = KINDS.map((kind) =>
    passable(roads, closedBy(roads, [...stillClosed(snapped, passages, carriage, kind)])),
  );
  const pointOf = new Map(
    problem.sites.map(({ id, at: place }) => [id, place === null ? -1 : nearestPoint(roads, place).point]),
  );
  const found = new Map<string, readonly Float64Array[]>();
  const distances = (from: string): readonly Float64Array[] => {
    const known = found.get(from) ?? networks.map((network) => waysFrom(network, pointOf.get(from) ?? -1).distance);
    found.set(from, known);
    return known;
  };
  // One search from each depot, however many sites it is asked about.
  const fewest = new Map<string, FewestClosures>();
  const names = (some: readonly SnappedClosure[]): string[] => some.map(({ closure }) => closure.id);
  return {
    cost: (from, to) =>
      distances(from)
        .map((row) => row[pointOf.get(to) ?? -1] as number)
        .find(Number.isFinite) ?? null,
    detail(from, to) {
      const [way] = passagesBetween(journey, pointOf.get(from) ?? -1, pointOf.get(to) ?? -1);
      if (way === undefined) return { kind: 'detour', decimetres: null, closures: [] };
      return { kind: way.way, decimetres: way.decimetres, closures: names(way.closures) };
    },
    legs(from, to) {
      const [start, end] = [pointOf.get(from) ?? -1, pointOf.get(to) ?? -1];
      const [way] = passagesBetween(journey, start, end);
      if (way?.way !== 'relay') return [];
      return legsOf(way, { start, end }, (home) => distances(home)[KINDS.indexOf('safe-conduct')] as Float64Array);
    },
    metresBetween(places) {
      const points = places.map((place) => pointOf.get(place) ?? -1);
      const network = networks[KINDS.indexOf('safe-conduct')] as (typeof networks)[number];
      return waysBetween(network, points, points).map((row) => [...row].map((length) => Math.ceil(length / 10)));
    },
    cutOffBy(from, to) {
      const known = fewest.get(from) ?? closuresFrom(journey, pointOf.get(from) ?? -1);
      fewest.set(from, known);
      const cut = known.to(pointOf.get(to) ?? -1);
      return cut === undefined ? undefined : names(cut);
    },
  };
}

function legsOf(
  { decimetres, handOvers, legs }: Passage,
  { start, end }: { readonly start: number; readonly end: number },
  distancesFrom: (home: string) => Float64Array,
): readonly Leg[] {
  return legs.map((length, at): Leg => {
    const [taken, handed] = [handOvers[at - 1], handOvers[at]];
    const first = taken?.after ?? { point: start, at: 0 };
    const last = handed?.before ?? { point: end, at: decimetres };
    // A road point on the leg is where a vehicle comes to it; between two closures of one stretch there is none.
    const isReached = first.at <= last.at;
    const [before, after] = [first.at - (taken?.at ?? 0), (handed?.at ?? decimetres) - last.at];
    const out = (home: string): number => (distancesFrom(home)[first.point] as number) + before + length;
    const names = (some: typeof taken): string[] => (some?.closures ?? []).map(({ closure }) => closure.id);
    return {
      takenAt: names(taken),
      handedAt: names(handed),
      metresFor(home) {
        if (!isReached) return Number.POSITIVE_INFINITY;
        return Math.ceil((out(home) + after + (distancesFrom(home)[last.point] as number)) / 10);
      },
      metresOutFor: (home) => (isReached ? Math.ceil(out(home) / 10) : Number.POSITIVE_INFINITY),
    };
  });
}
