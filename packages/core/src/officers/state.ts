import type { Time } from '../time.ts';

/** Keys that may seal, as one act enrolled them. */
interface Keys {
  readonly act: number;
  /** Of an election: the vote. */
  readonly vote?: number;
  readonly signaturesNeeded: number;
  readonly keys: readonly {
    readonly office: string;
    readonly holder: string;
    readonly person: string;
    readonly key: string;
  }[];
}

export interface Enrolment extends Keys {
  /** The keys that this enrolment replaced: they may still seal the election that replaced them, the hand-over. */
  readonly before: Keys | null;
}

/** The officers who were attested last, before those in office, who are not. */
export interface AttestedBefore {
  readonly act: number;
  /** The election, attested by nobody then, by which they were replaced, and when. */
  readonly since: number;
  readonly at: Time;
  /** Keys in their hands, each until the end of the own term. */
  readonly keys: readonly { readonly office: string; readonly key: string; readonly until: Time }[];
  /** In a book that goes on from one in which nobody attested those in office: whom that one knew then. */
  readonly known?: readonly { readonly body: string; readonly as: 'above' | 'neighbour' | 'below' }[];
}

/** What a book that goes on says of those in office, whom nobody attested in the one before. */
export type Unattested = Required<Pick<AttestedBefore, 'at' | 'keys' | 'known'>>;

/** That other bodies attest an election which nobody hands over. */
export interface Recovery {
  readonly election: number;
  readonly due: Time;
  /** The act by which an officer before has objected. */
  readonly objected: number | null;
  /** Of a claim that was open when the book before this one ended: whose keys can object, as they stood there. */
  readonly carried?: AttestedBefore['keys'];
}

/** Elected for a term that had not begun then. */
export interface Incoming extends Keys {
  readonly from: Time;
  readonly until: Time;
}

/** The last turn of an office that passes in a fixed order. */
export interface Turn {
  readonly turn: number;
  /** Who took it; of a turn that was declined the body that was next, or null: a member who declines is named nowhere. */
  readonly holder: string | null;
  /** Of a member who declined: the place in the order, the first is 1. */
  readonly place: number | null;
  readonly act: number;
  /** Of a turn that was taken: the key that signs once the act is sealed; null if it was declined. */
  readonly key: string | null;
}

/** Who held an office last, and for how many terms in a row. */
export interface Served {
  readonly person: string;
  readonly terms: number;
  readonly until: Time;
}

/** A device key that somebody says is lost, and the one that is to stand for it. */
export interface KeyReport {
  readonly office: string;
  readonly oldKey: string;
  readonly newKey: string;
  /** Said by whoever holds the office. */
  readonly own: boolean;
  readonly due: Time;
  /** The act that had enrolled the key. */
  readonly under: number;
}

export interface Officer {
  readonly holder: string;
  /** Who it was at the election: of a seat, the delegate who held it then. Whoever follows in the seat is no officer. */
  readonly person: string;
  readonly key: string;
  readonly from: Time;
  readonly until: Time;
  readonly act: number;
}
