/** What a map lacks, and where: a path into the text, as a reader would write it. */
export interface Flaw {
  readonly place: string;
  readonly needed: string;
}

const flaw = (place: string, needed: string): Flaw => ({ place, needed });

const at = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The first flaw of a map (RFC 7946): areas alone, as they are, in a feature or in a collection of features; closed
 * rings, degrees of WGS 84.
 */
export function mapFlaw(text: string): Flaw | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return flaw('', 'JSON');
  }
  if (!isObject(value) || value.type !== 'FeatureCollection') return areaFlaw(value, '');
  const { features } = value;
  return listFlaw(features, 'features', 1, 'Feature', (feature, place) =>
    isObject(feature) && feature.type === 'Feature' ? areaFlaw(feature, place) : flaw(place, 'Feature'),
  );
}

function areaFlaw(value: unknown, place: string): Flaw | null {
  if (isObject(value) && value.type === 'Feature') return geometryFlaw(value.geometry, at(place, 'geometry'));
  return geometryFlaw(value, place);
}

function geometryFlaw(value: unknown, place: string): Flaw | null {
  const coordinates = at(place, 'coordinates');
  if (isObject(value) && value.type === 'Polygon') return polygonFlaw(value.coordinates, coordinates);
  if (isObject(value) && value.type === 'MultiPolygon')
    return listFlaw(value.coordinates, coordinates, 1, 'Polygon', polygonFlaw);
  return flaw(place, 'Polygon | MultiPolygon');
}

const polygonFlaw = (value: unknown, place: string): Flaw | null => listFlaw(value, place, 1, 'ring', ringFlaw);

function ringFlaw(value: unknown, place: string): Flaw | null {
  const found = listFlaw(value, place, 4, 'position', positionFlaw);
  if (found !== null) return found;
  const ring = value as readonly (readonly number[])[];
  const last = ring.length - 1;
  return JSON.stringify(ring[0]) === JSON.stringify(ring[last])
    ? null
    : flaw(`${place}[${last}]`, JSON.stringify(ring[0]));
}

function positionFlaw(value: unknown, place: string): Flaw | null {
  const needed = '[-180…180, -90…90]';
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) return flaw(place, needed);
  const [east, north, height = 0] = value as readonly unknown[];
  const within = (degrees: unknown, most: number) => typeof degrees === 'number' && Math.abs(degrees) <= most;
  return within(east, 180) && within(north, 90) && within(height, 10_000) ? null : flaw(place, needed);
}

function listFlaw(
  value: unknown,
  place: string,
  least: number,
  what: string,
  check: (one: unknown, place: string) => Flaw | null,
): Flaw | null {
  if (!Array.isArray(value) || value.length < least) return flaw(place, `${what} × ${least}`);
  for (const [position, one] of value.entries()) {
    const found = check(one, `${place}[${position}]`);
    if (found !== null) return found;
  }
  return null;
}
