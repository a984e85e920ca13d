import { multiply, type Ratio, ratio, subtract, sum, whole, zero } from '../exact/ratio.ts';
import type { Relay } from '../roads/passages.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Delivery, Item, PlanProblem, Vehicle } from './model.ts';
import type { HandedOver, NotDriven, PlannedTrip, PlannedTrips } from './planned-trips.ts';
import type { Leg, Ways } from './ways.ts';

/** More loads than this nobody drives in a day; what is left then is too heavy for the vehicles. */
const MOST_LOADS = 1_000;

type Asked = {
  readonly problem: PlanProblem;
  readonly item: Item;
  readonly depot: string;
  /** All that goes from the depot by relay. */
  readonly deliveries: readonly Delivery[];
  readonly ways: Pick<Ways, 'legs' | 'metresBetween'>;
  /** What each vehicle still has of its day. */
  readonly hours: ReadonlyMap<string, number>;
};

/** Whoever waits behind the same hand-overs, and for how much still. */
type Waiting = { readonly site: string; readonly left: Ratio; readonly legs: readonly Leg[] };

/** A vehicle on its leg. */
type Crew = { readonly vehicle: Vehicle; readonly leg: Leg; readonly metres: number; readonly minutes: number };
type Found = { readonly crews: readonly Crew[] } | { readonly why: NotDriven['why'] };

/**
 * Deliveries whose load changes vehicle at a closure: one trip for each leg, load after load, as long as those whom a relay names
 * have the hours. They drive it for these deliveries alone, as both crews have to be at the closure together; whoever takes the
 * load over at the last closure unloads it at as many sites as it is enough for.
 */
export function relayTrips(asked: Asked): PlannedTrips {
  const hours = new Map(asked.hours);
  const waiting = asked.deliveries.map(
    ({ to, amount }): Waiting => ({ site: to, left: amount, legs: asked.ways.legs(asked.depot, to) }),
  );
  const chains = Map.groupBy(waiting, ({ legs }) => JSON.stringify(legs.map((leg) => [leg.takenAt, leg.handedAt])));
  const days = [...chains.values()].map((chain) => chainTrips({ ...asked, hours }, chain, hours));
  return { trips: days.flatMap(({ trips }) => trips), notDriven: days.flatMap(({ notDriven }) => notDriven) };
}

/** Takes what it needs from `hours`. */
function chainTrips(asked: Asked, chain: readonly Waiting[], hours: Map<string, number>): PlannedTrips {
  const { item, depot } = asked;
  const trips: PlannedTrip[] = [];
  const notDriven: NotDriven[] = [];
  const queue = [...chain];
  for (let head = queue.shift(); head !== undefined; head = queue.shift()) {
    const { site, left, legs } = head;
    const found = crewsFor(asked, legs);
    const amount = 'crews' in found ? loadFor(left, item.size, found.crews) : null;
    if ('why' in found || amount === null || trips.length >= MOST_LOADS) {
      notDriven.push({ site, depot, item: item.id, amount: left, why: 'why' in found ? found.why : 'too-heavy' });
      continue;
    }
    const round = roundFrom(asked, { site, left: amount, legs }, { crews: found.crews, queue });
    for (const one of round.stops) if (one.site !== site) queue.splice(queue.indexOf(one), 1);
    for (const { vehicle, minutes } of round.crews) hours.set(vehicle.id, (hours.get(vehicle.id) ?? 0) - minutes);
    trips.push(...round.crews.map((_, at) => tripOf(asked, round, at)));
    const rest = subtract(left, amount);
    if (rest.n > 0n) queue.unshift({ ...head, left: rest });
  }
  return { trips, notDriven };
}

type Round = { readonly crews: readonly Crew[]; readonly stops: readonly Waiting[] };

/** Joins to a load whoever else waits behind the same closures, the smallest way round first, while load and hours allow it. */
function roundFrom(
  asked: Asked,
  head: Waiting,
  { crews, queue }: { readonly crews: readonly Crew[]; readonly queue: readonly Waiting[] },
): Round {
  const { problem, item, ways, hours } = asked;
  const last = crews.at(-1) as Crew;
  const home = last.vehicle.at;
  const all = [head, ...queue];
  const metres = ways.metresBetween([...all.map(({ site }) => site), home]);
  const between = (from: number, to: number): number => metres[from]?.[to] ?? Number.POSITIVE_INFINITY;
  const out = all.map(({ legs }) => legs.at(-1)?.metresOutFor(home) ?? Number.POSITIVE_INFINITY);
  let round: readonly number[] = [0];
  let { metres: driven, minutes } = last;
  let room = smallestOf(crews) - capacityFor(head.left, item.size);
  for (;;) {
    const next = cheapestMore(
      { round, out, between, home: all.length },
      (at) => !round.includes(at) && capacityFor(all[at]?.left ?? zero, item.size) <= room,
    );
    if (next === null) break;
    const longer = driven + next.more;
    const work =
      Math.ceil(longer / ((problem.kmPerHour * 1_000) / 60)) + (next.round.length + 1) * problem.unloadMinutes;
    if (work > (hours.get(last.vehicle.id) ?? 0)) break;
    [round, driven, minutes] = [next.round, longer, work];
    room -= capacityFor(all[next.at]?.left ?? zero, item.size);
  }
  const stops = round.map((at) => all[at] as Waiting);
  return { crews: [...crews.slice(0, -1), { ...last, metres: driven, minutes }], stops };
}

type Tour = {
  readonly round: readonly number[];
  /** From home to each by way of the closure. */
  readonly out: readonly number[];
  readonly between: (from: number, to: number) => number;
  readonly home: number;
};

/** Which stop more, and where in the round, makes it least longer. */
function cheapestMore({ round, out, between, home }: Tour, mayJoin: (at: number) => boolean) {
  let best: { readonly at: number; readonly round: readonly number[]; readonly more: number } | null = null;
  for (const at of out.keys()) {
    if (!mayJoin(at)) continue;
    for (let place = 0; place <= round.length; place++) {
      const [before, after] = [round[place - 1], round[place] ?? home];
      const to = (stop: number): number => (before === undefined ? (out[stop] ?? 0) : between(before, stop));
      const more = to(at) + between(at, after) - to(after);
      if (more < (best?.more ?? Number.POSITIVE_INFINITY)) best = { at, round: round.toSpliced(place, 0, at), more };
    }
  }
  return best;
}

const smallestOf = (crews: readonly Crew[]): number => Math.min(...crews.map(({ vehicle }) => vehicle.capacity));

/** How much of a vehicle an amount takes. */
export function capacityFor(amount: Ratio, size: Ratio): number {
  const { n, d } = multiply(amount, size);
  return Number((n + d - 1n) / d);
}

/** As much as the smallest of the vehicles takes, in whole units where that is not all. */
function loadFor(left: Ratio, size: Ratio, crews: readonly Crew[]): Ratio | null {
  const smallest = smallestOf(crews);
  if (capacityFor(left, size) <= smallest) return left;
  const units = (BigInt(smallest) * size.d) / size.n;
  return units === 0n ? null : whole(units);
}

/** What keeps a relay from being driven; the later, the nearer it came. */
const REASONS = ['no-relay', 'no-cold', 'wrong-side', 'too-heavy', 'too-far', 'no-hours'] as const;

/** The first vehicles, in the order of the relays' names, that hand the load on from leg to leg and can all drive today. */
function crewsFor(asked: Asked, legs: readonly Leg[]): Found {
  const { problem } = asked;
  const relays = [...problem.passages.relays].sort((a, b) => byName(keyOf(a), keyOf(b)));
  let nearest: (typeof REASONS)[number] = 'no-relay';
  const onward = (at: number, crews: readonly Crew[]): readonly Crew[] | null => {
    const leg = legs[at];
    if (leg === undefined) return crews.length === 0 ? null : crews;
    for (const name of vehiclesOn(relays, leg, crews.at(-1)?.vehicle.id)) {
      const crew = crewOn(asked, leg, name);
      if (typeof crew === 'string') {
        if (REASONS.indexOf(crew) > REASONS.indexOf(nearest)) nearest = crew;
        continue;
      }
      const all = onward(at + 1, [...crews, crew]);
      if (all !== null) return all;
    }
    return null;
  };
  const crews = onward(0, []);
  return crews === null ? { why: nearest } : { crews };
}

/** Two relays may have the same name. */
const keyOf = ({ id, closure, from, to }: Relay): string => JSON.stringify([id, closure, from, to]);

/** Whom the relays name for a leg: who hands over at its end, having taken over from the one before at its beginning. */
function vehiclesOn(relays: readonly Relay[], { takenAt, handedAt }: Leg, before: string | undefined): string[] {
  const taking = relays.filter(({ closure, from }) => takenAt.includes(closure) && from === before).map(({ to }) => to);
  const handing = relays.filter(({ closure }) => handedAt.includes(closure)).map(({ from }) => from);
  if (takenAt.length === 0) return [...new Set(handing)];
  return [...new Set(handedAt.length === 0 ? taking : taking.filter((name) => handing.includes(name)))];
}

function crewOn({ problem, item, hours }: Asked, leg: Leg, name: string): Crew | (typeof REASONS)[number] {
  const vehicle = problem.vehicles.find(({ id }) => id === name);
  if (vehicle === undefined) return 'no-relay';
  if (vehicle.cargo !== null && !vehicle.cargo.includes(item.cargo)) return 'no-relay';
  if (item.cold && !vehicle.cold) return 'no-cold';
  const metres = leg.metresFor(vehicle.at);
  if (metres === Number.POSITIVE_INFINITY) return 'wrong-side';
  if (item.indivisible && capacityFor(ratio(1n), item.size) > vehicle.capacity) return 'too-heavy';
  // Handing a load over takes both crews as long as unloading it; whoever took it hands it on or unloads it.
  const stays = leg.takenAt.length > 0 ? 2 : 1;
  const minutes = Math.ceil(metres / ((problem.kmPerHour * 1_000) / 60)) + stays * problem.unloadMinutes;
  if (minutes > vehicle.minutes) return 'too-far';
  return minutes > (hours.get(name) ?? 0) ? 'no-hours' : { vehicle, leg, metres, minutes };
}

function tripOf({ depot, item }: Asked, { crews, stops }: Round, at: number): PlannedTrip {
  const { vehicle, leg, metres, minutes } = crews[at] as Crew;
  const amount = sum(stops.map(({ left }) => left));
  const handed = (closures: readonly string[], other: Crew | undefined): HandedOver | null =>
    other === undefined ? null : { closures, vehicle: other.vehicle.id, amount };
  const isLast = at === crews.length - 1;
  return {
    vehicle: vehicle.id,
    depot,
    item: item.id,
    stops: isLast ? stops.map(({ site, left }) => ({ site, amount: left })) : [],
    metres,
    minutes,
    takesOver: handed(leg.takenAt, crews[at - 1]),
    handsOver: handed(leg.handedAt, crews[at + 1]),
  };
}
