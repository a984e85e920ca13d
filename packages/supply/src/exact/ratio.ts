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

/** Knuth 4.5.1: as both are in lowest terms, what is common is looked for in the parts, of which one is mostly short. */
export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return ratio(a.n + b.n, a.d);
  const shared = greatestCommonDivisor(a.d, b.d);
  if (shared === 1n) return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
  const own = a.d / shared;
  const sum = ratio(a.n * (b.d / shared) + b.n * own, shared);
  return { n: sum.n, d: own * (b.d / shared) * sum.d };
}

export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d });

export function multiply(a: Ratio, b: Ratio): Ratio {
  const [left, right] = [ratio(a.n, b.d), ratio(b.n, a.d)];
  return { n: left.n * right.n, d: left.d * right.d };
}

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
