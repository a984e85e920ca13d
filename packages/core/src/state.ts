import { type AccountsState, noAccounts } from './accounts/state.ts';
import type { Affiliate, AffiliationEnd, Body } from './body/state.ts';
import type { Committee } from './committee/state.ts';
import type { Answer, Consultation } from './consultation/state.ts';
import type { Election, ReportMade, Seat, SeatReport } from './delegation/state.ts';
import type { DemandList } from './demands/state.ts';
import type { Dispute } from './dispute/state.ts';
import type { Candidate, CountedContest } from './election/state.ts';
import type { Mandate } from './mandate/state.ts';
import type { Measure } from './measure/state.ts';
import type { ForwardedMotion, Motion, Procedure, ReceivedMotion } from './motion/state.ts';
import type {
  AttestedBefore,
  Enrolment,
  Incoming,
  KeyReport,
  Officer,
  Recovery,
  Served,
  Turn,
  Unattested,
} from './officers/state.ts';
import type { PassKey, RecordedPass } from './passage/state.ts';
import type { Petition } from './petition/state.ts';
import { noQueues, type QueueState } from './queue/state.ts';
import type { Condition, OutsidePact, Resolution } from './resolution/state.ts';
import type { RollAudit, RollAuditOrder, RollCount } from './roll/state.ts';
import type { SecretPreparation } from './secret/state.ts';
import type { Irregular, Obligation, Sitting } from './sitting/state.ts';
import type { Matter, Statute } from './statute/fields.ts';
import { noSupply, type SupplyState } from './supply/state.ts';
import { emptyTable, type Table } from './table.ts';
import type { Task } from './task/state.ts';
import type { Time } from './time.ts';
import type { Vote } from './vote/state.ts';

export type { Affiliate, AffiliationEnd, Body } from './body/state.ts';
export type { Answer, Consultation } from './consultation/state.ts';
export type { Election, Seat } from './delegation/state.ts';
export type { DemandList } from './demands/state.ts';
export type { Mandate } from './mandate/state.ts';
export type { Measure } from './measure/state.ts';
export type { Motion, Procedure, ReceivedMotion } from './motion/state.ts';
export type { Enrolment, KeyReport, Officer, Turn } from './officers/state.ts';
export type { Petition } from './petition/state.ts';
export type { Condition, OutsidePact, Resolution } from './resolution/state.ts';
export type { Irregular, Obligation, Sitting } from './sitting/state.ts';
export type { Task } from './task/state.ts';
export type { Block, Card, Method, Tally, Vote } from './vote/state.ts';

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
  /** The rules in force; and those before, to which an amendment falls back that the bases turn down in the end. */
  readonly statute: {
    readonly act: number;
    readonly rules: Statute;
    readonly vote?: number;
    readonly before?: Statute;
  } | null;
  /** Every version of it, by the act that adopted it; the founder’s has no vote. */
  readonly statutes: Table<{ readonly at: Time; readonly vote: number | null; readonly waitingDays: number }>;
  /** office → who holds it. */
  readonly officers: Table<Officer>;
  /** The act that enrolled the keys now in force, and how many must sign. */
  readonly enrolment: Enrolment | null;
  /** Who was attested last, where those in office are not. */
  readonly attestedBefore: AttestedBefore | null;
  /** Claims that other bodies attest an election. */
  readonly recoveries: Table<Recovery>;
  /** `<book>#<election>` → how this body attests an election of officers there. */
  readonly electionsAttested: Table<{ readonly act: number; readonly leaf: string; readonly signatures: number }>;
  /** Officers whose term has not begun. */
  readonly incoming: Incoming | null;
  /** office → its last turn, where it passes in a fixed order. */
  readonly turns: Table<Turn>;
  /** office → who took it last, and for how many terms in a row. */
  readonly served: Table<Served>;
  readonly sittings: Table<Sitting>;
  readonly motions: Table<Motion>;
  readonly received: Table<ReceivedMotion>;
  /** `<book below>#<act>` → the act that received that motion. */
  readonly receivedFrom: Table<number>;
  readonly forwarded: Table<ForwardedMotion>;
  /** Sitting → the motion on how to proceed that is pending there. */
  readonly procedures: Table<{ readonly pending: Procedure | null }>;
  readonly votes: Table<Vote>;
  /** Motion → what is ready for a secret vote on it. */
  readonly secretVotes: Table<SecretPreparation>;
  /** `<motion>.<contest>` → who stands, in the order of the paper. */
  readonly candidates: Table<readonly Candidate[]>;
  /** `<vote>.<contest>` → its last count. */
  readonly contests: Table<CountedContest>;
  readonly resolutions: Table<Resolution>;
  readonly measures: Table<Measure>;
  /** `<book above>#<measure>` → whether this body has joined it or withdrawn from it. */
  readonly measuresJoined: Table<{ readonly act: number; readonly how: 'joined' | 'withdrawn' }>;
  /** Keys that write safe-conducts, by the act that named them; passes on record, by name; closure → until when passages are counted. */
  readonly passKeys: Table<PassKey>;
  readonly passes: Table<RecordedPass>;
  readonly passagesCounted: Table<Time>;
  readonly conditions: Table<Condition>;
  /** Pacts signed outside the record: never in force, each obliges the body to sit. */
  readonly outsidePacts: Table<OutsidePact>;
  /** `<book above>#<resolution>` → what this body says that it is. */
  readonly challengesRaised: Table<{ readonly act: number; readonly claimedMatter: Matter }>;
  readonly demandLists: Table<DemandList>;
  readonly tasks: Table<Task>;
  /** Elections of delegates to bodies above. */
  readonly elections: Table<Election>;
  /** `<body above>#<seat>` → the elections that have filled it, the last one last. */
  readonly seatsAbove: Table<readonly number[]>;
  /** Bodies above that this one has asked to belong to. */
  readonly requests: Table<number>;
  /** Bodies above that this one has left, or that have excluded it. */
  readonly left: Table<AffiliationEnd>;
  /** `<body above>#<seat>` → recalls from it and vacancies that the base declared, the last one last. */
  readonly recallsAbove: Table<readonly { readonly act: number; readonly holder: string; readonly vacated?: true }[]>;
  /** Of this base: its roll as counted, and audits of it; of a body above: audits that it has ordered. */
  readonly rollCounts: Table<RollCount>;
  readonly rollAudits: Table<RollAudit>;
  readonly auditOrders: Table<RollAuditOrder>;
  /** Bodies below. */
  readonly affiliates: Table<Affiliate>;
  /** `<body below>#<seat>` → the seat as this body knows it. */
  readonly seats: Table<Seat>;
  /** `<book above>#<motion>` → instruction to this body's delegates. */
  readonly mandates: Table<Mandate>;
  readonly consultations: Table<Consultation>;
  /** `<book above>#<consultation>` → this base's last answer. */
  readonly answers: Table<Answer>;
  /** Seats, names, congresses that several bodies claim here. */
  readonly disputes: Table<Dispute>;
  /** Committees that this body has formed. */
  readonly committees: Table<Committee>;
  /** Neighbouring book → the act that witnessed its founding. */
  readonly foundingsWitnessed: Table<number>;
  readonly witnesses: Table<{ readonly act: number; readonly name: string }>;
  /** A book and two heads of it that cannot both be true → the act that says so. */
  readonly forks: Table<number>;
  /** Key of a witness → the act by which the assembly dismissed it. */
  readonly dismissed: Table<number>;
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
  /** Acts that oblige the body to sit: a demand of its members, a petition that reached its number, a pact behind its back. */
  readonly obligations: Table<Obligation>;
  readonly petitions: Table<Petition>;
  /** `<body above>#<seat>` → its last report here, and the last one that was missed since. */
  readonly reports: Table<SeatReport>;
  /** Each report of a delegate, by its act. */
  readonly reportsMade: Table<ReportMade>;
  /** `<act>` or `<late entry>.<decision>` → the acts that say it was taken under threat. */
  readonly threats: Table<readonly number[]>;
  /** The same → the act that opened its review. */
  readonly reviews: Table<number>;
  /** `<matters>` → the act by which members last reached a demand for a sitting on them. */
  readonly demands: Table<number>;
  /** `<other body> <matters>` → the acts by which this body asked it to sit on them. */
  readonly asks: Table<readonly { readonly act: number; readonly at: Time }[]>;
  /** Other body → its last act asking this one to sit that has been counted. */
  readonly asksCounted: Table<number>;
  readonly keyReports: Table<KeyReport>;
  /** `<book>#<report>` → the act by which this body confirms that loss, in its own book or in one below. */
  readonly keyLosses: Table<number>;
  /** `<act>` or `<late entry>.<decision>` → what was done against the rules. */
  readonly irregular: Table<Irregular>;
  /** `<matter> <text>` → the last irregular decision of a late entry on it. */
  readonly irregularTexts: Table<{ readonly act: number; readonly decision: number }>;
  /** Lots, where they are, and what is to become of them. */
  readonly supply: SupplyState;
  /** Household cards, and what was given out on them by lot. */
  readonly queues: QueueState;
  readonly accounts: AccountsState;
  /** Convened and not closed. */
  readonly activeSittings: readonly number[];
  readonly predecessor: {
    readonly book: string;
    readonly size: number;
    readonly root: string;
    /** Nobody attested those who were in office when that book ended. */
    readonly unattested?: Unattested;
    /** Whose turn joint seats were when it ended. */
    readonly joint?: readonly { readonly act: number; readonly body: string; readonly since: Time }[];
  } | null;
}

const nothing: Omit<BodyState, 'origin'> = {
  size: 0,
  at: '1970-01-01T00:00:00Z',
  body: null,
  statute: null,
  statutes: emptyTable(),
  officers: emptyTable(),
  enrolment: null,
  attestedBefore: null,
  recoveries: emptyTable(),
  electionsAttested: emptyTable(),
  incoming: null,
  turns: emptyTable(),
  served: emptyTable(),
  sittings: emptyTable(),
  motions: emptyTable(),
  received: emptyTable(),
  receivedFrom: emptyTable(),
  forwarded: emptyTable(),
  procedures: emptyTable(),
  votes: emptyTable(),
  secretVotes: emptyTable(),
  candidates: emptyTable(),
  contests: emptyTable(),
  resolutions: emptyTable(),
  measures: emptyTable(),
  measuresJoined: emptyTable(),
  passKeys: emptyTable(),
  passes: emptyTable(),
  passagesCounted: emptyTable(),
  conditions: emptyTable(),
  outsidePacts: emptyTable(),
  challengesRaised: emptyTable(),
  demandLists: emptyTable(),
  tasks: emptyTable(),
  elections: emptyTable(),
  seatsAbove: emptyTable(),
  requests: emptyTable(),
  left: emptyTable(),
  recallsAbove: emptyTable(),
  rollCounts: emptyTable(),
  rollAudits: emptyTable(),
  auditOrders: emptyTable(),
  affiliates: emptyTable(),
  seats: emptyTable(),
  mandates: emptyTable(),
  consultations: emptyTable(),
  answers: emptyTable(),
  disputes: emptyTable(),
  committees: emptyTable(),
  foundingsWitnessed: emptyTable(),
  witnesses: emptyTable(),
  forks: emptyTable(),
  dismissed: emptyTable(),
  minutes: emptyTable(),
  sealed: emptyTable(),
  sealedUnder: emptyTable(),
  attested: emptyTable(),
  erasures: emptyTable(),
  obligations: emptyTable(),
  petitions: emptyTable(),
  reports: emptyTable(),
  reportsMade: emptyTable(),
  threats: emptyTable(),
  reviews: emptyTable(),
  demands: emptyTable(),
  asks: emptyTable(),
  asksCounted: emptyTable(),
  keyReports: emptyTable(),
  keyLosses: emptyTable(),
  irregular: emptyTable(),
  irregularTexts: emptyTable(),
  supply: noSupply,
  queues: noQueues,
  accounts: noAccounts,
  activeSittings: [],
  predecessor: null,
};

export const emptyState = (origin: string): BodyState => ({ origin, ...nothing });
