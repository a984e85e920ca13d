import { attempt, problemSentence, readRoads } from '@cabildo/supply';
import type { Sentences } from '../../answers.ts';
import type { Position } from '../known/position.ts';

type Line = readonly Position[];

/** A file of the committee's own, as a map draws it. */
export interface LocalMap {
  readonly roads: readonly Line[];
  readonly areas: readonly { readonly title: string; readonly polygons: readonly (readonly Line[])[] }[];
}

/** Members in which maps have the name of an area, the likeliest first. */
const names = ['title', 'nombre', 'name', 'distrito', 'district', 'zona', 'municipio'] as const;

interface Feature {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry?: Geometry | null;
  readonly features?: readonly Feature[];
}

interface Geometry {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  readonly geometries?: readonly Geometry[];
}

/** Lines of a GeoJSON file are roads, its polygons areas; points and all else are left out. Said where it is wrong, as a plan says it. */
export function readLocalMap(
  text: string,
): { readonly ok: true; readonly map: LocalMap } | { readonly ok: false; readonly said: Sentences } {
  const found = areasIn(text);
  // A file of districts alone has no roads, and is none the worse.
  if (found !== null && found.areas.length > 0 && found.roads.length === 0) return { ok: true, map: found };
  const read = attempt(() => readRoads(text));
  if (!read.ok) return { ok: false, said: problemSentence(read.problem) };
  return { ok: true, map: found ?? { roads: [], areas: [] } };
}

/** Null of what is no GeoJSON at all, or has positions that are none. */
function areasIn(text: string): LocalMap | null {
  try {
    const root = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as Feature;
    const features = root.type === 'FeatureCollection' ? (root.features ?? []) : [root];
    const [roads, areas]: [Line[], LocalMap['areas'][number][]] = [[], []];
    for (const { properties, geometry } of features) {
      const shapes = (geometry?.geometries ?? [geometry]).flatMap((one) => (one == null ? [] : [one]));
      const polygons = shapes.flatMap(({ type, coordinates }) =>
        type === 'Polygon'
          ? [linesOf(coordinates)]
          : type === 'MultiPolygon'
            ? (coordinates as readonly unknown[]).map(linesOf)
            : [],
      );
      for (const { type, coordinates } of shapes) {
        if (type === 'LineString') roads.push(lineOf(coordinates));
        if (type === 'MultiLineString') roads.push(...linesOf(coordinates));
      }
      if (polygons.length > 0) areas.push({ title: titleOf(properties ?? {}), polygons });
    }
    return { roads, areas };
  } catch {
    return null;
  }
}

const titleOf = (properties: Readonly<Record<string, unknown>>): string => {
  const found = names.map((name) => properties[name]).find((one) => typeof one === 'string' || typeof one === 'number');
  return found === undefined ? '' : String(found).slice(0, 80);
};

const linesOf = (value: unknown): readonly Line[] => (value as readonly unknown[]).map(lineOf);

const lineOf = (value: unknown): Line => (value as readonly unknown[]).map(positionOf);

function positionOf(value: unknown): Position {
  const [lon, lat] = value as readonly unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90)
    throw new RangeError('no position');
  return [lon, lat];
}
