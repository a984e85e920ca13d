import { positionIn, positionsIn } from '../known/position.ts';
import type { Announcement, Line, Lot, Plan, Supply, Trip } from '../known/supply-answer.ts';
import { boundsOf, type Limits, limitsText, noLimits } from './limits.ts';

/** Kinds of sites in the order in which they are served: lower first, and who is in no class comes last. */
export type Classes = Readonly<Record<string, number>>;

/** The file that an assembly adopts with its rule: canonical, so that the same classes are the same hash everywhere. */
export const parametersText = (classes: Classes, limits: Limits = noLimits): string =>
  JSON.stringify({
    class: Object.fromEntries(Object.entries(classes).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...limitsText(limits),
  });

/** What there is of a lot at a depot, and may be given to somebody by a new plan. */
export interface FreeLot {
  readonly lot: number;
  readonly item: number;
  readonly site: number;
  readonly quantity: number;
}

/** What trips under way still bring. */
const onTheWay = (trips: readonly Trip[], counts: (line: Line) => boolean): number =>
  trips
    .flatMap(({ ended, lines }) => (ended === null ? lines.filter(counts) : []))
    .reduce((sum, { left }) => sum + left, 0);

/**
 * Of each lot what is in depots and nobody has a claim to, once the plan that is to be replaced is over: what was not handed over is
 * free again then, but for what its trips under way bring, loaded or not.
 */
export function freeLots({ lots, plans, sites, vehicles, trips }: Supply, replaces: number | null): readonly FreeLot[] {
  const depots = new Set(sites.filter(({ kind }) => kind === 'plant' || kind === 'depot').map(({ site }) => site));
  const moving = new Set(vehicles.map(({ vehicle }) => vehicle));
  const before = plans.find(({ plan }) => plan === replaces)?.lines ?? [];
  // Of a plan that goes on, what its trips bring is among what is meant for somebody.
  const goesOn = new Set(plans.filter(({ holds, plan }) => holds && plan !== replaces).map(({ plan }) => plan));
  const sent = trips.filter(({ plan }) => !goesOn.has(plan));
  const freeOf = ({ lot, meant, offered, places }: Lot): number => {
    const at = (counts: ReadonlySet<number>): number =>
      places.reduce((sum, { place, quantity }) => sum + (counts.has(place) ? quantity : 0), 0);
    const left = before.reduce((sum, line) => sum + (line.lot === lot ? line.left : 0), 0);
    const claimed = meant - left + onTheWay(sent, (line) => line.lot === lot);
    return Math.max(0, at(depots) - Math.max(0, claimed - at(moving)) - offered);
  };
  const lastDay = (lot: Lot): number =>
    lot.bestBefore === null ? Number.POSITIVE_INFINITY : Date.parse(lot.bestBefore);
  // What runs out first is given first; two that never do are in the order in which they came.
  const inOrder = [...lots].sort((a, b) => (lastDay(a) === lastDay(b) ? a.lot - b.lot : lastDay(a) - lastDay(b)));
  return inOrder.flatMap((lot) => atDepots(lot, freeOf(lot), depots));
}

function atDepots({ lot, item, places }: Lot, free: number, depots: ReadonlySet<number>): readonly FreeLot[] {
  let rest = free;
  return places.flatMap(({ place, quantity }) => {
    const given = depots.has(place) ? Math.min(rest, Math.max(0, quantity)) : 0;
    rest -= given;
    return given === 0 ? [] : [{ lot, item, site: place, quantity: given }];
  });
}

/** Two sites may have one title: then the number of the act tells them apart. */
export function siteIds({ sites }: Supply): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  for (const { title } of sites) times.set(title, (times.get(title) ?? 0) + 1);
  return new Map(sites.map(({ site, title }) => [site, (times.get(title) ?? 0) > 1 ? `${title} (${site})` : title]));
}

export interface ProblemAsked {
  readonly supply: Supply;
  readonly rule: string;
  readonly classes: Classes;
  readonly limits?: Limits;
  readonly replaces: number | null;
  /** The text of a GeoJSON file of roads, from whoever has one; without it every depot reaches every site. */
  readonly roads: string | null;
}

export const ROADS = 'roads.geojson';
export const CLOSURES = 'closures.geojson';

/**
 * The problem as `cabildo supply plan` reads it: needs that still run, have not come and are not on their way, stocks that nobody has
 * a claim to, and of persons nothing (decision 0017). Sites without a position are left out of a problem with roads, and named.
 */
export function problemOf({ supply, rule, classes, limits = noLimits, replaces, roads }: ProblemAsked) {
  const ids = siteIds(supply);
  const standing = supply.sites.filter(
    ({ closed, location }) => closed === null && (roads === null || positionIn(location) !== null),
  );
  const isIn = new Set(standing.map(({ site }) => site));
  const itemOf = new Map(supply.lots.map(({ lot, item }) => [lot, item]));
  const symbols = new Map(supply.items.map(({ item, symbol }) => [item, symbol]));
  const sites = new Map(standing.map((one) => [one.site, one]));
  const boundsFor = (site: number, item: number, amount: number) => {
    const { kind = '', peopleServed: people = 0 } = sites.get(site) ?? {};
    return boundsOf(limits, { item: symbols.get(item) ?? '', kind, people, amount });
  };
  const needs = supply.needs.flatMap(({ site, item, quantity, found, came, until }) => {
    const coming = onTheWay(supply.trips, (line) => line.site === site && itemOf.get(line.lot) === item);
    const amount = (found ?? quantity) - came - coming;
    return amount > 0 && until > supply.at && isIn.has(site)
      ? [{ site: ids.get(site), item: symbols.get(item), amount, until, ...boundsFor(site, item, amount) }]
      : [];
  });
  const stocks = new Map<string, { site: string | undefined; item: string | undefined; amount: number }>();
  for (const { item, site, quantity } of freeLots(supply, replaces)) {
    if (!isIn.has(site)) continue;
    const key = `${site}.${item}`;
    const amount = (stocks.get(key)?.amount ?? 0) + quantity;
    stocks.set(key, { site: ids.get(site), item: symbols.get(item), amount });
  }
  const problem = {
    at: supply.at,
    rule,
    items: supply.items.map(({ symbol, unit, cargo }) => ({
      ...{ id: symbol, unit, indivisible: true, cargo },
      ...(limits.standard[symbol] === undefined ? {} : { standard: limits.standard[symbol] }),
    })),
    sites: standing.map(({ site, kind, peopleServed, location }) => {
      const at = positionIn(location);
      const rank = classes[kind];
      return {
        id: ids.get(site),
        ...(at === null ? {} : { at }),
        ...(peopleServed === 0 ? {} : { people: peopleServed }),
        ...(rank === undefined ? {} : { class: rank }),
      };
    }),
    needs,
    stocks: [...stocks.values()],
    ...(roads === null ? {} : { roads: ROADS, closures: CLOSURES }),
  };
  const withoutPlace = supply.sites
    .filter(({ site, closed }) => closed === null && !isIn.has(site))
    .map(({ title }) => title);
  return { problem: `${JSON.stringify(problem, null, 1)}\n`, closures: closuresOf(supply), withoutPlace };
}

type Closure = Extract<Announcement, { readonly kind: 'closure' }>;

const standingClosures = ({ announcements, at }: Supply): readonly Closure[] =>
  announcements.flatMap((one) =>
    one.kind === 'closure' && one.withdrawn === null && (one.until === null || one.until > at) ? [one] : [],
  );

/** Reported when the plan was in the book already, so that it knows nothing of them: a reason to calculate again. */
export const closuresSince = (supply: Supply, { plan }: Pick<Plan, 'plan'>): readonly Closure[] =>
  standingClosures(supply).filter(({ announcement }) => announcement > plan);

/** Those that stand, whoever has closed them; with no position they close nothing that a map knows. */
export function closuresOf(supply: Supply): string {
  const features = standingClosures(supply).flatMap((one) => {
    const positions = positionsIn(one.about);
    if (positions.length === 0) return [];
    const properties = {
      since: one.from,
      confirmed: one.confirmed,
      ...(one.until === null ? {} : { until: one.until }),
    };
    // A piece that is closed is closed at both its ends.
    const geometry =
      positions.length === 1
        ? { type: 'Point', coordinates: positions[0] }
        : { type: 'MultiPoint', coordinates: positions };
    return [{ type: 'Feature', id: one.title, geometry, properties }];
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}
