import type { Method, Task } from '../method.ts';
import { condorcetWords as words } from '../words/condorcet.ts';
import { pairwise, unrankedOption, victories } from './pairwise.ts';
import { electLayers, layers, writePairs } from './schulze.ts';

/** Ranked pairs (Tideman): victories are locked in from the strongest, unless they would close a circle. */
export const rankedPairs: Method = {
  needs: 'ranked',
  seats: 'one-or-more',
  options: {
    strength: {
      default: 'winning',
      values: ['winning', 'margins', 'winning-then-opposed'],
      also: ['variant'],
      says: {
        es: 'la fuerza de una victoria: votos a favor, diferencia, o votos a favor y entre iguales los menos en contra',
        en: 'the strength of a victory: votes for it, difference, or votes for it and among equals the fewest against',
      },
    },
    ...unrankedOption,
  },
  run: countRankedPairs,
};

function countRankedPairs(task: Task): void {
  const { election, settings, record, withdrawn, seats } = task;
  const table = pairwise(election, settings.text('unranked'), withdrawn);
  const { levels, pairs } = victories(table, settings.text('strength'));
  const standing = table.flatMap((_, at) => (withdrawn.has(at) ? [] : [at]));
  writePairs(task, table, standing);
  // For one seat only those count who can win at all: a circle further down needs no lot.
  const within = seats === 1 ? smithSet(standing, (a, b) => level(levels, a, b) > 0) : standing;
  const relevant = pairs.filter(([a, b]) => within.includes(a) && within.includes(b));
  const locked = new Locked();
  for (const group of byLevel(relevant, levels).toReversed()) lockGroup(task, locked, group);
  const order = layers(within, (a, b) => locked.reaches(a, b));
  const tally = table.map((_, a) =>
    withdrawn.has(a) ? undefined : String(standing.filter((b) => locked.reaches(a, b)).length),
  );
  const details = { ranking: order.map((layer) => layer.map((at) => record.id(at))) };
  const elected = electLayers(task, order, seats, (explanation) => {
    record.stage({ action: 'lock', explanation, tally, details });
  });
  const explanation = words.rankedPairsElected(record.names(elected), locked.size);
  record.stage({ action: 'elect', explanation, tally, elected, details });
}

const level = (levels: readonly (readonly number[])[], a: number, b: number): number =>
  (levels[a] as readonly number[])[b] as number;

/** The smallest set of whom everybody beats everybody outside it. */
function smithSet(standing: readonly number[], beats: (a: number, b: number) => boolean): number[] {
  const wins = (a: number) => standing.filter((b) => beats(a, b)).length - standing.filter((b) => beats(b, a)).length;
  const falling = [...standing].sort((a, b) => wins(b) - wins(a));
  const [first] = falling;
  if (first === undefined) return [];
  const set = new Set([first]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const outside of standing) {
      if (set.has(outside) || [...set].every((inside) => beats(inside, outside))) continue;
      set.add(outside);
      grown = true;
    }
  }
  return [...set];
}

function byLevel(pairs: readonly [number, number][], levels: readonly (readonly number[])[]): [number, number][][] {
  const groups: [number, number][][] = [];
  pairs.forEach((pair, at) => {
    const before = pairs[at - 1];
    if (before !== undefined && level(levels, ...before) === level(levels, ...pair)) groups.at(-1)?.push(pair);
    else groups.push([pair]);
  });
  return groups;
}

/** Locks equally strong victories. If they close a circle only with each other, a lot orders the candidates. */
function lockGroup({ record }: Task, locked: Locked, group: readonly [number, number][]): void {
  const free = group.filter(([a, b]) => !locked.reaches(b, a));
  const trial = locked.copy();
  if (free.every(([a, b]) => !trial.reaches(b, a) && trial.add(a, b))) {
    for (const [a, b] of free) locked.add(a, b);
    return;
  }
  const tied = [...new Set(free.flat())].sort((a, b) => a - b);
  const drawn = record.draw('order', tied, tied.length);
  const order = (at: number): number => drawn.indexOf(at);
  const sorted = [...free].sort(([a, b], [c, d]) => order(a) - order(c) || order(d) - order(b));
  for (const [a, b] of sorted) if (!locked.reaches(b, a)) locked.add(a, b);
}

/** Victories locked in, and who is above whom through them. */
class Locked {
  size = 0;
  private readonly above = new Map<number, Set<number>>();

  /** True, so that it can stand in a condition. */
  add(winner: number, loser: number): true {
    this.size += 1;
    const below = [loser, ...(this.above.get(loser) ?? [])];
    for (const [at, set] of [...this.above, [winner, this.set(winner)] as const]) {
      if (at === winner || set.has(winner)) for (const each of below) this.set(at).add(each);
    }
    return true;
  }

  reaches(from: number, to: number): boolean {
    return this.above.get(from)?.has(to) ?? false;
  }

  copy(): Locked {
    const copy = new Locked();
    for (const [at, set] of this.above) copy.above.set(at, new Set(set));
    copy.size = this.size;
    return copy;
  }

  private set(at: number): Set<number> {
    const found = this.above.get(at) ?? new Set();
    this.above.set(at, found);
    return found;
  }
}
