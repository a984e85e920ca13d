/**
 * Trips of one depot's vehicles in one day: rounds within what a vehicle carries and the hours it has, given out so that the
 * work is even. Vehicles differ, so rounds are looked for at the size of each kind of vehicle, and the best of these stands.
 */
import type { Errands, Round } from './errands.ts';
import { findRounds, type SearchLimits } from './find-rounds.ts';

export interface TripStop {
  readonly load: number;
  /** What unloading takes. */
  readonly minutes: number;
}

export interface TripVehicle {
  readonly capacity: number;
  /** What it may drive and unload in the day. */
  readonly minutes: number;
  /** As much of that as there was before it was given other trips. */
  readonly wholeDay?: number;
}

export interface DayOfTrips {
  readonly stops: readonly TripStop[];
  readonly vehicles: readonly TripVehicle[];
  /** From each place to each, in whole metres, without end where no way leads; place 0 is the depot, the stops follow. */
  readonly metres: readonly (readonly number[])[];
  readonly metresPerMinute: number;
  readonly limits: SearchLimits;
}

export interface Trip {
  readonly vehicle: number;
  /** In the order in which they are served, by their place in `stops`. */
  readonly stops: readonly number[];
  readonly load: number;
  readonly metres: number;
  readonly minutes: number;
}

/** Why a stop found no place: no road; heavier than any vehicle carries; too far for any vehicle's day; no hours left. */
export type NoTrip = 'no-road' | 'too-heavy' | 'too-far' | 'no-hours';

export interface Trips {
  readonly trips: readonly Trip[];
  readonly unserved: readonly { readonly stop: number; readonly why: NoTrip }[];
}

type Planned = Omit<Trip, 'vehicle'>;

export function tripsFor(day: DayOfTrips): Trips {
  const why = day.stops.map((_, stop) => hopeless(day, stop));
  const possible = [...day.stops.keys()].filter((stop) => why[stop] === undefined);
  const never = [...day.stops.keys()].flatMap((stop) => {
    const reason = why[stop];
    return reason === undefined ? [] : [{ stop, why: reason }];
  });
  const sizes = [...new Set(day.vehicles.map(({ capacity }) => capacity))].sort((a, b) => b - a);
  const days = sizes.map((size) => givenOut(day, plannedAt(day, possible, size)));
  const best = days.toSorted((a, b) => differenceOf(day, a, b))[0];
  if (best === undefined) return { trips: [], unserved: never };
  const left = best.left.map((stop) => ({ stop, why: 'no-hours' as const }));
  return { trips: inOrder(best.trips), unserved: [...never, ...left].sort((a, b) => a.stop - b.stop) };
}

/** Why not even a vehicle of its own could serve a stop. */
function hopeless(day: DayOfTrips, stop: number): NoTrip | undefined {
  const alone = tripOf(day, [stop]);
  if (alone.metres === Number.POSITIVE_INFINITY) return 'no-road';
  const able = day.vehicles.filter(({ capacity }) => capacity >= alone.load);
  if (able.length === 0) return day.vehicles.length === 0 ? 'no-hours' : 'too-heavy';
  if (able.some(({ minutes }) => minutes >= alone.minutes)) return undefined;
  return able.some(({ minutes, wholeDay = minutes }) => wholeDay >= alone.minutes) ? 'no-hours' : 'too-far';
}

function tripOf({ stops, metres, metresPerMinute }: DayOfTrips, round: Round): Planned {
  let [driven, load, unloading, before] = [0, 0, 0, 0];
  for (const stop of round) {
    driven += metres[before]?.[stop + 1] ?? 0;
    load += stops[stop]?.load ?? 0;
    unloading += stops[stop]?.minutes ?? 0;
    before = stop + 1;
  }
  driven += metres[before]?.[0] ?? 0;
  return { stops: round, load, metres: driven, minutes: Math.ceil(driven / metresPerMinute) + unloading };
}

/** Rounds of no more than `size`; what is heavier by itself goes in rounds of the largest vehicles. */
function plannedAt(day: DayOfTrips, possible: readonly number[], size: number): readonly Planned[] {
  const weight = (stop: number): number => day.stops[stop]?.load ?? 0;
  const largest = Math.max(...day.vehicles.map(({ capacity }) => capacity));
  return [
    ...roundsOf(
      day,
      possible.filter((stop) => weight(stop) <= size),
      size,
    ),
    ...roundsOf(
      day,
      possible.filter((stop) => weight(stop) > size),
      largest,
    ),
  ];
}

function roundsOf(day: DayOfTrips, chosen: readonly number[], capacity: number): readonly Planned[] {
  if (chosen.length === 0) return [];
  const numbers = [0, ...chosen.map((stop) => stop + 1)];
  const hours = day.vehicles.filter((vehicle) => vehicle.capacity >= capacity).map(({ minutes }) => minutes);
  const errands: Errands = {
    places: numbers.length,
    capacity,
    load: Float64Array.from(numbers, (at) => day.stops[at - 1]?.load ?? 0),
    cost: Float64Array.from(numbers.flatMap((from) => numbers.map((to) => day.metres[from]?.[to] ?? 0))),
    longest: Math.max(...hours) * day.metresPerMinute,
    stay: Float64Array.from(numbers, (at) => (day.stops[at - 1]?.minutes ?? 0) * day.metresPerMinute),
  };
  return findRounds(errands, day.limits).map((round) =>
    tripOf(
      day,
      round.map((place) => chosen[place - 1] as number),
    ),
  );
}

interface Given {
  readonly trips: readonly Trip[];
  readonly left: readonly number[];
}

/** Gives rounds to vehicles: what few can drive first, then the longest first, each to whoever has worked least. */
function givenOut(day: DayOfTrips, planned: readonly Planned[]): Given {
  const trips: Trip[] = [];
  const left: number[] = [];
  const able = ({ load }: Planned): number => day.vehicles.filter(({ capacity }) => capacity >= load).length;
  const sorted = planned.toSorted(
    (a, b) => able(a) - able(b) || b.minutes - a.minutes || (a.stops[0] as number) - (b.stops[0] as number),
  );
  for (const round of sorted) {
    // A round that is too long for what is left of anybody's day is served stop by stop, as far as that goes.
    const pieces =
      freeVehicle(day, trips, round) === undefined ? round.stops.map((stop) => tripOf(day, [stop])) : [round];
    for (const piece of pieces) {
      const vehicle = freeVehicle(day, trips, piece);
      if (vehicle === undefined) left.push(...piece.stops);
      else trips.push({ vehicle, ...piece });
    }
  }
  return { trips: evened(day, trips), left };
}

const workOf = (trips: readonly Trip[], vehicle: number): number =>
  trips.reduce((sum, trip) => (trip.vehicle === vehicle ? sum + trip.minutes : sum), 0);

/** Of the vehicles that can take a round today the one that has worked least; of equals the smallest, so that large ones stay free. */
function freeVehicle({ vehicles }: DayOfTrips, trips: readonly Trip[], { load, minutes }: Planned): number | undefined {
  return [...vehicles.entries()]
    .map(([vehicle, { capacity, minutes: hours }]) => ({ vehicle, capacity, work: workOf(trips, vehicle), hours }))
    .filter(({ capacity, work, hours }) => capacity >= load && work + minutes <= hours)
    .sort((a, b) => a.work - b.work || a.capacity - b.capacity || a.vehicle - b.vehicle)[0]?.vehicle;
}

/** Moves a trip from whoever works most, or exchanges one, as long as the longer of the two days gets shorter. */
function evened(day: DayOfTrips, start: readonly Trip[]): readonly Trip[] {
  let trips = start;
  for (;;) {
    const better = evenedOnce(day, trips);
    if (better === undefined) return trips;
    trips = better;
  }
}

function evenedOnce({ vehicles }: DayOfTrips, trips: readonly Trip[]): readonly Trip[] | undefined {
  const work = vehicles.map((_, vehicle) => workOf(trips, vehicle));
  const most = Math.max(...work);
  const busiest = work.indexOf(most);
  const fits = (vehicle: number, load: number, minutes: number): boolean =>
    load <= (vehicles[vehicle]?.capacity ?? 0) && minutes <= (vehicles[vehicle]?.minutes ?? 0);
  let [best, least]: [readonly Trip[] | undefined, number] = [undefined, most];
  for (const [given, trip] of trips.entries()) {
    if (trip.vehicle !== busiest) continue;
    for (const vehicle of vehicles.keys()) {
      if (vehicle === busiest) continue;
      // An exchange with nothing is a move.
      for (const taken of [-1, ...trips.keys()]) {
        const back = trips[taken];
        if (back !== undefined && back.vehicle !== vehicle) continue;
        const mine = most - trip.minutes + (back?.minutes ?? 0);
        const theirs = (work[vehicle] ?? 0) + trip.minutes - (back?.minutes ?? 0);
        if (Math.max(mine, theirs) >= least) continue;
        if (!fits(vehicle, trip.load, theirs) || !fits(busiest, back?.load ?? 0, mine)) continue;
        least = Math.max(mine, theirs);
        best = trips.map((one, at) =>
          at === given ? { ...one, vehicle } : at === taken ? { ...one, vehicle: busiest } : one,
        );
      }
    }
  }
  return best;
}

/** More load served is better; then fewer stops left, a shorter longest day, less driven. */
function differenceOf(day: DayOfTrips, a: Given, b: Given): number {
  const [served, longest, driven] = [
    (one: Given) => one.trips.reduce((sum, { load }) => sum + load, 0),
    (one: Given) => Math.max(0, ...day.vehicles.map((_, vehicle) => workOf(one.trips, vehicle))),
    (one: Given) => one.trips.reduce((sum, { metres }) => sum + metres, 0),
  ];
  return served(b) - served(a) || a.left.length - b.left.length || longest(a) - longest(b) || driven(a) - driven(b);
}

const inOrder = (trips: readonly Trip[]): readonly Trip[] =>
  trips.toSorted((a, b) => a.vehicle - b.vehicle || (a.stops[0] as number) - (b.stops[0] as number));
