import { readFile } from 'node:fs/promises';
import type { SupplySample } from '../story/supply-sample.ts';

type Point = readonly [east: number, north: number];
type Ring = readonly Point[];

interface Features<G> {
  readonly features: readonly { readonly properties: Readonly<Record<string, unknown>>; readonly geometry: G }[];
}

type Area =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Beside the project, never in it (its `SOURCES.md`). */
const cityFolder = new URL('../../../../../../shared/data/supply/', import.meta.url);

/** What lies around El Alto; the roads of the rest of the country lead nowhere that the committee goes. */
const around = { west: -68.45, south: -16.8, east: -68.05, north: -16.3 } as const;

const isAround = ([east, north]: Point): boolean =>
  east > around.west && east < around.east && north > around.south && north < around.north;

/**
 * The sample committee on the districts, the main roads and a closure that are known: their middles from the districts' borders, the
 * roads as way-points. Null where those files are not here. The track to District 13 stays invented, and begins on the nearest road.
 */
export async function citySample(sample: SupplySample, folder: URL = cityFolder): Promise<SupplySample | null> {
  const [areas, ways, blocks] = await Promise.all([
    read<Area>('el-alto-districts.geojson', folder),
    read<{ readonly coordinates: readonly Point[] }>('roads-bolivia.geojson', folder),
    read<{ readonly coordinates: Point }>('closures-2026-06-10.geojson', folder),
  ]);
  if (areas === null || ways === null || blocks === null) return null;
  const roads = ways.features.flatMap(({ properties, geometry }) => {
    const name = `Ruta ${Number(String(properties.route).slice(1))}`;
    return pieces(geometry.coordinates).map((line) => ({ name, line }));
  });
  const districts = areas.features
    .map(({ properties, geometry }) => {
      const [east, north] = middleOf(geometry);
      return { district: Number(properties.district), people: Number(properties.population), east, north };
    })
    .toSorted((a, b) => a.district - b.district);
  const closed = blocks.features.map(({ geometry }) => geometry.coordinates).filter(isAround);
  const away = (point: Point): number =>
    districts.reduce((least, { east, north }) => Math.min(least, distance(point, [east, north])), Infinity);
  const [at] = closed.toSorted((a, b) => away(a) - away(b));
  if (at === undefined) return null;
  return {
    ...sample,
    districts,
    roads: [...roads, ...tracksOf(sample, roads)],
    closure: { road: nearest(roads, at).name, corner: 'Donde lo informó la administradora de caminos', at },
  };
}

async function read<G>(name: string, folder: URL): Promise<Features<G> | null> {
  const text = await readFile(new URL(name, folder), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Features<G>);
}

/** The stretches of a road that lie around the city. */
function pieces(line: readonly Point[]): readonly (readonly Point[])[] {
  const all: Point[][] = [[]];
  for (const point of line)
    if (isAround(point)) all.at(-1)?.push(point);
    else all.push([]);
  return all.filter(({ length }) => length > 1);
}

/** What is invented of the sample's roads: it ends where there is no main road. */
const tracksOf = ({ roads }: SupplySample, known: SupplySample['roads']): SupplySample['roads'] =>
  roads
    .filter(({ name }) => name.startsWith('Camino vecinal'))
    .map(({ name, line: [from = [0, 0], ...rest] }) => ({ name, line: [nearest(known, from).point, ...rest] }));

const distance = ([a, b]: Point, [c, d]: Point): number => Math.hypot(a - c, b - d);

function nearest(roads: SupplySample['roads'], to: Point): { readonly name: string; readonly point: Point } {
  const points = roads.flatMap(({ name, line }) => line.map((point) => ({ name, point })));
  return points.reduce((best, one) => (distance(one.point, to) < distance(best.point, to) ? one : best));
}

/** The middle of its largest part, to a hundredth of a degree: a kilometre. */
function middleOf(area: Area): Point {
  const rings = area.type === 'Polygon' ? [area.coordinates[0] ?? []] : area.coordinates.map(([ring = []]) => ring);
  const parts = rings.map(centroid).toSorted((a, b) => Math.abs(b.twice) - Math.abs(a.twice));
  const [{ at } = { at: [0, 0] as Point }] = parts;
  return [Math.round(at[0] * 100) / 100, Math.round(at[1] * 100) / 100];
}

function centroid(ring: Ring): { readonly twice: number; readonly at: Point } {
  let [twice, east, north] = [0, 0, 0];
  for (const [place, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(place + 1) % ring.length] ?? [x, y];
    const cross = x * nextY - nextX * y;
    twice += cross;
    east += (x + nextX) * cross;
    north += (y + nextY) * cross;
  }
  return { twice, at: [east / (3 * twice), north / (3 * twice)] };
}
