import { addLimb, type Ballots, OVERVOTE, SKIPPED } from './election.ts';
import type { OptionSpecs, Settings } from './settings.ts';

/** Why a ballot counts for nobody any longer. */
const EXHAUSTED = 0;
const OVERVOTED = 1;
const SKIPPED_TOO_MANY = 2;
const REPEATED = 3;
const REASONS = 4;

export type ReadingRules = {
  /** What two candidates at one rank do to a ballot. */
  readonly overvote: 'exhaust' | 'skip' | 'one-continues';
  /** How many ranks in a row may be left empty. */
  readonly skipped: number;
  readonly duplicates: 'skip' | 'exhaust';
};

/** The options under which a ranked ballot is read, for methods that move it from candidate to candidate. */
export const readingOptions = {
  overvote: {
    default: 'exhaust',
    values: ['exhaust', 'skip', 'one-continues', 'exhaustImmediately', 'alwaysSkipToNextRank'],
    also: ['overvoteRule', 'equal'],
    says: {
      es: 'dos candidatos en un mismo rango: la papeleta se agota, el rango se salta, o vale si sólo uno sigue',
      en: 'two candidates at one rank: the ballot is exhausted, the rank is skipped, or it counts if only one continues',
    },
  },
  skipped: {
    default: 'any',
    values: ['any', 'N', 'unlimited'],
    also: ['maxSkippedRanksAllowed'],
    says: {
      es: 'cuántos rangos seguidos pueden quedar vacíos antes de que la papeleta se agote',
      en: 'how many ranks in a row may be empty before the ballot is exhausted',
    },
  },
  duplicates: {
    default: 'skip',
    values: ['skip', 'exhaust', 'true', 'false'],
    also: ['exhaustOnDuplicateCandidate'],
    says: {
      es: 'un candidato repetido: se salta, o agota la papeleta',
      en: 'a candidate ranked twice: skipped, or it exhausts the ballot',
    },
  },
} satisfies OptionSpecs;

export function readingRules(settings: Settings): ReadingRules {
  const overvote = settings.text('overvote');
  const skipped = settings.text('skipped');
  return {
    overvote: overvote.startsWith('exhaust') ? 'exhaust' : overvote === 'one-continues' ? overvote : 'skip',
    skipped: /^\d+$/.test(skipped) ? Number(skipped) : Number.POSITIVE_INFINITY,
    duplicates: ['exhaust', 'true'].includes(settings.text('duplicates')) ? 'exhaust' : 'skip',
  };
}

/** Ballots that lie together: a list of groups, linked through `Papers`, and what they weigh. */
export type Pile = { readonly to: number; readonly head: number; readonly weight: bigint };

/** The papers of an election on their way from candidate to candidate. */
export class Papers {
  /** Who may still receive votes, by place in the list of candidates. */
  readonly continuing: Uint8Array;
  private readonly ballots: Ballots;
  private readonly rules: ReadingRules;
  private readonly candidates: number;
  /** Where in its entries each group stands. */
  private readonly position: Int32Array;
  private readonly next: Int32Array;
  private readonly heads: Int32Array;

  constructor(ballots: Ballots, candidates: number, rules: ReadingRules) {
    this.ballots = ballots;
    this.rules = rules;
    this.candidates = candidates;
    this.continuing = new Uint8Array(candidates).fill(1);
    this.position = new Int32Array(ballots.groups).fill(-1);
    this.next = new Int32Array(ballots.groups).fill(-1);
    this.heads = new Int32Array(candidates + REASONS).fill(-1);
  }

  /** All papers by their first choice. Piles beyond the candidates are those of the reasons above, in their order. */
  sortAll(): Pile[] {
    const { groups } = this.ballots;
    for (let group = 0; group < groups; group++) this.next[group] = group + 1 < groups ? group + 1 : -1;
    return this.sort(groups === 0 ? [] : [0]);
  }

  /** Hands papers on to their next continuing choices. */
  sort(from: readonly number[]): Pile[] {
    const { heads, next } = this;
    const touched: number[] = [];
    for (const head of from) {
      for (let group = head; group >= 0; ) {
        const after = next[group] as number;
        const to = this.advance(group);
        if ((heads[to] as number) < 0) touched.push(to);
        next[group] = heads[to] as number;
        heads[to] = group;
        group = after;
      }
    }
    return touched
      .sort((a, b) => a - b)
      .map((to): Pile => {
        const head = heads[to] as number;
        heads[to] = -1;
        return { to, head, weight: this.weigh(head) };
      });
  }

  /** The groups that lie together. */
  groupsFrom(head: number): number[] {
    const groups: number[] = [];
    for (let group = head; group >= 0; group = this.next[group] as number) groups.push(group);
    return groups;
  }

  /** Lays groups together, to be sorted. */
  lay(groups: readonly number[]): number {
    groups.forEach((group, at) => {
      this.next[group] = groups[at + 1] ?? -1;
    });
    return groups[0] ?? -1;
  }

  private weigh(head: number): bigint {
    const sums = [0n];
    this.ballots.limbs.forEach((limb, digit) => {
      let sum = 0;
      for (let group = head; group >= 0; group = this.next[group] as number) sum += limb[group] as number;
      addLimb(sums, Float64Array.of(sum), digit);
    });
    return sums[0] as bigint;
  }

  /** The next candidate whom the ballot ranks and who continues, or the candidates' number plus a reason. */
  private advance(group: number): number {
    const { entries, starts } = this.ballots;
    const end = starts[group + 1] as number;
    const before = this.position[group] as number;
    let at = before < 0 ? (starts[group] as number) : this.afterRank(before, end);
    let empty = 0;
    for (; at < end; at = this.afterRank(at, end)) {
      const entry = entries[at] as number;
      if (entry === SKIPPED) {
        empty += 1;
        continue;
      }
      if (empty > this.rules.skipped) return this.stop(group, end, SKIPPED_TOO_MANY);
      empty = 0;
      const shared = entry === OVERVOTE || (at + 1 < end && isTied(entries[at + 1] as number));
      const found = shared ? this.sharedRank(at, end) : entry >> 1;
      if (found === -OVERVOTED) return this.stop(group, end, OVERVOTED);
      if (found < 0) continue;
      if (this.rules.duplicates === 'exhaust' && this.occursBefore(group, at, found)) {
        return this.stop(group, end, REPEATED);
      }
      if (this.continuing[found] === 0) continue;
      this.position[group] = at;
      return found;
    }
    return this.stop(group, end, EXHAUSTED);
  }

  private stop(group: number, end: number, reason: number): number {
    this.position[group] = end - 1;
    return this.candidates + reason;
  }

  private afterRank(at: number, end: number): number {
    let next = at + 1;
    while (next < end && isTied(this.ballots.entries[next] as number)) next += 1;
    return next;
  }

  /** Who gets a rank with several candidates: one of them, nobody and the ballot goes on, or nobody for good. */
  private sharedRank(at: number, end: number): number {
    const goOn = -9;
    if (this.rules.overvote === 'exhaust') return -OVERVOTED;
    if (this.rules.overvote === 'skip' || this.ballots.entries[at] === OVERVOTE) return goOn;
    let found = goOn;
    for (let each = at; each < this.afterRank(at, end); each++) {
      const candidate = (this.ballots.entries[each] as number) >> 1;
      if (this.continuing[candidate] === 0) continue;
      if (found >= 0) return -OVERVOTED;
      found = candidate;
    }
    return found;
  }

  private occursBefore(group: number, at: number, candidate: number): boolean {
    for (let each = this.ballots.starts[group] as number; each < at; each++) {
      if ((this.ballots.entries[each] as number) >> 1 === candidate && (this.ballots.entries[each] as number) >= 0) {
        return true;
      }
    }
    return false;
  }
}

/** Whether an entry shares the rank of the one before it. */
export const isTied = (entry: number): boolean => entry >= 0 && (entry & 1) === 1;
