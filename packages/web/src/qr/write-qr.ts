import {
  blocksOf,
  EXP,
  fixedOf,
  formatBits,
  formatPlaces,
  type Level,
  masks,
  pathThrough,
  sizeOf,
  times,
  versionBits,
  versionPlaces,
} from './symbol.ts';

/** A seventh of a code may be spoilt. */
const LEVEL: Level = 1;

/** The modules of a code that says this text, row by row, true where they are dark; light around it. */
export function qrRows(text: string, border: number): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (capacityOf(version) < bytes.length) version++;
  const size = sizeOf(version);
  const said = wordsFor(bytes, version);
  const candidates = masks.map((_, mask) => drawn(said, version, mask));
  const scores = candidates.map((modules) => unevenness(modules, size));
  const modules = candidates[scores.indexOf(Math.min(...scores))] as Uint8Array;
  return Array.from({ length: size + 2 * border }, (_, y) =>
    Array.from({ length: size + 2 * border }, (_, x) => {
      const [px, py] = [x - border, y - border];
      return px >= 0 && px < size && py >= 0 && py < size && modules[py * size + px] === 1;
    }),
  );
}

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function capacityOf(version: number): number {
  if (version > 40) throw new RangeError('no code holds that much');
  return Math.floor((8 * sum(blocksOf(version, LEVEL).data) - 4 - lengthBits(version)) / 8);
}

/** As bytes, whatever they are; filled up; with check words; in the order in which they stand in the code. */
function wordsFor(bytes: Uint8Array, version: number): readonly number[] {
  const { data, check, order } = blocksOf(version, LEVEL);
  const length = lengthBits(version);
  const bits = [4, bytes.length, ...bytes]
    .map((value, i) => value.toString(2).padStart(i === 0 ? 4 : i === 1 ? length : 8, '0'))
    .join('');
  const words = (`${bits}0000`.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 2));
  for (let i = 0; words.length < sum(data); i++) words.push(i % 2 === 0 ? 0xec : 0x11);
  const blocks = data.map((count, i) => {
    const start = sum(data.slice(0, i));
    const block = words.slice(start, start + count);
    return [...block, ...checkWords(block, check)];
  });
  return order.map(([block, at]) => blocks[block]?.[at] as number);
}

/** What is left of the words as a polynomial, divided by the one whose roots are the first powers of 2. */
function checkWords(words: readonly number[], count: number): readonly number[] {
  let divisor = [1];
  for (let i = 0; i < count; i++)
    divisor = [...divisor, 0].map((value, at) => value ^ times(divisor[at - 1] ?? 0, EXP[i] as number));
  const rest = [...words, ...new Array<number>(count).fill(0)];
  for (let i = 0; i < words.length; i++)
    divisor.forEach((value, at) => {
      rest[i + at] = (rest[i + at] as number) ^ (at === 0 ? 0 : times(value, rest[i] as number));
    });
  return rest.slice(words.length);
}

function drawn(words: readonly number[], version: number, mask: number): Uint8Array {
  const size = sizeOf(version);
  const modules = fixedOf(version);
  const turned = masks[mask] as (typeof masks)[number];
  pathThrough(modules, size).forEach((at, i) => {
    const bit = ((words[i >> 3] ?? 0) >> (7 - (i % 8))) & 1;
    modules[at] = bit ^ (turned(at % size, Math.floor(at / size)) ? 1 : 0);
  });
  const write = (places: readonly (readonly number[])[], bits: number): void => {
    for (const copy of places)
      copy.forEach((at, i) => {
        modules[at] = (bits >> i) & 1;
      });
  };
  write(formatPlaces(size), formatBits(LEVEL, mask));
  write(versionPlaces(version), versionBits(version));
  return modules;
}

/** How much of a code could be mistaken: long runs, blots, what looks like a corner, too much of one colour. */
function unevenness(modules: Uint8Array, size: number): number {
  const rows = Array.from({ length: size }, (_, y) => modules.subarray(y * size, (y + 1) * size).join(''));
  const columns = rows.map((_, x) => rows.map((row) => row[x]).join(''));
  let score = 0;
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) score += run.length - 2;
    score += 40 * [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
  }
  for (let y = 1; y < size; y++)
    for (let x = 1; x < size; x++) {
      const at = y * size + x;
      const four = sum([at, at - 1, at - size, at - size - 1].map((place) => modules[place] as number));
      if (four % 4 === 0) score += 3;
    }
  const dark = sum([...modules]) / modules.length;
  return score + 10 * Math.floor(Math.abs(20 * dark - 10));
}
