import { weightOf } from '../election.ts';
import { decimal, power10, shortDecimal } from '../exact/decimal.ts';
import type { Task, Vacancy } from '../method.ts';
import { Papers, readingRules } from '../ranked.ts';
import type { Transfer } from '../result.ts';
import { byVotes, smallest, total, votesText } from '../tally.ts';
import type { Text } from '../text.ts';
import { tieRule } from '../ties.ts';
import { joinTexts, stvWords } from '../words/stv.ts';
import { vacancyWords as words } from '../words/vacancy.ts';

/** Ballots of a seat, and the part of each that the seat was made of, in units of the precision. */
export type BundlePart = { readonly groups: readonly number[]; readonly value: bigint };

/**
 * The seat goes to whom those want who filled it: its ballots are counted once more for all who can take it, the lowest being
 * excluded until somebody has more than half of what still counts (Tasmania, Electoral Act 2004, Schedule 6; Australian Capital
 * Territory, Electoral Act 1992, Schedule 4, Part 4.3). Each ballot is worth what of it had stayed with the seat.
 */
export function countBack(
  vacancy: Vacancy,
  bundle: readonly BundlePart[],
): { winner: number | null; bundle: BundlePart[] } {
  const count = new Countback(vacancy, bundle);
  const winner = count.run();
  return { winner, bundle: winner === null ? [] : count.bundleOf(winner) };
}

type Parcel = { readonly head: number; readonly value: bigint };

class Countback {
  private readonly task: Task;
  private readonly departed: number;
  private readonly papers: Papers;
  private readonly digits: number;
  private readonly bundle: readonly BundlePart[];
  private readonly parcels: Parcel[][];
  private readonly votes: bigint[];
  private readonly contenders: readonly number[];
  private readonly impossible: ReadonlySet<number>;
  private readonly history: bigint[][] = [];
  private nonTransferable = 0n;

  constructor({ task, departed, sitting, absent }: Vacancy, bundle: readonly BundlePart[]) {
    const { election, settings, withdrawn, constraints } = task;
    const size = election.candidates.length;
    this.task = task;
    this.departed = departed;
    this.bundle = bundle;
    this.digits = settings.whole('precision');
    this.papers = new Papers(election.ballots, size, readingRules(settings));
    this.parcels = election.candidates.map(() => []);
    this.votes = new Array<bigint>(size).fill(0n);
    const free = election.candidates.flatMap((_, at) =>
      withdrawn.has(at) || absent.has(at) || sitting.includes(at) ? [] : [at],
    );
    this.impossible = constraints.standing(sitting, free, sitting.length + 1).doomed;
    this.contenders = free.filter((at) => !this.impossible.has(at));
    this.papers.continuing.fill(0);
    for (const at of this.contenders) this.papers.continuing[at] = 1;
  }

  run(): number | null {
    const { record } = this.task;
    this.write('count', this.opening(), { transfers: this.hand(this.departed, this.bundleParcels()) });
    for (;;) {
      const standing = this.standing();
      const active = total(standing.map((at) => this.votes[at] as bigint));
      const [first] = byVotes(standing, this.votes);
      // Ballots that name nobody who can take the seat cannot say who shall.
      if (first === undefined || (active === 0n && standing.length > 1)) return null;
      const votes = this.votes[first] as bigint;
      if (votes * 2n > active || standing.length === 1) {
        const text = words.elected(record.name(first), this.shown(votes), this.shown(active), standing.length === 1);
        this.write('elect', text, { elected: [first] });
        return first;
      }
      this.excludeLowest(standing);
    }
  }

  bundleOf(at: number): BundlePart[] {
    return (this.parcels[at] as Parcel[]).map(({ head, value }) => ({ groups: this.papers.groupsFrom(head), value }));
  }

  private opening(): Text {
    const { record, election } = this.task;
    const weights = this.bundle.map(({ groups }) => total(groups.map((group) => weightOf(election.ballots, group))));
    const ballots = votesText(total(weights), election);
    const text = words.bundle(record.name(this.departed), ballots, this.shown(this.worthOfAll()));
    return this.impossible.size === 0 ? text : joinTexts(text, words.cannot(record.names([...this.impossible])));
  }

  private bundleParcels(): Parcel[] {
    const parts = this.bundle.filter(({ groups }) => groups.length > 0);
    return parts.map(({ groups, value }) => ({ head: this.papers.lay(groups), value }));
  }

  private worth(weight: bigint, value: bigint): bigint {
    return (weight * value) / power10(this.task.election.ballots.scale);
  }

  private worthOfAll(): bigint {
    const { ballots } = this.task.election;
    return total(
      this.bundle.map(({ groups, value }) => this.worth(total(groups.map((group) => weightOf(ballots, group))), value)),
    );
  }

  private standing(): number[] {
    return this.contenders.filter((at) => this.papers.continuing[at] === 1);
  }

  private excludeLowest(standing: readonly number[]): void {
    const { settings, record } = this.task;
    const least = smallest(standing.map((at) => this.votes[at] as bigint));
    const lowest = standing.filter((at) => this.votes[at] === least);
    const left = tieRule(settings.text('ties'), lowest, this.history.slice(0, -1), 'lowest');
    const out = record.drawOne('exclude', left);
    const text = stvWords.excluded([record.name(out)], [this.shown(this.votes[out] as bigint)]);
    this.papers.continuing[out] = 0;
    const parcels = this.parcels[out] as Parcel[];
    this.parcels[out] = [];
    this.votes[out] = 0n;
    this.write('exclude', text, { excluded: [out], transfers: this.hand(out, parcels) });
  }

  private hand(from: number, parcels: readonly Parcel[]): Transfer[] {
    const { record } = this.task;
    return parcels.flatMap(({ head, value }) =>
      this.papers.sort([head]).map(({ to, head: next, weight }) => {
        const votes = this.worth(weight, value);
        const named = to < this.votes.length;
        if (named) {
          this.parcels[to]?.push({ head: next, value });
          this.votes[to] = (this.votes[to] as bigint) + votes;
        } else this.nonTransferable += votes;
        return { from: record.id(from), to: named ? record.id(to) : null, votes: this.shown(votes) };
      }),
    );
  }

  private write(
    action: string,
    explanation: Text,
    more: { elected?: number[]; excluded?: number[]; transfers?: Transfer[] },
  ): void {
    const exact = (units: bigint): string => decimal(units, this.digits);
    this.history.push([...this.votes]);
    this.task.record.stage({
      action,
      explanation,
      tally: this.votes.map((votes, at) => (this.contenders.includes(at) ? exact(votes) : undefined)),
      nonTransferable: exact(this.nonTransferable),
      residue: exact(this.worthOfAll() - total(this.votes) - this.nonTransferable),
      ...more,
    });
  }

  private shown(units: bigint): string {
    return shortDecimal(units, this.digits);
  }
}
