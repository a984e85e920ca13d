import type { Method, Task } from '../method.ts';
import { total } from '../tally.ts';
import { scoreWords as words } from '../words/score.ts';
import { gradesOf } from './scores.ts';

/** Majority Judgment (Balinski and Laraki): the highest middle grade; among equals, middle grades are taken away one by one. */
export const majorityJudgment: Method = {
  needs: 'scores',
  seats: 'one-or-more',
  options: {},
  run: countMajorityJudgment,
};

function countMajorityJudgment(task: Task): void {
  const { record, withdrawn, seats } = task;
  const { grades, weights } = gradesOf(task);
  const standing = weights.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  const median = (at: number): string => String(grades[middle(weights[at] as bigint[])] ?? 0);
  const tally = weights.map((_, at) => (withdrawn.has(at) ? undefined : median(at)));
  const details = {
    grades: Object.fromEntries(
      standing.map((at) => [
        record.id(at),
        Object.fromEntries((weights[at] as bigint[]).map((weight, grade) => [String(grades[grade]), String(weight)])),
      ]),
    ),
  };
  record.stage({ action: 'count', explanation: words.medians, tally, details });
  const order = [...standing].sort((a, b) => compareGrades(weights[b] as bigint[], weights[a] as bigint[]));
  const last = order[seats - 1];
  const isEqual = (at: number) =>
    last !== undefined && compareGrades(weights[at] as bigint[], weights[last] as bigint[]) === 0;
  const tied = order.filter(isEqual);
  const sure = last === undefined ? order : order.slice(0, order.findIndex(isEqual));
  const elected = last === undefined ? order : [...sure, ...record.draw('elect', tied, seats - sure.length)];
  const explanation = words.best(record.names(elected), elected.map(median));
  record.stage({ action: 'elect', explanation, tally, elected });
}

/** The place of the middle grade; of an even number the lower of the two middle ones. */
function middle(weights: readonly bigint[]): number {
  const half = (total(weights) + 1n) / 2n;
  let sum = 0n;
  return weights.findIndex((weight) => {
    sum += weight;
    return sum >= half;
  });
}

/**
 * Compares what is left when middle grades are taken away one at a time. Between two changes the middle grade of both
 * stays as it is, so as many are taken at once as change neither.
 */
function compareGrades(first: readonly bigint[], second: readonly bigint[]): number {
  const [a, b] = [[...first], [...second]];
  while (total(a) > 0n && total(b) > 0n) {
    const [mine, other] = [middle(a), middle(b)];
    if (mine !== other) return mine - other;
    const away = [a, b].map((rows) => steady(rows, mine)).reduce((least, each) => (each < least ? each : least));
    for (const rows of [a, b]) rows[mine] = (rows[mine] as bigint) - away;
  }
  return 0;
}

/** How many of the middle grade can go, one by one, while it stays the middle one; at least one. */
function steady(weights: readonly bigint[], at: number): bigint {
  const below = total(weights.slice(0, at));
  const above = total(weights.slice(at + 1));
  const own = weights[at] as bigint;
  // It stays in the middle while below < ceil(n/2) <= below + own, with n = below + own + above.
  const bySize = below >= above ? own - (below - above) : own - (above - below) + 1n;
  return bySize < 1n ? 1n : bySize > own ? own : bySize;
}
