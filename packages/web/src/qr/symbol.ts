// What reading a QR code needs to know (ISO/IEC 18004): where its fixed patterns lie, in which order its modules are
// read, and how its words are cut into blocks. A module is named by its place, row by row.

/** L, M, Q, H. */
export type Level = 0 | 1 | 2 | 3;

/** How many check words each block has, and how many blocks there are: two digits for each version. */
const CHECKS = [
  '0710152026182024301820242630222428302828282830302628'.padEnd(80, '30'),
  '10162618241618222226302222242428282626262628'.padEnd(80, '28'),
  '1322182618241822202428262420302428282630283030303028'.padEnd(80, '30'),
  '17282216222826262428242822242430282826283024'.padEnd(80, '30'),
] as const;
const BLOCKS = [
  '01010101010202020204040404040606060607080809091012121213141516171819192021222425',
  '01010102020404040505050809091010111314161717182021232526282931333537384043454749',
  '01010202040406060808081012161217161821202323252729343435384043454851535659626568',
  '01010204040405060808111116161816192125252534303235374042454851545760636670747781',
] as const;

export const sizeOf = (version: number): number => 17 + 4 * version;

const twoDigits = (text: string, version: number): number => Number(text.slice(2 * version - 2, 2 * version));

export interface Blocks {
  /** Of each block, how many words say something. */
  readonly data: readonly number[];
  /** How many check words follow in each. */
  readonly check: number;
  /** Block and place in it of each word, as they stand in the code: spread, so that a stain hits each block a little. */
  readonly order: readonly (readonly [block: number, at: number])[];
}

export function blocksOf(version: number, level: Level): Blocks {
  const count = twoDigits(BLOCKS[level], version);
  const check = twoDigits(CHECKS[level], version);
  const words = wordsOf(version);
  const data = Array.from({ length: count }, (_, i) => Math.floor((words + i) / count) - check);
  const order: [number, number][] = [];
  for (let at = 0; at <= words / count; at++)
    data.forEach((length, block) => {
      if (at < length) order.push([block, at]);
    });
  for (let at = 0; at < check; at++)
    data.forEach((length, block) => {
      order.push([block, length + at]);
    });
  return { data, check, order };
}

/** All words: what the fixed patterns leave of the square. */
function wordsOf(version: number): number {
  const along = alignments(version).length;
  const modules = (16 * version + 128) * version + 64;
  const taken = along === 0 ? 0 : (25 * along - 10) * along - 55 + (version < 7 ? 0 : 36);
  return (modules - taken) >> 3;
}

/** Centres of the small squares, along one side. */
function alignments(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = 2 * Math.floor((8 * version + 3 * count + 5) / (4 * count - 4));
  return Array.from({ length: count }, (_, i) => (i === 0 ? 6 : sizeOf(version) - 7 - (count - 1 - i) * step));
}

/** Module by module: 0 and 1 where a pattern is fixed, 2 where something is said. */
export function fixedOf(version: number): Uint8Array {
  const size = sizeOf(version);
  const fixed = new Uint8Array(size * size).fill(2);
  const square = (x: number, y: number, radius: number, light: readonly number[]): void => {
    for (let dy = -radius; dy <= radius; dy++)
      for (let dx = -radius; dx <= radius; dx++) {
        const [px, py] = [x + dx, y + dy];
        if (px < 0 || py < 0 || px >= size || py >= size) continue;
        fixed[py * size + px] = light.includes(Math.max(Math.abs(dx), Math.abs(dy))) ? 0 : 1;
      }
  };
  for (let i = 0; i < size; i++) fixed[6 * size + i] = fixed[i * size + 6] = (i + 1) % 2;
  const middles = alignments(version);
  const [first, last] = [6, size - 7];
  for (const x of middles)
    for (const y of middles)
      if ((x !== first || y !== first) && (x !== first || y !== last) && (x !== last || y !== first))
        square(x, y, 2, [1]);
  for (const copy of [...formatPlaces(size), ...versionPlaces(version)]) for (const at of copy) fixed[at] = 0;
  square(3, 3, 4, [2, 4]);
  square(size - 4, 3, 4, [2, 4]);
  square(3, size - 4, 4, [2, 4]);
  fixed[(size - 8) * size + 8] = 1;
  return fixed;
}

/** Where level and mask stand, twice, lowest bit first. */
export function formatPlaces(size: number): readonly (readonly number[])[] {
  const bits = Array.from({ length: 15 }, (_, i) => i);
  return [
    bits.map((i) => (i < 8 ? (i + (i > 5 ? 1 : 0)) * size + 8 : 8 * size + (i === 8 ? 7 : 14 - i))),
    bits.map((i) => (i < 8 ? 8 * size + size - 1 - i : (size - 15 + i) * size + 8)),
  ];
}

/** Where the version stands, twice, lowest bit first; small codes do not say it. */
function versionPlaces(version: number): readonly (readonly number[])[] {
  if (version < 7) return [];
  const size = sizeOf(version);
  const bits = Array.from({ length: 18 }, (_, i) => [size - 11 + (i % 3), Math.floor(i / 3)] as const);
  return [bits.map(([a, b]) => b * size + a), bits.map(([a, b]) => a * size + b)];
}

/** Two columns at a time from the right, up and down in turn, around all that is fixed. */
export function pathThrough(fixed: Uint8Array, size: number): readonly number[] {
  const path: number[] = [];
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const up = ((right + 1) & 2) === 0;
    for (let i = 0; i < size; i++)
      for (const x of [right, right - 1]) {
        const at = (up ? size - 1 - i : i) * size + x;
        if (fixed[at] === 2) path.push(at);
      }
  }
  return path;
}

/** Which modules a mask turns round. */
export const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Level and mask as 15 bits that differ from each other in at least seven. */
export const formatBits = (level: Level, mask: number): number =>
  checked(((level ^ 1) << 3) | mask, 10, 0x537) ^ 0x5412;

function checked(value: number, bits: number, by: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * by);
  return (value << bits) | rest;
}

/** The field of 256 elements: powers of 2, and of which power each is. */
export const EXP = new Uint8Array(510);
export const LOG = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = EXP[i + 255] = x;
  LOG[x] = i;
  x = (x << 1) ^ (x > 127 ? 0x11d : 0);
}

export const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (EXP[(LOG[a] as number) + (LOG[b] as number)] as number);
