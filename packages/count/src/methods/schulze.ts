import type { Method, Task } from '../method.ts';
import { votesText } from '../tally.ts';
import { condorcetWords as words } from '../words/condorcet.ts';
import { type Pairwise, pairwise, unrankedOption, victories } from './pairwise.ts';

/** Schulze's method: whoever has a stronger path of victories to everybody else than back. */
export const schulze: Method = {
  needs: 'ranked',
  seats: 'one-or-more',
  options: {
    strength: {
      default: 'winning',
      values: ['winning', 'margins', 'ratio', 'winning-then-opposed'],
      also: ['variant'],
      says: {
        es: 'la fuerza de una victoria: votos a favor, diferencia, proporción, o votos a favor y entre iguales los menos en contra',
        en: 'the strength of a victory: votes for it, difference, ratio, or votes for it and among equals the fewest against',
      },
    },
    ...unrankedOption,
  },
  run: countSchulze,
};

function countSchulze(task: Task): void {
  const { election, settings, record, withdrawn, seats } = task;
  const table = pairwise(election, settings.text('unranked'), withdrawn);
  const strength = settings.text('strength');
  const { levels, pairs } = victories(table, strength);
  const standing = table.flatMap((_, place) => (withdrawn.has(place) ? [] : [place]));
  writePairs(task, table, standing);
  const paths = strongestPaths(levels);
  const beats = (a: number, b: number): boolean => cell(paths, a, b) > cell(paths, b, a);
  const order = layers(standing, beats);
  const tally = table.map((_, a) =>
    withdrawn.has(a) ? undefined : String(standing.filter((b) => beats(a, b)).length),
  );
  const value = strengthOfLevel(table, pairs, levels, strength);
  const details = {
    ranking: order.map((layer) => layer.map((place) => record.id(place))),
    paths: matrix(task, standing, (a, b) => value(cell(paths, a, b), election)),
  };
  const elected =
    order.length === 0
      ? []
      : electLayers(task, order, seats, (explanation) => {
          record.stage({ action: 'paths', explanation, tally, details });
        });
  record.stage({ action: 'elect', explanation: words.schulzeElected(record.names(elected)), tally, elected, details });
}

/** The seats go down the order; where one layer is more than what is left, a lot decides. */
export function electLayers(
  { record }: Task,
  order: readonly (readonly number[])[],
  seats: number,
  beforeLot: (explanation: ReturnType<typeof words.tied>) => void,
): number[] {
  const elected: number[] = [];
  for (const layer of order) {
    const left = seats - elected.length;
    if (left <= 0) break;
    if (layer.length > left) beforeLot(words.tied(record.names(layer)));
    elected.push(...record.draw('elect', layer, left));
  }
  return elected;
}

export function writePairs(task: Task, table: Pairwise, standing: readonly number[]): void {
  const { record, election, withdrawn } = task;
  const wins = table.map((row, a) => {
    if (withdrawn.has(a)) return undefined;
    return String(standing.filter((b) => (row[b] as bigint) > ((table[b] as readonly bigint[])[a] as bigint)).length);
  });
  const details = {
    pairwise: matrix(task, standing, (a, b) => votesText((table[a] as readonly bigint[])[b] as bigint, election)),
  };
  const champion = wins.findIndex((won, a) => !withdrawn.has(a) && Number(won) === standing.length - 1);
  record.stage({
    action: 'compare',
    explanation: words.compared(champion < 0 ? null : record.name(champion)),
    tally: wins,
    details,
  });
}

const cell = (table: readonly (readonly number[])[], a: number, b: number): number =>
  (table[a] as readonly number[])[b] as number;

function matrix({ record }: Task, places: readonly number[], value: (a: number, b: number) => string): object {
  return Object.fromEntries(
    places.map((a) => [
      record.id(a),
      Object.fromEntries(places.filter((b) => b !== a).map((b) => [record.id(b), value(a, b)])),
    ]),
  );
}

/** The widest path between each two: as strong as its weakest victory. */
function strongestPaths(levels: readonly (readonly number[])[]): number[][] {
  const paths = levels.map((row) => [...row]);
  for (const [middle, through] of paths.entries()) {
    for (const [from, row] of paths.entries()) {
      const first = row[middle] as number;
      if (from === middle || first === 0) continue;
      for (let to = 0; to < row.length; to++) {
        const way = Math.min(first, through[to] as number);
        if (to !== from && way > (row[to] as number)) row[to] = way;
      }
    }
  }
  return paths;
}

/** Whoever is beaten by nobody left, then whoever is beaten by nobody left after that, and so on. */
export function layers(places: readonly number[], beats: (a: number, b: number) => boolean): number[][] {
  const order: number[][] = [];
  let left = [...places];
  while (left.length > 0) {
    const layer = left.filter((a) => !left.some((b) => beats(b, a)));
    if (layer.length === 0) return [...order, left];
    order.push(layer);
    left = left.filter((a) => !layer.includes(a));
  }
  return order;
}

/** What a level of strength stands for, to be shown: votes for, a difference, or votes for and against. */
function strengthOfLevel(
  table: Pairwise,
  pairs: readonly [number, number][],
  levels: readonly (readonly number[])[],
  strength: string,
): (level: number, election: Task['election']) => string {
  const shown = new Map<number, [bigint, bigint]>();
  for (const [a, b] of pairs) {
    const level = cell(levels, a, b);
    const [won, lost] = [(table[a] as readonly bigint[])[b] as bigint, (table[b] as readonly bigint[])[a] as bigint];
    if (!shown.has(level)) shown.set(level, [won, lost]);
  }
  return (level, election) => {
    const [won = 0n, lost = 0n] = shown.get(level) ?? [];
    if (strength === 'margins') return votesText(won - lost, election);
    const votes = votesText(won, election);
    return strength === 'ratio' && level > 0 ? `${votes}:${votesText(lost, election)}` : votes;
  };
}
