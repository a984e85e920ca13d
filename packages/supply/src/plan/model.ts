import type { Ratio } from '../exact/ratio.ts';
import type { Closure } from '../roads/closures.ts';
import type { Position } from '../roads/great-circle.ts';
import type { Roads } from '../roads/network.ts';
import type { Passages } from '../roads/passages.ts';
import type { RuleName } from '../sharing/claim.ts';

/** What is shared: cylinders of gas, meals, beds of a night. */
export type Item = {
  readonly id: string;
  readonly unit: string;
  readonly indivisible: boolean;
  /** Every stock of it says until when it is good: food that spoils, the beds of a night. */
  readonly perishable: boolean;
  /** Travels only in a vehicle that keeps it cold. */
  readonly cold: boolean;
  /** False where people go to it, as to a bed: then no vehicle brings it. */
  readonly carried: boolean;
  /** The class of cargo by which closures let it pass. */
  readonly cargo: string;
  /** How much a person is entitled to, as the assembly voted it: a need is never counted above it. */
  readonly standard: Ratio | null;
  /** How much of a vehicle's capacity one unit takes. */
  readonly size: Ratio;
};

export type Site = {
  readonly id: string;
  readonly at: Position | null;
  readonly people: number | null;
  readonly rank: number;
  readonly weight: Ratio;
};

/** What stands at a depot and can drive on the day of the plan. */
export type Vehicle = {
  readonly id: string;
  readonly at: string;
  readonly capacity: number;
  readonly minutes: number;
  /** Null where it may carry anything. */
  readonly cargo: readonly string[] | null;
  readonly cold: boolean;
};

export type Need = {
  readonly site: string;
  readonly item: string;
  readonly declared: Ratio;
  /** Not above what the people served are entitled to. */
  readonly capped: Ratio;
  readonly floor: Ratio;
  readonly ceiling: Ratio;
};

export type Stock = {
  readonly site: string;
  readonly item: string;
  readonly amount: Ratio;
  /** As it was written; null where it keeps. */
  readonly until: string | null;
};

export type PlanProblem = {
  readonly rule: RuleName;
  readonly at: string | null;
  readonly items: readonly Item[];
  readonly sites: readonly Site[];
  readonly needs: readonly Need[];
  readonly stocks: readonly Stock[];
  /** Null where nothing is known of roads: then `links` say who reaches whom, and without those everybody reaches everybody. */
  readonly roads: Roads | null;
  readonly links: readonly Link[] | null;
  readonly closures: readonly Closure[];
  readonly snapKm: number;
  readonly passages: Passages;
  readonly vehicles: readonly Vehicle[];
  readonly kmPerHour: number;
  readonly unloadMinutes: number;
  /** What the plan before had, to change as little of it as the rule allows. */
  readonly previous: readonly Delivery[] | null;
};

/** Who reaches whom, where that is said instead of roads. */
export type Link = { readonly from: string; readonly to: string; readonly decimetres: number };

export type Delivery = { readonly from: string; readonly to: string; readonly item: string; readonly amount: Ratio };
