/** What the API answers, as far as this page reads it (see /openapi.json). */
export type Choice = 'yes' | 'no' | 'abstain';

export interface Sentences {
  readonly es: string;
  readonly en: string;
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly sentences: Sentences;
}

export interface Sitting {
  readonly sitting: number;
  readonly kind: string;
  readonly place: string;
  readonly startsAt: string;
  readonly opened: boolean;
  readonly present: number | null;
  readonly needed: number | null;
  readonly roll: number;
  readonly checkedIn: boolean;
}

export interface OpenVote {
  readonly vote: number;
  readonly motion: number;
  readonly sitting: number;
  readonly title: string;
  readonly method: 'hands' | 'devices' | 'roll-call' | 'delegation-cards' | 'urn' | 'mixed' | 'secret';
  readonly voted: boolean;
  /** On the list that was frozen when the vote opened. */
  readonly mayVote: boolean;
  readonly mandate: string | null;
}

export interface Me {
  /** Added to the node beside es and en; absent where there are none. */
  readonly languages?: readonly { readonly tag: string; readonly name: string }[];
  readonly title: string;
  readonly size: number;
  readonly actor: Actor;
  /** Not in what a phone kept of an earlier version. */
  readonly roles?: readonly string[];
  readonly sittings: readonly Sitting[];
  readonly openVotes: readonly OpenVote[];
  readonly votes: readonly { readonly vote: number; readonly closed: boolean }[];
  /** The key that is enrolled for an office which I hold now. */
  readonly officeKey: { readonly office: string; readonly called: Sentences; readonly key: string } | null;
  readonly toSeal: readonly WaitingSeal[];
  /** Not in what a phone kept of an earlier version. */
  readonly minutesDue?: readonly Pick<Sitting, 'sitting' | 'place' | 'startsAt'>[];
}

/** Measures that whoever asks has to do with, of the own body and those above. */
export interface MeasuresHere {
  readonly measures: readonly {
    readonly book: string;
    readonly title: string;
    readonly index: number;
    readonly what: string;
    readonly from: string;
    readonly standing: 'called' | 'waiting' | 'suspended';
    readonly place: string | null;
    readonly area: string | null;
    readonly forMembers: boolean;
    readonly withdrawn: boolean;
  }[];
}

export type Actor =
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'seat'; readonly below: string; readonly seat: number; readonly holder: string }
  | { readonly kind: 'slip'; readonly sitting: number; readonly number: number }
  | { readonly kind: 'operator' | 'anyone' };

/** An act that waits for my signature, or has it and waits for other officers. */
export interface WaitingSeal {
  readonly index: number;
  readonly act: string;
  readonly office: string;
  /** As people call it. */
  readonly called: Sentences;
  readonly key: string;
  readonly signed: boolean;
  readonly signatures: number;
  readonly needed: number;
}

export interface Rule {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
  readonly of: 'cast' | 'voted' | 'present' | 'roll' | 'bodies';
}

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface VoteAnswer {
  readonly vote: number;
  readonly motion: { readonly index: number; readonly title: string };
  readonly rule: Rule;
  readonly present: number;
  readonly roll: number;
  readonly open: boolean;
  readonly result: {
    readonly act: number;
    readonly outcome: 'carried' | 'rejected' | 'tied' | 'undetermined' | 'annulled';
    readonly tallies: readonly Tally[];
    readonly turnout: number;
  } | null;
  readonly receipt?: Receipt;
}

export interface Receipt {
  readonly vote: number;
  readonly closedBy: number;
  readonly counted: boolean;
  readonly ballot: {
    readonly book: string;
    readonly choice: Choice;
    readonly salt: string;
    readonly vote: number;
    readonly voter: string;
  };
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

export interface ActAnswer {
  readonly index: number;
  readonly leaf: string;
  readonly entry: unknown;
  readonly disclosures: Readonly<Record<string, unknown>>;
}

export interface ActInWords {
  readonly index: number;
  readonly sentences: Sentences | null;
}

/** What the node has done: `answer` holds what only the one who asked is told. */
export interface Done {
  readonly acts: readonly { readonly index: number; readonly act: string }[];
  readonly answer: Readonly<Record<string, unknown>>;
}
