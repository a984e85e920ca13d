/** What `/api/bodies/<body>/supply` answers (see /openapi.json). Numbers name acts; amounts are whole units of their item. */
export interface Supply {
  readonly at: string;
  readonly size: number;
  readonly origin: string;
  readonly rules: Rules;
  /** Whoever asked may give orders. */
  readonly officer: boolean;
  readonly items: readonly Item[];
  readonly sites: readonly Site[];
  readonly vehicles: readonly Vehicle[];
  readonly hands: readonly Hand[];
  readonly lots: readonly Lot[];
  readonly needs: readonly Need[];
  readonly announcements: readonly Announcement[];
  readonly rule: { readonly act: number; readonly rule: string; readonly parameters: string } | null;
  readonly plans: readonly Plan[];
  readonly trips: readonly Trip[];
  /** How many are in the book. */
  readonly handOvers: number;
}

interface Rules {
  readonly allocation: 'vote' | 'officers';
  /** How many people count a stock. */
  readonly counters: number;
  readonly allocationDays: number | null;
  readonly handDays: number;
}

export interface Item {
  readonly item: number;
  readonly symbol: string;
  readonly title: string;
  readonly unit: string;
  readonly cargo: string;
  readonly received: number;
  readonly depots: number;
  readonly vehicles: number;
  readonly sites: number;
  readonly lost: number;
  readonly passed: number;
}

export interface Site {
  readonly site: number;
  readonly title: string;
  readonly kind: string;
  readonly peopleServed: number;
  readonly assembly: string | null;
  readonly closed: number | null;
  readonly area: string | null;
  /** In hundredths of a degree. */
  readonly near: { readonly east: number; readonly north: number } | null;
  readonly location: string | null;
  readonly counted: readonly {
    readonly item: number;
    readonly act: number;
    readonly round: number;
    readonly at: string;
    readonly found: number;
  }[];
}

export interface Vehicle {
  readonly vehicle: number;
  readonly title: string;
  readonly carries: readonly { readonly item: number; readonly quantity: number }[];
  readonly withdrawn: number | null;
  readonly plate: string | null;
}

export interface Hand {
  readonly hand: number;
  readonly of: number;
  readonly key: string;
  readonly until: string;
  readonly withdrawn: number | null;
}

export interface Lot {
  readonly lot: number;
  readonly item: number;
  readonly site: number;
  readonly by: 'outside' | 'found' | 'accepted';
  readonly received: number;
  readonly bestBefore: string | null;
  readonly free: number;
  readonly meant: number;
  readonly offered: number;
  readonly short: number;
  readonly places: readonly { readonly place: number; readonly quantity: number }[];
  readonly notShownYet: readonly number[];
}

export interface Need {
  readonly need: number;
  readonly site: number;
  readonly item: number;
  readonly quantity: number;
  readonly until: string;
  readonly declaredAt: string;
  readonly countersigned: number | null;
  readonly hand: number | null;
  readonly found: number | null;
  /** Handed over since it was declared, without what was damaged. */
  readonly came: number;
  readonly over: readonly {
    readonly need: number;
    readonly act: number;
    readonly declared: number;
    readonly found: number;
  }[];
}

export type Announcement = {
  readonly announcement: number;
  readonly from: string;
  readonly until: string | null;
  readonly withdrawn: number | null;
  readonly about: string | null;
  /** Of a contingent: how many exactly. */
  readonly people: number | null;
} & (
  | { readonly kind: 'contingent'; readonly size: string }
  | { readonly kind: 'places'; readonly site: number; readonly what: 'beds' | 'meals'; readonly count: number }
  | { readonly kind: 'closure'; readonly title: string; readonly confirmed: boolean }
);

export interface Line {
  readonly lot: number;
  readonly site: number;
  readonly quantity: number;
  readonly left: number;
}

export interface Plan {
  readonly plan: number;
  readonly rule: number | null;
  readonly problem: string;
  readonly hash: string;
  readonly parts: readonly string[];
  readonly entered: readonly number[];
  readonly whole: boolean;
  readonly holds: boolean;
  readonly until: string | null;
  readonly ended: number | null;
  readonly lines: readonly Line[];
}

export interface Trip {
  readonly trip: number;
  readonly plan: number;
  readonly vehicle: number;
  readonly hand: number;
  readonly lines: readonly Line[];
  readonly ended: number | null;
  readonly route: string | null;
}
