import { type Arithmetic, fixedPoint, guarded, rational } from '../exact/arithmetic.ts';
import type { Method } from '../method.ts';
import { readingOptions } from '../ranked.ts';
import type { Settings } from '../settings.ts';
import { tieOption } from '../ties.ts';
import { vacancyOptions } from '../vacancy-options.ts';
import { MeekCount } from './meek-count.ts';
import { MOST_DECIMALS, quotaChangesOption, quotaOption, stopOption } from './quota.ts';

const decimals = { default: 'auto', values: ['auto', 'N'], most: MOST_DECIMALS } as const;

/** Meek's single transferable vote: whoever is elected keeps just the part of each vote that a quota needs. */
export const meekStv: Method = {
  needs: 'ranked',
  seats: 'file',
  constrained: true,
  options: {
    rule: {
      default: 'meek-prf',
      values: ['meek-prf', 'meek'],
      says: {
        es: 'meek-prf: la regla de referencia; meek: lo que se conserva y lo que pasa se redondean ambos hacia abajo',
        en: 'meek-prf: the reference rule; meek: what is kept and what passes on are both rounded down',
      },
    },
    arithmetic: {
      default: 'fixed',
      values: ['fixed', 'guarded', 'rational', 'approx', 'fixed9', 'bigfixed9'],
      says: {
        es: 'coma fija, coma fija con cifras de guarda, fracciones, o fracciones con factores redondeados a 6 decimales',
        en: 'fixed point, fixed point with guard digits, fractions, or fractions with keep factors rounded to 6 decimals',
      },
    },
    precision: { ...decimals, says: { es: 'decimales', en: 'decimals' } },
    guard: { ...decimals, says: { es: 'cifras de guarda', en: 'guard digits' } },
    display: { ...decimals, says: { es: 'decimales que se muestran', en: 'decimals shown' } },
    omega: {
      ...decimals,
      says: {
        es: 'se itera hasta que los excedentes sumen menos de 10 elevado a menos este número',
        en: 'iterates until the surpluses are together less than 10 to minus this power',
      },
    },
    quota: quotaOption('droop-exact'),
    'quota-changes': quotaChangesOption('dynamic'),
    ties: tieOption('lot'),
    stop: stopOption,
    overvote: {
      default: 'skip',
      values: ['skip', 'exhaust', 'exhaustImmediately', 'alwaysSkipToNextRank'],
      also: ['overvoteRule'],
      says: {
        es: 'un rango que el archivo da por marcado de más: se salta o agota la papeleta',
        en: 'a rank that the file calls an over-vote: it is skipped, or it exhausts the ballot',
      },
    },
    skipped: readingOptions.skipped,
    duplicates: readingOptions.duplicates,
    'defeat-batch': {
      default: 'none',
      values: ['none', 'safe'],
      says: {
        es: 'excluir juntos a quienes no pueden alcanzar a nadie',
        en: 'exclude together all who cannot catch up',
      },
    },
    equal: {
      default: 'orders',
      values: ['orders', 'split', 'split-ends', 'true', 'false'],
      also: ['equalize', 'equalize_equal_ranks'],
      says: {
        es: 'un rango compartido vale por todos sus órdenes en partes iguales, o se parte y cada parte sigue sola; split-ends, como Droop y stv-rs: un rango sin nadie en pie agota esa papeleta',
        en: 'a shared rank counts for all its orders in equal parts, or is split and each part goes on by itself; split-ends, as Droop and stv-rs: a rank with nobody standing exhausts such a ballot',
      },
    },
    protect: {
      default: '',
      kind: 'ids',
      says: { es: 'quienes no pueden quedar fuera', en: 'who cannot be excluded' },
    },
    ...vacancyOptions('recount'),
  },
  run: (task) => {
    const { math, omega } = arithmeticFor(task.settings);
    // Two kinds of numbers, one count.
    if (math.kind === 'fraction') new MeekCount(task, math.numbers, omega).run();
    else new MeekCount(task, math.numbers, omega).run();
  },
};

type Numbers =
  | { readonly kind: 'whole'; readonly numbers: Arithmetic<bigint> }
  | { readonly kind: 'fraction'; readonly numbers: ReturnType<typeof rational> };

function arithmeticFor(settings: Settings): { math: Numbers; omega: number } {
  const given = (name: string, otherwise: number): number =>
    settings.text(name) === 'auto' ? otherwise : settings.whole(name);
  switch (settings.text('arithmetic')) {
    case 'rational':
      return { math: { kind: 'fraction', numbers: rational(null, given('display', 12)) }, omega: given('omega', 10) };
    case 'approx':
      return { math: { kind: 'fraction', numbers: rational(6, given('display', 9)) }, omega: given('omega', 6) };
    case 'guarded': {
      const digits = given('precision', 18);
      const numbers = guarded(digits, given('guard', digits >> 1), given('display', digits));
      return { math: { kind: 'whole', numbers }, omega: given('omega', digits >> 1) };
    }
    default: {
      const digits = given('precision', 9);
      const numbers = fixedPoint(digits, given('display', digits));
      return { math: { kind: 'whole', numbers }, omega: given('omega', Math.trunc((digits * 2) / 3)) };
    }
  }
}
