import { across, blackAndWhite, type Corner, cornersIn, distance, type Picture, type Point } from './corners.ts';
import { textOf } from './read-qr.ts';
import { sizeOf } from './symbol.ts';

/** What the code in a picture says, dark on light, held anyhow; null where none can be read. */
export function readQr(image: Pick<ImageData, 'data' | 'width' | 'height'>): string | null {
  const picture = blackAndWhite(image);
  for (const corners of triples(cornersIn(picture))) {
    const text = readBetween(picture, corners);
    if (text !== null) return text;
  }
  return null;
}

/** In this order: upper left, upper right, lower left. */
type Triple = readonly [Corner, Corner, Corner];

/** How many guesses a picture is worth: the camera has the next one soon. */
const GUESSES = 4;

/** Three corners that may be of one code, the likeliest first. */
function triples(corners: readonly Corner[]): readonly Triple[] {
  const found: { readonly triple: Triple; readonly odd: number }[] = [];
  corners.forEach((one, i) => {
    corners.forEach((other, j) => {
      corners.forEach((right, k) => {
        if (i >= j || k === i || k === j) return;
        const [a, b, across] = [distance(right, one), distance(right, other), distance(one, other)];
        const steps = [one.step, other.step, right.step];
        const odd =
          Math.abs(Math.log(a / b)) +
          Math.abs(Math.log((a * a + b * b) / (across * across))) +
          Math.log(Math.max(...steps) / Math.min(...steps));
        if (odd > 1.5 || Math.min(a, b) < 10 * right.step) return;
        const turn = (one.x - right.x) * (other.y - right.y) - (one.y - right.y) * (other.x - right.x);
        found.push({ triple: turn > 0 ? [right, one, other] : [right, other, one], odd });
      });
    });
  });
  return found
    .sort((a, b) => a.odd - b.odd)
    .slice(0, GUESSES)
    .map(({ triple }) => triple);
}

/** From one corner to another: how many modules, and how much farther from the eye the other one is. */
function way(picture: Picture, from: Corner, to: Corner): { readonly modules: number; readonly depth: number } {
  const length = distance(from, to);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [near, far] = [from, to].map((point) => across(picture, point, dx, dy, length).step || point.step) as [
    number,
    number,
  ];
  return { modules: length / Math.sqrt(near * far), depth: Math.sqrt(near / far) };
}

function readBetween(picture: Picture, triple: Triple): string | null {
  const [corner, right, below] = triple;
  const [level, down] = [way(picture, corner, right), way(picture, corner, below)];
  const guess = ((level.modules + down.modules) / 2 + 7 - 17) / 4;
  const nearest = Math.round(guess);
  for (const version of [nearest, nearest + (guess > nearest ? 1 : -1)]) {
    if (version < 1 || version > 40) continue;
    const size = sizeOf(version);
    for (const fourth of fourths(picture, triple, size, level.depth, down.depth)) {
      const isDark = sampler(picture, placing(triple, fourth, size));
      if (!isInTime(isDark, size)) continue;
      const text = textOf(
        Uint8Array.from({ length: size * size }, (_, i) => isDark(i % size, Math.floor(i / size))),
        version,
      );
      if (text !== null) return text;
    }
  }
  return null;
}

/** Something in the picture, and which place of the code it is. */
interface Mark extends Point {
  readonly of: Point;
}

/** The small square near the fourth corner, if there is one; then where that corner would be, tilted so or flat. */
function fourths(picture: Picture, triple: Triple, size: number, level: number, down: number): readonly Mark[] {
  const [corner, right, below] = triple;
  const far = size - 3.5;
  const cornerAt = (a: number, b: number): Mark => {
    const one = (axis: 'x' | 'y'): number => (a * right[axis] + b * below[axis] - corner[axis]) / (a + b - 1);
    return { x: one('x'), y: one('y'), of: { x: far, y: far } };
  };
  const [tilted, flat] = [cornerAt(level, down), cornerAt(1, 1)];
  if (size === 21) return [tilted, flat];
  const found = smallSquare(picture, placing(triple, tilted, size), size - 6.5);
  return found === null ? [tilted, flat] : [found, tilted];
}

/** How far the small square may be from where it would be, in modules, and how many of its 25 must fit. */
const AROUND = 5;
const FIT = 21;

function smallSquare({ dark, width, height }: Picture, place: Placing, middle: number): Mark | null {
  const near = place(middle, middle);
  const [u, v] = [place(middle + 1, middle), place(middle, middle + 1)];
  const grid = Array.from({ length: 25 }, (_, i) => {
    const [a, b] = [(i % 5) - 2, Math.floor(i / 5) - 2];
    const dark = Math.max(Math.abs(a), Math.abs(b)) === 1 ? 0 : 1;
    return { dark, x: a * (u.x - near.x) + b * (v.x - near.x), y: a * (u.y - near.y) + b * (v.y - near.y) };
  });
  const fit = (x: number, y: number): number => {
    let wrong = 0;
    for (const one of grid) {
      const [px, py] = [Math.floor(x + one.x), Math.floor(y + one.y)];
      if (px < 0 || py < 0 || px >= width || py >= height || dark[py * width + px] !== one.dark) wrong += 1;
      if (25 - wrong < FIT) return 0;
    }
    return 25 - wrong;
  };
  const step = Math.max(1, (distance(near, u) + distance(near, v)) / 2);
  const reach = Math.ceil(AROUND * step);
  let [best, sumX, sumY, count] = [0, 0, 0, 0];
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) {
      const fits = fit(near.x + x, near.y + y);
      if (fits === 0 || fits < best) continue;
      if (fits > best) [best, sumX, sumY, count] = [fits, 0, 0, 0];
      // All places that fit as well and hang together give its middle.
      if (count > 0 && Math.hypot(x - sumX / count, y - sumY / count) > 2 * step) continue;
      [sumX, sumY, count] = [sumX + x, sumY + y, count + 1];
    }
  if (count === 0) return null;
  return { x: near.x + sumX / count, y: near.y + sumY / count, of: { x: middle, y: middle } };
}

/** Where a place of the code lies in the picture. */
type Placing = (x: number, y: number) => Point;

function placing([corner, right, below]: Triple, fourth: Mark, size: number): Placing {
  const far = size - 3.5;
  return projection([
    { ...corner, of: { x: 3.5, y: 3.5 } },
    { ...right, of: { x: far, y: 3.5 } },
    { ...below, of: { x: 3.5, y: far } },
    fourth,
  ]);
}

/** Five dots of a module: a speck on one of them does not turn it round. */
const DOTS = [0, 0, -0.2, 0, 0.2, 0, 0, -0.2, 0, 0.2] as const;

function sampler({ dark, width, height }: Picture, place: Placing): (x: number, y: number) => 0 | 1 {
  return (x, y) => {
    let seen = 0;
    for (let dot = 0; dot < DOTS.length; dot += 2) {
      const at = place(x + 0.5 + (DOTS[dot] as number), y + 0.5 + (DOTS[dot + 1] as number));
      const [px, py] = [Math.floor(at.x), Math.floor(at.y)];
      if (px >= 0 && py >= 0 && px < width && py < height) seen += dark[py * width + px] as number;
    }
    return seen > 2 ? 1 : 0;
  };
}

/** Between the corners dark and light take turns: of how many modules there are, a wrong guess is told by that. */
function isInTime(isDark: (x: number, y: number) => 0 | 1, size: number): boolean {
  let wrong = 0;
  for (let i = 8; i < size - 8; i++) for (const seen of [isDark(i, 6), isDark(6, i)]) if (seen === i % 2) wrong += 1;
  return 3 * wrong <= size - 16;
}

/** How a flat square is seen at an angle: eight unknowns, two equations from each mark, by elimination. */
function projection(marks: readonly Mark[]): Placing {
  const rows = marks.flatMap(({ x, y, of }) => [
    [of.x, of.y, 1, 0, 0, 0, -of.x * x, -of.y * x, x],
    [0, 0, 0, of.x, of.y, 1, -of.x * y, -of.y * y, y],
  ]);
  for (let i = 0; i < 8; i++) {
    const size = (row: readonly number[] | undefined): number => Math.abs(row?.[i] ?? 0);
    let largest = i;
    for (let j = i; j < 8; j++) if (size(rows[j]) > size(rows[largest])) largest = j;
    const lead = rows[largest] as number[];
    rows[largest] = rows[i] as number[];
    rows[i] = lead.map((value) => value / (lead[i] as number));
    rows.forEach((row, j) => {
      if (j !== i) rows[j] = row.map((value, k) => value - (row[i] as number) * (rows[i]?.[k] as number));
    });
  }
  const [a, b, c, d, e, f, g, h] = rows.map((row) => row[8]) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}
