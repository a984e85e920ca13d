import { decimal, parseDecimal, power10 } from './decimal.ts';

/** An exact fraction in lowest terms; the denominator is positive. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

export function ratio(numerator: bigint, denominator = 1n): Ratio {
  const shared = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return shared === 1n ? { n: numerator, d: denominator } : { n: numerator / shared, d: denominator / shared };
}

function gcd(first: bigint, second: bigint): bigint {
  let [a, b] = [first < 0n ? -first : first, second < 0n ? -second : second];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

export const add = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);

/** Negative, zero or positive, as `a` is less than, equal to or more than `b`. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const sum = (values: Iterable<Ratio>): Ratio => [...values].reduce(add, zero);

export const floor = ({ n, d }: Ratio): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n);
/** A quotient as a whole number: `down`, `up`, or to the `nearest`, halves up. */
export function rounded(n: bigint, d: bigint, how: string): bigint {
  if (how === 'up') return ceiling({ n, d });
  return how === 'nearest' ? floor({ n: 2n * n + d, d: 2n * d }) : floor({ n, d });
}

export const ceiling = ({ n, d }: Ratio): bigint => -floor({ n: -n, d });

/** Cut off, not rounded: what is shown never claims more than there is. */
export const ratioDecimal = (value: Ratio, digits: number): string =>
  decimal(floor(multiply(value, { n: power10(digits), d: 1n })), digits);

/** `0.04`, `4%` and `1/25` are the same fraction; null where the text is none of these. */
export function parseRatio(text: string): Ratio | null {
  const [above = '', below, ...more] = text.trim().split('/');
  if (more.length > 0) return null;
  const percent = above.endsWith('%');
  const top = parseDecimal(percent ? above.slice(0, -1) : above);
  const bottom = below === undefined ? { units: 1n, digits: 0 } : parseDecimal(below);
  if (top === null || bottom === null || bottom.units <= 0n) return null;
  return ratio(top.units * power10(bottom.digits), bottom.units * power10(top.digits) * (percent ? 100n : 1n));
}
