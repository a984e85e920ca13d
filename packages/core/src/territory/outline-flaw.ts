type Position = readonly number[];
type Ring = readonly Position[];

/** A map that has the form of one (`mapFlaw` has found nothing). */
type Map =
  | { readonly type: 'FeatureCollection'; readonly features: readonly Map[] }
  | { readonly type: 'Feature'; readonly geometry: Map }
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export interface OutlineFlaw {
  readonly place: string;
  readonly what: 'crosses' | 'encloses-nothing';
}

/** The first ring that crosses itself or encloses nothing (RFC 7946 wants linear rings; OGC simple features say what is simple). */
export function outlineFlaw(text: string): OutlineFlaw | null {
  for (const { place, ring } of ringsIn(JSON.parse(text) as Map, '')) {
    const crossed = crossing(ring);
    if (crossed !== null) return { place: `${place}[${crossed}]`, what: 'crosses' };
    if (areaOf(ring) === 0) return { place, what: 'encloses-nothing' };
  }
  return null;
}

function ringsIn(map: Map, place: string): readonly { readonly place: string; readonly ring: Ring }[] {
  const at = (name: string): string => (place === '' ? name : `${place}.${name}`);
  switch (map.type) {
    case 'FeatureCollection':
      return map.features.flatMap((feature, i) => ringsIn(feature, at(`features[${i}]`)));
    case 'Feature':
      return ringsIn(map.geometry, at('geometry'));
    case 'Polygon':
      return map.coordinates.map((ring, i) => ({ place: at(`coordinates[${i}]`), ring }));
    case 'MultiPolygon':
      return map.coordinates.flatMap((polygon, i) =>
        polygon.map((ring, k) => ({ place: at(`coordinates[${i}][${k}]`), ring })),
      );
  }
}

const x = (ring: Ring, i: number): number => ring[i]?.[0] ?? 0;
const y = (ring: Ring, i: number): number => ring[i]?.[1] ?? 0;

/** Which side of the line from `a` to `b` the corner `c` is on; 0: on it. */
const side = (ring: Ring, a: number, b: number, c: number): number =>
  Math.sign(
    (x(ring, b) - x(ring, a)) * (y(ring, c) - y(ring, a)) - (y(ring, b) - y(ring, a)) * (x(ring, c) - x(ring, a)),
  );

/** Twice the area, with its sign: about its first corner, so that little is lost to rounding. */
function areaOf(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i + 2 < ring.length; i++)
    twice +=
      (x(ring, i) - x(ring, 0)) * (y(ring, i + 1) - y(ring, 0)) -
      (x(ring, i + 1) - x(ring, 0)) * (y(ring, i) - y(ring, 0));
  return twice;
}

/** The first side that properly crosses one before it. What only touches is drawn as it is meant. */
function crossing(ring: Ring): number | null {
  const sides = ring.length - 1;
  for (let i = 0; i < sides; i++)
    for (let k = 0; k < i - 1; k++)
      if (
        side(ring, i, i + 1, k) * side(ring, i, i + 1, k + 1) < 0 &&
        side(ring, k, k + 1, i) * side(ring, k, k + 1, i + 1) < 0
      )
        return i;
  return null;
}
