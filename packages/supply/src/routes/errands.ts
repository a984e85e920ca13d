/** What is to be driven: a depot, stops with loads, and what it costs to get from each to each. */
export interface Errands {
  /** The depot, number 0, and the stops. */
  readonly places: number;
  /** What one vehicle carries. */
  readonly capacity: number;
  /** What each place takes; nothing at the depot. */
  readonly load: Float64Array;
  /** From the row's place to the column's, in one list; whole numbers, so that sums are exact in any order. */
  readonly cost: Float64Array;
  /** What a round may cost at most, with what is spent at its stops; without end where nothing limits it. */
  readonly longest: number;
  /** What is spent at each place, which counts towards `longest` alone. */
  readonly stay: Float64Array;
}

/** Stops in the order in which they are driven; the depot is before the first and after the last. */
export type Round = readonly number[];

export function costOfRound({ places, cost }: Errands, round: Round): number {
  let [sum, before] = [0, 0];
  for (const stop of round) {
    sum += cost[before * places + stop] as number;
    before = stop;
  }
  return sum + (cost[before * places] as number);
}

export const loadOfRound = ({ load }: Errands, round: Round): number =>
  round.reduce((sum, stop) => sum + (load[stop] as number), 0);

const stayOfRound = ({ stay }: Errands, round: Round): number =>
  round.reduce((sum, stop) => sum + (stay[stop] as number), 0);

/** Whether one vehicle can drive it. */
export function canBeDriven(errands: Errands, round: Round): boolean {
  if (loadOfRound(errands, round) > errands.capacity) return false;
  return (
    errands.longest === Number.POSITIVE_INFINITY ||
    costOfRound(errands, round) + stayOfRound(errands, round) <= errands.longest
  );
}

export const costOfRounds = (errands: Errands, rounds: readonly Round[]): number =>
  rounds.reduce((sum, round) => sum + costOfRound(errands, round), 0);

/** For each stop the others by what it costs to get to them. */
export function nearestStops({ places, cost }: Errands, count: number): readonly (readonly number[])[] {
  return Array.from({ length: places }, (_, from) =>
    Array.from({ length: places }, (_, to) => to)
      .filter((to) => to !== from && to !== 0)
      .sort((a, b) => (cost[from * places + a] as number) - (cost[from * places + b] as number) || a - b)
      .slice(0, count),
  );
}
