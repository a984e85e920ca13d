import type { HandOverLine, HandOverSaid } from '@cabildo/core';
import type { Problem } from '../../answers.ts';

/** Of `/api/bodies/<body>/hand-overs.json`: names, keys, lots, open trips and needs. */
export interface Registers {
  readonly origin: string;
  /** How many acts the book had. Not in what a phone kept of an earlier version. */
  readonly head?: { readonly size: number };
  readonly items: readonly { readonly item: number; readonly title: string; readonly unit: string }[];
  readonly sites: readonly {
    readonly site: number;
    readonly title: string;
    readonly kind: string;
    readonly closed: number | null;
    /** Whose officers may sign for it. Not in what a phone kept of an earlier version. */
    readonly assembly?: string | null;
  }[];
  readonly vehicles: readonly { readonly vehicle: number; readonly title: string; readonly withdrawn: number | null }[];
  readonly hands: readonly {
    readonly hand: number;
    readonly of: number;
    readonly key: string;
    readonly until: string;
    readonly withdrawn: number | null;
  }[];
  readonly lots: readonly {
    readonly lot: number;
    readonly item: number;
    /** Where some of it is. */
    readonly places: readonly number[];
  }[];
  readonly trips: readonly {
    readonly trip: number;
    readonly vehicle: number;
    readonly lines: readonly { readonly lot: number; readonly site: number; readonly left: number }[];
  }[];
  /** What no assembly has countersigned yet. Not in what a phone kept of an earlier version. */
  readonly needs?: readonly NeedAsked[];
}

export interface NeedAsked {
  readonly need: number;
  readonly site: number;
  readonly item: number;
  readonly quantity: number;
  readonly until: string;
}

/** A hand-over that is in the book. */
export interface Standing {
  readonly handOver: number;
  readonly id: string;
  readonly kind: HandOverSaid['kind'];
  readonly from: number;
  readonly to: number;
  readonly trip: number | null;
  readonly madeAt: string;
  /** As first signed: what a confirmation signs. */
  readonly signed: readonly HandOverLine[];
  readonly lines: readonly HandOverLine[];
  readonly recordedAt: string;
  readonly provisional: boolean;
  readonly corrections: readonly number[];
  readonly disputes: readonly number[];
  /** An officer wrote it down, and nobody had signed it. */
  readonly reported?: true;
  /** What an officer says that it was, until another one signs that. */
  readonly proposed?: { readonly act: number; readonly number: number; readonly lines: readonly HandOverLine[] };
  /** Signed for a book before this one: how its text names what it is about. */
  readonly written?: {
    readonly book: string;
    readonly from: number;
    readonly to: number;
    readonly trip: number | null;
    readonly lines: readonly HandOverLine[];
  };
}

/** The answer: so many of the last, or of those after an act. */
export interface HandOverList extends Registers {
  readonly handOvers: readonly Standing[];
  /** There are older ones. */
  readonly earlier?: boolean;
}

/** What one act says of a hand-over of which there is more than one text, and which side has signed it. */
export interface Version {
  readonly act: number;
  readonly lines: readonly HandOverLine[];
  readonly signed: 'both' | 'giver' | 'receiver' | 'nobody';
}

/** What a phone knows of a committee's book, and since when by its own clock. */
export interface KnownBook {
  readonly body: string;
  readonly at: number;
  readonly registers: Registers;
  readonly handOvers: readonly Standing[];
  /** Of the disputed ones. Not in what a phone kept of an earlier version. */
  readonly versions?: readonly Version[];
}

export interface Signed {
  readonly hand: number;
  readonly signature: string;
}

/** What two phones agree on: a hand-over, or other amounts for one that stands. */
export type Agreed =
  | ({ readonly what: 'hand-over' } & HandOverSaid)
  | {
      readonly what: 'correction';
      readonly id: string;
      readonly handOver: number;
      readonly number: number;
      readonly from: number;
      readonly to: number;
      readonly lines: readonly HandOverLine[];
    };

/** A text on this phone that is not on its way yet, with the signatures that there are. */
export interface Draft {
  /** Which of the two this phone is, and the identifier of what is handed over: one draft of each. */
  readonly key: string;
  readonly body: string;
  readonly book: string;
  readonly side: 'giver' | 'receiver';
  readonly agreed: Agreed;
  readonly giver: Signed | null;
  readonly receiver: Signed | null;
  readonly changedAt: number;
  /** Of a correction: the act by which the book has another under its number. What was signed here counts no more. */
  readonly overtaken?: number;
}

/** On its way to the node; kept until that has answered. */
export interface Sending {
  /** The idempotency key, made before the first try. */
  readonly key: string;
  readonly order: number;
  readonly body: string;
  readonly command: 'RecordHandOver' | 'ConfirmHandOver' | 'CorrectHandOver' | 'CountersignNeed' | 'DeclareNeed';
  readonly input: Readonly<Record<string, unknown>>;
  /** Of a need both are its site, and there are no lines. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly HandOverLine[];
  /** Kept until it was read. */
  readonly refused: Problem | null;
}
