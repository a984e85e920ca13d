import * as accounts from './acts/accounts.ts';
import * as affiliation from './acts/affiliation.ts';
import * as body from './acts/body.ts';
import * as committee from './acts/committee.ts';
import * as consultation from './acts/consultation.ts';
import * as convening from './acts/convening.ts';
import * as delegation from './acts/delegation.ts';
import * as demands from './acts/demands.ts';
import * as dispute from './acts/dispute.ts';
import * as door from './acts/door.ts';
import * as floor from './acts/floor.ts';
import * as handOver from './acts/hand-over.ts';
import * as measure from './acts/measure.ts';
import * as motion from './acts/motion.ts';
import * as officers from './acts/officers.ts';
import * as passage from './acts/passage.ts';
import * as queue from './acts/queue.ts';
import * as recall from './acts/recall.ts';
import * as record from './acts/record.ts';
import * as recovery from './acts/recovery.ts';
import * as resolution from './acts/resolution.ts';
import * as secret from './acts/secret.ts';
import * as sitting from './acts/sitting.ts';
import * as sittingCourse from './acts/sitting-course.ts';
import * as succession from './acts/succession.ts';
import * as supply from './acts/supply.ts';
import * as supplyOrders from './acts/supply-orders.ts';
import * as vote from './acts/vote.ts';
import type { ActEntry, DataOf } from './entry.ts';

/**
 * The act catalogue: every act that a book can hold, for the whole domain. Types, JSON Schemas, the
 * command × role matrix and docs/acts.md are generated from it or checked against it.
 */
export const acts = {
  ...body,
  ...committee,
  ...officers,
  ...recovery,
  ...affiliation,
  ...sitting,
  ...convening,
  ...sittingCourse,
  ...floor,
  ...door,
  ...motion,
  ...vote,
  ...secret,
  ...delegation,
  ...recall,
  ...resolution,
  ...measure,
  ...passage,
  ...consultation,
  ...demands,
  ...dispute,
  ...record,
  ...supply,
  ...handOver,
  ...supplyOrders,
  ...queue,
  ...accounts,
  ...succession,
} as const;

export type ActName = keyof typeof acts;
export type ActData<N extends ActName> = DataOf<(typeof acts)[N]>;

export const actEntry = (name: string): ActEntry | undefined =>
  Object.hasOwn(acts, name) ? (acts as Readonly<Record<string, ActEntry>>)[name] : undefined;

export const allActs: readonly ActEntry[] = Object.values(acts);
