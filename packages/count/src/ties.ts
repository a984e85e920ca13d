import type { OptionSpec } from './settings.ts';

/** How a tie is broken before a lot: by the last stage at which the tied differed, by the first one, or not at all. */
export function tieOption(by: 'backwards' | 'forwards' | 'lot'): OptionSpec {
  return {
    default: by,
    values: ['backwards', 'forwards', 'lot'],
    says: {
      es: 'desempate: la última etapa en que diferían, la primera, o el sorteo sin más',
      en: 'ties: by the last stage at which they differed, by the first, or by lot at once',
    },
  };
}

/** Those of the tied who are still tied after looking at earlier stages. */
export function tieRule(
  rule: string,
  tied: readonly number[],
  history: readonly (readonly bigint[])[],
  wanted: 'lowest' | 'highest',
): number[] {
  return tieRuleBy(rule, tied, history, (a, b) => {
    const difference = wanted === 'lowest' ? a - b : b - a;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  });
}

/** The same for any kind of numbers; whoever comes first by the comparison stays in the tie. */
export function tieRuleBy<T>(
  rule: string,
  tied: readonly number[],
  history: readonly (readonly T[])[],
  compare: (a: T, b: T) => number,
): number[] {
  let left = [...tied];
  const stages = rule === 'lot' ? [] : rule === 'forwards' ? history : history.toReversed();
  for (const votes of stages) {
    if (left.length < 2) break;
    const extreme = left.map((at) => votes[at] as T).reduce((a, b) => (compare(b, a) < 0 ? b : a));
    left = left.filter((at) => compare(votes[at] as T, extreme) === 0);
  }
  return left;
}
