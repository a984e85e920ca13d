// Transfers with bounds and vacancies once more: paper by paper, and every possible result written down beforehand.
import type { NaiveProfile, Verdict } from './profile.ts';

export type NaiveBound = { readonly members: readonly number[]; readonly least: number; readonly most: number };
/** What of a paper stays with somebody elected. */
export type NaivePart = { readonly order: readonly number[]; readonly value: number };
export type NaiveGregory = { readonly elected: readonly number[]; readonly bundles: readonly NaivePart[][] } | 'tie';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

export function subsets(of: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return of.flatMap((first, at) => subsets(of.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

/** Every set of so many that keeps the bounds. */
export function results(standing: readonly number[], seats: number, bounds: readonly NaiveBound[]): number[][] {
  const within = (set: readonly number[]) =>
    bounds.every(({ members, least, most }) => {
      const number = set.filter((at) => members.includes(at)).length;
      return number >= least && number <= most;
    });
  return subsets(standing, Math.min(seats, standing.length)).filter(within);
}

const one = 100_000;

export function naiveGregory(
  profile: NaiveProfile,
  bounds: readonly NaiveBound[] = [],
  gone: readonly number[] = [],
  seats = profile.seats,
): NaiveGregory {
  const all = places(profile.candidates);
  const sets = results(
    all.filter((at) => !gone.includes(at)),
    seats,
    bounds,
  );
  const [elected, out, history, done]: [number[], number[], number[][], number[]] = [[], [...gone], [], []];
  const standing = () => all.filter((at) => !elected.includes(at) && !out.includes(at));
  const possible = () =>
    sets.filter((set) => elected.every((at) => set.includes(at)) && !set.some((at) => out.includes(at)));
  const doomed = () => standing().filter((at) => !possible().some((set) => set.includes(at)));
  const papers = profile.ballots
    .flatMap(({ ranks, weight }) => Array.from({ length: weight }, () => ranks.map(([first = -1]) => first)))
    .map((order) => ({ order, value: one, at: -1 }));
  const bundles: NaivePart[][] = all.map(() => []);
  const move = (paper: (typeof papers)[number]) => {
    const rest = paper.order.slice(paper.order.indexOf(paper.at) + 1);
    paper.at = rest.find((at) => standing().includes(at)) ?? 99;
  };
  const fixed = () => [...done, ...elected.filter((at) => votes[at] === quota)];
  const votes = all.map(() => 0);
  const recount = () => {
    const skip = fixed();
    for (const at of all) {
      if (!skip.includes(at))
        votes[at] = papers.filter((paper) => paper.at === at).reduce((sum, { value }) => sum + value, 0);
    }
  };
  const earlier = (tied: number[], pick: (...values: number[]) => number): number[] => {
    let left = tied;
    for (const before of history.toReversed()) {
      const wanted = pick(...left.map((at) => before[at]!));
      left = left.filter((at) => before[at] === wanted);
    }
    return left;
  };
  /** False where a lot would be needed. */
  const electReached = (): boolean => {
    for (;;) {
      const reached = standing().filter((at) => votes[at]! >= quota && !doomed().includes(at));
      if (reached.length === 0 || elected.length === seats) return true;
      const level = reached.filter((at) => votes[at] === Math.max(...reached.map((each) => votes[each]!)));
      const together = possible().some((set) => level.every((at) => set.includes(at)));
      const first = together ? level : earlier(level, Math.max);
      if (!together && first.length > 1) return false;
      elected.push(...first);
    }
  };
  const finish = (): NaiveGregory => {
    if (elected.length < seats) elected.push(...standing());
    for (const { at, order, value } of papers) bundles[at]?.push({ order, value });
    return { elected, bundles };
  };
  const isFull = () => elected.length >= seats || standing().length <= seats - elected.length;
  let quota = 0;
  for (const paper of papers) move(paper);
  quota = (Math.floor(papers.filter(({ at }) => at !== 99).length / (seats + 1)) + 1) * one;
  recount();
  for (;;) {
    if (!electReached()) return 'tie';
    history.push([...votes]);
    if (isFull()) return finish();
    const lost = doomed();
    if (lost.length > 0) {
      out.push(...lost);
      for (const paper of papers.filter(({ at }) => lost.includes(at))) move(paper);
      recount();
      continue;
    }
    const pending = elected.filter((at) => votes[at]! > quota && !done.includes(at));
    if (pending.length > 0) {
      const most = Math.max(...pending.map((at) => votes[at]!));
      const from = earlier(
        pending.filter((at) => votes[at] === most),
        Math.max,
      );
      if (from.length > 1) return 'tie';
      const at = from[0]!;
      const before = votes[at]!;
      for (const paper of papers.filter((each) => each.at === at)) {
        const passes = Math.floor((paper.value * (before - quota)) / before);
        bundles[at]!.push({ order: paper.order, value: paper.value - passes });
        paper.value = passes;
        move(paper);
      }
      done.push(at);
      votes[at] = quota;
      recount();
      continue;
    }
    const free = standing().filter((at) => possible().some((set) => !set.includes(at)));
    const lowest = earlier(
      free.filter((at) => votes[at] === Math.min(...free.map((each) => votes[each]!))),
      Math.min,
    );
    if (lowest.length > 1) return 'tie';
    out.push(lowest[0]!);
    if (isFull()) return finish();
    for (const paper of papers.filter(({ at }) => at === lowest[0])) move(paper);
    recount();
  }
}

/** Who gets the seat of those papers, `null` where they name nobody who could. */
export function naiveCountback(
  parts: readonly NaivePart[],
  contenders: readonly number[],
): { winner: number | null; parts: NaivePart[] } | 'tie' {
  let standing = [...contenders];
  const history: number[][] = [];
  for (;;) {
    const choice = ({ order }: NaivePart) => order.find((at) => standing.includes(at));
    const votes = standing.map((at) =>
      parts.filter((part) => choice(part) === at).reduce((sum, { value }) => sum + value, 0),
    );
    const active = votes.reduce((sum, value) => sum + value, 0);
    if (standing.length === 0 || (active === 0 && standing.length > 1)) return { winner: null, parts: [] };
    const winner = standing.find((_, at) => votes[at]! * 2 > active) ?? (standing.length === 1 ? standing[0]! : null);
    if (winner !== null) return { winner, parts: parts.filter((part) => choice(part) === winner) };
    const now: number[] = [];
    for (const [index, at] of standing.entries()) now[at] = votes[index]!;
    let lowest = standing.filter((at) => now[at] === Math.min(...votes));
    for (const before of history.toReversed()) {
      const least = Math.min(...lowest.map((at) => before[at]!));
      lowest = lowest.filter((at) => before[at] === least);
    }
    if (lowest.length > 1) return 'tie';
    history.push(now);
    standing = standing.filter((at) => at !== lowest[0]);
  }
}

/** From the most votes down, whoever is in some result that has all those taken before. */
export function naiveBestFirst(votes: readonly number[], seats: number, bounds: readonly NaiveBound[]): Verdict {
  const sets = results(places(votes.length), seats, bounds);
  const taken: number[] = [];
  for (const value of [...new Set(votes)].sort((a, b) => b - a)) {
    for (;;) {
      const inSome = (more: readonly number[]) =>
        sets.some((set) => [...taken, ...more].every((at) => set.includes(at)));
      const level = places(votes.length).filter((at) => votes[at] === value && !taken.includes(at) && inSome([at]));
      if (level.length === 0) break;
      if (!inSome(level)) return 'tie';
      taken.push(...level);
    }
  }
  return taken;
}
