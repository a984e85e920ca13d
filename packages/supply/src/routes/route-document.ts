/** What `supply route` answers. Stops are numbered as in CVRPLIB's solutions: from 1, without the depot. */
import { costOfRounds, loadOfRound, type Round } from './errands.ts';
import type { Instance } from './read-vrp.ts';

export interface RouteDocument {
  readonly name: string;
  readonly cost: number;
  readonly routes: readonly Round[];
  readonly loads: readonly number[];
  readonly iterations: number;
}

export function routeDocument(
  { name, errands }: Instance,
  routes: readonly Round[],
  iterations: number,
): RouteDocument {
  const loads = routes.map((round) => loadOfRound(errands, round));
  return { name, cost: costOfRounds(errands, routes), routes, loads, iterations };
}

/** The lines of a solution file as CVRPLIB has it. */
export function routeLines({ routes, cost }: RouteDocument): readonly string[] {
  return [...routes.map((round, at) => `Route #${at + 1}: ${round.join(' ')}`), `Cost ${cost}`];
}
