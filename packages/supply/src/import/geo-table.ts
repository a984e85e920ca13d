import { bad, itemsOf, membersOf, required } from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import type { Cell, Table } from '../input/table.ts';

/** A table out of GeoJSON: the same, but that nothing separates its cells. */
export type GeoTable = Omit<Table, 'separator'> & { readonly separator: null };

/**
 * Points of GeoJSON (RFC 7946) as the rows of a table: `lon`, `lat`, the feature's `id` and its properties, each cell where its value
 * stands in the file. What else a property may hold (lists, objects) is left out, as no cell holds it.
 */
export function geoTable(text: string): GeoTable {
  const root = parseJson(text);
  const type = typeIn(root);
  if (type !== 'FeatureCollection' && type !== 'Feature')
    throw bad(root, { es: 'aquí va una "FeatureCollection"', en: 'a "FeatureCollection" belongs here' }, 'geojson');
  const rows = (type === 'Feature' ? [root] : itemsOf(required(root, 'features'))).map(cellsOf);
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const { line, column } = root;
  return {
    separator: null,
    head: names.map((name) => ({ text: name, line, column })),
    rows: rows.map((row) => names.map((name) => row.get(name) ?? { text: '', ...startOf(row) })),
  };
}

const startOf = (row: ReadonlyMap<string, Cell>): Omit<Cell, 'text'> => {
  const { line, column } = [...row.values()][0] ?? { line: 1, column: 1 };
  return { line, column };
};

function cellsOf(feature: Json): ReadonlyMap<string, Cell> {
  if (typeIn(feature) !== 'Feature')
    throw bad(feature, { es: 'aquí va un "Feature"', en: 'a "Feature" belongs here' }, 'geojson');
  const geometry = required(feature, 'geometry');
  if (geometry.kind !== 'object' || typeIn(geometry) !== 'Point')
    throw bad(geometry, { es: 'aquí va un Point', en: 'a Point belongs here' }, 'geojson');
  const coordinates = required(geometry, 'coordinates');
  const [lon, lat] = itemsOf(coordinates);
  if (lon?.kind !== 'number' || lat?.kind !== 'number')
    throw bad(coordinates, { es: 'aquí va [longitud, latitud]', en: '[longitude, latitude] belongs here' }, 'geojson');
  const own = membersOf(feature);
  const properties = own.get('properties');
  const said = properties === undefined || properties.kind === 'null' ? [] : membersOf(properties);
  const id = own.get('id');
  return new Map([
    ['lon', cellOf(lon)],
    ['lat', cellOf(lat)],
    ...(id === undefined ? [] : [['id', cellOf(id)] as const]),
    ...[...said]
      .filter(([, { kind }]) => kind !== 'object' && kind !== 'array')
      .map(([name, value]) => [name, cellOf(value)] as const),
  ]);
}

function cellOf(node: Json): Cell {
  const text =
    node.kind === 'string' || node.kind === 'number' ? node.text : node.kind === 'boolean' ? String(node.value) : '';
  return { text, line: node.line, column: node.column };
}

function typeIn(node: Json): string | undefined {
  const type = node.kind === 'object' ? node.members.get('type') : undefined;
  return type?.kind === 'string' ? type.text : undefined;
}
