import type { ActData } from '../catalogue/acts.ts';
import type { Table } from '../table.ts';
import type { Time } from '../time.ts';

export interface Consultation {
  readonly resolution: number;
  /** Of a late entry: which of its decisions. */
  readonly decision?: number;
  readonly title: string;
  readonly textHash: string;
  readonly issuedAt: Time;
  readonly deadline: Time;
  readonly bases: number;
  readonly rule: ActData<'ConsultationIssued'>['rule'];
  /** base (by its first book) → its answer as last received. */
  readonly answers: Table<Omit<ActData<'AnswerReceived'>, 'consultation' | 'below'> & { readonly act: number }>;
  /** Of one that goes on from a book before: under what names the bases were asked there. */
  readonly names?: readonly { readonly book: string; readonly index: number }[];
  /** Of the same: bodies directly below that waited when the question was put, by their first books. */
  readonly waiting?: readonly string[];
  /** Through all tiers, to the bases of the list. */
  readonly throughTiers: boolean;
  /** Since the close: answers that a challenge has opened again, each until its day. */
  readonly reopened: readonly { readonly below: string; readonly act: number; readonly until: Time }[];
  /** Bases whose answer was opened again once: it is not opened twice. */
  readonly challengedBy: readonly string[];
  readonly closed: { readonly act: number; readonly at: Time; readonly outcome: 'ratified' | 'rejected' } | null;
}

export interface Answer extends Omit<ActData<'ConsultationAnswered'>, 'vote' | 'consultation'> {
  readonly act: number;
  readonly at: Time;
  /** Bodies above that this one had left by then, sealed: an answer to one of them counts no more. */
  readonly gone?: readonly string[];
  /** The answer that this one corrects; it counts if this one comes too late. */
  readonly before: Answer | null;
}

/** What a base's book is asked for its answer. */
export interface AnswerAsk {
  readonly book: string;
  readonly of: string;
  readonly index: number;
  readonly by: Time;
  /** When `of` has put it out. */
  readonly heldBefore?: Time;
  readonly was?: readonly { readonly book: string; readonly index: number }[];
}
