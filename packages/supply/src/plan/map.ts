import { escaped } from '../page/escaped.ts';
import { cosineOfDegrees } from '../roads/great-circle.ts';
import type { Plan } from './plan.ts';

const WIDTH = 640;
const MARGIN = 32;
/** Of letters their height and their width, and of marks half the width, where the map is as wide as drawn and where a phone shows it half as wide. */
const SIZES = { far: { high: 14, wide: 8.5, mark: 7 }, near: { high: 28, wide: 17, mark: 12 } } as const;

type Spot = { readonly id: string; readonly x: number; readonly y: number; readonly kind: 'depot' | 'site' | 'none' };

/** Roads, closures, depots and sites as one picture; empty where nothing is known of places. */
export function planMap(plan: Plan, label: string): string {
  const { roads, sites } = plan.problem;
  const placed = sites.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));
  if (placed.length === 0) return '';
  const { x, y, height } = frameOf([...placed.map(({ at }) => at), ...closuresOf(plan)]);
  const isDrawn = (px: number, py: number): boolean => px > 0 && px < WIDTH && py > 0 && py < height;
  const lines: string[] = [];
  for (let at = 0; roads !== null && at < roads.stretches; at++) {
    const [[ax, ay], [bx, by]] = [roads.tail[at] as number, roads.head[at] as number].map(
      (p) => [x(roads.lon[p] as number), y(roads.lat[p] as number)] as const,
    ) as [readonly [number, number], readonly [number, number]];
    if (isDrawn(ax, ay) || isDrawn(bx, by)) lines.push(`M${ax} ${ay}L${bx} ${by}`);
  }
  const crosses = plan.problem.closures.flatMap(({ id, place: [lon, lat] }) => {
    const [cx, cy] = [x(lon), y(lat)];
    if (!isDrawn(cx, cy)) return [];
    const cross = `<path class="closure mark" d="M${cx - 5} ${cy - 5}l10 10m0 -10l-10 10"/>`;
    return [`<g><title>${escaped(id)}</title>${cross}</g>`];
  });
  const kindOf = kindsIn(plan);
  const spots = placed.map(({ id, at: [lon, lat] }): Spot => ({ id, x: x(lon), y: y(lat), kind: kindOf(id) }));
  const names = (size: keyof typeof SIZES): string => `<g class="${size}">${namesIn(spots, size, height).join('')}</g>`;
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(label)}"><path class="road" d="${lines.join('')}"/>${crosses.join('')}${spots.map(markOf).join('')}${names('far')}${names('near')}</svg>`;
}

/** The closures that the plan speaks of: others may lie a day's journey away, or on no road at all. */
function closuresOf({ problem, items }: Plan): (readonly [number, number])[] {
  const lines = items.flatMap((one) => one.lines);
  const named = new Set(
    lines.flatMap(({ cutOffBy, from }) => [...(cutOffBy ?? []), ...from.flatMap(({ way }) => way.closures)]),
  );
  return problem.closures.filter(({ id }) => named.has(id)).map(({ place }) => place);
}

function frameOf(spots: readonly (readonly [number, number])[]) {
  const [west, east] = endsOf(spots.map(([lon]) => lon));
  const [south, north] = endsOf(spots.map(([, lat]) => lat));
  const narrow = cosineOfDegrees((south + north) / 2);
  const scale = (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrow, north - south, 0.01);
  const left = (WIDTH - (east - west) * narrow * scale) / 2;
  return {
    height: Math.round((north - south) * scale + 2 * MARGIN),
    x: (lon: number): number => Math.round((left + (lon - west) * narrow * scale) * 10) / 10,
    y: (lat: number): number => Math.round((MARGIN + (north - lat) * scale) * 10) / 10,
  };
}

/** The least and the most; a list of any length, which as arguments of a function it must not have. */
const endsOf = (values: readonly number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
];

function kindsIn({ items }: Plan): (id: string) => Spot['kind'] {
  const depots = new Set(items.flatMap(({ share }) => share.depots.map(({ id }) => id)));
  const short = new Set(
    items.flatMap((one) => one.lines.filter(({ award }) => award.n === 0n).map(({ site }) => site.id)),
  );
  return (id) => (depots.has(id) ? 'depot' : short.has(id) ? 'none' : 'site');
}

function markOf({ id, x, y, kind }: Spot): string {
  const shape =
    kind === 'depot'
      ? `<rect x="${x - 6}" y="${y - 6}" width="12" height="12" class="depot mark"/>`
      : `<circle cx="${x}" cy="${y}" r="5" class="${kind} mark"/>`;
  return `<g><title>${escaped(id)}</title>${shape}</g>`;
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Names where there is room for them, the depots' first: one on top of another nobody can read. */
function namesIn(spots: readonly Spot[], size: keyof typeof SIZES, height: number): string[] {
  const { high, wide, mark } = SIZES[size];
  const taken: Box[] = spots.map(({ x, y }) => ({ left: x - mark, right: x + mark, top: y - mark, bottom: y + mark }));
  const isFree = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= WIDTH &&
    box.top >= 0 &&
    box.bottom <= height &&
    taken.every(
      ({ left, right, top, bottom }) => box.right < left || right < box.left || box.bottom < top || bottom < box.top,
    );
  const first = [...spots.filter(({ kind }) => kind === 'depot'), ...spots.filter(({ kind }) => kind !== 'depot')];
  return first.flatMap(({ id, x, y }) => {
    const [length, apart, half] = [id.length * wide, mark + 3, high / 2];
    const right = { left: x + apart, right: x + apart + length, top: y - half, bottom: y + half };
    const left = { ...right, left: x - apart - length, right: x - apart };
    const box = [right, left].find(isFree);
    if (box === undefined) return [];
    taken.push(box);
    const anchor = box === left ? ` text-anchor="end" x="${x - apart}"` : ` x="${x + apart}"`;
    return [`<text${anchor} y="${Math.round(y + high * 0.35)}">${escaped(id)}</text>`];
  });
}
