/** Rounds for errands: savings, local search, then ruin and recreate under simulated annealing. */
import { chanceFrom } from './chance.ts';
import { costOfRounds, type Errands, type Round } from './errands.ts';
import { improveRounds } from './local-search.ts';
import { type Driven, drivenFrom, rebuild, workshopFor } from './ruin.ts';
import { roundsBySavings } from './savings.ts';

export interface SearchLimits {
  /** How often something is torn down and rebuilt: the work is limited by this and by nothing else. */
  readonly iterations: number;
  readonly seed: number;
}

/** About ten seconds of a laptop's time, whatever the number of stops: looking at more places takes longer. */
export const usualIterations = ({ places }: Errands): number => Math.min(300_000, Math.floor(36_000_000 / places));

/** What the search forgives at first, as a part of the mean step between two stops; and how often that halves. */
const FIRST_PATIENCE = 0.5;
const HALVINGS = 7;

/** The same errands and limits give the same rounds on every machine. */
export function findRounds(errands: Errands, { iterations, seed }: SearchLimits): readonly Round[] {
  const start = improveRounds(errands, roundsBySavings(errands));
  if (errands.places < 3 || iterations === 0) return inFixedOrder(start);
  const chance = chanceFrom(seed);
  const workshop = workshopFor(errands, chance);
  let current: readonly Driven[] = start.map((round) => drivenFrom(errands, round));
  let cost = costOf(current);
  let [best, least] = [current, cost];
  const first = (FIRST_PATIENCE * cost) / (errands.places + current.length);
  const roundOf = new Int32Array(errands.places);
  note(current, roundOf);
  for (let done = 0; done < iterations; done++) {
    const next = rebuild(workshop, current, roundOf);
    const nextCost = costOf(next);
    if (nextCost >= cost + patienceAt(done / iterations, first) * chance.patience()) continue;
    [current, cost] = [next, nextCost];
    note(current, roundOf);
    if (cost < least) [best, least] = [current, cost];
  }
  const found = improveRounds(
    errands,
    best.map(({ stops }) => stops),
  );
  return inFixedOrder(costOfRounds(errands, found) < least ? found : best.map(({ stops }) => stops));
}

const costOf = (rounds: readonly Driven[]): number => rounds.reduce((sum, round) => sum + round.cost, 0);

function note(rounds: readonly Driven[], roundOf: Int32Array): void {
  for (let at = 0; at < rounds.length; at++) for (const stop of (rounds[at] as Driven).stops) roundOf[stop] = at;
}

/** Halves `HALVINGS` times, evenly in between: a power would not be the same number in every engine. */
function patienceAt(part: number, first: number): number {
  const octave = Math.floor(part * HALVINGS);
  return (first / 2 ** octave) * (1 - (part * HALVINGS - octave) / 2);
}

const inFixedOrder = (rounds: readonly Round[]): readonly Round[] =>
  rounds.filter(({ length }) => length > 0).toSorted((a, b) => (a[0] as number) - (b[0] as number));
