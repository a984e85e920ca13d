import type { ActData } from '../catalogue/acts.ts';
import type { Matter } from '../statute/fields.ts';
import type { Time } from '../time.ts';
import type { AskedText, NoticeItem } from './notice.ts';

export interface Sitting {
  readonly kind: ActData<'SittingConvened'>['kind'];
  readonly place: string;
  readonly convenedAt: Time;
  readonly startsAt: Time;
  readonly notice: readonly NoticeItem[];
  /** Items whose text was named after the convocation, each with the act. */
  readonly named: readonly { readonly item: number; readonly act: number }[];
  readonly roll: number;
  /** Joint seats, as they were when it was convened. */
  readonly joint?: ActData<'SittingConvened'>['joint'];
  readonly tellers: readonly string[];
  /** Present as last counted; null until counted. */
  readonly present: number | null;
  /** The last round of counting, and how many rounds up to it have differed without one that agreed. */
  readonly counted: { readonly round: number; readonly disputed: number } | null;
  readonly opened: {
    readonly act: number;
    readonly at: Time;
    readonly call: 'first' | 'second';
    readonly quorum: { readonly needed: number; readonly present: number; readonly met: boolean };
  } | null;
  /** Too large to count: a range instead of a quorum. */
  readonly crowd: { readonly atLeast: number; readonly atMost: number; readonly method: string } | null;
  readonly closedAt: Time | null;
  readonly irregularities: readonly number[];
  readonly motions: readonly number[];
  /** Motions that are talked about no more. */
  readonly debatesEnded: readonly number[];
  readonly minutes: number | null;
  /** Entered afterwards from paper. */
  readonly late: boolean;
  /** Of a late entry: its decisions that answer a question from above. */
  readonly answered?: readonly (Pick<
    ActData<'SittingEnteredLate'>['decisions'][number],
    'textHash' | 'yes' | 'no' | 'abstain' | 'outcome'
  > & { readonly decision: number; readonly answers: { readonly book: string; readonly index: number } })[];
  readonly calledOff: boolean;
  /** The act that recorded the end of named attendance. */
  readonly attendanceErased: number | null;
  /** In recess until then. */
  readonly recess: Time | null;
  /** When it went on after a recess: the closing hour is that day's. */
  readonly resumed: Time | null;
  /** Motions at which the quorum was challenged, and whether the tellers still owe the answer. */
  readonly challengedItems: readonly number[];
  readonly challenged: boolean;
  /** The count by which quorum was lost: nothing more is voted. */
  readonly lost: { readonly needed: number; readonly present: number } | null;
  /** Items of the notice in the order in which they are taken; null: as they were announced. */
  readonly agenda: readonly number[] | null;
  /** Items as they were called, the last one last. */
  readonly taken: readonly number[];
  readonly objections: readonly { readonly act: number; readonly on: number; readonly asksForCount: boolean }[];
  /** When the minutes were approved, and the acts that corrected them. */
  readonly minutesAt: Time | null;
  readonly corrections: readonly number[];
  /** Who convened it in the officers' stead, and presides until the sitting elects its own presidium. */
  readonly chair: { readonly holder: string; readonly person: string } | null;
  /** Slips of an open cabildo: how many were issued, which of them count no more, and the mark that their holders have. */
  readonly slips: { readonly issued: number; readonly voided: readonly number[]; readonly mark: string } | null;
  /** Elected by the sitting for itself, in order: the first one presides. */
  readonly presidium: readonly { readonly office: string; readonly holder: string; readonly person: string }[];
}

/** By `due` a sitting with these matters in its notice must be convened; after that whoever demanded it may convene it. */
export interface Obligation {
  readonly matters: readonly Matter[];
  readonly due: Time;
  /** The sitting that answered it. */
  readonly sitting: number | null;
  /** The office that fell empty, where that is why. */
  readonly office?: string;
  /** The texts that were asked for; of a matter without one, whoever convenes names it. */
  readonly texts?: readonly AskedText[];
}

/** What a hall did against the rules: on record, without effect until a sitting takes it up and decides it rightly. */
export type Irregular =
  /** A decision of a late entry: it carried on paper. */
  | {
      readonly kind: 'late';
      readonly matter: Matter;
      readonly textHash: string;
      readonly irregularities: readonly string[];
      readonly regularised: number | null;
    }
  /** Something that a sitting of this book did, in words. */
  | {
      readonly kind: 'recorded';
      readonly what: string;
      readonly irregularities: readonly string[];
      readonly regularised: number | null;
    };
