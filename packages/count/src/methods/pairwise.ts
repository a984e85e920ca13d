import { addLimb, type Ballots, type Election } from '../election.ts';
import { isTied } from '../ranked.ts';
import { Refused } from '../refused.ts';
import type { OptionSpecs } from '../settings.ts';

/** A table of all pairs has the square of this number of cells. */
const MOST_CANDIDATES = 1_500;

export const unrankedOption = {
  unranked: {
    default: 'file',
    values: ['file', 'last', 'none'],
    says: {
      es: 'a quien la papeleta no nombra va al final, no se compara, o como diga el archivo (si no dice nada, al final)',
      en: 'whom a ballot does not rank comes last, is not compared, or as the file says (last, if it says nothing)',
    },
  },
} satisfies OptionSpecs;

/** `table[a][b]`: the weight of ballots that prefer a to b. */
export type Pairwise = readonly (readonly bigint[])[];

export function pairwise(election: Election, unranked: string, withdrawn: ReadonlySet<number>): Pairwise {
  const { ballots, candidates, implicitRanking } = election;
  const size = candidates.length;
  if (size > MOST_CANDIDATES) {
    throw new Refused('too-many-candidates', {
      es: `Se comparan de a dos como mucho ${MOST_CANDIDATES} candidaturas; son ${size}.`,
      en: `At most ${MOST_CANDIDATES} candidates are compared in pairs; there are ${size}.`,
    });
  }
  const last = unranked === 'last' || (unranked === 'file' && implicitRanking !== false);
  const flat = new Array<bigint>(size * size).fill(0n);
  const ranks = new Ranks(ballots, size, withdrawn);
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(size * size);
    for (let group = 0; group < ballots.groups; group++) addBallot(ranks, group, limb[group] as number, part, last);
    addLimb(flat, part, digit);
  });
  return candidates.map((_, at) => flat.slice(at * size, (at + 1) * size));
}

function addBallot(ranks: Ranks, group: number, weight: number, part: Float64Array, last: boolean): void {
  if (weight === 0) return;
  ranks.read(group);
  const { order, rank, ranked, size } = ranks;
  const until = last ? order.length : ranked;
  for (let above = 0; above < ranked; above++) {
    const winner = order[above] as number;
    const height = rank[winner] as number;
    const row = winner * size;
    for (let below = above + 1; below < until; below++) {
      const loser = order[below] as number;
      if ((rank[loser] as number) > height) part[row + loser] = (part[row + loser] as number) + weight;
    }
  }
}

/** One ballot at a time as an order of the candidates; those it does not rank stand together at the end. */
export class Ranks {
  readonly size: number;
  /** Ranked candidates first, in order, then the others. */
  order: Int32Array;
  readonly rank: Int32Array;
  /** How many candidates the ballot ranks. */
  ranked = 0;
  private readonly ballots: Ballots;
  private readonly withdrawn: ReadonlySet<number>;
  private readonly seen: Int32Array;
  private readonly standing: number;

  constructor(ballots: Ballots, size: number, withdrawn: ReadonlySet<number>) {
    this.ballots = ballots;
    this.size = size;
    this.withdrawn = withdrawn;
    this.standing = size - withdrawn.size;
    this.order = new Int32Array(this.standing);
    this.rank = new Int32Array(size);
    this.seen = new Int32Array(size).fill(-1);
  }

  read(group: number): void {
    const { entries, starts } = this.ballots;
    const end = starts[group + 1] as number;
    let [level, count] = [-1, 0];
    for (let at = starts[group] as number; at < end; at++) {
      const entry = entries[at] as number;
      if (!isTied(entry)) level += 1;
      const candidate = entry >> 1;
      if (entry < 0 || this.seen[candidate] === group || this.withdrawn.has(candidate)) continue;
      this.seen[candidate] = group;
      this.rank[candidate] = level;
      this.order[count++] = candidate;
    }
    this.ranked = count;
    for (let candidate = 0; count < this.standing; candidate++) {
      if (this.seen[candidate] === group || this.withdrawn.has(candidate)) continue;
      this.rank[candidate] = level + 1;
      this.order[count++] = candidate;
    }
    // A group that is read again must not find its own marks.
    for (let at = 0; at < this.ranked; at++) this.seen[this.order[at] as number] = -1;
  }
}

/** Strengths of victories as levels: equal ones share a level, defeats and draws have level 0. */
export function victories(table: Pairwise, strength: string): { levels: number[][]; pairs: [number, number][] } {
  const pairs: [number, number][] = [];
  table.forEach((row, a) => {
    row.forEach((votes, b) => {
      if (votes > ((table[b] as bigint[])[a] as bigint)) pairs.push([a, b]);
    });
  });
  const votes = ([a, b]: [number, number]): [bigint, bigint] => [at(table, a, b), at(table, b, a)];
  pairs.sort((first, second) => order(votes(first), votes(second), strength));
  const levels = table.map((row) => row.map(() => 0));
  let level = 0;
  pairs.forEach((pair, place) => {
    const before = pairs[place - 1];
    if (before === undefined || order(votes(before), votes(pair), strength) !== 0) level += 1;
    (levels[pair[0]] as number[])[pair[1]] = level;
  });
  return { levels, pairs };
}

const at = (table: Pairwise, a: number, b: number): bigint => (table[a] as readonly bigint[])[b] as bigint;

/** Rising strength. By ratio, nobody against is the most, and among those the more votes for it (Schulze 2018, 2.1). */
function order([a, b]: [bigint, bigint], [c, d]: [bigint, bigint], strength: string): number {
  const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
  if (strength === 'margins') return sign(a - b - (c - d));
  if (strength === 'ratio') return sign(a * d - c * b) || (b === 0n && d === 0n ? sign(a - c) : 0);
  return sign(a - c) || (strength === 'winning-then-opposed' ? sign(d - b) : 0);
}
