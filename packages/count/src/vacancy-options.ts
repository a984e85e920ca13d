import type { OptionSpecs } from './settings.ts';
import { type VacancyRule, vacancyWords as words } from './words/vacancy.ts';

/** The rule for vacancies is an option of the election itself, and so fixed before anybody votes. */
export function vacancyOptions(...rules: readonly VacancyRule[]): OptionSpecs {
  const refused = (['countback', 'recount', 'next-highest'] as const).filter((rule) => !rules.includes(rule));
  return {
    vacancy: {
      default: 'none',
      values: ['none', ...rules],
      refused: Object.fromEntries(refused.map((rule) => [rule, words.notThisRule(rule, ['none', ...rules])])),
      says: {
        es: 'cómo se llena un puesto que queda vacante: none es una elección nueva',
        en: 'how a seat is filled that becomes vacant: none is a new election',
      },
    },
    vacated: {
      default: '',
      kind: 'ids',
      says: {
        es: 'quienes dejaron su puesto, en el orden en que lo dejaron: en vez de la elección se cuentan sus vacantes',
        en: 'who left their seats, in the order in which they did: instead of the election their vacancies are counted',
      },
    },
    unavailable: {
      default: '',
      kind: 'ids',
      says: {
        es: 'quienes ya no pueden o no quieren ocupar un puesto vacante',
        en: 'who can or will no longer take a vacant seat',
      },
    },
    'original-lots': {
      default: '',
      kind: 'ids',
      says: {
        es: 'lo sorteado en la elección, si para la vacante se sortea aparte',
        en: 'what was drawn by lot in the election, where lots for the vacancy are drawn apart',
      },
    },
  };
}
