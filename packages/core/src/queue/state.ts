import type { ActData } from '../catalogue/acts.ts';
import { emptyTable, type Table } from '../table.ts';
import type { Time } from '../time.ts';

/** A neighbourhood's queues: cards without names, and what went out on them. Nothing in it is about a person. */
export interface QueueState {
  /** Number on the card → the card. */
  readonly cards: Table<HouseholdCard>;
  /** Commitment → number. */
  readonly cardOf: Table<number>;
  /** Cards that are not void. */
  readonly out: number;
  /** As said with the last cards. */
  readonly households: number;
  readonly queues: Table<Queue>;
  readonly complaints: Table<Complaint>;
}

export interface HouseholdCard {
  readonly commitment: string;
  readonly issued: number;
  readonly voided: number | null;
}

export interface Queue extends Omit<ActData<'QueueAnnounced'>, 'drawnFrom'> {
  readonly announcedAt: Time;
  readonly source: string;
  readonly drawn: { readonly act: number; readonly at: Time; readonly seed: string } | null;
  /** Mark → what went out on it. */
  readonly marks: Table<readonly Serving[]>;
  /** Cards served, each once. */
  readonly served: number;
  /** Cards of which two portions are on record; nobody is accused by it. */
  readonly disputed: number;
  /** Everything that went out, twice or without a card that counts. */
  readonly portionsOut: number;
  readonly closings: readonly (ActData<'QueueClosed'> & { readonly act: number; readonly at: Time })[];
}

export interface Serving {
  readonly serving: string;
  readonly act: number;
  readonly irregular: ActData<'PortionServed'>['irregular'] | null;
  readonly withdrawn: number | null;
}

export interface Complaint extends ActData<'QueueComplaintMade'> {
  readonly madeAt: Time;
  readonly answered: { readonly act: number; readonly outcome: ActData<'QueueComplaintAnswered'>['outcome'] } | null;
}

export const noQueues: QueueState = {
  cards: emptyTable(),
  cardOf: emptyTable(),
  out: 0,
  households: 0,
  queues: emptyTable(),
  complaints: emptyTable(),
};
