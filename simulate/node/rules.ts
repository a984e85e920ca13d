import { answerNeed, decide, evolve, needs } from '@cabildo/core';

/** The four verbs that a node calls, and what a mirror demands of a head: handed in, so that a test can break one. */
export interface Rules {
  readonly needs: typeof needs;
  readonly decide: typeof decide;
  readonly evolve: typeof evolve;
  readonly answerNeed: typeof answerNeed;
  /** Does a mirror ask that a head extends what it holds? */
  readonly mirrorsVerify: boolean;
  /** Is an answer kept under its key in the same commit as the acts? */
  readonly answersKept: boolean;
  /** Does a node that was put back ask what others hold, before it writes? */
  readonly restoredCompare: boolean;
  /** Does a node close its books when a witness has seen more of its log of heads than it has? */
  readonly witnessesHeeded: boolean;
}

export const realRules: Rules = {
  needs,
  decide,
  evolve,
  answerNeed,
  mirrorsVerify: true,
  answersKept: true,
  restoredCompare: true,
  witnessesHeeded: true,
};
