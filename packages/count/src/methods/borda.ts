import { addLimb } from '../election.ts';
import { shortDecimal } from '../exact/decimal.ts';
import type { Method, Task } from '../method.ts';
import { vacancyOptions } from '../vacancy-options.ts';
import { plainWords } from '../words/plain.ts';
import { scoreWords as words } from '../words/score.ts';
import { Ranks } from './pairwise.ts';
import { pickMost } from './pick.ts';

/** Points by rank; candidates that share a rank share its points. */
export const borda: Method = {
  needs: 'ranked',
  seats: 'one-or-more',
  constrained: true,
  options: {
    points: {
      default: 'from-zero',
      values: ['from-zero', 'from-one'],
      says: {
        es: 'con n candidaturas, la primera recibe n−1 puntos y la última 0; o n y 1',
        en: 'with n candidates the first gets n−1 points and the last 0; or n and 1',
      },
    },
    unranked: {
      default: 'average',
      values: ['average', 'zero', 'modified'],
      says: {
        es: 'a quien no se nombra: la media de los puntos que quedan, nada, o nada y la primera recibe sólo por cuantas nombra la papeleta',
        en: 'whom a ballot does not rank: the average of the points left, nothing, or nothing and the first gets only as many as the ballot ranks',
      },
    },
    ...vacancyOptions('next-highest'),
  },
  run: countBorda,
};

/** Points are halves at the finest, so they are added up doubled. */
function countBorda(task: Task): void {
  const { election, settings, record, withdrawn } = task;
  const { ballots, candidates } = election;
  const doubled = new Array<bigint>(candidates.length).fill(0n);
  const ranks = new Ranks(ballots, candidates.length, withdrawn);
  const low = settings.text('points') === 'from-one' ? 1 : 0;
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(candidates.length);
    for (let group = 0; group < ballots.groups; group++) {
      ranks.read(group);
      award(ranks, settings.text('unranked'), low, (at, points) => {
        part[at] = (part[at] as number) + points * (limb[group] as number);
      });
    }
    addLimb(doubled, part, digit);
  });
  // Doubled points times 5 are tenths of points.
  const shown = (value: bigint): string => shortDecimal(value * 5n, ballots.scale + 1);
  const tally = doubled.map((value, at) => (withdrawn.has(at) ? undefined : shown(value)));
  record.stage({ action: 'count', explanation: words.borda, tally });
  const standing = doubled.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  const elected = pickMost(standing, doubled, task);
  const explanation = plainWords.most(
    record.names(elected),
    elected.map((at) => shown(doubled[at] as bigint)),
  );
  record.stage({ action: 'elect', explanation, tally, elected });
}

/** Twice the points of each candidate on one ballot. */
function award(
  { order, rank, ranked }: Ranks,
  unranked: string,
  low: number,
  give: (candidate: number, doubled: number) => void,
): void {
  const top = (unranked === 'modified' ? ranked : order.length) - 1 + low;
  const until = unranked === 'average' ? order.length : ranked;
  for (let first = 0; first < until; ) {
    let next = first + 1;
    while (next < until && rank[order[next] as number] === rank[order[first] as number]) next += 1;
    // The average of the points from place `first` to `next - 1`, twice.
    const doubled = 2 * top - first - (next - 1);
    for (let at = first; at < next; at++) give(order[at] as number, doubled);
    first = next;
  }
}
