import type { BodySummary, Choice, Me, Problem, Sentences, VoteAnswer } from './answers.ts';
import type { Reply } from './api.ts';
import type { Place, Unsent } from './places.ts';
import type { ReceiptCheck } from './receipt.ts';

/** Why something was not possible, to be said beside the button that asked for it. */
export interface Trouble {
  readonly at: 'sign-in' | 'check-in' | 'vote' | 'unsent';
  /** Null: the node could not be reached. */
  readonly sentences: Sentences | null;
}

export interface Result {
  readonly vote: VoteAnswer;
  /** Undefined while it is being worked out; null where this phone cast no vote. */
  readonly check: ReceiptCheck | null | undefined;
}

export interface PhoneState {
  readonly body: string | null;
  readonly bodies: readonly BodySummary[] | null;
  readonly title: string;
  readonly me: Me | null;
  readonly busy: Trouble['at'] | 'loading' | null;
  readonly trouble: Trouble | null;
  readonly reachable: boolean;
  readonly unsent: Unsent | null;
  readonly pressed: Place['pressed'];
  /** The open vote's motion, once read; `text` is null where nothing is published. */
  readonly motion: { readonly index: number; readonly text: string | null } | null;
  readonly result: Result | null;
  /** The screen of seals is open. */
  readonly sealing: boolean;
  /** The session has ended: another card was issued. */
  readonly gone: boolean;
}

/** Nobody is signed in, nothing is known. */
export const nothing: PhoneState = {
  body: null,
  bodies: null,
  title: '',
  me: null,
  busy: null,
  trouble: null,
  reachable: true,
  unsent: null,
  pressed: {},
  motion: null,
  result: null,
  sealing: false,
  gone: false,
};

export function withoutVote(pressed: Place['pressed'], vote: number): Place['pressed'] {
  const { [vote]: _gone, ...rest } = pressed as Readonly<Record<number, Choice>>;
  return rest;
}

export const troubleOf = (at: Trouble['at'], reply: Reply<unknown>): Trouble => ({
  at,
  sentences: reply.kind === 'problem' ? sentencesOf(reply.problem) : null,
});

const sentencesOf = (problem: Problem): Sentences => problem.sentences;
