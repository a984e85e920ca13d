import { multiply, type Ratio, ratio, subtract, whole } from '../exact/ratio.ts';
import type { Relay } from '../roads/passages.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Delivery, Item, PlanProblem, Vehicle } from './model.ts';
import type { HandedOver, NotDriven, PlannedTrip, PlannedTrips } from './planned-trips.ts';
import type { Leg } from './ways.ts';

type Asked = {
  readonly problem: PlanProblem;
  readonly item: Item;
  readonly delivery: Delivery;
  readonly legs: readonly Leg[];
  /** What each vehicle still has of its day. */
  readonly hours: ReadonlyMap<string, number>;
};

/** A vehicle on its leg. */
type Crew = { readonly vehicle: Vehicle; readonly leg: Leg; readonly metres: number; readonly minutes: number };
type Found = { readonly crews: readonly Crew[] } | { readonly why: NotDriven['why'] };

/**
 * A delivery whose load changes vehicle at a closure: one trip for each leg, load after load, as long as those whom a relay
 * names have the hours. They drive it for this delivery alone, as both crews have to be at the closure together.
 */
export function relayTrips(asked: Asked): PlannedTrips {
  const { delivery, item } = asked;
  const hours = new Map(asked.hours);
  const trips: PlannedTrip[] = [];
  for (let left = delivery.amount; left.n > 0n; ) {
    const found = crewsFor({ ...asked, hours });
    const amount = 'crews' in found ? loadFor(left, item.size, found.crews) : null;
    if ('why' in found || amount === null) {
      const why = 'why' in found ? found.why : 'too-heavy';
      return { trips, notDriven: [{ site: delivery.to, depot: delivery.from, item: item.id, amount: left, why }] };
    }
    for (const { vehicle, minutes } of found.crews) hours.set(vehicle.id, (hours.get(vehicle.id) ?? 0) - minutes);
    trips.push(...found.crews.map((_, at) => tripOf(found.crews, at, delivery, amount)));
    left = subtract(left, amount);
  }
  return { trips, notDriven: [] };
}

/** How much of a vehicle an amount takes. */
export function capacityFor(amount: Ratio, size: Ratio): number {
  const { n, d } = multiply(amount, size);
  return Number((n + d - 1n) / d);
}

/** As much as the smallest of the vehicles takes, in whole units where that is not all. */
function loadFor(left: Ratio, size: Ratio, crews: readonly Crew[]): Ratio | null {
  const smallest = Math.min(...crews.map(({ vehicle }) => vehicle.capacity));
  if (capacityFor(left, size) <= smallest) return left;
  const units = (BigInt(smallest) * size.d) / size.n;
  return units === 0n ? null : whole(units);
}

/** What keeps a relay from being driven; the later, the nearer it came. */
const REASONS = ['no-relay', 'no-cold', 'wrong-side', 'too-heavy', 'too-far', 'no-hours'] as const;

/** The first vehicles, in the order of the relays' names, that hand the load on from leg to leg and can all drive today. */
function crewsFor(asked: Asked): Found {
  const { problem, legs } = asked;
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

function tripOf(crews: readonly Crew[], at: number, { from, to, item }: Delivery, amount: Ratio): PlannedTrip {
  const { vehicle, leg, metres, minutes } = crews[at] as Crew;
  const handed = (closures: readonly string[], other: Crew | undefined): HandedOver | null =>
    other === undefined ? null : { closures, vehicle: other.vehicle.id, amount };
  const isLast = at === crews.length - 1;
  return {
    vehicle: vehicle.id,
    depot: from,
    item,
    stops: isLast ? [{ site: to, amount }] : [],
    metres,
    minutes,
    takesOver: handed(leg.takenAt, crews[at - 1]),
    handsOver: handed(leg.handedAt, crews[at + 1]),
  };
}
