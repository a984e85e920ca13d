import type { Item, Supply } from './supply-answer.ts';

/** What acts are called: of a site or a vehicle its title, of an item how it is counted. */
export interface Names {
  readonly place: (place: number) => string;
  readonly item: (item: number) => Item | undefined;
  readonly lotItem: (lot: number) => Item | undefined;
}

export function namesIn({ sites, vehicles, items, lots }: Supply): Names {
  const places = new Map<number, string>([
    ...sites.map(({ site, title }) => [site, title] as const),
    ...vehicles.map(({ vehicle, title }) => [vehicle, title] as const),
  ]);
  const byItem = new Map(items.map((one) => [one.item, one]));
  const byLot = new Map(lots.map(({ lot, item }) => [lot, item]));
  return {
    place: (place) => places.get(place) ?? `#${place}`,
    item: (item) => byItem.get(item),
    lotItem: (lot) => byItem.get(byLot.get(lot) ?? -1),
  };
}
