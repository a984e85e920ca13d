import type { Time } from '../time.ts';

/**
 * For what somebody asks: a speech; a point of order, which interrupts; a reply to what was said of oneself; saying a speech
 * once more in another of the hall's languages.
 */
export const speechKinds = ['speech', 'order', 'reply', 'translation'] as const;

export type SpeechKind = (typeof speechKinds)[number];

/** What has happened to a sitting’s lists, one after the other. It lies in the vault: acts name nobody who spoke. */
export type FloorEvent =
  | ({ readonly event: 'asked'; readonly number: number } & Asked)
  | { readonly event: 'withdrawn' | 'given' | 'ended'; readonly number: number }
  /** The debate is over, and what was said is in an act. */
  | { readonly event: 'closed'; readonly item: number };

export interface Asked {
  /** The motion that is talked about, or the sitting for everything else. */
  readonly item: number;
  readonly kind: SpeechKind;
  /** Null: somebody without a phone, whom the presidium has put on the list. */
  readonly holder: string | null;
  /** How such a person is called up. */
  readonly label: string | null;
  /** Of a delegate: the body that sends. */
  readonly body: string | null;
  readonly sector: string | null;
  /** As she says herself, where women and others alternate. */
  readonly woman: boolean;
}

/** One event as the vault has it. */
export type FloorEntry = FloorEvent & { readonly at: Time };

/** One place on a list. */
export interface Turn extends Asked {
  readonly number: number;
  readonly askedAt: Time;
  /** Which turn of the sitting it was when the floor was given: 1 is the first. */
  readonly begun: number | null;
  readonly standing: 'waiting' | 'withdrawn' | 'speaking' | 'interrupted' | 'spoken' | 'unheard';
  /** Spoken before `since`, without interruptions. */
  readonly seconds: number;
  /** Speaking since then. */
  readonly since: Time | null;
  /** In the act that closed the debate. */
  readonly accounted: boolean;
}
