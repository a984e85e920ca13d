import { mapFlaw, outlineFlaw } from '@cabildo/core';

/** Characters that a founding takes (core, `mapMost`), and bytes of a file that are read at all. */
export const MOST_LETTERS = 40_000;
export const MOST_BYTES = 5_000_000;

/** Of a degree: a tenth of a metre. */
const FINEST = 1_000_000;

export type MapFlaw =
  | { readonly what: 'too-large' | 'not-text' | 'not-json' | 'crosses' | 'encloses-nothing'; readonly place: string }
  | { readonly what: 'malformed'; readonly place: string; readonly needed: string }
  | { readonly what: 'too-detailed'; readonly letters: number }
  | { readonly what: 'corner' | 'few-corners'; readonly line: number };

export type MapRead = { readonly ok: true; readonly map: string } | { readonly ok: false; readonly flaw: MapFlaw };

const no = (flaw: MapFlaw): MapRead => ({ ok: false, flaw });

/** A GeoJSON file as other programs save it: its outlines alone are taken, to a tenth of a metre. */
export function mapInFile(bytes: Uint8Array): MapRead {
  if (bytes.length > MOST_BYTES) return no({ what: 'too-large', place: '' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return no({ what: 'not-text', place: '' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no({ what: 'not-json', place: '' });
  }
  const flaw = mapFlaw(text);
  return flaw === null ? checked(JSON.stringify(outlines(value))) : no({ what: 'malformed', ...flaw });
}

/** Corners as a telephone shows them, north and then east, one a line, in their order around the place. */
export function mapOfCorners(text: string): MapRead {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const corners: (readonly [number, number])[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const [, north, east] = /^([-−]?\d{1,2}(?:\.\d+)?)°?[\s,;]+([-−]?\d{1,3}(?:\.\d+)?)°?$/.exec(line) ?? [];
    const corner = [degrees(east), degrees(north)] as const;
    if (!(Math.abs(corner[0]) <= 180 && Math.abs(corner[1]) <= 90)) return no({ what: 'corner', line: at + 1 });
    corners.push(corner);
  }
  const [first] = corners;
  if (first === undefined || corners.length < 3) return no({ what: 'few-corners', line: lines.length });
  return checked(JSON.stringify({ type: 'Polygon', coordinates: [[...corners, first]] }));
}

const degrees = (text = ''): number => (text === '' ? Number.NaN : Number(text.replace('−', '-')));

function checked(map: string): MapRead {
  const malformed = mapFlaw(map);
  if (malformed !== null) return no({ what: 'malformed', ...malformed });
  if (map.length > MOST_LETTERS) return no({ what: 'too-detailed', letters: map.length });
  const outline = outlineFlaw(map);
  return outline === null ? { ok: true, map } : no(outline);
}

type Member = Readonly<Record<string, unknown>>;

/** What a map is drawn from and nothing else: names, owners, notes that a file may hold of its areas stay where it is. */
function outlines(value: unknown): unknown {
  const { type, features, geometry, coordinates } = value as Member;
  if (type === 'FeatureCollection')
    return { type: 'MultiPolygon', coordinates: (features as readonly unknown[]).flatMap(polygonsOf) };
  return type === 'Feature' ? outlines(geometry) : { type, coordinates: rounded(coordinates) };
}

function polygonsOf(value: unknown): readonly unknown[] {
  const { type, coordinates } = outlines(value) as Member;
  return type === 'Polygon' ? [coordinates] : (coordinates as readonly unknown[]);
}

/** Heights are left out. */
function rounded(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (typeof value[0] === 'number') return value.slice(0, 2).map((one) => Math.round(one * FINEST) / FINEST);
  return value.map(rounded);
}

/** As a path of SVG in a square of 100, north above; null of what has no size. */
export function drawn(map: string): string | null {
  const { type, coordinates } = JSON.parse(map) as Member;
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly (readonly (readonly number[])[])[][];
  const rings = polygons.flat() as unknown as readonly (readonly (readonly [number, number])[])[];
  const [west, east] = ends(rings.flat().map(([x]) => x));
  const [south, north] = ends(rings.flat().map(([, y]) => y));
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const size = Math.max((east - west) * narrow, north - south);
  if (!(size > 0)) return null;
  const at = ([x, y]: readonly [number, number]): string =>
    `${((100 * (x - west) * narrow) / size).toFixed(1)} ${((100 * (north - y)) / size).toFixed(1)}`;
  return rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('');
}

const ends = (all: readonly number[]): readonly [number, number] => [
  all.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
  all.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY),
];
