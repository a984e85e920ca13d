import { leastCommonMultiple, ratio, ratioDecimal } from '../exact/ratio.ts';
import type { Method, Task } from '../method.ts';
import { Refused } from '../refused.ts';
import { committeeWords as words } from '../words/committee.ts';
import { type Camp, campsIn, supporters } from './approvals.ts';

/** Proportional approval voting: a voter's first elected approval is worth 1, the second a half, the third a third. */
export const pav: Method = {
  needs: 'choices',
  seats: 'file',
  options: {
    variant: {
      default: 'optimal',
      values: ['optimal', 'sequential'],
      says: {
        es: 'el mejor de todos los grupos posibles, o de uno en uno, cada vez quien más añade',
        en: 'the best of all possible groups, or one after the other, each time who adds most',
      },
    },
  },
  run: (task) => {
    const sums = new Satisfaction(task);
    if (task.settings.text('variant') === 'sequential') sequential(task, sums);
    else optimal(task, sums);
  },
};

/** Satisfaction in units of 1 by the least common multiple of all numbers up to the seats, so that it is whole. */
class Satisfaction {
  readonly unit: bigint;
  readonly standing: number[];
  private readonly camps: readonly Camp[];
  private readonly supporters: number[][];

  constructor(task: Task) {
    const { election, withdrawn, seats } = task;
    this.camps = campsIn(task);
    this.standing = election.candidates.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
    this.supporters = election.candidates.map((_, at) => supporters(this.camps, at));
    let unit = 1n;
    for (let n = 2n; n <= BigInt(Math.min(seats, this.standing.length)); n++) unit = leastCommonMultiple(unit, n);
    this.unit = unit;
  }

  get size(): number {
    return this.camps.length;
  }

  counts(): number[] {
    return this.camps.map(() => 0);
  }

  /** What a candidate adds when each camp has so many already. */
  added(candidate: number, counts: readonly number[]): bigint {
    return (this.supporters[candidate] as number[]).reduce(
      (sum, camp) => sum + ((this.camps[camp] as Camp).weight * this.unit) / BigInt((counts[camp] as number) + 1),
      0n,
    );
  }

  take(candidate: number, counts: number[], by: 1 | -1): void {
    for (const camp of this.supporters[candidate] as number[]) counts[camp] = (counts[camp] as number) + by;
  }
}

function sequential(task: Task, sums: Satisfaction): void {
  const { record, seats, election } = task;
  const counts = sums.counts();
  const left = new Set(sums.standing);
  while (record.elected.length < seats && left.size > 0) {
    const added = election.candidates.map((_, at) => (left.has(at) ? sums.added(at, counts) : -1n));
    const most = added.reduce((a, b) => (b > a ? b : a));
    const next = record.drawOne(
      'elect',
      [...left].filter((at) => added[at] === most),
    );
    const tally = added.map((value) => (value < 0n ? undefined : shown(task, value, sums.unit)));
    sums.take(next, counts, 1);
    left.delete(next);
    record.stage({
      action: 'elect',
      explanation: words.adds(record.name(next), tally[next] ?? ''),
      tally,
      elected: [next],
    });
  }
}

const shown = ({ election }: Task, value: bigint, unit: bigint): string =>
  ratioDecimal(ratio(value, unit * 10n ** BigInt(election.ballots.scale)), 6);

/** Beyond this many looks at a camp the search is too long to wait for. */
const MOST_LOOKS = 60_000_000;

/** Every best committee, by branch and bound: what is still to come adds at most what the best of it add now. */
function optimal(task: Task, sums: Satisfaction): void {
  const { record, seats, election } = task;
  const size = Math.min(seats, sums.standing.length);
  let [best, committees, looks] = [-1n, [] as number[][], 0];
  const counts = sums.counts();
  const search = (chosen: readonly number[], from: number, score: bigint): void => {
    if (chosen.length === size) {
      if (score > best) committees = [];
      if (score >= best) committees.push([...chosen]);
      if (score > best) best = score;
      return;
    }
    const rest = sums.standing.slice(from).map((at) => ({ at, adds: sums.added(at, counts) }));
    looks += rest.length * sums.size;
    if (looks > MOST_LOOKS) throw tooMany(task);
    const open = size - chosen.length;
    for (let place = 0; place + open <= rest.length; place++) {
      const { at, adds } = rest[place] as { at: number; adds: bigint };
      const next = rest
        .slice(place + 1)
        .map((one) => one.adds)
        .sort((a, b) => (a < b ? 1 : -1));
      const bound = next.slice(0, open - 1).reduce((sum, one) => sum + one, score + adds);
      if (bound < best) continue;
      sums.take(at, counts, 1);
      search([...chosen, at], from + place + 1, score + adds);
      sums.take(at, counts, -1);
    }
  };
  search([], 0, 0n);
  const tally = election.candidates.map((_, at) =>
    sums.standing.includes(at) ? shown(task, sums.added(at, sums.counts()), sums.unit) : undefined,
  );
  const value = shown(task, best, sums.unit);
  const details = { committees: committees.map((committee) => committee.map((at) => record.id(at))) };
  record.stage({ action: 'compare', explanation: words.bestOf(value, committees.length), tally, details });
  while (committees.length > 1) {
    const some = sums.standing.filter((at) => {
      const number = committees.filter((committee) => committee.includes(at)).length;
      return number > 0 && number < committees.length;
    });
    const drawn = record.drawOne('elect', some);
    committees = committees.filter((committee) => committee.includes(drawn));
  }
  const elected = committees[0] ?? [];
  record.stage({ action: 'elect', explanation: words.best(record.names(elected), value), tally, elected });
}

function tooMany({ seats, election }: Task): Refused {
  const number = election.candidates.length;
  return new Refused('too-many-committees', {
    es: `Con ${number} candidaturas y ${seats} puestos hay demasiados grupos que comparar; use variant=sequential.`,
    en: `With ${number} candidates and ${seats} seats there are too many groups to compare; use variant=sequential.`,
  });
}
