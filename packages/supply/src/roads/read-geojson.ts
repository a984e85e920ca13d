/** Roads and closures from GeoJSON (RFC 7946). What does not fit is named with its place in the file. */
import { type Json, parseJson } from '../input/json.ts';
import { momentOf } from '../moment.ts';
import { BadInput } from '../problem.ts';
import { isOnOneLine, type Text } from '../text.ts';
import type { Closure } from './closures.ts';
import type { Position } from './great-circle.ts';
import { joinLines, type Roads } from './network.ts';

type Path = readonly (string | number)[];
type Members = Readonly<Record<string, unknown>>;
type Feature = { readonly geometry: unknown; readonly of: Members; readonly path: Path; readonly geometryPath: Path };

export function readRoads(source: string): Roads {
  const file = open(source);
  const shapes = featuresOf(file).flatMap((feature) => shapesOf(file, feature));
  const lines = shapes.filter(({ type }) => isLine.test(type)).flatMap((shape) => linesOf(file, shape));
  const roads = joinLines(lines.sort(byCoordinates));
  if (roads.points >= 2) return { ...roads, leftOut: shapes.filter(({ type }) => !isLine.test(type)).length };
  const [other] = shapes.filter(({ type }) => !isLine.test(type));
  if (other !== undefined) {
    throw file.wrong([...other.path, 'type'], {
      es: `un camino es LineString o MultiLineString, no ${other.type}`,
      en: `a road is a LineString or a MultiLineString, not ${other.type}`,
    });
  }
  throw file.wrong(['features'], {
    es: 'una red de caminos necesita por lo menos una línea con dos puntos distintos',
    en: 'a road network needs at least one line with two different points',
  });
}

const isLine = /^(?:Multi)?LineString$/;

/** One order whatever the file's: of ways that are equally long, the one whose points were read first is taken. */
function byCoordinates(a: readonly Position[], b: readonly Position[]): number {
  for (const [at, [lon, lat]] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (lon !== other[0] || lat !== other[1]) return lon - other[0] || lat - other[1];
  }
  return a.length - b.length;
}

export function readClosures(source: string): readonly Closure[] {
  const file = open(source);
  return featuresOf(file).flatMap((feature, at) => {
    const known = knownOf(file, feature, at);
    return placesOf(file, feature).map((place): Closure => ({ ...known, place }));
  });
}

interface File {
  readonly root: unknown;
  wrong(path: Path, text: Text): BadInput;
}

/** Read twice only where something is wrong: finding lines and columns takes ten times the time of reading. */
function open(source: string): File {
  const wrong = (path: Path, text: Text): BadInput => {
    const { line, column, path: place } = nodeAt(parseJson(source), path);
    return new BadInput('geojson', { line, column, path: place }, text);
  };
  try {
    return { root: JSON.parse(source.startsWith('\ufeff') ? source.slice(1) : source), wrong };
  } catch {
    parseJson(source);
    throw new BadInput('json', {}, { es: 'no es un documento JSON', en: 'is no JSON document' });
  }
}

/** The value at a path, or the innermost around it where the path leads to nothing. */
function nodeAt(root: Json, path: Path): Json {
  let node = root;
  for (const step of path) {
    const next =
      node.kind === 'object'
        ? node.members.get(`${step}`)
        : node.kind === 'array'
          ? node.items[Number(step)]
          : undefined;
    if (next === undefined) return node;
    node = next;
  }
  return node;
}

function featuresOf(file: File): readonly Feature[] {
  const root = members(file, file.root, []);
  inDegrees(file, root);
  if (root.type === 'Feature') return [featureOf(file, root, [])];
  if (root.type === 'FeatureCollection')
    return list(file, root.features, ['features']).map((one, at) => featureOf(file, one, ['features', at]));
  if (typeof root.type === 'string' && ('coordinates' in root || 'geometries' in root))
    return [{ geometry: root, of: {}, path: [], geometryPath: [] }];
  throw file.wrong(['type'], { es: 'aquí va "FeatureCollection"', en: '"FeatureCollection" belongs here' });
}

/** RFC 7946 knows longitude and latitude alone; what was written before it may name another system in `crs`. */
function inDegrees(file: File, { crs }: Members): void {
  if (crs === undefined || crs === null || /CRS84|EPSG:+(?:4326|4979)\b/i.test(JSON.stringify(crs))) return;
  throw file.wrong(['crs'], {
    es: 'las coordenadas van en longitud y latitud (WGS 84), y no en otro sistema',
    en: 'coordinates are longitude and latitude (WGS 84), in no other system',
  });
}

function featureOf(file: File, value: unknown, path: Path): Feature {
  const feature = members(file, value, path);
  if (feature.type !== 'Feature') {
    throw file.wrong([...path, 'type'], { es: 'aquí va "Feature"', en: '"Feature" belongs here' });
  }
  return { geometry: feature.geometry ?? null, of: feature, path, geometryPath: [...path, 'geometry'] };
}

type Shape = { readonly type: string; readonly coordinates: unknown; readonly path: Path };

/** A geometry, or those that are collected in it, which are no collections again. A feature without a place is valid, and has none. */
function shapesOf(file: File, { geometry, geometryPath: path }: Feature): readonly Shape[] {
  if (geometry === null) return [];
  const shapeAt = (one: unknown, place: Path): Shape => {
    const { type, coordinates } = members(file, one, place);
    return { type: String(type), coordinates, path: place };
  };
  const { type, geometries } = members(file, geometry, path);
  if (type !== 'GeometryCollection') return [shapeAt(geometry, path)];
  const inside = [...path, 'geometries'];
  return list(file, geometries, inside).map((one, at) => shapeAt(one, [...inside, at]));
}

function linesOf(file: File, { type, coordinates, path }: Shape): readonly (readonly Position[])[] {
  const inside = [...path, 'coordinates'];
  if (type === 'LineString') return [lineOf(file, coordinates, inside)];
  return list(file, coordinates, inside).map((one, at) => lineOf(file, one, [...inside, at]));
}

function lineOf(file: File, value: unknown, path: Path): readonly Position[] {
  const positions = list(file, value, path);
  if (positions.length < 2) {
    throw file.wrong(path, { es: 'una línea tiene al menos dos puntos', en: 'a line has at least two points' });
  }
  return positions.map((one, at) => positionAt(file, one, [...path, at]));
}

/** Where a closure is: one that is reported without a place, or as a line, would close nobody knows what. */
function placesOf(file: File, feature: Feature): readonly Position[] {
  const shapes = shapesOf(file, feature);
  if (shapes.length === 0) {
    throw file.wrong(feature.geometryPath, {
      es: 'un corte necesita su lugar: {"type":"Point","coordinates":[longitud, latitud]}',
      en: 'a closure needs its place: {"type":"Point","coordinates":[longitude, latitude]}',
    });
  }
  return shapes.flatMap(({ type, coordinates, path }) => {
    const inside = [...path, 'coordinates'];
    if (type === 'Point') return [positionAt(file, coordinates, inside)];
    if (type === 'MultiPoint')
      return list(file, coordinates, inside).map((one, at) => positionAt(file, one, [...inside, at]));
    throw file.wrong([...path, 'type'], {
      es: `un corte es un Point, no ${type}`,
      en: `a closure is a Point, not ${type}`,
    });
  });
}

/** What is said of a closure besides its place; what is empty or null is not said. */
function knownOf(file: File, { of, path }: Feature, at: number): Omit<Closure, 'place'> {
  const inside = [...path, 'properties'];
  const properties = members(file, of.properties ?? {}, inside);
  const found = (...names: readonly string[]) => {
    const name = names.find((one) => (properties[one] ?? '') !== '');
    return name === undefined ? undefined : { name, value: properties[name], path: [...inside, name] };
  };
  const text = (...names: readonly string[]): string | undefined => {
    const one = found(...names);
    if (one === undefined) return undefined;
    if (typeof one.value === 'string' && isOnOneLine(one.value)) return one.value;
    throw file.wrong(one.path, { es: 'aquí va un texto en una sola línea', en: 'a text on one line belongs here' });
  };
  const id = idOf(of.id ?? properties.id, at);
  if (!isOnOneLine(id)) {
    throw file.wrong(of.id === undefined ? [...inside, 'id'] : [...path, 'id'], {
      es: 'aquí va un nombre en una sola línea',
      en: 'a name on one line belongs here',
    });
  }
  const since = text('since', 'reported');
  const until = text('until');
  if (until !== undefined && momentOf(until) === undefined) {
    throw file.wrong([...inside, 'until'], {
      es: `«${until}» no es una fecha, ni una hora con su zona (2026-06-02T12:00:00-04:00)`,
      en: `“${until}” is no date, and no time with its zone (2026-06-02T12:00:00-04:00)`,
    });
  }
  const [reportedBy, decidedBy, confirmed] = [text('reportedBy'), text('decidedBy'), found('confirmed')];
  if (confirmed !== undefined && typeof confirmed.value !== 'boolean')
    throw file.wrong(confirmed.path, { es: 'aquí va true o false', en: 'true or false belongs here' });
  return {
    id,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(reportedBy !== undefined && { reportedBy }),
    ...(decidedBy !== undefined && { decidedBy }),
    ...(confirmed !== undefined && { confirmed: confirmed.value === true }),
  };
}

const idOf = (given: unknown, at: number): string =>
  typeof given === 'string' || typeof given === 'number' ? `${given}` : `features[${at}]`;

function positionAt(file: File, value: unknown, path: Path): Position {
  const [lon, lat] = list(file, value, path);
  for (const [at, one, most] of [
    [0, lon, 180],
    [1, lat, 90],
  ] as const) {
    if (typeof one === 'number' && Math.abs(one) <= most) continue;
    const name = at === 0 ? { es: 'longitud', en: 'longitude' } : { es: 'latitud', en: 'latitude' };
    throw file.wrong([...path, at], {
      es: `la ${name.es} es un número entre −${most} y ${most}, no ${JSON.stringify(one)}`,
      en: `the ${name.en} is a number from −${most} to ${most}, not ${JSON.stringify(one)}`,
    });
  }
  return [lon as number, lat as number];
}

function members(file: File, value: unknown, path: Path): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw file.wrong(path, { es: 'aquí va un objeto {…}', en: 'an object {…} belongs here' });
}

function list(file: File, value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw file.wrong(path, { es: 'aquí va una lista […]', en: 'a list […] belongs here' });
}
