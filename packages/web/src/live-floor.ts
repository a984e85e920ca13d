/** Who speaks and who has asked for the floor, on the item that is talked about. */
export interface LiveFloor {
  readonly item: number;
  /** Null: what the sitting talks about beside its motions. */
  readonly motion: number | null;
  readonly title: string | null;
  /** How much has happened on the sitting’s lists: whoever shows names asks anew when it grows. */
  readonly changes: number;
  readonly speaking: LiveTurn | null;
  /** How many were interrupted and go on after that. */
  readonly interrupted: number;
  /** Numbers in the order in which they are called up, and the first of them in full. */
  readonly order: readonly number[];
  readonly next: readonly LiveTurn[];
  readonly waiting: number;
  readonly heard: number;
  readonly rules: LiveSpeaking;
  /** The asker’s own places. */
  readonly mine: readonly { readonly number: number; readonly item: number; readonly kind: SpeechKind }[];
}

export type SpeechKind = 'speech' | 'order' | 'reply' | 'translation';

/** The statute’s article, in seconds. */
export interface LiveSpeaking {
  readonly order: 'as-asked' | 'first-speech-first';
  readonly seconds?: number;
  readonly group?: { readonly of: 'body' | 'sector'; readonly seconds: number };
  readonly sectors?: readonly string[];
  readonly parity?: boolean;
  readonly reply?: { readonly seconds: number };
  readonly translation?: { readonly seconds: number };
}

export interface LiveTurn {
  readonly number: number;
  readonly kind: SpeechKind;
  /** The body that sends, or the sector. */
  readonly from: string | null;
  /** How somebody without a phone is called up: for people of the body. */
  readonly label: string | null;
  /** For those who run the sitting. */
  readonly name: string | null;
  /** Its number where somebody speaks on a slip: for those who run the sitting. */
  readonly slip: number | null;
  /** Spoken before `since`; the clock runs since then. */
  readonly seconds: number;
  readonly since: string | null;
  /** How long it may last; null without a clock. */
  readonly allowed: number | null;
  /** What the body or sector had left on this item when the turn began. */
  readonly left: number | null;
}

export type PulseFloor = Pick<
  LiveFloor,
  'item' | 'changes' | 'speaking' | 'interrupted' | 'order' | 'next' | 'waiting'
>;
