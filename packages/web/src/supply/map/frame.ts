import { type Position, positionsIn } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';

export interface Spot {
  readonly act: number;
  readonly title: string;
  readonly kind: 'depot' | 'site' | 'closure';
  readonly at: Position;
  /** The other end of a piece of road that is closed. */
  readonly to: Position | null;
  /** Only what was published of it is known to whoever looks: a kilometre to either side. */
  readonly rough: boolean;
  /** Of a closure: since when, and whether somebody has confirmed it. */
  readonly closed: { readonly from: string; readonly confirmed: boolean } | null;
}

/** What of the registers has a position that whoever looks may read. Closures that are over or withdrawn are left out. */
export function spotsIn({ sites, announcements, at }: Supply): readonly Spot[] {
  const standing = sites.flatMap(({ site, title, kind, location, near, closed }): Spot[] => {
    if (closed !== null) return [];
    const rough: Position | null = near === null ? null : [near.east / 100, near.north / 100];
    const found = positionsIn(location)[0] ?? rough;
    const spot = kind === 'depot' || kind === 'plant' ? 'depot' : 'site';
    return found === null
      ? []
      : [{ act: site, title, kind: spot, at: found, to: null, rough: found === rough, closed: null }];
  });
  const closures = announcements.flatMap((one): Spot[] => {
    if (one.kind !== 'closure' || one.withdrawn !== null || (one.until !== null && one.until <= at)) return [];
    const [found, to = null] = positionsIn(one.about);
    const { announcement: act, title, from, confirmed } = one;
    return found === undefined
      ? []
      : [{ act, title, kind: 'closure', at: found, to, rough: false, closed: { from, confirmed } }];
  });
  return [...standing, ...closures];
}

/** All that a map has to show. */
export const cornersOf = (spots: readonly Spot[]): readonly Position[] =>
  spots.flatMap(({ at, to }) => (to === null ? [at] : [at, to]));

export const WIDE = 1_000;
const TALLEST = 900;
/** About two kilometres: what a map of a single point shows on either side. */
const LEAST_DEGREES = 0.02;

export interface MapFrame {
  readonly height: number;
  readonly toMap: (at: Position) => readonly [x: number, y: number];
  readonly toDegrees: (x: number, y: number) => Position;
}

/** Equirectangular about the middle, with a margin; null where nothing is known that could be framed. */
export function frameOf(points: readonly Position[]): MapFrame | null {
  if (points.length === 0) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const middle: Position = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
  const squeeze = Math.max(0.05, Math.cos((middle[1] * Math.PI) / 180));
  const wide = Math.max(Math.max(...lons) - Math.min(...lons), LEAST_DEGREES) * 1.2;
  const tall = Math.max(Math.max(...lats) - Math.min(...lats), LEAST_DEGREES) * 1.2;
  const scale = Math.min(WIDE / (wide * squeeze), TALLEST / tall);
  const height = Math.max(360, Math.min(TALLEST, tall * scale));
  return {
    height,
    toMap: ([lon, lat]) => [WIDE / 2 + (lon - middle[0]) * squeeze * scale, height / 2 - (lat - middle[1]) * scale],
    toDegrees: (x, y) => [
      Number((middle[0] + (x - WIDE / 2) / (squeeze * scale)).toFixed(6)),
      Number((middle[1] - (y - height / 2) / scale).toFixed(6)),
    ],
  };
}
