// Ballots that go from candidate to candidate, every paper by itself: instant run-off and the Scottish count.
import type { NaiveProfile, Verdict } from './profile.ts';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

export type Reading = {
  readonly overvote?: 'exhaust' | 'skip' | 'one-continues';
  readonly skipped?: number;
  readonly duplicates?: 'skip' | 'exhaust';
};
export type TransferRule = Reading & {
  readonly ties?: 'backwards' | 'forwards' | 'lot';
  readonly bulk?: boolean;
  readonly untilTwo?: boolean;
  readonly excludeFirst?: readonly number[];
  readonly quota?: 'droop' | 'droop-exact' | 'hare';
  readonly quotaMoves?: boolean;
  readonly precision?: number;
  readonly rounding?: 'down' | 'nearest' | 'up';
  readonly surpluses?: 'largest' | 'first-elected';
  readonly protect?: readonly number[];
  /** Whether the last seats wait for the surpluses that are still to be passed on. */
  readonly stopsLate?: boolean;
};

/** A paper lies with a candidate, or with nobody for good. */
type Paper = { readonly ranks: readonly (readonly number[])[]; value: bigint; rank: number; with: number | null };

const papersOf = ({ ballots }: NaiveProfile, value: bigint): Paper[] =>
  ballots.flatMap(({ ranks, weight }) =>
    Array.from({ length: weight }, (): Paper => ({ ranks, value, rank: -1, with: null })),
  );

/** Reads on from the rank after the one where the paper lies. */
function moveOn(paper: Paper, standing: readonly number[], rule: Reading): void {
  const { overvote = 'exhaust', skipped = Number.POSITIVE_INFINITY, duplicates = 'skip' } = rule;
  let empty = 0;
  const before = paper.ranks.slice(0, paper.rank + 1).flat();
  paper.with = null;
  for (const [at, rank] of paper.ranks.entries()) {
    if (at <= paper.rank) continue;
    if (rank.length === 0) {
      empty += 1;
      continue;
    }
    if (empty > skipped) break;
    empty = 0;
    const open = rank.filter((one) => standing.includes(one));
    const stops = rank.length > 1 && (overvote === 'exhaust' || (overvote === 'one-continues' && open.length > 1));
    if (stops || (rank.length === 1 && duplicates === 'exhaust' && before.includes(rank[0]!))) break;
    before.push(...rank);
    if (open.length === 0 || (rank.length > 1 && overvote === 'skip')) continue;
    if (rank.length > 1 && duplicates === 'exhaust' && before.filter((one) => one === open[0]).length > 1) break;
    paper.rank = at;
    paper.with = open[0]!;
    return;
  }
  paper.rank = paper.ranks.length;
}

type History = readonly (readonly bigint[])[];

/** Those still tied after the stages before this one. */
function tiedAfter(
  tied: readonly number[],
  history: History,
  ties: TransferRule['ties'],
  wanted: 'least' | 'most',
): number[] {
  const stages = ties === 'lot' ? [] : ties === 'forwards' ? history : history.toReversed();
  return stages.reduce<number[]>(
    (left, votes) =>
      left.filter((a) => left.every((b) => (wanted === 'least' ? votes[a]! <= votes[b]! : votes[a]! >= votes[b]!))),
    [...tied],
  );
}

/** The largest set from the bottom, of two to `most`, of whom all together have fewer votes than the next. */
function hopeless(standing: readonly number[], votes: readonly bigint[], most: number): number[] {
  const rising = [...standing].sort((a, b) => Number(votes[a]! - votes[b]!));
  const sizes = places(rising.length).filter((size) => {
    const sum = rising.slice(0, size).reduce((all, at) => all + votes[at]!, 0n);
    return size > 1 && size <= most && sum < votes[rising[size]!]!;
  });
  return rising.slice(0, Math.max(0, ...sizes));
}

const votesNow = (papers: readonly Paper[], candidates: number): bigint[] =>
  places(candidates).map((at) => papers.filter((one) => one.with === at).reduce((sum, { value }) => sum + value, 0n));

export function naiveIrv(profile: NaiveProfile, rule: TransferRule = {}, gone: readonly number[] = []): Verdict {
  let standing = places(profile.candidates).filter((at) => !gone.includes(at));
  const papers = papersOf(profile, 1n);
  for (const paper of papers) moveOn(paper, standing, rule);
  const history: bigint[][] = [];
  for (;;) {
    const votes = votesNow(papers, profile.candidates);
    const active = votes.reduce((a, b) => a + b);
    const winner = standing.find((at) => votes[at]! * 2n > active && !rule.excludeFirst?.includes(at));
    if (winner !== undefined && (standing.length <= 2 || rule.untilTwo !== true)) return [winner];
    if (standing.length === 1) return standing;
    let out = standing.filter((at) => rule.excludeFirst?.includes(at));
    if (out.length === standing.length) out = [];
    if (out.length === 0 && rule.bulk === true) out = hopeless(standing, votes, standing.length - 2);
    if (out.length === 0) {
      const lowest = standing.filter((a) => standing.every((b) => votes[a]! <= votes[b]!));
      out = tiedAfter(lowest, history, rule.ties, 'least');
      if (out.length > 1) return 'tie';
    }
    history.push(votes);
    standing = standing.filter((at) => !out.includes(at));
    if (standing.length === 0) return [];
    for (const paper of papers) if (paper.with !== null && out.includes(paper.with)) moveOn(paper, standing, rule);
  }
}

class Scottish {
  readonly elected: number[] = [];
  private readonly out: number[];
  /** What whoever has passed a surplus on keeps of it: a quota of then. */
  private readonly keeps = new Map<number, bigint>();
  private readonly history: bigint[][] = [];
  private readonly papers: Paper[];
  private readonly one: bigint;
  private quota: bigint;
  /** Who was elected at which stage. */
  readonly stages = new Map<number, number>();
  private readonly profile: NaiveProfile;
  private readonly rule: TransferRule;

  constructor(profile: NaiveProfile, rule: TransferRule, gone: readonly number[]) {
    this.profile = profile;
    this.rule = rule;
    this.out = [...gone];
    this.one = 10n ** BigInt(rule.precision ?? 5);
    const papers = papersOf(profile, this.one);
    for (const paper of papers) moveOn(paper, this.standing(), rule);
    this.papers = papers.filter((paper) => paper.with !== null);
    this.quota = this.quotaOf(BigInt(this.papers.length) * this.one);
  }

  private quotaOf(votes: bigint): bigint {
    const { rule, one, profile } = this;
    const parts = BigInt(rule.quota === 'hare' ? profile.seats : profile.seats + 1);
    const whole = rule.quota === undefined || rule.quota === 'droop';
    return whole ? (votes / (one * parts) + 1n) * one : (votes + parts - 1n) / parts;
  }

  private moveQuota(): void {
    const ranOut = this.papers.filter((paper) => paper.with === null).reduce((sum, { value }) => sum + value, 0n);
    if (this.rule.quotaMoves === true) this.quota = this.quotaOf(BigInt(this.papers.length) * this.one - ranOut);
  }

  private standing(): number[] {
    return places(this.profile.candidates).filter((at) => !this.elected.includes(at) && !this.out.includes(at));
  }

  /** What lies with a candidate; whoever handed a surplus on keeps a quota of papers that move no more. */
  private votes(): bigint[] {
    return votesNow(this.papers, this.profile.candidates).map((own, at) => this.keeps.get(at) ?? own);
  }

  private elect(places: readonly number[], stage = this.history.length + 1): void {
    this.elected.push(...places);
    for (const at of places) this.stages.set(at, stage);
  }

  private full(): boolean {
    return this.elected.length + this.standing().length <= this.profile.seats;
  }

  count(): Verdict {
    const { seats } = this.profile;
    for (;;) {
      const votes = this.votes();
      this.moveQuota();
      const reached = this.reached(votes);
      if (reached === 'tie') return 'tie';
      this.elect(reached);
      if (this.elected.length >= seats || this.standing().length === 0) return this.elected;
      if (this.full() && (this.atOnce() || this.waiting(votes).length === 0)) {
        this.elect(this.standing());
        return this.elected;
      }
      // Where every seat left is kept for somebody, nobody else can have one.
      const others = this.standing().filter((at) => !this.kept().includes(at));
      if (others.length > 0 && this.elected.length + this.kept().length === seats) this.drop(others);
      else {
        const from = this.surplusOf(votes);
        if (from === 'tie' || (from === null && !this.exclude(votes))) return 'tie';
        if (typeof from === 'number') this.transfer(from, votes[from]!);
        if (from === null && this.full() && this.atOnce()) {
          this.elect(this.standing(), this.history.length + 2);
          return this.elected;
        }
      }
      this.history.push(votes);
    }
  }

  private atOnce(): boolean {
    return this.rule.stopsLate !== true;
  }

  private waiting(votes: readonly bigint[]): number[] {
    return this.elected.filter((at) => votes[at]! > this.quota && !this.keeps.has(at));
  }

  private kept(): number[] {
    return this.standing().filter((at) => this.rule.protect?.includes(at));
  }

  private reached(votes: readonly bigint[]): Verdict {
    const kept = this.kept();
    const all = this.standing()
      .filter((at) => votes[at]! >= this.quota && this.quota > 0n)
      .sort((a, b) => Number(votes[b]! - votes[a]!));
    const free = all.filter((at) => !kept.includes(at));
    const seats = this.profile.seats - this.elected.length - kept.length;
    const sure: number[] = [];
    while (sure.length < seats && sure.length < free.length) {
      const open = free.filter((at) => !sure.includes(at));
      const most = open.filter((at) => votes[at] === votes[open[0]!]);
      const first = tiedAfter(most, this.history, this.rule.ties, 'most');
      if (most.length <= seats - sure.length) sure.push(...most);
      else if (first.length > 1) return 'tie';
      else sure.push(...first);
    }
    return all.filter((at) => kept.includes(at) || sure.includes(at));
  }

  private surplusOf(votes: readonly bigint[]): number | 'tie' | null {
    const all = this.waiting(votes);
    if (all.length === 0) return null;
    const first = all.filter((a) => all.every((b) => this.stages.get(a)! <= this.stages.get(b)!));
    const waiting = this.rule.surpluses === 'first-elected' ? first : all;
    const most = waiting.filter((a) => waiting.every((b) => votes[a]! >= votes[b]!));
    const left = tiedAfter(most, this.history, this.rule.ties, 'most');
    return left.length > 1 ? 'tie' : left[0]!;
  }

  private transfer(from: number, votes: bigint): void {
    this.keeps.set(from, this.quota);
    for (const paper of this.papers.filter((one) => one.with === from)) {
      const [whole, left] = [
        (paper.value * (votes - this.quota)) / votes,
        (paper.value * (votes - this.quota)) % votes,
      ];
      const { rounding = 'down' } = this.rule;
      const more = rounding === 'up' ? left > 0n : rounding === 'nearest' && left * 2n >= votes;
      paper.value = more ? whole + 1n : whole;
      moveOn(paper, this.standing(), this.rule);
    }
  }

  private exclude(votes: readonly bigint[]): boolean {
    const free = this.standing().filter((at) => this.rule.protect?.includes(at) !== true);
    const most = this.standing().length + this.elected.length - this.profile.seats;
    let out = this.rule.bulk === true ? hopeless(free, votes, most) : [];
    if (out.length === 0) {
      const lowest = free.filter((a) => free.every((b) => votes[a]! <= votes[b]!));
      out = tiedAfter(lowest, this.history, this.rule.ties, 'least');
      if (out.length > 1) return false;
    }
    this.drop(out);
    return true;
  }

  private drop(out: readonly number[]): void {
    this.out.push(...out);
    if (this.full() && this.atOnce()) return;
    for (const one of this.papers)
      if (one.with !== null && out.includes(one.with)) moveOn(one, this.standing(), this.rule);
  }
}

export const naiveScottish = (profile: NaiveProfile, rule: TransferRule = {}, gone: readonly number[] = []): Verdict =>
  new Scottish(profile, rule, gone).count();

/** Each who is elected, with the stage in which, the first count being the first stage. */
export function naiveStages(profile: NaiveProfile, rule: TransferRule): ReadonlyMap<number, number> | 'tie' {
  const counted = new Scottish(profile, rule, []);
  return counted.count() === 'tie' ? 'tie' : counted.stages;
}
