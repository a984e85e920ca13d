import { accountsAnswers } from './answer-need/accounts.ts';
import { affiliationAnswers } from './answer-need/affiliation.ts';
import type { Answers, BookAnswer, ReceivedAt, Standing } from './answer-need/answer.ts';
import { decisionAnswers } from './answer-need/decisions.ts';
import { delegationAnswers } from './answer-need/delegation.ts';
import { officerAnswers } from './answer-need/officers.ts';
import { provenAct } from './answer-need/proof.ts';
import { rollAnswers } from './answer-need/rolls.ts';
import { supplyAnswers } from './answer-need/supply.ts';
import type { BookFacts, BookNeed } from './facts.ts';
import { attestedAt, beginsAttested } from './officers/attested.ts';
import type { BodyState } from './state.ts';

export type { BookAnswer, Standing } from './answer-need/answer.ts';

const nothingBefore: Standing = { proven: false, attested: false };

const answers: Answers<keyof BookFacts> = {
  ...affiliationAnswers,
  ...rollAnswers,
  ...delegationAnswers,
  ...decisionAnswers,
  ...officerAnswers,
  ...supplyAnswers,
  ...accountsAnswers,
};

/**
 * Answers a need of another body from this body's state. `receivedAt` and `leafOf` (leaf hash, standard base64)
 * come from whoever holds the book; so does `before`, what a successor has faithfully taken over from the book before it.
 */
export function answerNeed(
  state: BodyState,
  need: BookNeed,
  receivedAt: ReceivedAt,
  leafOf: (index: number) => string,
  before: Standing = nothingBefore,
): BookAnswer<keyof BookFacts> | null {
  const answer = answers[need.fact] as Answers<keyof BookFacts>[keyof BookFacts];
  return answer(state, need as never, receivedAt, leafOf, before);
}

/** What the book after this one may take over: a proven founding, officers attested back to the founder. */
export function standingOf(state: BodyState, before: Standing = nothingBefore): Standing {
  return {
    proven: provenAct(state, before) !== null,
    attested: attestedAt(state, state.enrolment?.act ?? -1, state.at) && beginsAttested(state, state.at, before),
  };
}
