import type { Ratio } from '../exact/ratio.ts';
import type { NoTrip } from '../routes/trips.ts';

export type PlannedTrip = {
  readonly vehicle: string;
  readonly depot: string;
  readonly item: string;
  readonly stops: readonly { readonly site: string; readonly amount: Ratio }[];
  readonly metres: number;
  readonly minutes: number;
  /** From and to another vehicle at a closure; null where the trip begins at the depot, or ends with its last stop. */
  readonly takesOver: HandedOver | null;
  readonly handsOver: HandedOver | null;
};

export type HandedOver = { readonly closures: readonly string[]; readonly vehicle: string; readonly amount: Ratio };

/**
 * `no-relay`: the relays granted hand it from no vehicle that may carry it to another. `wrong-side`: one of their vehicles does
 * not stand on its side of the closure. `no-cold`: no vehicle there keeps it cold.
 */
export type NotDriven = {
  readonly site: string;
  readonly depot: string;
  readonly item: string;
  readonly amount: Ratio;
  readonly why: NoTrip | 'no-relay' | 'wrong-side' | 'no-cold';
};

export type PlannedTrips = { readonly trips: readonly PlannedTrip[]; readonly notDriven: readonly NotDriven[] };
