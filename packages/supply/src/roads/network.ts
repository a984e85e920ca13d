/** A road network: points where lines meet or bend, stretches between them, each stretch once. */
import { decimetresBetween, type Position } from './great-circle.ts';

export interface Roads {
  readonly points: number;
  readonly stretches: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** The two ends of each stretch, and its length in decimetres. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly length: Float64Array;
  /** The neighbours of a point stand at `first[p]` up to `first[p + 1]` in `neighbour`, the stretch to each in `by`. */
  readonly first: Int32Array;
  readonly neighbour: Int32Array;
  readonly by: Int32Array;
  /** How many shapes of the file are no lines. */
  readonly leftOut?: number;
}

type Line = readonly Position[];

/** Joins lines where their coordinates meet. A stretch that several lines share is one stretch. */
export function joinLines(lines: readonly Line[]): Roads {
  const positions = lines.reduce((sum, line) => sum + line.length, 0);
  const points = new PairNumbers(positions);
  const stretches = new PairNumbers(positions);
  for (const line of lines) {
    let before = -1;
    for (const [lon, lat] of withoutStandstill(line)) {
      // Zero has two signs in JSON, and the date line two longitudes; each is one place.
      const here = points.numberOf(lon === 180 ? -180 : lon + 0, lat + 0);
      if (before >= 0 && before !== here) stretches.numberOf(Math.min(before, here), Math.max(before, here));
      before = here;
    }
  }
  const tail = Int32Array.from(stretches.firsts());
  const head = Int32Array.from(stretches.seconds());
  return roadsOf(points.firsts(), points.seconds(), tail, head);
}

/** A line that stays where it is leads nowhere, and makes no point. */
function withoutStandstill(line: Line): Line {
  const moving = line.filter(([lon, lat], at) => lon !== line[at - 1]?.[0] || lat !== line[at - 1]?.[1]);
  return moving.length > 1 ? moving : [];
}

/** Numbers pairs in the order in which they come: a hash table on their bits, because texts of coordinates are slow. */
class PairNumbers {
  readonly #a: Float64Array;
  readonly #b: Float64Array;
  readonly #slots: Int32Array;
  readonly #bits = new Uint32Array(new Float64Array(2).buffer);
  readonly #pair = new Float64Array(this.#bits.buffer);
  #count = 0;

  constructor(most: number) {
    this.#a = new Float64Array(most);
    this.#b = new Float64Array(most);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))).fill(-1);
  }

  numberOf(a: number, b: number): number {
    const last = this.#slots.length - 1;
    for (let slot = this.#hash(a, b) & last; ; slot = (slot + 1) & last) {
      const known = this.#slots[slot] as number;
      if (known >= 0 && (this.#a[known] !== a || this.#b[known] !== b)) continue;
      if (known >= 0) return known;
      this.#slots[slot] = this.#count;
      this.#a[this.#count] = a;
      this.#b[this.#count] = b;
      this.#count += 1;
      return this.#count - 1;
    }
  }

  firsts(): Float64Array {
    return this.#a.slice(0, this.#count);
  }

  seconds(): Float64Array {
    return this.#b.slice(0, this.#count);
  }

  #hash(a: number, b: number): number {
    this.#pair[0] = a;
    this.#pair[1] = b;
    let hash = 0;
    for (const word of this.#bits) {
      hash = Math.imul(hash ^ word, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }
}

function roadsOf(lon: Float64Array, lat: Float64Array, tail: Int32Array, head: Int32Array): Roads {
  const points = lon.length;
  const at = (point: number): Position => [lon[point] as number, lat[point] as number];
  const length = Float64Array.from(tail, (a, stretch) => decimetresBetween(at(a), at(head[stretch] as number)));
  return { points, stretches: tail.length, lon, lat, tail, head, length, ...neighbours(points, tail, head) };
}

function neighbours(points: number, tail: Int32Array, head: Int32Array): Pick<Roads, 'first' | 'neighbour' | 'by'> {
  const first = new Int32Array(points + 1);
  for (const end of [tail, head]) for (const point of end) first[point + 1] = (first[point + 1] as number) + 1;
  for (let point = 0; point < points; point++) {
    first[point + 1] = (first[point + 1] as number) + (first[point] as number);
  }
  const free = first.slice();
  const neighbour = new Int32Array(2 * tail.length);
  const by = new Int32Array(2 * tail.length);
  const put = (from: number, to: number, stretch: number): void => {
    const place = free[from] as number;
    free[from] = place + 1;
    neighbour[place] = to;
    by[place] = stretch;
  };
  for (let stretch = 0; stretch < tail.length; stretch++) {
    const [a, b] = [tail[stretch] as number, head[stretch] as number];
    put(a, b, stretch);
    put(b, a, stretch);
  }
  return { first, neighbour, by };
}

/** The whole network's length, in decimetres. */
export function decimetresOf({ length }: Roads): number {
  let sum = 0;
  for (const one of length) sum += one;
  return sum;
}

export const positionOf = ({ lon, lat }: Roads, point: number): Position => [
  lon[point] as number,
  lat[point] as number,
];

/** How many points hang together, the largest part first. */
export function parts({ points, first, neighbour }: Roads): readonly number[] {
  const seen = new Uint8Array(points);
  const sizes: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < points; start++) {
    if (seen[start] === 1) continue;
    let size = 0;
    seen[start] = 1;
    stack.push(start);
    for (let point = stack.pop(); point !== undefined; point = stack.pop()) {
      size += 1;
      for (let at = first[point] as number; at < (first[point + 1] as number); at++) {
        const next = neighbour[at] as number;
        if (seen[next] === 1) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  return sizes.sort((a, b) => b - a);
}
