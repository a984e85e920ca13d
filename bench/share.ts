// What it costs to share by full leximin where not every depot reaches every site, beside one plain linear program on the same
// sites in HiGHS (the lowest level alone, which is the first of the many that leximin would take there), and how it grows.
import { type LimitedProblem, shareLimited } from '@cabildo/supply';
import { type Figure, type Section, spent, timed } from './measure.ts';

interface Size {
  readonly depots: number;
  readonly sites: number;
  /** The part of the depots that reaches a site. */
  readonly density: number;
}

const SIZES: readonly Size[] = [
  { depots: 20, sites: 600, density: 0.2 },
  { depots: 100, sites: 2_000, density: 0.05 },
];
const GROWTH: readonly Size[] = [
  { depots: 100, sites: 2_000, density: 0.2 },
  { depots: 50, sites: 1_000, density: 0.05 },
  { depots: 200, sites: 4_000, density: 0.05 },
  { depots: 400, sites: 8_000, density: 0.05 },
];
const SEED = 20_031_017;

type Solver = {
  solve(text: string, options: Readonly<Record<string, boolean>>): { Status: string; ObjectiveValue: number };
};

export const measureShare: Section = async ({ rounds }, say) => {
  const solver = await loadSolver(say);
  const figures: Figure[] = [];
  for (const size of SIZES) {
    const name = nameOf(size);
    say(name);
    const problem = limitedProblem(size, SEED);
    const { seconds: own, processor } = await spent(rounds, () => shareLimited(problem, 'leximin'));
    const whole = await timed(rounds, () => shareLimited({ ...problem, indivisible: true }, 'leximin'));
    if (solver === null) figures.push({ what: name, value: own, unit: 's' });
    else {
      const text = lowestLevel(problem);
      const theirs = await timed(rounds, () => solved(solver, text));
      figures.push({ what: name, value: own, unit: 's', ratio: own / theirs, of: 'one linear program (HiGHS)' });
      figures.push({ what: `${name}: one linear program (HiGHS)`, value: theirs, unit: 's' });
    }
    figures.push({ what: `${name}: processor`, value: processor, unit: 's' });
    figures.push({ what: `${name}, in whole units`, value: whole, unit: 's' });
  }
  for (const size of GROWTH) {
    const problem = limitedProblem(size, SEED);
    const value = await timed(rounds, () => shareLimited(problem, 'leximin'));
    figures.push({ what: nameOf(size), value, unit: 's' });
  }
  return figures;
};

const nameOf = ({ depots, sites, density }: Size): string =>
  `${depots} depots × ${sites} sites, each reached by ${density * 100} %`;

async function loadSolver(say: (line: string) => void): Promise<Solver | null> {
  const name = 'highs';
  try {
    const { default: load }: { default: () => Promise<Solver> } = await import(name);
    return await load();
  } catch {
    say('highs is not installed (npm ci): without the comparison');
    return null;
  }
}

function solved(solver: Solver, text: string): void {
  const { Status } = solver.solve(text, { output_flag: false });
  if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`);
}

/** Claims, weights to three decimals, three classes, depots that are rich and poor. */
function limitedProblem({ depots, sites, density }: Size, seed: number): LimitedProblem {
  let state = seed;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const whole = (value: number, over = 1n) => ({ n: BigInt(value), d: over });
  const named = Array.from({ length: depots }, (_, at) => ({
    id: `d${at}`,
    stock: whole(20 + Math.floor((below(1_000) ** 3 / 1e9) * ((500 * sites) / depots))),
  }));
  const claims = Array.from({ length: sites }, (_, at) => {
    const amount = whole(1 + below(500));
    const [weight, rank] = [whole(500 + below(1_000), 1_000n), 1 + below(3)];
    return { id: `s${at}`, amount, weight, rank, floor: whole(0), ceiling: amount };
  });
  const ways = claims.map(({ id }): [string, string[]] => {
    const some = named.filter(() => below(1_000) < density * 1_000).map((depot) => depot.id);
    return [id, some.length > 0 ? some : [`d${below(depots)}`]];
  });
  return { depots: named, claims, reach: new Map(ways), indivisible: false };
}

/** The greatest level that everybody can have at once, as a linear program in CPLEX's format. */
function lowestLevel({ depots, claims, reach }: LimitedProblem): string {
  const lines = ['Maximize', ' t', 'Subject To'];
  const served = new Map(depots.map(({ id }): [string, string[]] => [id, []]));
  for (const { id, amount, weight } of claims) {
    const names = (reach.get(id) ?? []).map((depot) => {
      served.get(depot)?.push(`${id}_${depot}`);
      return `${id}_${depot}`;
    });
    const slope = (Number(amount.n) * Number(weight.n)) / Number(weight.d);
    lines.push(` ${names.join(' + ')} - ${slope} t >= 0`, ` ${names.join(' + ')} <= ${amount.n}`);
  }
  for (const { id, stock } of depots) {
    const names = served.get(id) ?? [];
    if (names.length > 0) lines.push(` ${names.join(' + ')} <= ${stock.n}`);
  }
  return [...lines, 'End'].join('\n');
}
