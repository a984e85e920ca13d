import { addLimb } from '../election.ts';
import type { Method, Task } from '../method.ts';
import { byVotes, total, votesText } from '../tally.ts';
import { vacancyOptions } from '../vacancy-options.ts';
import { plainWords } from '../words/plain.ts';
import { scoreWords as words } from '../words/score.ts';
import { pickMost } from './pick.ts';

/** The highest sum of scores; whom a ballot does not score gets 0 from it. */
export const score: Method = {
  needs: 'scores',
  seats: 'one-or-more',
  constrained: true,
  options: vacancyOptions('next-highest'),
  run: (task) => {
    const { record } = task;
    const sums = addScores(task);
    const tally = writeSums(task, sums);
    const elected = pickMost(standingIn(task), sums, task);
    const shown = elected.map((at) => votesText(sums[at] as bigint, task.election));
    record.stage({ action: 'elect', explanation: plainWords.most(record.names(elected), shown), tally, elected });
  },
};

/** STAR: the two with the highest scores, then whom more ballots score higher. */
export const star: Method = {
  needs: 'scores',
  seats: 'one',
  options: {},
  run: countStar,
};

function countStar(task: Task): void {
  const { record, election } = task;
  const sums = addScores(task);
  writeSums(task, sums);
  const standing = standingIn(task);
  if (standing.length === 0) return;
  const pair = standing.length < 2 ? standing : finalists(task, byVotes(standing, sums), sums);
  const [a = 0, b = a] = pair;
  const votes = preferences(task, a, b);
  const tally = sums.map((_, at) => (at === a ? votes[0] : at === b ? votes[1] : undefined));
  const shown = tally.map((value) => (value === undefined ? undefined : votesText(value, election)));
  record.stage({ action: 'run-off', explanation: words.finalists(record.names(pair)), tally: shown });
  const [forA = 0n, forB = 0n] = votes;
  // Equal preferences: the higher score, and only then a lot.
  const difference = forA - forB || (sums[a] as bigint) - (sums[b] as bigint);
  const winner = difference > 0n ? a : difference < 0n ? b : record.drawOne('elect', pair);
  const mine = shown[winner] ?? '';
  record.stage({
    action: 'elect',
    explanation: words.preferred(record.name(winner), mine),
    tally: shown,
    elected: [winner],
  });
}

/** The two best; where the second place is shared, whom more ballots score higher goes first. */
function finalists(task: Task, order: readonly number[], sums: readonly bigint[]): number[] {
  const edge = sums[order[1] as number];
  const sure = order.filter((at) => (sums[at] as bigint) > (edge as bigint));
  let tied = order.filter((at) => sums[at] === edge);
  if (tied.length > 2 - sure.length) {
    const wins = tied.map((a) => tied.filter((b) => b !== a && beats(task, a, b)).length);
    const most = Math.max(...wins);
    const best = tied.filter((_, at) => wins[at] === most);
    // Only a clear first of the tied is better than a lot.
    if (best.length === 2 - sure.length) tied = best;
  }
  return [...sure, ...task.record.draw('elect', tied, 2 - sure.length)];
}

const beats = (task: Task, a: number, b: number): boolean => {
  const [forA = 0n, forB = 0n] = preferences(task, a, b);
  return forA > forB;
};

const standingIn = ({ election, withdrawn }: Task): number[] =>
  election.candidates.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));

function writeSums({ record, election, withdrawn }: Task, sums: readonly bigint[]): (string | undefined)[] {
  const tally = sums.map((sum, at) => (withdrawn.has(at) ? undefined : votesText(sum, election)));
  record.stage({ action: 'count', explanation: words.added, tally });
  return tally;
}

function addScores({ election }: Task): bigint[] {
  const { ballots, candidates } = election;
  const sums = new Array<bigint>(candidates.length).fill(0n);
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(candidates.length);
    eachScore(ballots, (group, candidate, points) => {
      part[candidate] = (part[candidate] as number) + points * (limb[group] as number);
    });
    addLimb(sums, part, digit);
  });
  return sums;
}

function eachScore(
  { groups, starts, entries, scores }: Task['election']['ballots'],
  visit: (group: number, candidate: number, points: number) => void,
): void {
  for (let group = 0; group < groups; group++) {
    for (let at = starts[group] as number; at < (starts[group + 1] as number); at++) {
      const entry = entries[at] as number;
      if (entry >= 0) visit(group, entry >> 1, scores?.[at] ?? 0);
    }
  }
}

/** The weights of ballots that score a higher, and of those that score b higher. */
function preferences({ election: { ballots } }: Task, a: number, b: number): bigint[] {
  const sums = [0n, 0n];
  const [ofA, ofB] = [new Int32Array(ballots.groups), new Int32Array(ballots.groups)];
  eachScore(ballots, (group, candidate, points) => {
    if (candidate === a) ofA[group] = points;
    if (candidate === b) ofB[group] = points;
  });
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(2);
    for (let group = 0; group < ballots.groups; group++) {
      const difference = (ofA[group] as number) - (ofB[group] as number);
      const side = difference > 0 ? 0 : 1;
      if (difference !== 0) part[side] = (part[side] as number) + (limb[group] as number);
    }
    addLimb(sums, part, digit);
  });
  return sums;
}

/** The weight of ballots by candidate and grade; whom a ballot does not grade has grade 0. */
export function gradesOf({ election }: Task): { grades: number[]; weights: bigint[][] } {
  const { ballots, candidates } = election;
  const grades = [...new Set([0, ...(ballots.scores ?? [])])].sort((a, b) => a - b);
  const index = new Map(grades.map((grade, at) => [grade, at]));
  const size = grades.length;
  const flat = new Array<bigint>(candidates.length * size).fill(0n);
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(flat.length);
    eachScore(ballots, (group, candidate, points) => {
      const cell = candidate * size + (index.get(points) ?? 0);
      part[cell] = (part[cell] as number) + (limb[group] as number);
    });
    addLimb(flat, part, digit);
  });
  const weights = candidates.map((_, at) => flat.slice(at * size, (at + 1) * size));
  for (const row of weights) row[0] = (row[0] as bigint) + ballots.total - total(row);
  return { grades, weights };
}
