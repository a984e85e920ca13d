import { compare, type Ratio, subtract, sum, zero } from '../exact/ratio.ts';
import { nearestNumber, percent, shown } from '../exact/show.ts';
import type { Language, Text } from '../text.ts';
import type { Claim, RuleName, Share } from './claim.ts';

/** What `cabildo supply share --json` prints. Numbers are the nearest that a program can hold; a fraction is in its words. */
export function shareDocument(result: Share, language: Language): ShareDocument {
  const { rule, problem, awards } = result;
  const entries = problem.claims.map(({ id }, at) => [id, awards[at] ?? zero] as const);
  return {
    rule,
    awards: Object.fromEntries(entries.map(([id, award]) => [id, nearestNumber(award)])),
    unserved: nearestNumber(unserved(result)),
    explanations: Object.fromEntries(problem.claims.map(({ id }, at) => [id, explanation(result, at)[language]])),
  };
}

export type ShareDocument = {
  readonly rule: RuleName;
  readonly awards: Readonly<Record<string, number>>;
  readonly unserved: number;
  readonly explanations: Readonly<Record<string, string>>;
};

export function shareLines(result: Share, language: Language): string[] {
  const { problem, rule, left } = result;
  const say = words[language];
  const claimed = sum(problem.claims.map(({ amount }) => amount));
  const width = problem.claims.reduce((most, { id }) => Math.max(most, id.length), 0);
  return [
    `${ruleWords[rule][language]}. ${say.totals(shown(problem.stock), shown(claimed))}`,
    ...problem.claims.map(({ id }, at) => `  ${id.padEnd(width)}  ${explanation(result, at)[language]}`),
    `${say.unserved}: ${shown(unserved(result))}. ${say.kept}: ${shown(left)}.`,
  ];
}

const unserved = ({ problem, left }: Share): Ratio =>
  subtract(sum(problem.claims.map(({ amount }) => amount)), subtract(problem.stock, left));

const words = {
  es: {
    totals: (stock: string, claimed: string) => `Hay ${stock}, se piden ${claimed}.`,
    unserved: 'Sin atender',
    kept: 'Queda en depósito',
  },
  en: {
    totals: (stock: string, claimed: string) => `There is ${stock}, ${claimed} is claimed.`,
    unserved: 'Unserved',
    kept: 'Left in store',
  },
};

/** What a rule does, in a line. */
export const ruleWords: Readonly<Record<RuleName, Text>> = {
  leximin: {
    es: 'Primero quien menos tendría: la misma parte de lo que pide, por su peso',
    en: 'The worst off first: the same part of each claim, times its weight',
  },
  proportional: { es: 'En proporción a lo que cada quien pide', en: 'In proportion to what each claims' },
  'equal-awards': { es: 'A cada quien lo mismo, hasta lo que pide', en: 'The same for everybody, up to the claim' },
  'equal-losses': { es: 'A cada quien le falta lo mismo', en: 'Everybody goes without the same' },
  talmud: {
    es: 'Talmud: lo mismo hasta la mitad de lo pedido; después, a cada quien le falta lo mismo',
    en: 'Talmud: the same up to half of the claim; beyond that everybody goes without the same',
  },
};

/** Why somebody gets what they get, from the bound that holds. */
function explanation(result: Share, at: number): Text {
  const { problem } = result;
  const claim = problem.claims[at] as Claim;
  const award = result.awards[at] ?? zero;
  const reason = reasonFor(result, at);
  const part = percent(award, claim.amount);
  return {
    es: `recibe ${shown(award)} de ${shown(claim.amount)} (${part}): ${reason.es}`,
    en: `gets ${shown(award)} of ${shown(claim.amount)} (${part}): ${reason.en}`,
  };
}

function reasonFor(result: Share, at: number): Text {
  const { problem, awards, exact, rule, takenBefore } = result;
  const claim = problem.claims[at] as Claim;
  const award = awards[at] ?? zero;
  const taken = takenBefore[at] ?? zero;
  if (claim.amount.n === 0n) return { es: 'no pide nada.', en: 'nothing is claimed.' };
  if (compare(award, claim.amount) >= 0) return { es: 'todo lo que pide.', en: 'all that is claimed.' };
  if (compare(award, claim.ceiling) >= 0) {
    return { es: 'es el techo que votó la asamblea.', en: 'that is the ceiling that the assembly voted.' };
  }
  const parts = [ruleReason[rule]];
  if (taken.n > 0n) {
    const part = percent(taken, problem.stock);
    parts.unshift({
      es: `las clases anteriores toman ${part} de lo que hay`,
      en: `the classes before it take ${part} of what there is`,
    });
  }
  if (compare(award, exact[at] ?? zero) !== 0) {
    const fraction = shown(exact[at] ?? zero);
    parts.push({
      es: `le tocarían ${fraction}, y se entregan unidades enteras por el mayor resto`,
      en: `${fraction} would be due, and whole units go by the largest remainder`,
    });
  }
  return { es: `${parts.map(({ es }) => es).join('; ')}.`, en: `${parts.map(({ en }) => en).join('; ')}.` };
}

const ruleReason: Readonly<Record<RuleName, Text>> = {
  leximin: { es: 'la misma parte que los demás de su clase', en: 'the same part as the others of its class' },
  proportional: { es: 'en proporción a lo que pide', en: 'in proportion to the claim' },
  'equal-awards': {
    es: 'lo mismo que los demás de su clase que no tienen todo',
    en: 'the same as the others of its class who do not have all',
  },
  'equal-losses': {
    es: 'le falta lo mismo que a los demás de su clase',
    en: 'it goes without the same as the others of its class',
  },
  talmud: {
    es: 'lo mismo hasta la mitad, y después la misma falta',
    en: 'the same up to half, and beyond that the same loss',
  },
};
