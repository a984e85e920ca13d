// The rules once more, as plainly as they can be written: every ballot by itself, nothing remembered, nothing grouped.
import type { NaiveProfile } from './profile.ts';

export type Verdict = readonly number[] | 'tie';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

/** One ballot for each unit of weight. */
const papers = ({ ballots }: NaiveProfile): number[][][] =>
  ballots.flatMap(({ ranks, weight }) => Array.from({ length: weight }, () => ranks.map((rank) => [...rank])));

export function naiveIrv(profile: NaiveProfile): Verdict {
  let standing = places(profile.candidates);
  const history: number[][] = [];
  for (;;) {
    const votes = places(profile.candidates).map(() => 0);
    for (const paper of papers(profile)) {
      const choice = paper.map(([first = -1]) => first).find((at) => standing.includes(at));
      if (choice !== undefined) votes[choice]! += 1;
    }
    const active = votes.reduce((a, b) => a + b);
    const winner = standing.find((at) => votes[at]! * 2 > active);
    if (winner !== undefined) return [winner];
    if (standing.length === 1) return standing;
    let lowest = standing.filter((at) => votes[at] === Math.min(...standing.map((each) => votes[each]!)));
    for (const before of history.toReversed()) {
      const least = Math.min(...lowest.map((at) => before[at]!));
      lowest = lowest.filter((at) => before[at] === least);
    }
    if (lowest.length > 1) return 'tie';
    history.push(votes);
    standing = standing.filter((at) => at !== lowest[0]);
  }
}

export function naiveScottish(profile: NaiveProfile): Verdict {
  const one = 100_000;
  const all = papers(profile).map((paper) => ({ order: paper.map(([first = -1]) => first), value: one, at: -1 }));
  const quota = (Math.floor(all.length / (profile.seats + 1)) + 1) * one;
  const [elected, out, history]: [number[], number[], number[][]] = [[], [], []];
  const done: number[] = [];
  const standing = () => places(profile.candidates).filter((at) => !elected.includes(at) && !out.includes(at));
  const move = (paper: (typeof all)[number]) => {
    const rest = paper.order.slice(paper.at < 0 ? 0 : paper.order.indexOf(paper.at) + 1);
    paper.at = rest.find((at) => standing().includes(at)) ?? 99;
  };
  const votes = places(profile.candidates).map(() => 0);
  const recount = (skip: number[]) => {
    for (const at of places(profile.candidates)) {
      if (!skip.includes(at))
        votes[at] = all.filter((paper) => paper.at === at).reduce((sum, { value }) => sum + value, 0);
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
  for (const paper of all) move(paper);
  recount([]);
  for (;;) {
    const reached = standing()
      .filter((at) => votes[at]! >= quota)
      .sort((a, b) => votes[b]! - votes[a]!);
    elected.push(...reached.slice(0, profile.seats - elected.length));
    if (elected.length === profile.seats) return elected;
    if (standing().length <= profile.seats - elected.length) return [...elected, ...standing()];
    history.push([...votes]);
    const pending = elected.filter((at) => votes[at]! > quota && !done.includes(at));
    if (pending.length > 0) {
      const most = Math.max(...pending.map((at) => votes[at]!));
      const first = earlier(
        pending.filter((at) => votes[at] === most),
        Math.max,
      );
      if (first.length > 1) return 'tie';
      const from = first[0]!;
      const [surplus, before] = [votes[from]! - quota, votes[from]!];
      for (const paper of all.filter(({ at }) => at === from)) {
        paper.value = Math.floor((paper.value * surplus) / before);
        move(paper);
      }
      done.push(from);
      votes[from] = quota;
      recount([...done, ...elected.filter((at) => votes[at] === quota)]);
      continue;
    }
    const least = Math.min(...standing().map((at) => votes[at]!));
    const lowest = earlier(
      standing().filter((at) => votes[at] === least),
      Math.min,
    );
    if (lowest.length > 1) return 'tie';
    out.push(lowest[0]!);
    if (standing().length <= profile.seats - elected.length) return [...elected, ...standing()];
    for (const paper of all.filter(({ at }) => at === lowest[0])) move(paper);
    recount([...done, ...elected.filter((at) => votes[at] === quota)]);
  }
}

export function prefers(profile: NaiveProfile, a: number, b: number): number {
  const rankOf = (ranks: readonly (readonly number[])[], at: number) => {
    const rank = ranks.findIndex((names) => names.includes(at));
    return rank < 0 ? 99 : rank;
  };
  return profile.ballots
    .filter(({ ranks }) => rankOf(ranks, a) < rankOf(ranks, b))
    .reduce((sum, { weight }) => sum + weight, 0);
}

/** Strongest paths by looking at every path there is. */
export function naiveSchulze(profile: NaiveProfile): number[] {
  const all = places(profile.candidates);
  const link = (a: number, b: number) => (prefers(profile, a, b) > prefers(profile, b, a) ? prefers(profile, a, b) : 0);
  const path = (from: number, to: number, seen: number[]): number =>
    Math.max(
      link(from, to),
      ...all
        .filter((at) => at !== to && !seen.includes(at))
        .map((at) => Math.min(link(from, at), path(at, to, [...seen, at]))),
    );
  return all.filter((a) => all.every((b) => a === b || path(a, b, [a]) >= path(b, a, [b])));
}

export function naiveBorda(profile: NaiveProfile): number[] {
  const points = places(profile.candidates).map((at) =>
    profile.ballots.reduce((sum, { ranks, weight }) => {
      const full = [...ranks, places(profile.candidates).filter((each) => !ranks.flat().includes(each))];
      const rank = full.findIndex((names) => names.includes(at));
      const below = full.slice(rank + 1).flat().length;
      return sum + weight * (2 * below + full[rank]!.length - 1);
    }, 0),
  );
  return places(profile.candidates).filter((at) => points[at] === Math.max(...points));
}

/** Meek's reference rule in whole billionths, a ballot at a time. */
export function naiveMeek(profile: NaiveProfile): Verdict {
  const unit = 1_000_000_000n;
  const up = (n: bigint, d: bigint) => (n + d - 1n) / d;
  const keep = places(profile.candidates).map(() => unit);
  let [elected, hopeful] = [[] as number[], places(profile.candidates)];
  for (;;) {
    if (elected.length >= profile.seats) return elected;
    if (elected.length + hopeful.length <= profile.seats) return [...elected, ...hopeful];
    let before: bigint | null = null;
    for (;;) {
      const votes = places(profile.candidates).map(() => 0n);
      for (const paper of papers(profile)) {
        let weight = unit;
        for (const [at = 0] of paper) {
          const part = up(weight * keep[at]!, unit);
          votes[at]! += part;
          weight -= part;
        }
      }
      const quota: bigint = votes.reduce((a, b) => a + b) / BigInt(profile.seats + 1) + 1n;
      const reached: number[] = hopeful.filter((at) => votes[at]! >= quota);
      elected = [...elected, ...reached];
      hopeful = hopeful.filter((at) => !reached.includes(at));
      if (reached.length > 0) break;
      const surplus = elected.reduce((sum, at) => sum + votes[at]! - quota, 0n);
      const left: bigint = surplus < 0n ? 0n : surplus;
      if (left < 1000n || (before !== null && left >= before)) {
        const least = hopeful.map((at) => votes[at]!).reduce((a, b) => (b < a ? b : a));
        const lowest = hopeful.filter((at) => votes[at]! <= least + left);
        if (lowest.length > 1) return 'tie';
        keep[lowest[0]!] = 0n;
        hopeful = hopeful.filter((at) => at !== lowest[0]);
        break;
      }
      before = left;
      for (const at of elected) keep[at] = up(up(keep[at]! * quota, unit) * unit, votes[at]!);
    }
  }
}
