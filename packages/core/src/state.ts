import type { ActData } from './catalogue/acts.ts';
import type { Proposal } from './motion/proposal.ts';
import type { NoticeItem } from './sitting/notice.ts';
import type { DecisionRule, Matter, Statute } from './statute/fields.ts';
import { emptyTable, type Table } from './table.ts';
import type { Time } from './time.ts';

/**
 * What a body's book says, folded from its skeleton acts alone. Keys are indexes of acts, origins of other
 * books, or `<origin>#<seat>`. Nothing here depends on a disclosure, a clock or another book.
 */
export interface BodyState {
  readonly origin: string;
  /** Number of acts folded in; the next act gets this index. */
  readonly size: number;
  /** Time of the last act. */
  readonly at: Time;
  readonly body: Body | null;
  readonly statute: { readonly act: number; readonly rules: Statute } | null;
  /** office → who holds it. */
  readonly officers: Table<Officer>;
  /** The act that enrolled the keys now in force, and how many must sign. */
  readonly enrolment: Enrolment | null;
  readonly sittings: Table<Sitting>;
  readonly motions: Table<Motion>;
  readonly received: Table<ReceivedMotion>;
  /** `<book below>#<act>` → the act that received that motion. */
  readonly receivedFrom: Table<number>;
  readonly forwarded: Table<ActData<'MotionForwarded'>>;
  readonly votes: Table<Vote>;
  readonly resolutions: Table<Resolution>;
  readonly measures: Table<Measure>;
  /** Elections of delegates to bodies above. */
  readonly elections: Table<Election>;
  /** `<body above>#<seat>` → the elections that have filled it, the last one last. */
  readonly seatsAbove: Table<readonly number[]>;
  /** Bodies above that this one has asked to belong to. */
  readonly requests: Table<number>;
  /** `<body above>#<seat>` → recalls from it, the last one last. */
  readonly recallsAbove: Table<readonly { readonly act: number; readonly holder: string }[]>;
  /** Bodies below. */
  readonly affiliates: Table<Affiliate>;
  /** `<body below>#<seat>` → the seat as this body knows it. */
  readonly seats: Table<Seat>;
  /** `<book above>#<motion>` → instruction to this body's delegates. */
  readonly mandates: Table<Mandate>;
  readonly consultations: Table<Consultation>;
  /** `<book above>#<consultation>` → this base's last answer. */
  readonly answers: Table<Answer>;
  /** Neighbouring book → the act that witnessed its founding. */
  readonly foundingsWitnessed: Table<number>;
  readonly witnesses: Table<{ readonly act: number; readonly name: string }>;
  /** Approved minutes → sitting. */
  readonly minutes: Table<number>;
  /** Sealed act → the act that sealed it. */
  readonly sealed: Table<number>;
  /** Sealed act → the act that enrolled the keys which sealed it. */
  readonly sealedUnder: Table<number>;
  /** Enrolments that the keys before them have sealed, back to the founder's; a node alone cannot make such a one up. */
  readonly attested: Table<true>;
  /** `<act>/<slot>` → the act that withdrew the disclosure. */
  readonly erasures: Table<number>;
  /** Convened and not closed. */
  readonly activeSittings: readonly number[];
  readonly predecessor: { readonly book: string; readonly size: number; readonly root: string } | null;
}

export interface Body {
  readonly name: string;
  readonly title: string;
  readonly kind: 'base' | 'delegate' | 'committee';
  readonly convener: { readonly holder: string; readonly key: string };
  readonly foundedAt: Time;
  readonly provisionalUntil: Time;
  /** The act that ended the provisional time. */
  readonly proven: number | null;
  /** On what that act rests: approved minutes here, and books of neighbours. */
  readonly provenBy: { readonly minutes: number; readonly witnesses: readonly string[] } | null;
}

/** Keys that may seal, as one act enrolled them. */
interface Keys {
  readonly act: number;
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

export interface Officer {
  readonly holder: string;
  /** Who it was at the election: of a seat, the delegate who held it then. Whoever follows in the seat is no officer. */
  readonly person: string;
  readonly key: string;
  readonly from: Time;
  readonly until: Time;
  readonly act: number;
}

export interface Sitting {
  readonly kind: ActData<'SittingConvened'>['kind'];
  readonly place: string;
  readonly convenedAt: Time;
  readonly startsAt: Time;
  readonly notice: readonly NoticeItem[];
  readonly roll: number;
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
  readonly closedAt: Time | null;
  readonly irregularities: readonly number[];
  readonly motions: readonly number[];
  readonly minutes: number | null;
  /** Entered afterwards from paper. */
  readonly late: boolean;
}

export interface Motion {
  readonly sitting: number;
  readonly matter: Matter;
  readonly title: string;
  readonly textHash: string;
  readonly proposal: Proposal;
  /** The received motion that it takes up; mandates may be on that one. */
  readonly from: number | null;
  readonly vote: number | null;
}

export interface ReceivedMotion {
  readonly from: { readonly book: string; readonly index: number };
  readonly title: string;
  readonly textHash: string;
  readonly motions: readonly number[];
}

export interface Vote {
  readonly sitting: number;
  readonly motion: number;
  readonly method: 'hands' | 'devices' | 'roll-call';
  readonly rule: DecisionRule;
  readonly present: number;
  readonly roll: number;
  readonly electorate: { readonly count: number; readonly root: string };
  readonly openedAt: Time;
  /** block → its last round; empty until the vote is closed: no tally runs while it is open. */
  readonly blocks: Table<Block>;
  readonly closed: (Omit<ActData<'VoteClosed'>, 'vote'> & { readonly act: number; readonly at: Time }) | null;
}

export interface Block {
  readonly round: number;
  readonly entries: readonly Tally[];
  readonly agreed: boolean;
}

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface Resolution {
  readonly motion: number | null;
  readonly sitting: number;
  readonly vote: number | null;
  readonly matter: Matter;
  readonly title: string;
  readonly textHash: string;
  readonly status: 'in-force' | 'suspended' | 'rejected';
  readonly adoptedAt: Time;
  readonly pactWith: string | null;
  readonly lifts: { readonly measure: number; readonly how: 'end' | 'suspend' | 'narrow' | 'move' } | null;
  readonly consultation: number | null;
}

export interface Measure {
  readonly resolution: number;
  readonly what: string;
  readonly place: string;
  readonly from: Time;
  readonly lifted: { readonly act: number; readonly how: string } | null;
}

export interface Election {
  readonly to: string;
  readonly from: Time;
  readonly until: Time;
  readonly seats: readonly {
    readonly seat: number;
    readonly holder: string;
    readonly alternate: string | null;
    /** The act that recalled the holder, and the one that recalled the alternate. */
    readonly recalled: number | null;
    readonly alternateRecalled: number | null;
  }[];
}

export interface Affiliate {
  readonly act: number;
  readonly key: string;
  readonly title: string;
  readonly entitlement: number;
  readonly at: Time;
}

export interface Seat {
  readonly below: string;
  readonly seat: number;
  /** Sittings it was accredited for: the last one counts. */
  readonly sitting: number;
  readonly act: number;
  readonly holder: string;
  readonly alternate: string | null;
  readonly until: Time;
  readonly election: { readonly book: string; readonly index: number };
  /** Whom the base has recalled, as presented here, and by which act of its book. */
  readonly recalled: readonly { readonly holder: string; readonly act: number }[];
  readonly vacant: boolean;
}

export interface Mandate {
  readonly act: number;
  readonly textHash: string;
  readonly instruction: ActData<'MandateGiven'>['instruction'];
}

export interface Consultation {
  readonly resolution: number;
  readonly title: string;
  readonly textHash: string;
  readonly issuedAt: Time;
  readonly deadline: Time;
  readonly bases: number;
  readonly rule: ActData<'ConsultationIssued'>['rule'];
  /** base → its answer as last received. */
  readonly answers: Table<Omit<ActData<'AnswerReceived'>, 'consultation' | 'below'> & { readonly act: number }>;
  readonly closed: { readonly act: number; readonly outcome: 'ratified' | 'rejected' } | null;
}

export interface Answer extends Omit<ActData<'ConsultationAnswered'>, 'vote' | 'consultation'> {
  readonly act: number;
  readonly at: Time;
  /** The answer that this one corrects; it counts if this one comes too late. */
  readonly before: Answer | null;
}

export const emptyState = (origin: string): BodyState => ({
  origin,
  size: 0,
  at: '1970-01-01T00:00:00Z',
  body: null,
  statute: null,
  officers: emptyTable(),
  enrolment: null,
  sittings: emptyTable(),
  motions: emptyTable(),
  received: emptyTable(),
  receivedFrom: emptyTable(),
  forwarded: emptyTable(),
  votes: emptyTable(),
  resolutions: emptyTable(),
  measures: emptyTable(),
  elections: emptyTable(),
  seatsAbove: emptyTable(),
  requests: emptyTable(),
  recallsAbove: emptyTable(),
  affiliates: emptyTable(),
  seats: emptyTable(),
  mandates: emptyTable(),
  consultations: emptyTable(),
  answers: emptyTable(),
  foundingsWitnessed: emptyTable(),
  witnesses: emptyTable(),
  minutes: emptyTable(),
  sealed: emptyTable(),
  sealedUnder: emptyTable(),
  attested: emptyTable(),
  erasures: emptyTable(),
  activeSittings: [],
  predecessor: null,
});
