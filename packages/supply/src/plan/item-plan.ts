import type { Ratio } from '../exact/ratio.ts';
import type { LimitedShare } from '../limited/share-limited.ts';
import type { Delivery, Item, Need, Site } from './model.ts';
import type { Way } from './ways.ts';

export type ItemPlan = {
  readonly item: Item;
  readonly share: LimitedShare;
  readonly lines: readonly Line[];
  readonly served: Served;
  /** What is left over of a thing that does not keep. */
  readonly spoils: readonly Spoil[];
};

/** What nobody gets of a lot, and until when it is good. */
export type Spoil = { readonly site: string; readonly item: string; readonly amount: Ratio; readonly until: string };

/** How many of the people who need an item are served, each as far as their site is. */
export type Served = { readonly item: string; readonly people: bigint; readonly of: bigint };

export type Line = {
  readonly site: Site;
  readonly need: Need;
  /** Its place in the item's share. */
  readonly at: number;
  readonly award: Ratio;
  readonly from: readonly (Delivery & { readonly way: Way })[];
  /** Where no depot reaches it: what would have to open, or null where no road leads there. */
  readonly cutOffBy: readonly string[] | null;
};
