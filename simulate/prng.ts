/** Chance as data: sfc32, seeded from one number. The same seed gives the same numbers on every machine. */
export interface Chance {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function chanceFrom(seed: number): Chance {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return mixed >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  const below = (end: number): number => Math.floor((next() / 2 ** 32) * end);
  return {
    below,
    happens: (probability) => next() / 2 ** 32 < probability,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
  };
}
