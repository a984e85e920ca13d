import { escaped } from './escaped.ts';
import type { Plan } from './plan.ts';

const WIDTH = 640;
const MARGIN = 32;
/** With more names than this nobody can read any. */
const NAMED = 30;

/** Roads, closures, depots and sites as one picture; empty where nothing is known of places. */
export function planMap({ problem, items }: Plan, label: string): string {
  const { roads, closures } = problem;
  const placed = problem.sites.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));
  if (placed.length === 0) return '';
  const spots = [...placed.map(({ at }) => at), ...closures.map(({ place }) => place)];
  const [west, east] = [Math.min(...spots.map(([lon]) => lon)), Math.max(...spots.map(([lon]) => lon))];
  const [south, north] = [Math.min(...spots.map(([, lat]) => lat)), Math.max(...spots.map(([, lat]) => lat))];
  // A degree is as high as it is wide near the equator; everywhere else the map is a little wide, and says no distances.
  const scale = (WIDTH - 2 * MARGIN) / Math.max(east - west, (north - south) * 1.2, 0.01);
  const height = Math.round((north - south) * scale + 2 * MARGIN);
  const x = (lon: number): number => Math.round((MARGIN + (lon - west) * scale) * 10) / 10;
  const y = (lat: number): number => Math.round((MARGIN + (north - lat) * scale) * 10) / 10;
  const isDrawn = (lon: number, lat: number): boolean => x(lon) > 0 && x(lon) < WIDTH && y(lat) > 0 && y(lat) < height;
  const lines: string[] = [];
  for (let at = 0; roads !== null && at < roads.stretches; at++) {
    const ends = [roads.tail[at] as number, roads.head[at] as number].map(
      (p) => [roads.lon[p] as number, roads.lat[p] as number] as const,
    );
    const [[aLon, aLat], [bLon, bLat]] = ends as [readonly [number, number], readonly [number, number]];
    if (isDrawn(aLon, aLat) || isDrawn(bLon, bLat)) lines.push(`M${x(aLon)} ${y(aLat)}L${x(bLon)} ${y(bLat)}`);
  }
  const depots = new Set(items.flatMap(({ share }) => share.depots.map(({ id }) => id)));
  const short = new Set(
    items.flatMap((one) => one.lines.filter(({ award }) => award.n === 0n).map(({ site }) => site.id)),
  );
  const marks = placed.map(({ id, at: [lon, lat] }) => {
    const kind = depots.has(id) ? 'depot' : short.has(id) ? 'none' : 'site';
    const shape =
      kind === 'depot'
        ? `<rect x="${x(lon) - 6}" y="${y(lat) - 6}" width="12" height="12" class="depot"/>`
        : `<circle cx="${x(lon)}" cy="${y(lat)}" r="5" class="${kind}"/>`;
    const name = placed.length <= NAMED ? nameAt(id, x(lon), y(lat)) : '';
    return `<g><title>${escaped(id)}</title>${shape}${name}</g>`;
  });
  const crosses = closures.map(({ id, place: [lon, lat] }) => {
    const [cx, cy] = [x(lon), y(lat)];
    return `<g><title>${escaped(id)}</title><path class="closure" d="M${cx - 5} ${cy - 5}l10 10m0 -10l-10 10"/></g>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(label)}"><path class="road" d="${lines.join('')}"/>${crosses.join('')}${marks.join('')}</svg>`;
}

/** On the side on which there is more room. */
const nameAt = (id: string, x: number, y: number): string =>
  x < WIDTH / 2
    ? `<text x="${x + 10}" y="${y + 5}">${escaped(id)}</text>`
    : `<text x="${x - 10}" y="${y + 5}" text-anchor="end">${escaped(id)}</text>`;
