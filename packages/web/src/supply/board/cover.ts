import type { Item, Need, Supply } from '../known/supply-answer.ts';

const DAY_MS = 86_400_000;

/** A need that still runs: what was found to be needed counts where somebody has looked. */
export interface OpenNeed extends Need {
  readonly wanted: number;
  readonly missing: number;
  /** What there has to be of it each day until it ends. */
  readonly daily: number;
}

export function openNeeds({ needs, sites }: Supply, at: number): readonly OpenNeed[] {
  const closed = new Set(sites.filter((site) => site.closed !== null).map(({ site }) => site));
  return needs
    .filter(({ until, site }) => Date.parse(until) > at && !closed.has(site))
    .map((need) => {
      const wanted = need.found ?? need.quantity;
      const missing = Math.max(0, wanted - need.came);
      const days = Math.max(1, (Date.parse(need.until) - at) / DAY_MS);
      return { ...need, wanted, missing, daily: missing / days };
    });
}

/** One item: what is missing at sites, what of it is there, and for how many days that is enough at the pace of the needs. */
export interface Cover {
  readonly item: Item;
  readonly wanted: number;
  readonly came: number;
  readonly missing: number;
  readonly depots: number;
  readonly vehicles: number;
  /** What is missing beyond all that there is. */
  readonly short: number;
  /** Null where nobody needs any. */
  readonly days: number | null;
}

/** What is short first, then what lasts for the fewest days. */
export function coverOf(supply: Supply, at: number): readonly Cover[] {
  const needs = openNeeds(supply, at);
  return supply.items
    .map((item) => {
      const own = needs.filter((need) => need.item === item.item);
      const sum = (of: (need: OpenNeed) => number): number => own.reduce((all, need) => all + of(need), 0);
      const [depots, vehicles] = [Math.max(0, item.depots), Math.max(0, item.vehicles)];
      const daily = sum(({ daily: each }) => each);
      const missing = sum((need) => need.missing);
      return {
        item,
        wanted: sum(({ wanted }) => wanted),
        came: sum(({ came, wanted }) => Math.min(came, wanted)),
        missing,
        depots,
        vehicles,
        short: Math.max(0, missing - depots - vehicles),
        days: daily === 0 ? null : (depots + vehicles) / daily,
      };
    })
    .toSorted(
      (a, b) => b.short - a.short || (a.days ?? Number.POSITIVE_INFINITY) - (b.days ?? Number.POSITIVE_INFINITY),
    );
}
