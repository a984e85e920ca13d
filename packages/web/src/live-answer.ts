import type { Rule, Sentences, Tally } from './answers.ts';
import type { LiveFloor } from './live-floor.ts';

/** A sitting as one answer: `GET /api/bodies/{body}/sittings/{n}/live` (docs/decisions/0009). */
export interface Live {
  /** Origin of the body's book, its title, and the length of the book that this is about. */
  readonly body: string;
  readonly title: string;
  readonly size: number;
  /** The node's time. */
  readonly now: string;
  readonly sitting: number;
  readonly kind: string;
  readonly place: string;
  readonly convenedAt: string;
  readonly startsAt: string;
  /** Of the place, from UTC: in which hour times are shown. */
  readonly offsetMinutes: number;
  readonly phase: LivePhase;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** In recess until then. */
  readonly recess: string | null;
  readonly call: Call | null;
  /** What each call needs, and from when it can be opened. */
  readonly calls: Readonly<Record<Call, { readonly needed: number; readonly from: string }>>;
  /** From then on only ordinary matters are voted. */
  readonly closingHour: string;
  /** Of people, or of seats where delegates sit. */
  readonly roll: number;
  readonly delegates: boolean;
  readonly present: number | null;
  readonly quorum: LiveQuorum;
  readonly crowd: { readonly atLeast: number; readonly atMost: number; readonly method: string } | null;
  /** How many tellers are appointed: two, or none yet. */
  readonly tellers: number;
  /** Offices that the sitting has elected for itself, in order; empty: the body's officers preside. */
  readonly presidium: readonly string[];
  readonly agenda: readonly LiveItem[];
  /** The item that is taken now: its number in the notice. */
  readonly item: number | null;
  /** In the order in which they are voted, amendments before what they amend. */
  readonly motions: readonly LiveMotion[];
  /** A motion on how to proceed that must be decided first. */
  readonly procedure: { readonly act: number; readonly kind: ProcedureKind; readonly motion: number | null } | null;
  readonly vote: LiveVote | null;
  readonly last: LiveResult | null;
  /** Objections on the record, each with the act that it is about. */
  readonly objections: readonly { readonly act: number; readonly on: number; readonly asksForCount: boolean }[];
  /** The act that approved the minutes. */
  readonly minutes: number | null;
  readonly door: LiveDoor;
  readonly floor: LiveFloor | null;
  /** Motions that somebody has read aloud: there is a recording to be heard. */
  readonly voices: readonly number[];
  /** Grows with whatever changes without an act: an answer that comes late is told from a newer pulse by it. */
  readonly sequence: number;
  /** For those who run the sitting. */
  readonly phones: LivePhones | null;
  /** What is of the asker alone; null without a session. */
  readonly mine: LiveMine | null;
}

export type LivePhase = 'convened' | 'open' | 'recess' | 'closed' | 'called-off';
export type Call = 'first' | 'second';
export type CountedMethod = 'hands' | 'devices' | 'roll-call' | 'delegation-cards' | 'urn' | 'mixed' | 'secret';
export type LiveMethod = CountedMethod | 'acclamation' | 'consensus';
export type ProcedureKind = 'order' | 'adjourn' | 'close-debate' | 'refer' | 'table';

export interface LiveQuorum {
  /** Of the call on which it was opened; before that of the first. */
  readonly needed: number;
  /** As last counted; null before anybody was. */
  readonly met: boolean | null;
  /** Found missing by a count: nothing more is voted. */
  readonly lost: { readonly needed: number; readonly present: number } | null;
  /** Doubted: the tellers owe a count before anything is voted. */
  readonly challenged: boolean;
}

/** A line of the notice; `item` is its number there, from 0. They come in the order in which they are taken. */
export interface LiveItem {
  readonly item: number;
  readonly matter: string;
  readonly title: string;
  /** Of the text that alone can be voted under it. */
  readonly textHash: string | null;
  /** Beside which act its words lie, where whoever convened gave them. */
  readonly textAct: number | null;
  readonly state: 'done' | 'now' | 'next';
}

export interface LiveMotion {
  readonly motion: number;
  readonly item: number | null;
  readonly matter: string;
  readonly title: string;
  /** As it stands now, after amendments; null where it was withdrawn from the public or is not here. */
  readonly text: string | null;
  /** Before the amendments that carried. */
  readonly textBefore: string | null;
  readonly textHash: string;
  /** What it does if it carries: a kind of proposal. */
  readonly does: string;
  /** Of an amendment: what it amends, its turn among the others (the furthest first), and whether it changes the substance. */
  readonly amends: { readonly motion: number; readonly order: number; readonly substantive: boolean } | null;
  readonly part: { readonly of: number; readonly number: number } | null;
  /** Whose it is: an office's, a body's; null: the hall's. */
  readonly mover: { readonly office?: string; readonly called?: Sentences; readonly body?: string } | null;
  readonly state: MotionState;
  /** What must be decided first. */
  readonly after: number | null;
  /** Its last vote, open or closed. */
  readonly vote: number | null;
  readonly outcome: LiveOutcome | null;
  readonly debateClosed: boolean;
  /** Of the matter: how it is decided, and in which ways it can be voted here. */
  readonly rule: Rule | null;
  readonly methods: readonly LiveMethod[];
}

/** `waiting`: for another (`after`); `ready`: its turn has come. */
export type MotionState =
  | 'waiting'
  | 'ready'
  | 'voting'
  | 'decided'
  | 'withdrawn'
  | 'fallen'
  | 'tabled'
  | 'referred'
  | 'split';

export type LiveOutcome = 'carried' | 'rejected' | 'tied' | 'undetermined' | 'annulled';

/** The open vote: who has been heard, and nothing of what was said. */
export interface LiveVote {
  readonly vote: number;
  readonly motion: number;
  readonly title: string;
  readonly method: CountedMethod;
  readonly rule: Rule;
  readonly and: Rule | null;
  readonly openedAt: string;
  /** How many may vote; of a mixed vote also in which channel. */
  readonly of: number;
  readonly channels: { readonly hands: number; readonly phones: number; readonly papers: number } | null;
  /** The vote that decided nothing before this one. */
  readonly again: number | null;
  /** How many of them hold a slip: people on no roll. */
  readonly slips: number;
  /** Of a secret vote: the election in whose box ballots are cast. */
  readonly election: string | null;
  /** Ballots that have arrived by phone, been noted in a roll call, or lie in the box of a secret vote. */
  readonly received: number;
  readonly blocks: readonly LiveBlock[];
  /** Names of blocks that were counted in this sitting before. */
  readonly blockNames: readonly string[];
  readonly urn: LiveCount | null;
  readonly cards: LiveCards | null;
  readonly rollCall: LiveRollCall | null;
  /** Papers of an election among candidates, by contest. */
  readonly contests: readonly (LiveCount & { readonly contest: number })[];
}

/** A count by two tellers: that they have entered, never what. */
export interface LiveCount {
  readonly round: number;
  /** Of this round: nobody, one teller, both. */
  readonly entered: 0 | 1 | 2;
  /** Null until both exist. */
  readonly agree: boolean | null;
  /** They differ, and others must count again. Where recounts are used up both numbers stand. */
  readonly recount: boolean;
}

export interface LiveBlock extends LiveCount {
  readonly block: string;
}

/** Cards of delegations: how many there are, how many stand, and those that one teller alone has entered or that differ. */
export interface LiveCards {
  readonly of: number;
  readonly done: number;
  readonly open: readonly (LiveCount & { readonly below: string })[];
}

export interface LiveRollCall {
  readonly answered: number;
  readonly of: number;
  /** Whose turn it is. */
  readonly next: { readonly below: string; readonly seat: number } | null;
}

/** The last vote that was closed. */
export interface LiveResult {
  readonly vote: number;
  readonly motion: number;
  readonly title: string;
  readonly matter: string;
  readonly method: LiveMethod;
  readonly rule: Rule;
  readonly and: Rule | null;
  readonly outcome: LiveOutcome;
  /** One, or where the tellers differed every sum that their numbers give. */
  readonly tallies: readonly Tally[];
  readonly turnout: number;
  /** How many slips were out when the vote was opened. */
  readonly slips: number;
  /** Of a secret vote: the election whose archive anybody can download and check. */
  readonly election: string | null;
  readonly present: number;
  readonly roll: number;
  readonly call: Call | null;
  /** The act that closed it, and when. */
  readonly act: number;
  readonly at: string;
  /** What followed of it by itself. */
  readonly follows: readonly { readonly index: number; readonly act: string }[];
  /** Of a resolution: what it waits for. */
  readonly standing: 'in-force' | 'suspended' | 'conditional' | null;
  /** A lot is to be announced and drawn. */
  readonly lot: { readonly announced: boolean; readonly at: string | null } | null;
}

/** The count of who is in the hall. */
export interface LiveDoor extends LiveCount {
  /** Checked in by name, in any channel; null where delegates sit. */
  readonly checkedIn: number | null;
}

/** Phones that are checked in, and those of them that were heard from lately. */
export interface LivePhones {
  readonly here: number;
  readonly heard: number;
}

export interface LiveMine {
  /** Roles in this sitting: `presidium`, `secretary`, `teller`, `member`, `delegate`, … */
  readonly roles: readonly string[];
  readonly checkedIn: boolean;
  readonly channel: 'phone' | 'card' | 'paper' | null;
  /** On the frozen list of the open vote, and whether one's vote has arrived. */
  readonly mayVote: boolean;
  readonly voted: boolean;
  /** A delegate's: what the own base has decided, motion by motion. */
  readonly mandates: readonly { readonly motion: number; readonly instruction: string }[];
}

/** One candidate of `GET …/sittings/{n}/steps`: a command with its input, put to the rules without writing. */
export interface Step {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What a person must still say: fields that the input lacks, such as `text` or `proposal.order`. */
  readonly missing: readonly string[];
  /** What it is about, for its sentence: a motion, a vote, an item. */
  readonly about: { readonly title: string } | null;
  /** Brings the sitting on, rather than noting something beside it. */
  readonly onward: boolean;
  readonly lawful: boolean;
  /** Why not. */
  readonly refusal: StepRefusal | null;
  /** Of a secret vote: where trustees, tellers and voters do their part (docs/decisions/0010). */
  readonly links: readonly StepLink[];
  /** Asked of the node first, under the body: its answer fills what is missing. */
  readonly prepares: string | null;
}

export interface StepLink {
  readonly said: { readonly es: string; readonly en: string };
  readonly path: string;
}

export interface StepRefusal {
  readonly code: string;
  readonly article: string;
  readonly sentences: { readonly es: string; readonly en: string };
  readonly needed?: string | number;
  readonly present?: string | number;
  readonly detail?: unknown;
}

export interface Steps {
  readonly size: number;
  readonly steps: readonly Step[];
  /** The first lawful one that moves the sitting on: its place in `steps`. */
  readonly proposed: number | null;
}
