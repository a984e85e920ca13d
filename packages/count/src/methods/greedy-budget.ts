import { type Election, weightOf } from '../election.ts';
import { add, compare, type Ratio, ratioDecimal, subtract, zero } from '../exact/ratio.ts';
import type { Method, Task } from '../method.ts';
import { total, votesText } from '../tally.ts';
import { committeeWords as words } from '../words/committee.ts';
import { approvalsOf, campsIn } from './approvals.ts';

/** The projects with the most votes, one after the other, as long as they fit. */
export const greedyPb: Method = {
  needs: 'projects',
  seats: 'file',
  options: {
    votes: {
      default: 'auto',
      values: ['auto', 'marks', 'points', 'ranks'],
      says: {
        es: 'un voto por cada proyecto marcado, los puntos de la papeleta, o por rango: la papeleta más larga da n puntos al primero, n−1 al segundo; auto: puntos o rangos donde los hay',
        en: 'one vote for each project marked, the points on the ballot, or by rank: the longest ballot gives n points to the first, n−1 to the second; auto: points or ranks where there are any',
      },
    },
  },
  run: (task) => fillGreedily(task, new Set(), votesIn(task)),
};

const marksIn = (task: Task): bigint[] => approvalsOf(campsIn(task), task.election.candidates.length);

function votesIn(task: Task): bigint[] {
  const { settings, election } = task;
  const rule = settings.text('votes');
  const auto = election.style === 'scores' ? 'points' : election.style === 'ranked' ? 'ranks' : 'marks';
  const used = rule === 'auto' ? auto : rule;
  if (used === 'marks') return marksIn(task);
  return pointsIn(election, used === 'ranks' ? rankPoints(election) : scorePoints(election));
}

type Points = (group: number, at: number) => number;

const scorePoints =
  ({ ballots }: Election): Points =>
  (_, at) =>
    ballots.scores?.[at] ?? 1;

/** As many points for the first as the longest ballot has names. */
function rankPoints({ ballots: { groups, starts } }: Election): Points {
  let longest = 0;
  for (let group = 0; group < groups; group++) {
    longest = Math.max(longest, (starts[group + 1] as number) - (starts[group] as number));
  }
  return (group, at) => longest - (at - (starts[group] as number));
}

function pointsIn({ ballots, candidates }: Election, points: Points): bigint[] {
  const sums = candidates.map(() => 0n);
  for (let group = 0; group < ballots.groups; group++) {
    const weight = weightOf(ballots, group);
    for (let at = ballots.starts[group] as number; at < (ballots.starts[group + 1] as number); at++) {
      const entry = ballots.entries[at] as number;
      const own = points(group, at);
      if (entry >= 0 && own > 0) sums[entry >> 1] = (sums[entry >> 1] as bigint) + weight * BigInt(own);
    }
  }
  return sums;
}

/** The most votes first, whatever still fits; equals that do not all fit are drawn. */
export function fillGreedily(task: Task, taken: ReadonlySet<number>, votes = marksIn(task)): void {
  const { election, record, withdrawn } = task;
  const cost = (at: number): Ratio => election.candidates[at]?.cost ?? zero;
  let left = [...taken].reduce((money, at) => subtract(money, cost(at)), election.budget ?? zero);
  // What nobody voted for is nobody's project, however much money is left.
  const open = new Set(votes.flatMap((sum, at) => (withdrawn.has(at) || taken.has(at) || sum === 0n ? [] : [at])));
  const tally = votes.map((sum, at) => (withdrawn.has(at) ? undefined : votesText(sum, election)));
  while (open.size > 0) {
    const most = [...open].map((at) => votes[at] as bigint).reduce((a, b) => (b > a ? b : a));
    const equal = [...open].filter((at) => votes[at] === most);
    const fitting = equal.filter((at) => compare(cost(at), left) <= 0);
    const all = fitting.reduce((sum, at) => add(sum, cost(at)), zero);
    for (const at of equal) open.delete(at);
    // Where all of them fit together, their order does not matter.
    const order = compare(all, left) <= 0 ? fitting : record.draw('order', fitting, fitting.length);
    for (const at of order) {
      if (compare(cost(at), left) > 0) continue;
      left = subtract(left, cost(at));
      const explanation = words.funded(
        record.name(at),
        tally[at] ?? '',
        ratioDecimal(cost(at), 2),
        ratioDecimal(left, 2),
      );
      record.stage({ action: 'fund', explanation, tally, elected: [at] });
    }
  }
  if (total(votes) === 0n) record.stage({ action: 'fund', explanation: words.nothing, tally });
}
