// Methods that compare in pairs, by looking at every path, every set and every circle there is.
import type { NaiveProfile, Verdict } from './profile.ts';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

type Pair = readonly [number, number];
export type PairRule = {
  readonly strength?: 'winning' | 'margins' | 'ratio' | 'winning-then-opposed';
  readonly unranked?: 'last' | 'none';
};

export function prefers(profile: NaiveProfile, a: number, b: number, unranked: PairRule['unranked'] = 'last'): number {
  const rankOf = (ranks: readonly (readonly number[])[], at: number) => {
    const rank = ranks.findIndex((names) => names.includes(at));
    return rank < 0 ? 99 : rank;
  };
  return profile.ballots
    .filter(({ ranks }) => rankOf(ranks, a) < rankOf(ranks, b) && (unranked === 'last' || rankOf(ranks, b) < 99))
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** Positive where the first victory is the stronger. Both are given as votes for and against. */
function stronger([a, b]: Pair, [c, d]: Pair, strength: PairRule['strength']): number {
  if (strength === 'margins') return a - b - (c - d);
  if (strength === 'ratio') return b === 0 && d === 0 ? a - c : a * d - c * b;
  return a - c || (strength === 'winning-then-opposed' ? d - b : 0);
}

function victories(profile: NaiveProfile, { unranked }: PairRule) {
  const votes = (a: number, b: number): Pair => [prefers(profile, a, b, unranked), prefers(profile, b, a, unranked)];
  const all = places(profile.candidates).flatMap((a) => places(profile.candidates).map((b): Pair => [a, b]));
  return all.filter(([a, b]) => votes(a, b)[0] > votes(a, b)[1]).map((pair) => ({ pair, votes: votes(...pair) }));
}

/** The seats go to those whom nobody left is above, layer by layer. */
function fromTheTop(candidates: readonly number[], above: (a: number, b: number) => boolean, seats: number): Verdict {
  const elected: number[] = [];
  let left = [...candidates];
  while (elected.length < seats && left.length > 0) {
    const top = left.filter((a) => !left.some((b) => above(b, a)));
    if (top.length > seats - elected.length) return 'tie';
    elected.push(...top);
    left = left.filter((at) => !top.includes(at));
  }
  return elected;
}

/** Strongest paths by looking at every path there is; a path is as strong as the weakest victory on it. */
export function naiveSchulze(profile: NaiveProfile, seats = 1, rule: PairRule = {}): Verdict {
  const links = victories(profile, rule);
  const compare = (a: Pair | null, b: Pair | null) =>
    a === null || b === null ? Number(a !== null) - Number(b !== null) : stronger(a, b, rule.strength);
  const path = (from: number, to: number, seen: readonly number[]): Pair | null => {
    let best: Pair | null = null;
    for (const { pair, votes } of links.filter(({ pair: [first, next] }) => first === from && !seen.includes(next))) {
      const rest = pair[1] === to ? votes : path(pair[1], to, [...seen, pair[1]]);
      const weakest = compare(votes, rest) < 0 ? votes : rest;
      if (compare(weakest, best) > 0) best = weakest;
    }
    return best;
  };
  const above = (a: number, b: number) => compare(path(a, b, [a]), path(b, a, [b])) > 0;
  return fromTheTop(places(profile.candidates), above, seats);
}

/** The smallest set of whom everybody beats everybody outside it, of all sets there are. */
function smithSet({ candidates }: NaiveProfile, beaten: readonly Pair[]): number[] {
  const beats = (a: number, b: number) => beaten.some(([winner, loser]) => winner === a && loser === b);
  const sets = places(2 ** candidates).map((bits) => places(candidates).filter((at) => (bits >> at) & 1));
  const dominant = sets.filter(
    (set) => set.length > 0 && places(candidates).every((b) => set.includes(b) || set.every((a) => beats(a, b))),
  );
  return dominant.reduce((a, b) => (b.length < a.length ? b : a));
}

const reaches = (edges: readonly Pair[], from: number, to: number): boolean =>
  edges.some(
    ([a, b]) =>
      a === from &&
      (b === to ||
        reaches(
          edges.filter((edge) => edge[0] !== from),
          b,
          to,
        )),
  );

/** Ranked pairs; `lots` is the order by lot, and without one equal victories that close a circle are a tie. */
export function naiveRankedPairs(
  profile: NaiveProfile,
  seats = 1,
  rule: PairRule = {},
  lots: readonly number[] | null = null,
): Verdict {
  const all = victories(profile, rule);
  const within =
    seats === 1
      ? smithSet(
          profile,
          all.map(({ pair }) => pair),
        )
      : places(profile.candidates);
  let left = all.filter(({ pair }) => pair.every((at) => within.includes(at)));
  const locked: Pair[] = [];
  while (left.length > 0) {
    const top = left.reduce((a, b) => (stronger(b.votes, a.votes, rule.strength) > 0 ? b : a));
    const equal = left.filter(({ votes }) => stronger(votes, top.votes, rule.strength) === 0);
    left = left.filter((one) => !equal.includes(one));
    const free = equal.map(({ pair }) => pair).filter(([a, b]) => !reaches(locked, b, a));
    if (free.some(([a, b]) => reaches([...locked, ...free], b, a))) {
      if (lots === null) return 'tie';
      free.sort(([a, b], [c, d]) => lots.indexOf(a) - lots.indexOf(c) || lots.indexOf(d) - lots.indexOf(b));
    }
    for (const [a, b] of free) if (!reaches(locked, b, a)) locked.push([a, b]);
  }
  const found = fromTheTop(within, (a, b) => reaches(locked, a, b), seats);
  if (found !== 'tie' || lots === null) return found;
  const order = [...within].sort((a, b) => lots.indexOf(a) - lots.indexOf(b));
  const elected: number[] = [];
  while (elected.length < seats) {
    const open = order.filter((at) => !elected.includes(at));
    elected.push(open.find((a) => !open.some((b) => reaches(locked, b, a)))!);
  }
  return elected;
}
