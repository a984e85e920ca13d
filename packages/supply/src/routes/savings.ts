import { canBeDriven, type Errands, nearestStops, type Round } from './errands.ts';

/** To stops farther away than so many others nothing worth having is saved. */
const NEAREST = 100;

/**
 * Clarke and Wright's savings: a round for each stop, and then two rounds become one where that saves the most, as long as
 * one vehicle can drive it.
 */
export function roundsBySavings(errands: Errands): readonly Round[] {
  const { places, cost } = errands;
  const at = (from: number, to: number): number => cost[from * places + to] as number;
  const savings: { readonly saved: number; readonly from: number; readonly to: number }[] = [];
  for (const [from, near] of nearestStops(errands, NEAREST).entries()) {
    if (from === 0) continue;
    for (const to of near) {
      const saved = at(from, 0) + at(0, to) - at(from, to);
      if (saved > 0) savings.push({ saved, from, to });
    }
  }
  savings.sort((a, b) => b.saved - a.saved || a.from - b.from || a.to - b.to);
  const roundOf: Round[] = Array.from({ length: places }, (_, stop) => [stop]);
  for (const { from, to } of savings) {
    const [first, second] = [roundOf[from] as Round, roundOf[to] as Round];
    if (first === second || first.at(-1) !== from || second[0] !== to) continue;
    const joined = [...first, ...second];
    if (!canBeDriven(errands, joined)) continue;
    for (const stop of joined) roundOf[stop] = joined;
  }
  return [...new Set(roundOf.slice(1))];
}
