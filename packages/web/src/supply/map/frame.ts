import { type Position, positionIn } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';

export interface Spot {
  readonly act: number;
  readonly title: string;
  readonly kind: 'depot' | 'site' | 'closure';
  readonly at: Position;
}

/** What of the registers has a position that whoever looks may read. Closures that are over or withdrawn are left out. */
export function spotsIn({ sites, announcements, at }: Supply): readonly Spot[] {
  const standing = sites.flatMap(({ site, title, kind, location, closed }): Spot[] => {
    const found = closed === null ? positionIn(location) : null;
    const spot = kind === 'depot' || kind === 'plant' ? 'depot' : 'site';
    return found === null ? [] : [{ act: site, title, kind: spot, at: found }];
  });
  const closures = announcements.flatMap((one): Spot[] => {
    const isOver = one.withdrawn !== null || (one.until !== null && one.until <= at);
    const found = one.kind === 'closure' && !isOver ? positionIn(one.about) : null;
    return found === null || one.kind !== 'closure'
      ? []
      : [{ act: one.announcement, title: one.title, kind: 'closure', at: found }];
  });
  return [...standing, ...closures];
}

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
