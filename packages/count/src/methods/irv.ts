import type { Method, Task } from '../method.ts';
import { Papers, readingOptions, readingRules } from '../ranked.ts';
import type { Transfer } from '../result.ts';
import { byVotes, smallest, total, votesText } from '../tally.ts';
import { tieOption, tieRule } from '../ties.ts';
import { irvWords as words } from '../words/irv.ts';
import { hopeless } from './hopeless.ts';

/** Instant run-off: the lowest is excluded and the ballots go on, until somebody has more than half of what continues. */
export const irv: Method = {
  needs: 'ranked',
  seats: 'one',
  options: {
    ...readingOptions,
    ties: tieOption('backwards'),
    bulk: {
      default: 'no',
      values: ['no', 'yes', 'true', 'false'],
      also: ['batchElimination'],
      says: {
        es: 'excluir juntos a quienes ni sumando sus votos alcanzan al siguiente',
        en: 'exclude together all who even with their votes put together stay below the next',
      },
    },
    'until-two': {
      default: 'no',
      values: ['no', 'yes', 'true', 'false'],
      also: ['continueUntilTwoCandidatesRemain'],
      says: { es: 'seguir hasta que queden dos', en: 'go on until two remain' },
    },
    'exclude-first': {
      default: '',
      kind: 'ids',
      says: {
        es: 'se excluye antes que a nadie (votos escritos sin inscripción)',
        en: 'excluded before anybody else (undeclared write-ins)',
      },
    },
  },
  run: (task) => new Irv(task).run(),
};

const isYes = (value: string): boolean => ['yes', 'true'].includes(value);

class Irv {
  private readonly task: Task;
  private readonly papers: Papers;
  private readonly votes: bigint[];
  private readonly piles: number[][];
  /** Weights of ballots that count for nobody, by reason. */
  private readonly inactive = [0n, 0n, 0n, 0n];
  /** Votes at the end of every stage, for ties. */
  private readonly history: bigint[][] = [];

  constructor(task: Task) {
    const { election, settings, withdrawn } = task;
    const size = election.candidates.length;
    this.task = task;
    this.papers = new Papers(election.ballots, size, readingRules(settings));
    for (const at of withdrawn) this.papers.continuing[at] = 0;
    this.votes = new Array<bigint>(size).fill(0n);
    this.piles = election.candidates.map(() => []);
  }

  run(): void {
    const { record } = this.task;
    this.receive(this.papers.sortAll());
    record.invalid = (this.inactive[1] as bigint) + (this.inactive[2] as bigint) + (this.inactive[3] as bigint);
    if (this.standing().length === 0) return;
    this.write({ action: 'count', explanation: words.first(this.standing().length) });
    while (!this.finish()) this.exclude(this.chooseLowest());
  }

  private standing(): number[] {
    return this.votes.flatMap((_, at) => (this.papers.continuing[at] === 1 ? [at] : []));
  }

  /** Whether somebody is elected by now. */
  private finish(): boolean {
    const standing = this.standing();
    const { settings, record } = this.task;
    const [first] = byVotes(standing, this.votes);
    if (first === undefined) return true;
    const active = total(standing.map((at) => this.votes[at] as bigint));
    const votes = this.votes[first] as bigint;
    const goesOn = isYes(settings.text('until-two')) && standing.length > 2;
    const enough = votes * 2n > active && !goesOn && !this.goesFirst(first);
    if (!enough && standing.length > 1) return false;
    const text = words.elected(record.name(first), this.shown(votes), this.shown(active), standing.length === 1);
    this.write({ action: 'elect', explanation: text, elected: [first] });
    return true;
  }

  private chooseLowest(): number[] {
    const { settings, record } = this.task;
    const standing = this.standing();
    const named = standing.filter((at) => this.goesFirst(at));
    if (named.length > 0 && named.length < standing.length) return named;
    if (isYes(settings.text('bulk'))) {
      // Two are left to decide between.
      const batch = hopeless(standing, this.votes, standing.length - 2);
      if (batch.length > 1) return batch;
    }
    const least = smallest(standing.map((at) => this.votes[at] as bigint));
    const lowest = standing.filter((at) => this.votes[at] === least);
    const left = tieRule(settings.text('ties'), lowest, this.history.slice(0, -1), 'lowest');
    return [record.drawOne('exclude', left)];
  }

  /** Whoever is excluded before anybody else is not elected either, whatever votes there are (undeclared write-ins). */
  private goesFirst(at: number): boolean {
    return this.task.settings.list('exclude-first').includes(this.task.record.id(at));
  }

  private exclude(lowest: readonly number[]): void {
    const { record } = this.task;
    const counts = lowest.map((at) => this.shown(this.votes[at] as bigint));
    for (const at of lowest) this.papers.continuing[at] = 0;
    const transfers: Transfer[] = [];
    for (const at of lowest) {
      const piles = this.papers.sort(this.piles[at] as number[]);
      this.votes[at] = 0n;
      this.piles[at] = [];
      this.receive(piles);
      for (const { to, weight } of piles) {
        const target = to < this.votes.length ? record.id(to) : null;
        transfers.push({ from: record.id(at), to: target, votes: this.shown(weight) });
      }
    }
    const explanation = words.excluded(record.names(lowest), counts);
    this.write({ action: 'exclude', explanation, excluded: lowest, transfers });
  }

  private receive(piles: ReturnType<Papers['sort']>): void {
    const size = this.votes.length;
    for (const { to, head, weight } of piles) {
      if (to >= size) this.inactive[to - size] = (this.inactive[to - size] as bigint) + weight;
      else {
        this.votes[to] = (this.votes[to] as bigint) + weight;
        this.piles[to]?.push(head);
      }
    }
  }

  private write(stage: Omit<Parameters<Task['record']['stage']>[0], 'tally' | 'nonTransferable'>): void {
    const { withdrawn, record, election } = this.task;
    const [exhausted = 0n, overvotes = 0n, skipped = 0n, repeated = 0n] = this.inactive;
    const out = total(this.inactive);
    if (stage.action !== 'elect') this.history.push([...this.votes]);
    record.stage({
      ...stage,
      tally: this.votes.map((votes, at) => (withdrawn.has(at) ? undefined : this.shown(votes))),
      nonTransferable: this.shown(out),
      details: {
        inactive: {
          exhausted: votesText(exhausted, election),
          overvotes: votesText(overvotes, election),
          skipped: votesText(skipped, election),
          repeated: votesText(repeated, election),
        },
      },
    });
  }

  private shown(units: bigint): string {
    return votesText(units, this.task.election);
  }
}
