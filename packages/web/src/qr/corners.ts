export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture in black and white: 1 dark. */
export interface Picture {
  readonly dark: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The middle of one of the three large squares; `step` is the width of a module, `seen` how many rows have met it. */
export interface Corner extends Point {
  readonly step: number;
  readonly seen: number;
}

const BLOCK = 8;
/** Less contrast than this in a block is no edge. */
const FLAT = 24;

/** Each part of the picture by the light around it: a shadow across a card does not swallow half of it. */
export function blackAndWhite({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): Picture {
  const light = new Uint8Array(width * height);
  for (let i = 0; i < light.length; i++)
    light[i] = ((data[4 * i] as number) + 2 * (data[4 * i + 1] as number) + (data[4 * i + 2] as number)) >> 2;
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const levels = new Float32Array(across * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) levels[y * across + x] = levelOf({ light, width, height }, levels, across, x, y);
  const dark = new Uint8Array(light.length);
  const within = (place: number, count: number): number => Math.max(0, Math.min(place, count - 1));
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let i = 0; i < 25; i++)
        sum += levels[within(y + Math.floor(i / 5) - 2, down) * across + within(x + (i % 5) - 2, across)] as number;
      for (let py = y * BLOCK; py < Math.min(height, (y + 1) * BLOCK); py++)
        for (let px = x * BLOCK; px < Math.min(width, (x + 1) * BLOCK); px++)
          dark[py * width + px] = (light[py * width + px] as number) <= sum / 25 ? 1 : 0;
    }
  return { dark, width, height };
}

interface Light {
  readonly light: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Between the light and the dark of a block; where there is no edge, as if it were light, or as its neighbours are. */
function levelOf({ light, width, height }: Light, levels: Float32Array, across: number, x: number, y: number): number {
  let [sum, count, least, most] = [0, 0, 255, 0];
  for (let py = y * BLOCK; py < Math.min(height, (y + 1) * BLOCK); py++)
    for (let px = x * BLOCK; px < Math.min(width, (x + 1) * BLOCK); px++) {
      const value = light[py * width + px] as number;
      sum += value;
      count += 1;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  if (most - least > FLAT) return sum / count;
  if (x === 0 || y === 0) return least / 2;
  const at = y * across + x;
  const around =
    (2 * (levels[at - across] as number) + (levels[at - 1] as number) + (levels[at - across - 1] as number)) / 4;
  return least < around ? around : least / 2;
}

/** Dark, light, three dark, light, dark: the width of a module, or 0 where it is something else. */
function stepOf([a = 0, b = 0, c = 0, d = 0, e = 0]: readonly number[]): number {
  const step = (a + b + c + d + e) / 7;
  const loose = (run: number): boolean => Math.abs(run - step) < 0.6 * step + 0.3;
  return loose(a) && loose(b) && Math.abs(c - 3 * step) < 1.5 * step && loose(d) && loose(e) ? step : 0;
}

/** The five runs across a point along a line, and where their middle is. */
export function across({ dark, width, height }: Picture, from: Point, dx: number, dy: number, most: number) {
  const isDark = (i: number): boolean | null => {
    const [x, y] = [Math.floor(from.x + dx * i), Math.floor(from.y + dy * i)];
    return x < 0 || y < 0 || x >= width || y >= height ? null : dark[y * width + x] === 1;
  };
  /** Three runs outwards, the first of them from the middle. */
  const outwards = (way: 1 | -1): number[] => {
    const runs = [0, 0, 0];
    let i = way === 1 ? 0 : -1;
    for (let run = 0; run < 3; run++)
      for (; isDark(i) === (run !== 1) && (runs[run] as number) < most; i += way) runs[run] = (runs[run] as number) + 1;
    return runs;
  };
  const [a, b] = [outwards(-1), outwards(1)] as [[number, number, number], [number, number, number]];
  const middle = (b[0] - a[0] - 1) / 2;
  return { step: stepOf([a[2], a[1], a[0] + b[0], b[1], b[2]]), x: from.x + dx * middle, y: from.y + dy * middle };
}

export function cornersIn(picture: Picture): readonly Corner[] {
  const { dark, width, height } = picture;
  const found: Corner[] = [];
  for (let y = 0; y < height; y += 2) {
    const runs: number[] = [];
    let start = 0;
    for (let x = 1; x <= width; x++) {
      const row = y * width;
      if (x < width && dark[row + x] === dark[row + x - 1]) continue;
      runs.push(x - start);
      start = x;
      if (dark[row + x - 1] === 0 || runs.length < 5) continue;
      const five = runs.slice(-5);
      if (stepOf(five) === 0) continue;
      const [, , middle = 0, light = 0, edge = 0] = five;
      noteCorner(picture, found, { x: x - edge - light - middle / 2, y: y + 0.5 });
    }
  }
  return found.sort((a, b) => b.seen - a.seen).slice(0, 12);
}

/** Looked at the other way, and the first way again through what was found: only squares pass. */
function noteCorner(picture: Picture, found: Corner[], from: Point): void {
  const most = picture.height / 2;
  const down = across(picture, from, 0, 1, most);
  if (down.step === 0) return;
  const level = across(picture, down, 1, 0, most);
  if (level.step === 0 || level.step > 2 * down.step || down.step > 2 * level.step) return;
  const step = (down.step + level.step) / 2;
  const at = { x: level.x, y: down.y };
  const known = found.findIndex((one) => distance(one, at) < 2 * step);
  const { x, y, step: before, seen } = found[known] ?? { ...at, step, seen: 0 };
  const mean = (old: number, now: number): number => (old * seen + now) / (seen + 1);
  const corner = { x: mean(x, at.x), y: mean(y, at.y), step: mean(before, step), seen: seen + 1 };
  if (known < 0) found.push(corner);
  else found[known] = corner;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
