import {
  blocksOf,
  EXP,
  fixedOf,
  formatBits,
  formatPlaces,
  type Level,
  LOG,
  masks,
  pathThrough,
  sizeOf,
  times,
} from './symbol.ts';

/** What the modules of a code say (1 dark), or null where too many of them are wrong. */
export function textOf(modules: Uint8Array, version: number): string | null {
  const size = sizeOf(version);
  const format = formatOf(modules, size);
  if (format === null) return null;
  const turned = masks[format.mask] as (typeof masks)[number];
  const { data, check, order } = blocksOf(version, format.level);
  const blocks = data.map((count) => new Uint8Array(count + check));
  pathThrough(fixedOf(version), size).forEach((at, i) => {
    const [block, place] = order[i >> 3] ?? [];
    if (block === undefined || place === undefined) return;
    const bit = (modules[at] as number) ^ (turned(at % size, Math.floor(at / size)) ? 1 : 0);
    (blocks[block] as Uint8Array)[place] = ((blocks[block]?.[place] as number) << 1) | bit;
  });
  if (!blocks.every((block) => mended(block, check))) return null;
  return spoken(
    blocks.flatMap((block) => [...block.subarray(0, block.length - check)]),
    version,
  );
}

/** Of the 32 that there are, the one from which the fewest bits differ, and no more than can be told apart. */
function formatOf(modules: Uint8Array, size: number): { readonly level: Level; readonly mask: number } | null {
  let nearest = 4;
  let found: ReturnType<typeof formatOf> = null;
  for (const copy of formatPlaces(size)) {
    const read = copy.reduce((bits, at, i) => bits | ((modules[at] as number) << i), 0);
    for (const level of [0, 1, 2, 3] as const)
      masks.forEach((_, mask) => {
        const differing = (read ^ formatBits(level, mask)).toString(2).replaceAll('0', '').length;
        if (differing < nearest) [nearest, found] = [differing, { level, mask }];
      });
  }
  return found;
}

const power = (exponent: number): number => EXP[((exponent % 255) + 255) % 255] as number;
const log = (value: number): number => LOG[value] as number;

/** The value of a polynomial, lowest term first. */
const at = (polynomial: readonly number[], x: number): number =>
  polynomial.reduceRight((value, coefficient) => times(value, x) ^ coefficient, 0);

/** Mends a block in place by its check words (Reed and Solomon; Berlekamp and Massey; Forney); false: it cannot be. */
function mended(block: Uint8Array, check: number): boolean {
  const received = [...block].reverse();
  const syndromes = Array.from({ length: check }, (_, i) => at(received, power(i)));
  if (syndromes.every((value) => value === 0)) return true;
  const locator = locatorOf(syndromes);
  const errors = locator.length - 1;
  const wrong = received.map((_, i) => i).filter((i) => at(locator, power(-i)) === 0);
  if (wrong.length !== errors || 2 * errors > check) return false;
  const value = syndromes.map((_, i) =>
    locator.reduce((all, one, j) => (j > i ? all : all ^ times(one, syndromes[i - j] as number)), 0),
  );
  const slope = locator.map((one, i) => (i % 2 === 0 ? 0 : one)).slice(1);
  for (const i of wrong) {
    const bottom = at(slope, power(-i));
    const top = at(value.slice(0, errors), power(-i));
    if (bottom === 0) return false;
    const place = block.length - 1 - i;
    block[place] = (block[place] as number) ^ (top === 0 ? 0 : power(log(top) - log(bottom) + i));
  }
  const now = [...block].reverse();
  return syndromes.every((_, i) => at(now, power(i)) === 0);
}

/** The shortest recurrence that the syndromes follow: its roots say which words are wrong. */
function locatorOf(syndromes: readonly number[]): readonly number[] {
  let now = [1];
  let before = [1];
  let length = 0;
  let since = 1;
  let last = 1;
  syndromes.forEach((_, n) => {
    const off = now.reduce((all, one, i) => (i > n ? all : all ^ times(one, syndromes[n - i] as number)), 0);
    if (off === 0) {
      since += 1;
      return;
    }
    const factor = power(log(off) - log(last));
    const shifted = [...new Array<number>(since).fill(0), ...before.map((one) => times(one, factor))];
    const next = Array.from(
      { length: Math.max(now.length, shifted.length) },
      (_, i) => (now[i] ?? 0) ^ (shifted[i] ?? 0),
    );
    if (2 * length <= n) [length, before, last, since] = [n + 1 - length, now, off, 1];
    else since += 1;
    now = next;
  });
  return now.slice(0, length + 1);
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Digits, capital letters and bytes; what is in another alphabet is not one of ours. */
function spoken(words: readonly number[], version: number): string | null {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('');
  const long = version < 10 ? 0 : version < 27 ? 1 : 2;
  const bytes: number[] = [];
  let place = 0;
  const take = (count: number): number => {
    place += count;
    return Number.parseInt(bits.slice(place - count, place), 2);
  };
  const say = (text: string): void => {
    for (const letter of text) bytes.push(letter.charCodeAt(0));
  };
  while (place + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 7) take(8);
    else if (mode === 1)
      for (let left = take(10 + 2 * long); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        say(String(take(3 * digits + 1)).padStart(digits, '0'));
      }
    else if (mode === 2)
      for (let left = take(9 + 2 * long); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        say((left > 1 ? (LETTERS[Math.floor(pair / 45)] ?? '') : '') + (LETTERS[pair % 45] ?? ''));
      }
    else if (mode === 4) for (let left = take(long === 0 ? 8 : 16); left > 0; left--) bytes.push(take(8));
    else return null;
    if (place > bits.length) return null;
  }
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
