import { bad, fieldsOf, itemsOf, membersOf, required } from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import { columnNamed } from './columns.ts';

/**
 * Sites from GeoJSON points (RFC 7946): their properties under the names that the columns of a table have; the feature's own id
 * names the site where no property does. Other properties are somebody else's and are left alone.
 */
export function sitePoints(name: string, text: string): readonly Json[] {
  const root = named(parseJson(text), name);
  if (typeIn(root) === 'Feature') return [siteAt(root)];
  if (typeIn(root) !== 'FeatureCollection') {
    throw bad(root, { es: 'aquí va una "FeatureCollection"', en: 'a "FeatureCollection" belongs here' }, 'geojson');
  }
  return itemsOf(required(root, 'features')).map(siteAt);
}

function siteAt(feature: Json): Json {
  if (typeIn(feature) !== 'Feature') {
    throw bad(feature, { es: 'aquí va un "Feature"', en: 'a "Feature" belongs here' }, 'geojson');
  }
  const geometry = required(feature, 'geometry');
  if (geometry.kind !== 'object' || typeIn(geometry) !== 'Point') {
    throw bad(geometry, { es: 'un lugar es un Point', en: 'a site is a Point' }, 'geojson');
  }
  const members = new Map<string, Json>([['at', required(geometry, 'coordinates')]]);
  const own = membersOf(feature);
  const properties = own.get('properties');
  for (const [name, value] of properties === undefined || properties.kind === 'null' ? [] : membersOf(properties)) {
    const column = columnNamed('sites', name);
    if (column === undefined || column.kind === 'degrees' || value.kind === 'null') continue;
    members.set(column.name, column.name === 'id' ? asText(value) : value);
  }
  const id = own.get('id');
  if (id !== undefined && !members.has('id')) members.set('id', asText(id));
  const { path, line, column } = feature;
  const site: Json = { kind: 'object', members, path, line, column };
  fieldsOf(site, ['id', 'at', 'people', 'class', 'weight']);
  return site;
}

/** Numbers are names as well: the code of a school. */
const asText = (node: Json): Json => (node.kind === 'number' ? { ...node, kind: 'string', text: node.text } : node);

function typeIn(node: Json): string | undefined {
  const type = membersOf(node).get('type');
  return type?.kind === 'string' ? type.text : undefined;
}

/** The same with the file's name before every place. */
export function named(node: Json, name: string): Json {
  const path = [name, node.path].filter(Boolean).join(' ');
  switch (node.kind) {
    case 'object':
      return { ...node, path, members: new Map([...node.members].map(([key, value]) => [key, named(value, name)])) };
    case 'array':
      return { ...node, path, items: node.items.map((item) => named(item, name)) };
    default:
      return { ...node, path };
  }
}
