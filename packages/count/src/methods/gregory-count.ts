import { decimal, power10, shortDecimal } from '../exact/decimal.ts';
import { type Ratio, ratio, rounded } from '../exact/ratio.ts';
import type { Task } from '../method.ts';
import { Papers, type Pile, readingRules } from '../ranked.ts';
import type { Transfer } from '../result.ts';
import { byVotes, smallest, total } from '../tally.ts';
import type { Text } from '../text.ts';
import { tieRule } from '../ties.ts';
import { constraintWords } from '../words/constraints.ts';
import { joinTexts, stvWords as words } from '../words/stv.ts';
import type { BundlePart } from './countback.ts';
import { hopeless } from './hopeless.ts';
import { electDown, levelsOf } from './pick.ts';
import { quotaFor } from './quota.ts';

/** Papers that came together, and what each is worth in units of the precision. */
type Parcel = { readonly head: number; readonly weight: bigint; readonly value: bigint };

/** One count with transfers; for those who will leave it keeps the ballots that make up their seats. */
export class GregoryCount {
  private readonly parcels: Parcel[][];
  private readonly votes: bigint[];
  private readonly task: Task;
  private readonly papers: Papers;
  private readonly digits: number;
  private readonly one: bigint;
  private readonly state: ('standing' | 'elected' | 'out')[];
  /** In the order in which they were elected. */
  private readonly elected: number[] = [];
  /** By stage: who was elected in it. */
  private readonly electedIn: (readonly number[])[] = [];
  private readonly passedOn = new Set<number>();
  private readonly history: bigint[][] = [];
  private readonly stopsAtOnce: boolean;
  private readonly leaving: ReadonlySet<number>;
  private readonly kept = new Map<number, BundlePart[]>();
  private nonTransferable = 0n;
  private valid = 0n;
  private quota = 0n;
  private toldQuota = '';

  constructor(task: Task, leaving: ReadonlySet<number> = new Set()) {
    const { election, settings, withdrawn } = task;
    const size = election.candidates.length;
    this.task = task;
    this.papers = new Papers(election.ballots, size, readingRules(settings));
    this.digits = settings.whole('precision');
    this.one = power10(this.digits);
    this.parcels = election.candidates.map(() => []);
    this.votes = new Array<bigint>(size).fill(0n);
    this.state = election.candidates.map((_, at) => (withdrawn.has(at) ? 'out' : 'standing'));
    this.leaving = leaving;
    this.stopsAtOnce = settings.text('stop') === 'at-once';
    for (const at of withdrawn) this.papers.continuing[at] = 0;
  }

  run(): void {
    const { record, seats } = this.task;
    this.countFirst();
    let text = words.first(this.shown(this.valid), seats, this.shown(this.quota));
    if (this.write('count', text, { elected: this.reached() })) return;
    for (;;) {
      const doomed = this.doomed();
      if (doomed.length > 0) {
        for (const at of doomed) this.exclude(at);
        const transfers = doomed.flatMap((at) => this.transferAll(at));
        const said = constraintWords.doomed(record.names(doomed));
        if (this.write('exclude', said, { transfers, excluded: doomed, elected: this.reached() })) return;
        continue;
      }
      const next = this.nextSurplus();
      if (next !== null) {
        const votes = this.votes[next] as bigint;
        text = words.surplus(
          record.name(next),
          this.shown(votes),
          this.shown(this.quota),
          this.shown(votes - this.quota),
        );
        const transfers = this.transferSurplus(next);
        if (this.write('transfer-surplus', text, { transfers, elected: this.reached() })) return;
        continue;
      }
      const lowest = this.chooseLowest();
      for (const at of lowest) this.exclude(at);
      const counts = lowest.map((at) => this.shown(this.votes[at] as bigint));
      if (this.stopsAtOnce && this.isFull()) {
        // Rule 52(2): where the last vacancies can be filled, no further transfer is made.
        const [name = '', votes = ''] = [record.name(lowest[0] as number), counts[0]];
        this.write('exclude', words.lowestOut(name, votes), { excluded: lowest, elected: [] });
        return;
      }
      const transfers = lowest.flatMap((at) => this.transferAll(at));
      const said = words.excluded(record.names(lowest), counts);
      if (this.write('exclude', said, { transfers, excluded: lowest, elected: this.reached() })) return;
    }
  }

  private countFirst(): void {
    const piles = this.papers.sortAll();
    const { election, record } = this.task;
    const size = this.votes.length;
    const valid = total(piles.flatMap(({ to, weight }) => (to < size ? [weight] : [])));
    record.invalid = election.ballots.total - election.ballots.blank - valid;
    for (const pile of piles) if (pile.to < size) this.receive(pile, this.one);
    this.valid = this.worth(valid, this.one);
    this.quota = this.quotaOf(ratio(valid, power10(election.ballots.scale)));
    this.toldQuota = this.shown(this.quota);
    record.quota = this.toldQuota;
  }

  /** A quota that moves falls with the votes that run out; whose surplus has passed on already keeps the quota of then. */
  private moveQuota(): void {
    if (this.task.settings.text('quota-changes') === 'static') return;
    this.quota = this.quotaOf(ratio(this.valid - this.nonTransferable, this.one));
  }

  private quotaOf(votes: Ratio): bigint {
    return quotaFor(this.task.settings.text('quota'), votes, this.task.seats, this.one);
  }

  private worth(weight: bigint, value: bigint): bigint {
    return (weight * value) / power10(this.task.election.ballots.scale);
  }

  private receive({ to, head, weight }: Pile, value: bigint): void {
    if (to >= this.votes.length) this.nonTransferable += this.worth(weight, value);
    else {
      this.parcels[to]?.push({ head, weight, value });
      this.votes[to] = (this.votes[to] as bigint) + this.worth(weight, value);
    }
  }

  private standing(): number[] {
    return this.state.flatMap((state, at) => (state === 'standing' ? [at] : []));
  }

  private seatsLeft(): number {
    return this.task.seats - this.elected.length;
  }

  private isFull(): boolean {
    if (this.seatsLeft() <= 0) return true;
    return this.standing().length <= this.seatsLeft() && (this.stopsAtOnce || this.surpluses().length === 0);
  }

  /** Those who have the quota now, the most votes first (rule 47). */
  private reached(): number[] {
    this.moveQuota();
    const reached = this.standing().filter((at) => (this.votes[at] as bigint) >= this.quota && this.quota > 0n);
    const levels = levelsOf(byVotes(reached, this.votes), (a, b) => this.votes[a] === this.votes[b]);
    const { settings, seats } = this.task;
    // Even with the whole quota not all of these can be elected where seats are kept for others.
    const places = electDown(levels, { elected: this.elected, standing: this.standing(), seats }, this.task, (tied) =>
      tieRule(settings.text('ties'), tied, this.history, 'highest'),
    );
    this.elected.push(...places);
    for (const at of places) {
      this.state[at] = 'elected';
      this.papers.continuing[at] = 0;
    }
    return places;
  }

  /** Those whom the constraints leave no way to be elected. */
  private doomed(): number[] {
    const { constraints, seats } = this.task;
    return [...constraints.standing(this.elected, this.standing(), seats).doomed];
  }

  private surpluses(): number[] {
    return this.elected.filter((at) => (this.votes[at] as bigint) > this.quota && !this.passedOn.has(at));
  }

  private nextSurplus(): number | null {
    const waiting = this.firstOf(this.surpluses());
    if (waiting.length === 0) return null;
    const most = byVotes(waiting, this.votes)[0] as number;
    const equal = waiting.filter((at) => this.votes[at] === this.votes[most]);
    const left = tieRule(this.task.settings.text('ties'), equal, this.history.slice(0, -1), 'highest');
    return this.task.record.drawOne('transfer-first', left);
  }

  /** Whose surplus comes before the others': of all of them, or of those who were elected in the earliest stage. */
  private firstOf(waiting: readonly number[]): readonly number[] {
    if (this.task.settings.text('surpluses') === 'largest') return waiting;
    const stage = this.electedIn.find((places) => places.some((at) => waiting.includes(at))) ?? [];
    return waiting.filter((at) => stage.includes(at));
  }

  private transferSurplus(from: number): Transfer[] {
    const votes = this.votes[from] as bigint;
    const surplus = votes - this.quota;
    const parcels = this.parcels[from] as Parcel[];
    const passes = (value: bigint): bigint => rounded(value * surplus, votes, this.task.settings.text('rounding'));
    if (this.leaving.has(from)) this.keep(from, (value) => value - passes(value));
    this.passedOn.add(from);
    this.parcels[from] = [];
    this.votes[from] = this.quota;
    return parcels.flatMap(({ head, value }) => this.hand(from, head, passes(value)));
  }

  /** The ballots that make up a seat, each with the part of it that stayed. */
  bundleOf(at: number): BundlePart[] {
    this.keep(at, (value) => value);
    return this.kept.get(at) ?? [];
  }

  private keep(at: number, stays: (value: bigint) => bigint): void {
    const parts = (this.parcels[at] as Parcel[]).map(({ head, value }) => {
      return { groups: this.papers.groupsFrom(head), value: stays(value) };
    });
    this.kept.set(at, [...(this.kept.get(at) ?? []), ...parts]);
  }

  private transferAll(from: number): Transfer[] {
    const parcels = this.parcels[from] as Parcel[];
    this.parcels[from] = [];
    this.votes[from] = 0n;
    return parcels.flatMap(({ head, value }) => this.hand(from, head, value));
  }

  private hand(from: number, head: number, value: bigint): Transfer[] {
    const { record } = this.task;
    return this.papers.sort([head]).map((pile) => {
      this.receive(pile, value);
      const to = pile.to < this.votes.length ? record.id(pile.to) : null;
      return { from: record.id(from), to, votes: this.shown(this.worth(pile.weight, value)) };
    });
  }

  private chooseLowest(): number[] {
    const { settings, record } = this.task;
    const { guarded } = this.task.constraints.standing(this.elected, this.standing(), this.task.seats);
    const free = this.standing().filter((at) => !guarded.has(at));
    if (settings.text('bulk') === 'yes') {
      const batch = hopeless(free, this.votes, this.standing().length - this.seatsLeft());
      if (batch.length > 1 && this.canSpare(batch)) return batch;
    }
    const least = smallest(free.map((at) => this.votes[at] as bigint));
    const lowest = free.filter((at) => this.votes[at] === least);
    const left = tieRule(settings.text('ties'), lowest, this.history.slice(0, -1), 'lowest');
    return [record.drawOne('exclude', left)];
  }

  private canSpare(batch: readonly number[]): boolean {
    const left = this.standing().filter((at) => !batch.includes(at));
    return this.task.constraints.canFill(this.elected, left, this.task.seats);
  }

  private exclude(at: number): void {
    this.state[at] = 'out';
    this.papers.continuing[at] = 0;
  }

  /** Writes a stage; true when every seat is filled. */
  private write(
    action: string,
    said: Text,
    { elected, ...rest }: { elected: readonly number[]; transfers?: Transfer[]; excluded?: readonly number[] },
  ): boolean {
    const { record, withdrawn } = this.task;
    const texts = [said];
    const quota = this.shown(this.quota);
    if (quota !== this.toldQuota) texts.push(words.quotaNow(quota));
    const moves = this.task.settings.text('quota-changes') === 'dynamic';
    this.toldQuota = quota;
    if (elected.length > 0) texts.push(words.reached(record.names(elected)));
    const last = this.isFull() && this.seatsLeft() > 0 ? byVotes(this.standing(), this.votes) : [];
    if (last.length > 0) texts.push(words.remaining(record.names(last)));
    for (const at of last) this.state[at] = 'elected';
    this.elected.push(...last);
    this.electedIn.push([...elected, ...last]);
    this.history.push([...this.votes]);
    record.stage({
      action,
      explanation: joinTexts(...texts),
      tally: this.votes.map((votes, at) => (withdrawn.has(at) ? undefined : this.exact(votes))),
      nonTransferable: this.exact(this.nonTransferable),
      residue: this.exact(this.valid - total(this.votes) - this.nonTransferable),
      elected: [...elected, ...last],
      ...(moves && { quota }),
      ...rest,
    });
    return this.seatsLeft() <= 0 || this.standing().length === 0;
  }

  private exact(units: bigint): string {
    return decimal(units, this.digits);
  }

  private shown(units: bigint): string {
    return shortDecimal(units, this.digits);
  }
}
