import type { Position } from '../known/position.ts';
import type { Spot } from './frame.ts';
import type { LocalMap } from './local-map.ts';
import type { Box } from './map-library.ts';

/** Colours of the look, as they are now: by day or in the dark. */
export type Colours = Readonly<Record<'card' | 'ink' | 'soft' | 'indigo' | 'green' | 'red' | 'ochre', string>>;

export interface Drawn {
  readonly spots: readonly (Spot & { readonly label: string })[];
  readonly chosen: readonly Position[];
  readonly local: LocalMap;
}

const collection = (features: readonly object[]): object => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features },
});

const feature = (type: string, coordinates: unknown, properties: object): object => ({
  type: 'Feature',
  geometry: { type, coordinates },
  properties,
});

/** Letters are drawn by the browser out of its own: no style of ours names a source of glyphs. */
const letters = ['system-ui', 'sans-serif'];

/** A style (MapLibre style specification 8) that has all it shows within itself: no tile, no glyph, no picture from anywhere. */
export function styleOf({ spots, chosen, local }: Drawn, colours: Colours): object {
  const pieces = spots.flatMap(({ at, to, closed }) =>
    to === null ? [] : [feature('LineString', [at, to], { confirmed: closed?.confirmed === true })],
  );
  const points = spots.map(({ at, kind, label, rough, closed }) =>
    feature('Point', at, { kind, label, rough, confirmed: closed?.confirmed === true }),
  );
  return {
    version: 8,
    sources: {
      areas: collection(local.areas.map(({ title, polygons }) => feature('MultiPolygon', polygons, { title }))),
      roads: collection([feature('MultiLineString', local.roads, {})]),
      pieces: collection(pieces),
      spots: collection(points),
      chosen: collection([
        ...chosen.map((at) => feature('Point', at, {})),
        ...(chosen.length > 1 ? [feature('LineString', chosen, {})] : []),
      ]),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.card } },
      ...ofAreas(colours),
      {
        id: 'roads',
        type: 'line',
        source: 'roads',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': colours.soft,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1, 10, 2, 15, 5],
        },
      },
      ...ofSpots(colours),
      {
        id: 'chosen-piece',
        type: 'line',
        source: 'chosen',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': colours.ink, 'line-width': 5, 'line-dasharray': [2, 1] },
      },
      {
        id: 'chosen',
        type: 'circle',
        source: 'chosen',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 10,
          'circle-opacity': 0,
          'circle-stroke-color': colours.ink,
          'circle-stroke-width': 4,
        },
      },
    ],
  };
}

const ofAreas = (colours: Colours): readonly object[] => [
  { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': colours.indigo, 'fill-opacity': 0.08 } },
  { id: 'borders', type: 'line', source: 'areas', paint: { 'line-color': colours.indigo, 'line-width': 1.5 } },
  {
    id: 'area-names',
    type: 'symbol',
    source: 'areas',
    layout: { 'text-field': ['get', 'title'], 'text-font': letters, 'text-size': 13 },
    paint: { 'text-color': colours.soft, 'text-halo-color': colours.card, 'text-halo-width': 2 },
  },
];

/** Told apart by shape, never by colour alone: as the plain map has it. */
function ofSpots(colours: Colours): readonly object[] {
  const stateOf = ['case', ['get', 'confirmed'], colours.red, colours.ochre];
  const kind = (name: Spot['kind']): unknown => ['==', ['get', 'kind'], name];
  const sign = (id: string, letter: string, size: number, colour: unknown): object => ({
    id,
    type: 'symbol',
    source: 'spots',
    filter: kind(id as Spot['kind']),
    layout: { 'text-field': letter, 'text-font': letters, 'text-size': size, 'text-allow-overlap': true },
    paint: { 'text-color': colour, 'text-halo-color': colours.card, 'text-halo-width': 2 },
  });
  return [
    {
      id: 'rough',
      type: 'circle',
      source: 'spots',
      filter: ['get', 'rough'],
      paint: { 'circle-radius': 26, 'circle-color': colours.soft, 'circle-opacity': 0.25 },
    },
    { id: 'pieces', type: 'line', source: 'pieces', paint: { 'line-color': stateOf, 'line-width': 6 } },
    {
      id: 'site',
      type: 'circle',
      source: 'spots',
      filter: kind('site'),
      paint: {
        'circle-radius': 8,
        'circle-color': colours.green,
        'circle-stroke-color': colours.card,
        'circle-stroke-width': 2,
      },
    },
    sign('depot', '■', 26, colours.indigo),
    sign('closure', '×', 44, stateOf),
    {
      id: 'names',
      type: 'symbol',
      source: 'spots',
      layout: {
        'text-field': ['get', 'label'],
        'text-font': letters,
        'text-size': 15,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
      },
      paint: { 'text-color': colours.ink, 'text-halo-color': colours.card, 'text-halo-width': 2 },
    },
  ];
}

/** About two kilometres to either side of a single point. */
const LEAST_DEGREES = 0.02;

/** Around everything; null of nothing. */
export function boxOf(points: Iterable<Position>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  if (west > east) return null;
  return [west - LEAST_DEGREES, south - LEAST_DEGREES, east + LEAST_DEGREES, north + LEAST_DEGREES];
}
