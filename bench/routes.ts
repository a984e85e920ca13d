// Rounds of vehicles: how near the best known costs, in which time, and how that grows with the number of stops.
import { existsSync, readFileSync } from 'node:fs';
import { chanceFrom } from '../packages/supply/src/routes/chance.ts';
import { costOfRounds, type Errands } from '../packages/supply/src/routes/errands.ts';
import { findRounds, usualIterations } from '../packages/supply/src/routes/find-rounds.ts';
import { readVrp } from '../packages/supply/src/routes/read-vrp.ts';
import { roundsBySavings } from '../packages/supply/src/routes/savings.ts';
import type { Figure, Section } from './measure.ts';

const folder = ['../../shared/data/vectors/vrp/', '../../../shared/data/vectors/vrp/']
  .map((path) => new URL(path, import.meta.url))
  .find((one) => existsSync(one));
const instances = ['X-n101-k25', 'X-n106-k14', 'X-n110-k13', 'X-n115-k10', 'X-n120-k6'];

export const measureRoutes: Section = async (_settings, say) => {
  const figures: Figure[] = [];
  if (folder === undefined) say('no ../shared/data/vectors/vrp beside the project: its instances are left out');
  for (const name of folder === undefined ? [] : instances) {
    say(name);
    const { errands } = readVrp(readFileSync(new URL(`${name}.vrp`, folder), 'utf8'));
    const best = Number(/^Cost (\d+)/m.exec(readFileSync(new URL(`${name}.sol`, folder), 'utf8'))?.[1]);
    const iterations = usualIterations(errands);
    const [cost, seconds] = solved(errands, iterations);
    const savings = costOfRounds(errands, roundsBySavings(errands));
    figures.push(
      { what: `${name}: cost by savings alone`, value: savings, unit: '', ratio: savings / best, of: 'best known' },
      { what: `${name}: cost`, value: cost, unit: '', ratio: cost / best, of: 'best known' },
      { what: `${name}: ${iterations} iterations`, value: seconds, unit: 's' },
    );
  }
  for (const stops of [100, 200, 400, 800]) {
    say(`${stops} stops`);
    const errands = scattered(stops);
    const savings = costOfRounds(errands, roundsBySavings(errands));
    const [cost, seconds] = solved(errands, 10_000);
    figures.push(
      { what: `${stops} stops, 10000 iterations`, value: seconds, unit: 's' },
      { what: `${stops} stops: cost`, value: cost, unit: '', ratio: cost / savings, of: 'savings alone' },
    );
  }
  return figures;
};

function solved(errands: Errands, iterations: number): readonly [cost: number, seconds: number] {
  const started = performance.now();
  const rounds = findRounds(errands, { iterations, seed: 1 });
  return [costOfRounds(errands, rounds), (performance.now() - started) / 1_000];
}

/** Stops all over a square, the depot in the middle, about ten stops to a vehicle. */
function scattered(stops: number): Errands {
  const chance = chanceFrom(stops);
  const places = stops + 1;
  const positions = Array.from({ length: places }, (_, at) =>
    at === 0 ? [500, 500] : [chance.below(1_000), chance.below(1_000)],
  );
  const cost = positions.flatMap(([x = 0, y = 0]) =>
    positions.map(([u = 0, v = 0]) => Math.floor(Math.sqrt((x - u) ** 2 + (y - v) ** 2) + 0.5)),
  );
  return {
    places,
    capacity: 100,
    load: Float64Array.from({ length: places }, (_, at) => (at === 0 ? 0 : 1 + chance.below(19))),
    cost: Float64Array.from(cost),
    longest: Number.POSITIVE_INFINITY,
    stay: new Float64Array(places),
  };
}
