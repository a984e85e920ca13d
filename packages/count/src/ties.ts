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
  let left = [...tied];
  const stages = rule === 'lot' ? [] : rule === 'forwards' ? history : history.toReversed();
  for (const votes of stages) {
    if (left.length < 2) break;
    const values = left.map((at) => votes[at] as bigint);
    const extreme = values.reduce((a, b) => ((wanted === 'lowest' ? b < a : b > a) ? b : a));
    left = left.filter((at) => votes[at] === extreme);
  }
  return left;
}
