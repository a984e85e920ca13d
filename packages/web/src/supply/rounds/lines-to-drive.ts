import { type Position, positionIn } from '../known/position.ts';
import type { Lot, Supply } from '../known/supply-answer.ts';
import { siteIds } from '../plan/problem.ts';
import type { SendLine } from '../trips/to-send.ts';
import type { Round, RoundsAsked, ToDrive } from './make-rounds.ts';

/** Where most of a lot stands, which is where it is driven from. */
const depotOf = ({ site, places }: Lot, depots: ReadonlySet<number>): number =>
  places.filter(({ place }) => depots.has(place)).toSorted((a, b) => b.quantity - a.quantity)[0]?.place ?? site;

/** What lines of a plan ask of vehicles: by item, depot and site. */
export function loadsOf(supply: Supply, lines: readonly SendLine[]): readonly ToDrive[] {
  const ids = siteIds(supply);
  const depots = new Set(ids.keys());
  const lots = new Map(supply.lots.map((lot) => [lot.lot, lot]));
  const items = new Map(supply.items.map((item) => [item.item, item]));
  const found = new Map<string, ToDrive>();
  for (const { lot, site, quantity } of lines) {
    const of = lots.get(lot);
    const item = of === undefined ? undefined : items.get(of.item);
    if (of === undefined || item === undefined) continue;
    const load = {
      item: item.symbol,
      cargo: item.cargo,
      depot: ids.get(depotOf(of, depots)) ?? '',
      site: ids.get(site) ?? '',
    };
    const key = JSON.stringify([load.item, load.depot, load.site]);
    found.set(key, { ...load, amount: quantity + (found.get(key)?.amount ?? 0) });
  }
  return [...found.values()];
}

export function placesOf(supply: Supply): RoundsAsked['places'] {
  const ids = siteIds(supply);
  return Object.fromEntries(
    supply.sites.flatMap(({ site, location }): [string, Position][] => {
      const at = positionIn(location);
      return at === null ? [] : [[ids.get(site) ?? '', at]];
    }),
  );
}

/** Of the lines that wait, those that a round takes: site after site, as much as it brings. */
export function linesOfRound(supply: Supply, waiting: readonly SendLine[], round: Round): readonly SendLine[] {
  const ids = siteIds(supply);
  const depots = new Set(ids.keys());
  const lots = new Map(supply.lots.map((lot) => [lot.lot, lot]));
  const symbols = new Map(supply.items.map(({ item, symbol }) => [item, symbol]));
  const left = waiting.map((line) => ({ ...line }));
  return round.stops.flatMap(({ site, amount }) => {
    let rest = amount;
    return left.flatMap((line) => {
      const lot = lots.get(line.lot);
      const isOf =
        lot !== undefined &&
        symbols.get(lot.item) === round.item &&
        ids.get(line.site) === site &&
        ids.get(depotOf(lot, depots)) === round.depot;
      const quantity = isOf ? Math.min(rest, line.quantity) : 0;
      rest -= quantity;
      line.quantity -= quantity;
      return quantity === 0 ? [] : [{ ...line, quantity }];
    });
  });
}
