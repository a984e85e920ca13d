import type { Entered, Statute, Time } from '@cabildo/core';
import type { LiveFloor, PulseFloor } from './floor.ts';

// A sitting as one answer (decision 0009). `packages/web/src/live-answer.ts` says the same to the client, with every member
// explained: whoever changes one changes both, and `packages/web/test/live-agrees.test.ts` does not compile before.

export type Rule = Statute['rules'][number]['rule'];
export type Call = 'first' | 'second';
type Methods = Statute['rules'][number]['methods'];
export type LiveMethod = Methods[number];
export type CountedMethod = Exclude<LiveMethod, 'acclamation' | 'consensus'>;
export type LivePhase = 'convened' | 'open' | 'recess' | 'closed' | 'called-off';
export type ProcedureKind = 'order' | 'adjourn' | 'close-debate' | 'refer' | 'table';
export type LiveOutcome = 'carried' | 'rejected' | 'tied' | 'undetermined' | 'annulled';

interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** What follows from the book alone: the same for everybody, until the next act. */
export interface LiveFromBook {
  readonly body: string;
  readonly title: string;
  readonly size: number;
  readonly sitting: number;
  readonly kind: string;
  readonly place: string;
  readonly convenedAt: Time;
  readonly startsAt: Time;
  readonly offsetMinutes: number;
  readonly phase: LivePhase;
  readonly openedAt: Time | null;
  readonly closedAt: Time | null;
  readonly recess: Time | null;
  readonly call: Call | null;
  readonly calls: Readonly<Record<Call, { readonly needed: number; readonly from: Time }>>;
  readonly closingHour: Time;
  readonly roll: number;
  readonly delegates: boolean;
  readonly present: number | null;
  readonly quorum: {
    readonly needed: number;
    readonly met: boolean | null;
    readonly lost: { readonly needed: number; readonly present: number } | null;
    readonly challenged: boolean;
  };
  readonly crowd: { readonly atLeast: number; readonly atMost: number; readonly method: string } | null;
  readonly tellers: number;
  readonly presidium: readonly string[];
  readonly agenda: readonly LiveItem[];
  readonly item: number | null;
  readonly motions: readonly LiveMotion[];
  readonly procedure: { readonly act: number; readonly kind: ProcedureKind; readonly motion: number | null } | null;
  readonly last: LiveResult | null;
  readonly objections: readonly { readonly act: number; readonly on: number; readonly asksForCount: boolean }[];
  readonly minutes: number | null;
}

export interface LiveItem {
  readonly item: number;
  readonly matter: string;
  readonly title: string;
  readonly textHash: string | null;
  readonly textAct: number | null;
  readonly state: 'done' | 'now' | 'next';
}

export interface LiveMotion {
  readonly motion: number;
  readonly item: number | null;
  readonly matter: string;
  readonly title: string;
  readonly text: string | null;
  readonly textBefore: string | null;
  readonly textHash: string;
  readonly does: string;
  readonly amends: { readonly motion: number; readonly order: number; readonly substantive: boolean } | null;
  readonly part: { readonly of: number; readonly number: number } | null;
  /** `called`: the office as people call it, in each language. */
  readonly mover: {
    readonly office?: string;
    readonly called?: Readonly<Record<'es' | 'en', string>>;
    readonly body?: string;
  } | null;
  readonly state: 'waiting' | 'ready' | 'voting' | 'decided' | 'withdrawn' | 'fallen' | 'tabled' | 'referred' | 'split';
  readonly after: number | null;
  readonly vote: number | null;
  readonly outcome: LiveOutcome | null;
  readonly debateClosed: boolean;
  readonly rule: Rule | null;
  readonly methods: readonly LiveMethod[];
}

export interface LiveResult {
  readonly vote: number;
  readonly motion: number;
  readonly title: string;
  readonly matter: string;
  readonly method: LiveMethod;
  readonly rule: Rule;
  readonly and: Rule | null;
  readonly outcome: LiveOutcome;
  readonly tallies: readonly Tally[];
  readonly turnout: number;
  readonly slips: number;
  readonly election: string | null;
  readonly present: number;
  readonly roll: number;
  readonly call: Call | null;
  readonly act: number;
  readonly at: Time;
  readonly follows: readonly { readonly index: number; readonly act: string }[];
  readonly standing: 'in-force' | 'suspended' | 'conditional' | null;
  readonly lot: { readonly announced: boolean; readonly at: Time | null } | null;
}

/** What changes between acts: entries of tellers as that they exist, ballots as how many. */
export interface LiveMoving {
  readonly vote: LiveVote | null;
  readonly door: Entered & { readonly checkedIn: number | null };
  /** Motions that were read aloud. */
  readonly voices: readonly number[];
}

export interface LiveVote {
  readonly vote: number;
  readonly motion: number;
  readonly title: string;
  readonly method: CountedMethod;
  readonly rule: Rule;
  readonly and: Rule | null;
  readonly openedAt: Time;
  readonly of: number;
  readonly channels: { readonly hands: number; readonly phones: number; readonly papers: number } | null;
  readonly again: number | null;
  readonly slips: number;
  readonly election: string | null;
  readonly received: number;
  readonly blocks: readonly (Entered & { readonly block: string })[];
  readonly blockNames: readonly string[];
  readonly urn: Entered | null;
  readonly cards: {
    readonly of: number;
    readonly done: number;
    readonly open: readonly (Entered & { readonly below: string })[];
  } | null;
  readonly rollCall: {
    readonly answered: number;
    readonly of: number;
    readonly next: { readonly below: string; readonly seat: number } | null;
  } | null;
  readonly contests: readonly (Entered & { readonly contest: number })[];
}

/** Phones that are checked in, and those of them that were heard from lately. */
export interface LivePhones {
  readonly here: number;
  readonly heard: number;
}

/** What is of the asker alone. */
export interface LiveMine {
  readonly roles: readonly string[];
  readonly checkedIn: boolean;
  readonly channel: 'phone' | 'card' | 'paper' | null;
  readonly mayVote: boolean;
  readonly voted: boolean;
  readonly mandates: readonly { readonly motion: number; readonly instruction: string }[];
}

export interface Live extends LiveFromBook, LiveMoving {
  readonly now: Time;
  /** Of what moves: the greater one is the newer, also after the node was started anew. */
  readonly sequence: number;
  /** Names of speakers are for those who run the sitting, labels for those of the body. */
  readonly floor: LiveFloor | null;
  readonly phones: LivePhones | null;
  readonly mine: LiveMine | null;
}

/** What changes of a body's sittings without an act. */
export interface Pulse {
  readonly size: number;
  readonly sittings: readonly PulseOfSitting[];
}

export interface PulseOfSitting {
  readonly sitting: number;
  readonly sequence: number;
  readonly door: LiveMoving['door'];
  readonly vote: Pick<LiveVote, 'vote' | 'received' | 'blocks' | 'urn' | 'cards' | 'rollCall' | 'contests'> | null;
  readonly floor: PulseFloor | null;
  readonly phones: LivePhones | null;
  readonly voices: readonly number[];
}

/** A command that may come next, as the rules have answered it. */
export interface Step {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly missing: readonly string[];
  readonly about: { readonly title: string } | null;
  readonly onward: boolean;
  readonly lawful: boolean;
  readonly refusal: StepRefusal | null;
  readonly links: readonly StepLink[];
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
  readonly proposed: number | null;
}
