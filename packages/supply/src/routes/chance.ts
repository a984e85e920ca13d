/** Chance from a seed, the same on every machine: whole numbers, the four operations, and nothing else. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  part(): number;
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
  /** Mostly small, seldom large, one on average: what an annealing search forgives. */
  patience(): number;
}

/** sfc32, which passes PractRand; four words of state. */
export function chanceFrom(seed: number): Chance {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round++) next();
  const part = (): number => next() / 2 ** 32;
  return {
    part,
    below: (count) => Math.floor(part() * count),
    patience: () => -logarithm((next() + 1) / 2 ** 32),
  };
}

const LN2 = Math.LN2;

/** Of a number above 0 and up to 1. `Math.log` may differ in its last bit between engines. */
function logarithm(value: number): number {
  let [rest, halvings] = [value, 0];
  while (rest < 0.7) {
    rest *= 2;
    halvings += 1;
  }
  const ratio = (rest - 1) / (rest + 1);
  let [power, sum] = [ratio, 0];
  for (let n = 1; n < 30; n += 2) {
    sum += power / n;
    power *= ratio * ratio;
  }
  return 2 * sum - halvings * LN2;
}
