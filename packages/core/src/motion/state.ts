import type { ActData } from '../catalogue/acts.ts';
import type { PlaceKept, Withheld } from '../measure/fields.ts';
import type { Matter } from '../statute/fields.ts';
import type { Time } from '../time.ts';
import type { Proposal } from './proposal.ts';

export interface Motion {
  readonly sitting: number;
  readonly matter: Matter;
  /** The item of the notice that the sitting was at when it was tabled. */
  readonly item: number | null;
  readonly title: string;
  readonly textHash: string;
  readonly proposal: Proposal;
  /** Of a measure: its place was committed to, here or, taken over from the book before, there. */
  readonly withheld?: PlaceKept & Partial<Withheld>;
  /** The received motion that it takes up; mandates may be on that one. */
  readonly from: number | null;
  /** The office or the body whose motion it is; null where it belongs to the hall. */
  readonly mover: Mover | null;
  readonly vote: number | null;
  /** Somebody asked for a count: it is not decided by acclamation any more. */
  readonly countAsked?: true;
  /** The amendments that carried, the first one first, each with the text that it replaced. */
  readonly amended: readonly { readonly amendment: number; readonly before: string; readonly substantive: boolean }[];
  /** Motions that would amend this one, as they were tabled. */
  readonly amendments: readonly number[];
  /** Of an amendment that was tabled as editorial: somebody has claimed that it is not. */
  readonly claimed: boolean;
  /** Which part of which motion it is. */
  readonly part: ActData<'MotionTabled'>['part'] | null;
  /** The motions of its parts, in their order. */
  readonly parts: readonly number[];
  /** No further amendment is tabled. */
  readonly debateClosed: boolean;
  /** Why it is not put to a vote, or not any more in this sitting. */
  readonly end: MotionEnd | null;
}

export type Mover = NonNullable<ActData<'MotionTabled'>['mover']>;

export interface MotionEnd {
  readonly how: 'withdrawn' | 'fallen' | 'tabled' | 'referred' | 'split';
  readonly act: number;
  /** Referred to the bases, when: until the statute's days are over and enough have answered its text is not voted. */
  readonly toBases?: Time;
}

export interface ReceivedMotion {
  readonly from: { readonly book: string; readonly index: number };
  readonly title: string;
  readonly textHash: string;
  readonly receivedAt: Time;
  readonly motions: readonly number[];
  /** Answers to the base, the last one last. */
  readonly answers: readonly {
    readonly act: number;
    readonly fate: ActData<'MotionAnswered'>['fate'];
    readonly vote: number | undefined;
  }[];
}

/** A motion that this body has sent up, and what became of it there as far as this book knows. */
export type ForwardedMotion = ActData<'MotionForwarded'> & {
  readonly answer: { readonly act: number; readonly fate: ActData<'MotionAnswered'>['fate'] } | null;
};

/** A motion on how to proceed that waits for its decision. */
export interface Procedure {
  readonly act: number;
  readonly kind: ActData<'ProcedureMoved'>['kind'];
  readonly motion: number | null;
  readonly to: string | null;
  readonly bases?: true;
}
