import { type Ratio, ratio } from '../exact/ratio.ts';
import { tripsFor } from '../routes/trips.ts';
import { byName } from '../sharing/whole-units.ts';
import type { ItemPlan } from './item-plan.ts';
import type { PlanProblem, Vehicle } from './model.ts';
import type { PlannedTrips } from './planned-trips.ts';
import { capacityFor, relayTrips } from './relay-trips.ts';
import { type Ways, waysOf } from './ways.ts';

/** Enough for a depot's day; limited by this and never by the clock, so that every machine finds the same trips. */
const LIMITS = { iterations: 2_000, seed: 1 };

/** More loads than this nobody drives in a day from one depot; what is left then is too heavy for its vehicles. */
const MOST_LOADS = 3_000;

/**
 * Who drives what where: depot after depot and item after item, each with the hours that the ones before it left. Relays are
 * given their hours first, as each names its vehicles and no other can stand in.
 */
export function planTrips(problem: PlanProblem, items: readonly ItemPlan[]): PlannedTrips {
  const hours = new Map(problem.vehicles.map(({ id, minutes }) => [id, minutes]));
  const using = <T extends Pick<PlannedTrips, 'trips'>>(day: T): T => {
    for (const { vehicle, minutes } of day.trips) hours.set(vehicle, (hours.get(vehicle) ?? 0) - minutes);
    return day;
  };
  const days = items
    .filter(({ item }) => item.carried)
    .flatMap((one) => one.share.depots.map(({ id: depot }) => ({ one, depot, ways: waysOf(problem, one.item) })));
  const relayed = days.map(({ one, depot, ways }) => {
    const deliveries = deliveriesFrom(one, depot).filter(({ way }) => way.kind === 'relay');
    return using(relayTrips({ problem, item: one.item, depot, deliveries, ways, hours }));
  });
  const all = days.flatMap((day, at) => [using(dayOf(problem, day, hours)), ...relayed.slice(at, at + 1)]);
  return { trips: all.flatMap(({ trips }) => trips), notDriven: all.flatMap(({ notDriven }) => notDriven) };
}

const deliveriesFrom = ({ lines }: ItemPlan, depot: string) =>
  lines.flatMap(({ from }) => from.filter((delivery) => delivery.from === depot && delivery.to !== depot));

type Load = { readonly site: string; readonly amount: Ratio; readonly load: number };

type Day = { readonly one: ItemPlan; readonly depot: string; readonly ways: Ways };

function dayOf(problem: PlanProblem, { one, depot, ways }: Day, hours: ReadonlyMap<string, number>): PlannedTrips {
  const { item } = one;
  const vehicles = problem.vehicles
    .filter(
      ({ at, cargo, cold }) => at === depot && (cargo === null || cargo.includes(item.cargo)) && (cold || !item.cold),
    )
    .sort((a, b) => byName(a.id, b.id));
  const driven = deliveriesFrom(one, depot).filter(({ way }) => way.kind !== 'relay');
  const most = Math.floor(MOST_LOADS / Math.max(1, driven.length));
  const loads = driven.flatMap(({ to, amount }) => loadsOf({ site: to, amount, most }, item.size, vehicles));
  const metres = ways.metresBetween([depot, ...loads.map(({ site }) => site)]);
  const day = tripsFor({
    stops: loads.map(({ load }) => ({ load, minutes: problem.unloadMinutes })),
    vehicles: vehicles.map(({ id, capacity, minutes }) => ({
      capacity,
      minutes: hours.get(id) ?? 0,
      wholeDay: minutes,
    })),
    metres,
    metresPerMinute: (problem.kmPerHour * 1_000) / 60,
    limits: LIMITS,
  });
  const named = (stop: number) => ({ site: loads[stop]?.site ?? '', amount: loads[stop]?.amount ?? ratio(0n) });
  return {
    trips: day.trips.map(({ vehicle, stops, metres: length, minutes }) => ({
      vehicle: vehicles[vehicle]?.id ?? '',
      depot,
      item: item.id,
      stops: stops.map(named),
      metres: length,
      minutes,
      takesOver: null,
      handsOver: null,
    })),
    notDriven: [
      ...day.unserved.map(({ stop, why }) => ({
        ...named(stop),
        depot,
        item: item.id,
        why: item.cold && vehicles.length === 0 ? ('no-cold' as const) : why,
      })),
    ],
  };
}

/** A delivery that no vehicle carries at once goes in at most so many full loads of the largest, and one of the rest. */
function loadsOf(
  { site, amount, most }: Omit<Load, 'load'> & { readonly most: number },
  size: Ratio,
  vehicles: readonly Vehicle[],
): Load[] {
  const largest = BigInt(Math.max(0, ...vehicles.map(({ capacity }) => capacity)));
  const full = (largest * size.d) / size.n;
  const loadOf = (part: Ratio): number => capacityFor(part, size);
  const loads: Load[] = [];
  let left = amount;
  while (full > 0n && left.n > full * left.d && loads.length < most) {
    loads.push({ site, amount: ratio(full), load: loadOf(ratio(full)) });
    left = ratio(left.n - full * left.d, left.d);
  }
  return [...loads, { site, amount: left, load: loadOf(left) }];
}
