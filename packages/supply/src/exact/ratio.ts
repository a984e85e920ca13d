/** An exact fraction in lowest terms; the denominator is positive. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const zero: Ratio = { n: 0n, d: 1n };

export function ratio(numerator: bigint, denominator = 1n): Ratio {
  if (denominator === 1n) return { n: numerator, d: 1n };
  const shared = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return shared === 1n ? { n: numerator, d: denominator } : { n: numerator / shared, d: denominator / shared };
}

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  let [a, b] = [first < 0n ? -first : first, second < 0n ? -second : second];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;

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

export const least = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const most = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b);
export const sum = (values: Iterable<Ratio>): Ratio => [...values].reduce(add, zero);
export const whole = (value: bigint): Ratio => ({ n: value, d: 1n });
export const floor = ({ n, d }: Ratio): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n);
