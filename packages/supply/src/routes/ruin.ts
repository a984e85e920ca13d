/**
 * Ruin and recreate (Schrimpf and others), with strings of neighbouring stops taken out and put in again where it costs
 * least, now and then overlooking a place (Christiaens and Vanden Berghe, “Slack Induction by String Removals”, 2020).
 */
import type { Chance } from './chance.ts';
import { type Errands, nearestStops } from './errands.ts';

const MEAN_TAKEN = 10;
const LONGEST_STRING = 10;
/** A place in a round is overlooked this often, or else the search would always rebuild the same. */
const OVERLOOKED = 0.01;
/** A string is taken with a gap kept in it this often. */
const SPLIT = 0.5;
const GAP_GROWS = 0.99;
/** Farther than this nobody looks for a neighbour to take out. */
const NEIGHBOURS = 400;

/** A round with what is known of it; never changed once made. */
export interface Driven {
  readonly stops: readonly number[];
  readonly load: number;
  readonly cost: number;
  readonly stay: number;
}

export interface Workshop {
  readonly errands: Errands;
  readonly chance: Chance;
  readonly near: readonly (readonly number[])[];
}

export const workshopFor = (errands: Errands, chance: Chance): Workshop => ({
  errands,
  chance,
  near: nearestStops(errands, Math.min(NEIGHBOURS, errands.places)),
});

export function drivenFrom({ places, cost, load, stay }: Errands, stops: readonly number[]): Driven {
  let [sum, weight, time, before] = [0, 0, 0, 0];
  for (const stop of stops) {
    sum += cost[before * places + stop] as number;
    weight += load[stop] as number;
    time += stay[stop] as number;
    before = stop;
  }
  return { stops, load: weight, cost: sum + (cost[before * places] as number), stay: time };
}

/** Rounds near the given ones: some strings taken out, and put in again. `roundOf` says where each stop is. */
export function rebuild(workshop: Workshop, rounds: readonly Driven[], roundOf: Int32Array): readonly Driven[] {
  const left = [...rounds];
  const taken = takeOut(workshop, left, roundOf);
  for (const stop of inOrder(workshop, taken)) putIn(workshop, left, stop);
  return left.filter(({ stops }) => stops.length > 0);
}

function takeOut({ errands, chance, near }: Workshop, rounds: Driven[], roundOf: Int32Array): readonly number[] {
  const mean = (errands.places - 1) / rounds.length;
  const longest = Math.max(1, Math.min(LONGEST_STRING, mean));
  const strings = Math.floor(1 + chance.part() * ((4 * MEAN_TAKEN) / (1 + longest) - 1));
  const seed = 1 + chance.below(errands.places - 1);
  const taken: number[] = [];
  const ruined: number[] = [];
  const take = (stop: number): void => {
    const at = roundOf[stop] as number;
    if (ruined.includes(at)) return;
    ruined.push(at);
    const { stops } = rounds[at] as Driven;
    const length = Math.floor(1 + chance.part() * Math.min(stops.length, longest));
    const kept = withoutString(stops, stops.indexOf(stop), length, chance, taken);
    rounds[at] = drivenFrom(errands, kept);
  };
  take(seed);
  for (const stop of near[seed] as readonly number[]) {
    if (ruined.length >= strings) break;
    take(stop);
  }
  return taken;
}

/** Takes `length` stops around the one at `at` out of the list, now and then around a gap that stays. */
function withoutString(
  stops: readonly number[],
  at: number,
  length: number,
  chance: Chance,
  taken: number[],
): readonly number[] {
  let gap = 0;
  if (length > 1 && length < stops.length && chance.part() < SPLIT) {
    gap = 1;
    while (length + gap < stops.length && chance.part() > GAP_GROWS) gap += 1;
  }
  const span = length + gap;
  const first = Math.max(0, at - span + 1);
  const start = first + chance.below(Math.min(at, stops.length - span) - first + 1);
  const gapAt = gap === 0 ? span : 1 + chance.below(length - 1);
  const isTaken = (place: number): boolean =>
    place >= start && place < start + span && !(place >= start + gapAt && place < start + gapAt + gap);
  return stops.filter((stop, place) => {
    if (!isTaken(place)) return true;
    taken.push(stop);
    return false;
  });
}

/** By chance, the heaviest first, the farthest first or the nearest first: in four, four, two and one of eleven. */
function inOrder({ errands, chance }: Workshop, taken: readonly number[]): readonly number[] {
  const { cost, load } = errands;
  const drawn = chance.below(11);
  const keyOf = (stop: number): number => {
    if (drawn < 4) return chance.part();
    if (drawn < 8) return -(load[stop] as number);
    return drawn < 10 ? -(cost[stop] as number) : (cost[stop] as number);
  };
  return taken
    .map((stop) => ({ stop, key: keyOf(stop) }))
    .sort((a, b) => a.key - b.key || a.stop - b.stop)
    .map(({ stop }) => stop);
}

/** Puts a stop where it costs least, or into a round of its own where no vehicle has room. */
function putIn({ errands, chance }: Workshop, rounds: Driven[], stop: number): void {
  const { places, cost, capacity, longest } = errands;
  const [weight, time] = [errands.load[stop] as number, errands.stay[stop] as number];
  let [least, bestRound, bestAt] = [Number.POSITIVE_INFINITY, -1, 0];
  for (let at = 0; at < rounds.length; at++) {
    const round = rounds[at] as Driven;
    if (round.load + weight > capacity) continue;
    const room = longest - round.cost - round.stay - time;
    const { stops } = round;
    let before = 0;
    for (let place = 0; place <= stops.length; place++) {
      const next = place < stops.length ? (stops[place] as number) : 0;
      const more =
        (cost[before * places + stop] as number) +
        (cost[stop * places + next] as number) -
        (cost[before * places + next] as number);
      before = next;
      if (more >= least || more > room || chance.part() < OVERLOOKED) continue;
      [least, bestRound, bestAt] = [more, at, place];
    }
  }
  if (bestRound < 0) {
    rounds.push(drivenFrom(errands, [stop]));
    return;
  }
  const { stops, load, cost: known, stay } = rounds[bestRound] as Driven;
  const placed = stops.toSpliced(bestAt, 0, stop);
  rounds[bestRound] = { stops: placed, load: load + weight, cost: known + least, stay: stay + time };
}
