import { Refused } from '../refused.ts';
import { decimal, power10 } from './decimal.ts';
import type { Ratio } from './ratio.ts';
import * as ratios from './ratio.ts';

/** The numbers of a count that divides: how they are rounded and when two of them are equal. */
export type Arithmetic<T> = {
  readonly zero: T;
  readonly one: T;
  /** Whether a quota is exact: then it has to be exceeded; a quota that was rounded up has to be reached. */
  readonly exact: boolean;
  /** The fraction of whole numbers, cut off to what this arithmetic holds. */
  of(numerator: bigint, denominator: bigint): T;
  add(a: T, b: T): T;
  /** Adds up many numbers, quicker than one by one. */
  adder(): Adder<T>;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  multiplyUp(a: T, b: T): T;
  /** A keep factor: rounded up, so that nobody keeps less than a quota. */
  keepFactor(product: T, votes: T): T;
  /** `whole` times `a`, divided by `divisor`. */
  times(a: T, whole: bigint, divisor: bigint): T;
  divide(a: T, whole: bigint): T;
  /** Without its decimals. */
  whole(a: T): bigint;
  /** The least number above zero, or zero where there is none. */
  readonly least: T;
  compare(a: T, b: T): number;
  show(a: T): string;
};

export type Adder<T> = { add(value: T): void; total(): T };

const sign = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);
const up = (numerator: bigint, denominator: bigint): bigint =>
  numerator / denominator + (numerator % denominator > 0n ? 1n : 0n);

/** Fixed point with a number of decimals. */
export function fixedPoint(digits: number, display: number): Arithmetic<bigint> {
  const unit = power10(digits);
  return {
    zero: 0n,
    one: unit,
    least: 1n,
    exact: false,
    of: (numerator, denominator) => (numerator * unit) / denominator,
    add: (a, b) => a + b,
    adder: () => {
      let sum = 0n;
      return {
        add: (value) => {
          sum += value;
        },
        total: () => sum,
      };
    },
    subtract: (a, b) => a - b,
    multiply: (a, b) => (a * b) / unit,
    multiplyUp: (a, b) => up(a * b, unit),
    keepFactor: (product, votes) => up(product * unit, votes),
    times: (a, whole, divisor) => (a * whole) / divisor,
    divide: (a, whole) => a / whole,
    whole: (a) => a / unit,
    compare: (a, b) => sign(a - b),
    show: (a) => shown(a, digits, display),
  };
}

/** Fixed point with guard digits: what differs by less than half a unit before them is equal. */
export function guarded(digits: number, guard: number, display: number): Arithmetic<bigint> {
  const base = fixedPoint(digits + guard, display);
  const near = power10(guard) / 2n;
  const isNear = (difference: bigint): boolean =>
    (difference < 0n ? -difference : difference) < (near === 0n ? 1n : near);
  const unit = base.one;
  return {
    ...base,
    exact: guard > 0,
    least: guard > 0 ? 0n : 1n,
    multiplyUp: (a, b) => (guard > 0 ? (a * b) / unit : base.multiplyUp(a, b)),
    keepFactor: (product, votes) => (guard > 0 ? (product * unit) / votes : base.keepFactor(product, votes)),
    compare: (a, b) => (isNear(a - b) ? 0 : sign(a - b)),
  };
}

/** Products are not brought to lowest terms: that costs more than the longer numbers do, and sums do it. */
const multiply = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d });

function addUnreduced(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: b.n + a.n * (b.d / a.d), d: b.d };
  return ratios.add(a, b);
}

/** Fractions are added within each denominator first; there are few of those, and many fractions. */
function ratioAdder(): Adder<Ratio> {
  const sums = new Map<bigint, bigint>();
  return {
    add: ({ n, d }) => void sums.set(d, (sums.get(d) ?? 0n) + n),
    total: () => {
      const falling = [...sums.keys()].sort((a, b) => (a < b ? 1 : -1));
      const shared = falling.reduce((all, d) => (all % d === 0n ? all : ratios.leastCommonMultiple(all, d)), 1n);
      return ratios.ratio(
        [...sums].reduce((sum, [d, n]) => sum + n * (shared / d), 0n),
        shared,
      );
    },
  };
}

/** Every round of a count by keep factors can double the figures of its fractions: beyond this it would never end. */
const LONGEST = 1n << 10_000n;

function tooLong(): Refused {
  return new Refused('fractions-too-long', {
    es: 'Las fracciones exactas de este recuento tienen más de tres mil cifras. Con arithmetic=approx, guarded o fixed se puede contar.',
    en: 'The exact fractions of this count have more than three thousand figures. With arithmetic=approx, guarded or fixed it can be counted.',
  });
}

/** Fractions; `keepDigits` are the decimals to which keep factors are rounded up, or null where they are not. */
export function rational(keepDigits: number | null, display: number): Arithmetic<Ratio> {
  const step = power10(keepDigits ?? 0);
  return {
    zero: ratios.zero,
    one: ratios.one,
    least: ratios.zero,
    exact: true,
    of: ratios.ratio,
    add: addUnreduced,
    adder: ratioAdder,
    subtract: (a, b) => (a.d === b.d ? { n: a.n - b.n, d: a.d } : ratios.subtract(a, b)),
    multiply,
    multiplyUp: multiply,
    keepFactor: (product, votes) => {
      const factor = ratios.divide(product, votes);
      if (factor.d > LONGEST) throw tooLong();
      return keepDigits === null ? factor : ratios.ratio(ratios.ceiling({ n: factor.n * step, d: factor.d }), step);
    },
    times: (a, whole, divisor) => ({ n: a.n * whole, d: a.d * divisor }),
    divide: (a, whole) => ({ n: a.n, d: a.d * whole }),
    whole: ratios.floor,
    compare: ratios.compare,
    show: (a) => decimal(ratios.floor({ n: a.n * 2n * power10(display) + a.d, d: a.d * 2n }), display),
  };
}

/** With fewer digits than there are, rounded to the nearest. */
function shown(value: bigint, digits: number, display: number): string {
  if (display >= digits) return decimal(value, digits);
  const drop = power10(digits - display);
  return decimal((value + drop / 2n) / drop, display);
}
