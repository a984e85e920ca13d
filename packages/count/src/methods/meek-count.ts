import { cutBallots } from '../cut-ballots.ts';
import { weightOf } from '../election.ts';
import type { Adder, Arithmetic } from '../exact/arithmetic.ts';
import { power10 } from '../exact/decimal.ts';
import type { Task } from '../method.ts';
import { readingRules } from '../ranked.ts';
import { tieRuleBy } from '../ties.ts';
import { constraintWords } from '../words/constraints.ts';
import { meekWords as words } from '../words/meek.ts';
import { KEEPS_A_PART, PASSED, pathsOf, TAKES_ALL } from './ballot-paths.ts';
import { electDown, levelsOf } from './pick.ts';
import { inAllOrders, inEqualParts, ranksOf } from './shared-ranks.ts';

type State = 'hopeful' | 'elected' | 'out';

/** A Meek count with one kind of numbers. */
export class MeekCount<T> {
  private readonly task: Task;
  private readonly math: Arithmetic<T>;
  private readonly omega: T;
  private readonly reference: boolean;
  private readonly orders: boolean;
  private readonly endsAtEmpty: boolean;
  private readonly state: State[];
  private readonly keep: T[];
  private readonly roles: Uint8Array;
  private votes: T[];
  private paths: ReturnType<typeof pathsOf> | null = null;
  private nonTransferable: T;
  private valid = 0n;
  /** Votes whenever a stage was written, for ties. */
  private readonly history: T[][] = [];
  private quota: T;
  private surplus: T;

  constructor(task: Task, math: Arithmetic<T>, omega: number) {
    const { settings, withdrawn } = task;
    const election = { ...task.election, ballots: cutBallots(task.election.ballots, readingRules(settings)) };
    const arithmetic = settings.text('arithmetic');
    this.task = { ...task, election };
    this.math = math;
    this.omega = math.of(1n, power10(omega));
    this.reference = settings.text('rule') === 'meek-prf' && arithmetic === 'fixed';
    this.orders = ['orders', 'true'].includes(settings.text('equal'));
    this.endsAtEmpty = settings.text('equal') === 'split-ends';
    this.state = election.candidates.map((_, at) => (withdrawn.has(at) ? 'out' : 'hopeful'));
    this.keep = this.state.map((state) => (state === 'out' ? math.zero : math.one));
    this.roles = Uint8Array.from(this.state, (state) => (state === 'out' ? PASSED : TAKES_ALL));
    this.votes = this.state.map(() => math.zero);
    this.nonTransferable = math.zero;
    this.quota = math.zero;
    this.surplus = math.zero;
  }

  run(): void {
    const { record, seats } = this.task;
    this.begin();
    const first = this.math.show(this.quota);
    record.quota = first;
    this.write('count', words.first(seats, first), {});
    while (this.places('hopeful').length > this.seatsLeft() && this.seatsLeft() > 0) {
      if (this.excludeDoomed()) continue;
      const found = this.iterate();
      if (found === 'elected') continue;
      const lowest = found ?? [this.chooseLowest()];
      const votes = lowest.map((at) => this.math.show(this.votes[at] as T));
      this.write('exclude', words.excluded(record.names(lowest), votes), { excluded: lowest });
      for (const at of lowest) this.become(at, 'out');
      this.distribute();
    }
    const late = this.task.settings.text('stop') === 'after-transfers';
    while (late && this.seatsLeft() > 0 && this.places('hopeful').length > 0 && this.iterate() === 'elected');
    const rest = this.places('hopeful');
    if (rest.length === 0 || this.seatsLeft() <= 0) return;
    for (const at of rest) this.become(at, 'elected');
    this.write('elect', words.remaining(record.names(rest)), { elected: rest });
  }

  private begin(): void {
    const { election, record } = this.task;
    const { steps, tied } = pathsOf(election.ballots, this.roles, this.endsAtEmpty);
    const named = steps.flatMap(({ candidate, weight }) => (candidate >= 0 ? [weight] : []));
    const shared = tied.map((group) => weightOf(election.ballots, group));
    this.valid = [...named, ...shared].reduce((sum, weight) => sum + weight, 0n);
    record.invalid = election.ballots.total - election.ballots.blank - this.valid;
    this.distribute();
    this.nonTransferable = this.math.zero;
    this.quota = this.quotaOf(this.math.of(this.valid, power10(election.ballots.scale)));
  }

  private places(state: State): number[] {
    return this.state.flatMap((each, at) => (each === state ? [at] : []));
  }

  private seatsLeft(): number {
    return this.task.seats - this.places('elected').length;
  }

  private become(at: number, state: State): void {
    this.state[at] = state;
    this.paths = null;
    if (state === 'elected') this.roles[at] = KEEPS_A_PART;
    if (state !== 'out') return;
    this.keep[at] = this.math.zero;
    this.roles[at] = PASSED;
  }

  private quotaOf(votes: T): T {
    const { math, task } = this;
    const rule = task.settings.text('quota');
    if (rule === 'droop') return math.of(math.whole(math.divide(votes, BigInt(task.seats + 1))) + 1n, 1n);
    return math.add(math.divide(votes, BigInt(rule === 'hare' ? task.seats : task.seats + 1)), math.least);
  }

  private sum(values: readonly T[]): T {
    return values.reduce((sum, value) => this.math.add(sum, value), this.math.zero);
  }

  /** Until somebody is elected, some cannot catch up any longer, or the surpluses are as good as nothing (null). */
  private iterate(): 'elected' | number[] | null {
    const { math, task } = this;
    let last: T | null = null;
    for (;;) {
      this.distribute();
      if (task.settings.text('quota-changes') === 'dynamic') this.quota = this.quotaOf(this.sum(this.votes));
      if (this.electReached()) return 'elected';
      const surplus = this.sum(this.places('elected').map((at) => math.subtract(this.votes[at] as T, this.quota)));
      // Rounding can leave somebody elected just short of the quota.
      this.surplus = math.compare(surplus, math.zero) < 0 ? math.zero : surplus;
      const difference = math.compare(this.surplus, this.omega);
      if (difference < 0 || (difference === 0 && !this.reference)) return null;
      if (last !== null && math.compare(this.surplus, last) >= 0) return null;
      const batch = task.settings.text('defeat-batch') === 'safe' ? this.hopelessBatch() : [];
      if (batch.length > 0) return batch;
      last = this.surplus;
      for (const at of this.places('elected')) {
        const product = math.multiplyUp(this.keep[at] as T, this.quota);
        this.keep[at] = math.keepFactor(product, this.votes[at] as T);
      }
    }
  }

  private electReached(): boolean {
    const { math, task } = this;
    // Only an exact Droop quota can be reached by one more than there are seats.
    const needed = math.exact && task.settings.text('quota') === 'droop-exact' ? 1 : 0;
    const reached = this.places('hopeful').filter((at) => math.compare(this.votes[at] as T, this.quota) >= needed);
    if (reached.length === 0) return false;
    const order = [...reached].sort((a, b) => math.compare(this.votes[b] as T, this.votes[a] as T) || a - b);
    const { seats } = task;
    const hall = { elected: this.places('elected'), standing: this.places('hopeful'), seats };
    const places = electDown(
      levelsOf(order, (a, b) => math.compare(this.votes[a] as T, this.votes[b] as T) === 0),
      hall,
      task,
    );
    for (const at of places) this.become(at, 'elected');
    this.write('elect', words.reached(task.record.names(places), math.show(this.quota)), { elected: places });
    return true;
  }

  /** Whom the constraints leave no way to be elected goes at once, so that those votes still help somebody. */
  private excludeDoomed(): boolean {
    const { constraints, seats, record } = this.task;
    const doomed = [...constraints.standing(this.places('elected'), this.places('hopeful'), seats).doomed];
    if (doomed.length === 0) return false;
    this.write('exclude', constraintWords.doomed(record.names(doomed)), { excluded: doomed });
    for (const at of doomed) this.become(at, 'out');
    this.distribute();
    return true;
  }

  /** The lowest; those within the surplus that is still under way count as tied with it. */
  private chooseLowest(): number {
    const { math, task } = this;
    const hopeful = this.places('hopeful');
    const { guarded } = task.constraints.standing(this.places('elected'), hopeful, task.seats);
    const free = hopeful.filter((at) => !guarded.has(at));
    const least = free.map((at) => this.votes[at] as T).reduce((a, b) => (math.compare(b, a) < 0 ? b : a));
    const edge = math.add(least, this.surplus);
    const tied = free.filter((at) => math.compare(edge, this.votes[at] as T) >= 0);
    const left = tieRuleBy(task.settings.text('ties'), tied, this.history, math.compare);
    return task.record.drawOne('exclude', left);
  }

  /** The most from the bottom who, with the surplus under way, stay below the next; the tied stay together. */
  private hopelessBatch(): number[] {
    const { math } = this;
    const rising = this.places('hopeful').sort((a, b) => math.compare(this.votes[a] as T, this.votes[b] as T) || a - b);
    const most = rising.length - this.seatsLeft();
    let [sum, size] = [math.zero, 0];
    for (const [place, at] of rising.entries()) {
      const before = rising[place - 1];
      const votes = this.votes[at] as T;
      const apart = before !== undefined && math.compare(math.add(this.votes[before] as T, this.surplus), votes) < 0;
      if (apart && place <= most && math.compare(math.add(sum, this.surplus), votes) < 0) size = place;
      sum = math.add(sum, votes);
    }
    const { constraints, seats } = this.task;
    return constraints.canFill(this.places('elected'), rising.slice(size), seats) ? rising.slice(0, size) : [];
  }

  /** Every ballot goes along its ranks; whoever is elected keeps a part, whoever is hopeful takes what is left. */
  private distribute(): void {
    const { math, keep } = this;
    const { ballots } = this.task.election;
    const divisor = power10(ballots.scale);
    this.paths ??= pathsOf(ballots, this.roles, this.endsAtEmpty);
    const votes = this.state.map(() => math.adder());
    const left = math.adder();
    const rest: T[] = [];
    for (const { parent, candidate, weight } of this.paths.steps) {
      const comes = parent < 0 ? math.one : (rest[parent] as T);
      if (candidate < 0) {
        left.add(math.times(comes, weight, divisor));
        rest.push(comes);
        continue;
      }
      const factor = keep[candidate] as T;
      const kept = this.reference ? math.multiplyUp(comes, factor) : math.multiply(comes, factor);
      votes[candidate]?.add(math.times(kept, weight, divisor));
      const passed = this.reference
        ? math.subtract(comes, kept)
        : math.multiply(comes, math.subtract(math.one, factor));
      rest.push(passed);
    }
    for (const group of this.paths.tied) this.distributeTied(group, votes, left);
    this.votes = votes.map((adder) => adder.total());
    this.nonTransferable = left.total();
  }

  private distributeTied(group: number, votes: readonly Adder<T>[], left: Adder<T>): void {
    const { math, keep } = this;
    const { ballots } = this.task.election;
    const weight = weightOf(ballots, group);
    const divisor = power10(ballots.scale);
    const all = ranksOf(ballots, group, keep, (value) => math.compare(value, math.zero) === 0);
    const ranks = this.endsAtEmpty ? all : all.filter((rank) => rank.length > 0);
    const give = (candidate: number, part: T): void => votes[candidate]?.add(math.times(part, weight, divisor));
    const leave = (part: T): void => left.add(math.times(part, weight, divisor));
    if (this.orders) leave(inAllOrders(ranks, keep, math, give));
    else inEqualParts(ranks, keep, math, give, leave);
  }

  private write(
    action: string,
    explanation: ReturnType<typeof words.first>,
    more: { elected?: number[]; excluded?: number[] },
  ): void {
    const { math, task } = this;
    this.history.push(this.votes);
    const whole = math.of(this.valid, power10(task.election.ballots.scale));
    const rest = math.subtract(math.subtract(whole, this.sum(this.votes)), this.nonTransferable);
    const keep = this.places('elected').map((at) => [task.record.id(at), math.show(this.keep[at] as T)]);
    task.record.stage({
      action,
      explanation,
      tally: this.votes.map((votes, at) => (task.withdrawn.has(at) ? undefined : math.show(votes))),
      nonTransferable: math.show(this.nonTransferable),
      residue: math.show(rest),
      quota: math.show(this.quota),
      ...(keep.length > 0 && { details: { keepFactors: Object.fromEntries(keep) } }),
      ...more,
    });
  }
}
