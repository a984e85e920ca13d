import { mapFlaw } from '@cabildo/core';

/** A territory as it is drawn: rings of east, north, east, north … in degrees, without what nobody would see. */
export type Outline = readonly Float32Array[];

/** More corners than this nobody sees on a page. */
const CORNERS = 60;
const RINGS = 12;

/** What lies nearer to a straight line than this part of the territory’s size is left out at first. */
const FINEST = 0.004;

/** The outline of a map (RFC 7946); null of what is none, as a book of another node may hold. */
export function outlineOf(text: string): Outline | null {
  if (mapFlaw(text) !== null) return null;
  const rings = ringsIn(JSON.parse(text) as GeoJson);
  const largest = rings.toSorted((a, b) => b.length - a.length).slice(0, RINGS);
  return simplified(largest, CORNERS);
}

type Position = readonly [number, number];
type Polygon = readonly (readonly Position[])[];

type GeoJson =
  | { readonly type: 'FeatureCollection'; readonly features: readonly GeoJson[] }
  | { readonly type: 'Feature'; readonly geometry: GeoJson }
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };

function ringsIn(map: GeoJson): readonly Float32Array[] {
  switch (map.type) {
    case 'FeatureCollection':
      return map.features.flatMap(ringsIn);
    case 'Feature':
      return ringsIn(map.geometry);
    case 'Polygon':
      return map.coordinates.map(flat);
    case 'MultiPolygon':
      return map.coordinates.flatMap((polygon) => polygon.map(flat));
  }
}

/** The last position of a ring is the first again: a drawn path closes itself. */
const flat = (ring: readonly Position[]): Float32Array =>
  Float32Array.from(ring.slice(0, -1).flatMap((position) => position.slice(0, 2)));

/** With at most so many corners in each ring, the finest detail given up first. */
export function simplified(rings: Outline, corners: number): Outline {
  const size = Math.max(...sizeOf(boundsOf(rings)));
  return rings.map((ring) => {
    let fine = ring;
    for (let nearest = size * FINEST; fine.length / 2 > corners; nearest *= 2) fine = withoutNear(ring, nearest);
    return fine;
  });
}

export interface Bounds {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export function boundsOf(rings: Iterable<Float32Array>): Bounds {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] ?? 0, ring[i + 1] ?? 0];
      [west, east, south, north] = [Math.min(west, x), Math.max(east, x), Math.min(south, y), Math.max(north, y)];
    }
  }
  return { west, east, south, north };
}

const sizeOf = ({ west, east, south, north }: Bounds): readonly [number, number] => [east - west, north - south];

/** Douglas and Peucker 1973, on the two halves of a ring: between its first corner and the one farthest from it. */
function withoutNear(ring: Float32Array, nearest: number): Float32Array {
  const count = ring.length / 2;
  const kept = new Set([0]);
  const far = farthest(0, count, (at) => Math.hypot(x(ring, at) - x(ring, 0), y(ring, at) - y(ring, 0)));
  kept.add(far.at);
  const spans: [number, number][] = [
    [0, far.at],
    [far.at, count],
  ];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const { at, distance } = farthest(from, to, (one) => fromLine(ring, one, from, to));
    if (distance <= nearest) continue;
    kept.add(at);
    spans.push([from, at], [at, to]);
  }
  const corners = [...kept].sort((a, b) => a - b);
  return Float32Array.from(corners.flatMap((at) => [x(ring, at), y(ring, at)]));
}

/** Past the end a ring begins again. */
const x = (ring: Float32Array, at: number): number => ring[(2 * at) % ring.length] ?? 0;
const y = (ring: Float32Array, at: number): number => ring[((2 * at) % ring.length) + 1] ?? 0;

function farthest(from: number, to: number, distanceOf: (at: number) => number) {
  let [best, distance] = [from, 0];
  for (let at = from + 1; at < to; at++) {
    const found = distanceOf(at);
    if (found > distance) [best, distance] = [at, found];
  }
  return { at: best, distance };
}

function fromLine(ring: Float32Array, at: number, from: number, to: number): number {
  const [dx, dy] = [x(ring, to) - x(ring, from), y(ring, to) - y(ring, from)];
  const [px, py] = [x(ring, at) - x(ring, from), y(ring, at) - y(ring, from)];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
}
