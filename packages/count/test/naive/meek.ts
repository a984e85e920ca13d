// Meek's count, a paper at a time and every order of a shared rank written out.
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  one,
  type Ratio,
  ratio,
  subtract,
  sum,
  zero,
} from '../../src/exact/ratio.ts';
import type { NaiveProfile, Verdict } from './profile.ts';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

const papersOf = ({ ballots }: NaiveProfile): (readonly (readonly number[])[])[] =>
  ballots.flatMap(({ ranks, weight }) => Array.from({ length: weight }, () => ranks));

type Shares = { readonly votes: Ratio[]; readonly left: Ratio };
type Share = (paper: readonly (readonly number[])[], keep: readonly Ratio[]) => Shares;

/** How the numbers of a count are rounded: what is kept of a vote, the rest, a keep factor, a quota. */
export type MeekNumbers = {
  readonly omega: number;
  /** Whether a quota has to be exceeded or reached. */
  readonly exceeds: boolean;
  readonly share: Share;
  readonly keep: (factor: Ratio, quota: Ratio, votes: Ratio) => Ratio;
  readonly quota: (active: Ratio, seats: number) => Ratio;
  /** Whether surpluses of just omega are small enough. */
  readonly stopsAtOmega: boolean;
};

const up = (value: Ratio, digits: number): Ratio => {
  const unit = 10n ** BigInt(digits);
  return ratio(ceiling(multiply(value, ratio(unit))), unit);
};
const down = (value: Ratio, digits: number): Ratio => subtract(zero, up(subtract(zero, value), digits));

/** One name a rank: what is kept may be rounded, and what passes on as well. */
const inOrder =
  (kept: (value: Ratio) => Ratio, passed: (comes: Ratio, kept: Ratio, factor: Ratio) => Ratio): Share =>
  (paper, keep) => {
    const votes = keep.map(() => zero);
    let comes = one;
    for (const [at = 0] of paper) {
      const part = kept(multiply(comes, keep[at]!));
      votes[at] = add(votes[at]!, part);
      comes = passed(comes, part, keep[at]!);
    }
    return { votes, left: comes };
  };

const permutations = (rank: readonly number[]): number[][] =>
  rank.length === 0
    ? [[]]
    : rank.flatMap((at) => permutations(rank.filter((other) => other !== at)).map((rest) => [at, ...rest]));

/** A shared rank as all its orders in equal parts. */
export const shareByOrders: Share = (paper, keep) => {
  let orders: number[][] = [[]];
  for (const rank of paper) {
    const next = permutations(rank.filter((at) => keep[at]!.n > 0n));
    orders = orders.flatMap((before) => next.map((after) => [...before, ...after]));
  }
  const exact = inOrder((value) => value, subtract);
  const found = orders.map((order) =>
    exact(
      order.map((at) => [at]),
      keep,
    ),
  );
  const mean = (values: readonly Ratio[]) => divide(sum(values), ratio(BigInt(orders.length)));
  return {
    votes: keep.map((_, at) => mean(found.map(({ votes }) => votes[at]!))),
    left: mean(found.map(({ left }) => left)),
  };
};

/** A shared rank in equal parts that go on by themselves; a rank with nobody standing is passed over or ends the paper. */
export const shareByParts =
  (ends: boolean): Share =>
  (paper, keep) => {
    const shared = paper.some((rank) => rank.length > 1);
    const ranks = paper
      .map((rank) => rank.filter((at) => keep[at]!.n > 0n))
      .filter((rank) => rank.length > 0 || (ends && shared));
    const votes = keep.map(() => zero);
    let left = zero;
    const hand = (place: number, comes: Ratio): void => {
      const rank = ranks[place] ?? [];
      if (rank.length === 0) left = add(left, comes);
      for (const at of rank) {
        const part = divide(comes, ratio(BigInt(rank.length)));
        const kept = multiply(part, keep[at]!);
        votes[at] = add(votes[at]!, kept);
        if (compare(part, kept) > 0) hand(place + 1, subtract(part, kept));
      }
    };
    hand(0, one);
    return { votes, left };
  };

export type MeekQuota = 'droop-exact' | 'droop' | 'hare';

const wholeDroop = (active: Ratio, seats: number): Ratio => ratio(floor(divide(active, ratio(BigInt(seats + 1)))) + 1n);
const parts = (rule: MeekQuota, seats: number): Ratio => ratio(BigInt(rule === 'hare' ? seats : seats + 1));

export const referenceNumbers = (digits: number, omega: number, rule: MeekQuota = 'droop-exact'): MeekNumbers => ({
  omega,
  exceeds: false,
  stopsAtOmega: false,
  share: inOrder((value) => up(value, digits), subtract),
  keep: (factor, quota, votes) => up(divide(up(multiply(factor, quota), digits), votes), digits),
  quota: (active, seats) =>
    rule === 'droop'
      ? wholeDroop(active, seats)
      : add(down(divide(active, parts(rule, seats)), digits), ratio(1n, 10n ** BigInt(digits))),
});

/** As OpenSTV: what is kept and what passes on are both cut off. */
export const cutNumbers = (digits: number, omega: number, rule: MeekQuota = 'droop-exact'): MeekNumbers => ({
  ...referenceNumbers(digits, omega, rule),
  stopsAtOmega: true,
  share: inOrder(
    (value) => down(value, digits),
    (comes, _, factor) => down(multiply(comes, subtract(one, factor)), digits),
  ),
});

/** Fractions; keep factors may be rounded up to some decimals. */
export const fractions = (
  share: Share,
  omega: number,
  keepDigits: number | null,
  rule: MeekQuota = 'droop-exact',
): MeekNumbers => ({
  omega,
  exceeds: rule === 'droop-exact',
  stopsAtOmega: true,
  share,
  keep: (factor, quota, votes) => {
    const next = divide(multiply(factor, quota), votes);
    return keepDigits === null ? next : up(next, keepDigits);
  },
  quota: (active, seats) => (rule === 'droop' ? wholeDroop(active, seats) : divide(active, parts(rule, seats))),
});

export type MeekRule = {
  /** Whether those who cannot catch up any longer go together. */
  readonly safe?: boolean;
  readonly kept?: readonly number[];
  readonly gone?: readonly number[];
  /** The quota of the papers that name anybody, for the whole count. */
  readonly fixedQuota?: boolean;
  readonly ties?: 'lot' | 'backwards' | 'forwards';
};

/** Of those tied for the last place, those still tied after the stages that were told before. */
function stillLowest(tied: readonly number[], told: readonly (readonly Ratio[])[], ties: MeekRule['ties']): number[] {
  const stages = ties === 'forwards' ? told : ties === 'backwards' ? told.toReversed() : [];
  return stages.reduce<number[]>(
    (left, votes) => left.filter((a) => left.every((b) => compare(votes[a]!, votes[b]!) <= 0)),
    [...tied],
  );
}

export function naiveMeek(profile: NaiveProfile, numbers = referenceNumbers(9, 6), rule: MeekRule = {}): Verdict {
  const { candidates, seats } = profile;
  const { safe = false, kept = [], gone = [], fixedQuota = false, ties = 'lot' } = rule;
  const omega = ratio(1n, 10n ** BigInt(numbers.omega));
  const keep = places(candidates).map((at) => (gone.includes(at) ? zero : one));
  let [elected, hopeful] = [[] as number[], places(candidates).filter((at) => !gone.includes(at))];
  const papers = papersOf(profile);
  const valid = papers.filter((ranks) => ranks.some((rank) => rank.some((at) => !gone.includes(at))));
  // Each stage that is told: the first count, whenever somebody is elected, whenever somebody is excluded.
  const told: Ratio[][] = [];
  let before: Ratio | null = null;
  for (;;) {
    if (elected.length >= seats) return elected;
    if (elected.length + hopeful.length <= seats) return [...elected, ...hopeful];
    const waiting = kept.filter((at) => hopeful.includes(at));
    if (elected.length + waiting.length === seats) return [...elected, ...waiting];
    const shares = papers.map((paper) => numbers.share(paper, keep));
    const votes = places(candidates).map((at) => sum(shares.map((one) => one.votes[at]!)));
    const quota = numbers.quota(fixedQuota ? ratio(BigInt(valid.length)) : sum(votes), seats);
    if (told.length === 0) told.push(votes);
    const needed = numbers.exceeds ? 1 : 0;
    const free = seats - elected.length - waiting.length;
    const above = hopeful
      .filter((at) => compare(votes[at]!, quota) >= needed)
      .sort((x, y) => compare(votes[y]!, votes[x]!));
    const others = above.filter((at) => !waiting.includes(at));
    const [last, next] = [others[free - 1], others[free]];
    if (last !== undefined && next !== undefined && compare(votes[last]!, votes[next]!) === 0) return 'tie';
    const reached = above.filter((at) => waiting.includes(at) || others.slice(0, free).includes(at));
    elected = [...elected, ...reached];
    hopeful = hopeful.filter((at) => !reached.includes(at));
    if (reached.length > 0) {
      told.push(votes);
      before = null;
      continue;
    }
    const over = sum(elected.map((at) => subtract(votes[at]!, quota)));
    const surplus: Ratio = over.n < 0n ? zero : over;
    const small = compare(surplus, omega) < (numbers.stopsAtOmega ? 1 : 0);
    const still = before !== null && compare(surplus, before) >= 0;
    const together =
      small || still || !safe ? [] : hopeless(hopeful, votes, surplus, elected.length + hopeful.length - seats);
    const batch = together.some((at) => kept.includes(at)) ? [] : together;
    if (small || still || batch.length > 0) {
      const open = hopeful.filter((at) => !kept.includes(at));
      const near = open.filter((a) => open.every((b) => compare(votes[a]!, add(votes[b]!, surplus)) <= 0));
      const lowest = stillLowest(near, told, ties);
      if (batch.length === 0 && lowest.length > 1) return 'tie';
      const out = batch.length > 0 ? batch : lowest;
      told.push(votes);
      for (const at of out) keep[at] = zero;
      hopeful = hopeful.filter((at) => !out.includes(at));
      before = null;
      continue;
    }
    before = surplus;
    for (const at of elected) keep[at] = numbers.keep(keep[at]!, quota, votes[at]!);
  }
}

/** The most from the bottom who even with the surpluses cannot reach the next, nor any of them the one above. */
function hopeless(hopeful: readonly number[], votes: readonly Ratio[], surplus: Ratio, most: number): number[] {
  const rising = [...hopeful].sort((a, b) => compare(votes[a]!, votes[b]!));
  const sizes = places(rising.length).filter((size) => {
    const set = rising.slice(0, size).map((at) => votes[at]!);
    const next = votes[rising[size]!]!;
    return size > 0 && size <= most && compare(add(sum(set), surplus), next) < 0;
  });
  return rising.slice(0, Math.max(0, ...sizes));
}
