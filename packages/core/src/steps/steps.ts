import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { later, type Time } from '../time.ts';
import { afterwards } from './after.ts';
import { atWork, type QuestionAsked } from './at-work.ts';
import { beforeOpening, convening } from './before.ts';
import type { Candidate } from './candidate.ts';

/**
 * The commands that may come next in a sitting, in the order of a sitting. Nothing is decided here: each is put to the rules, and
 * what they say is what the hall is told. Null for a sitting that the book does not have.
 */
export function stepsIn(
  state: BodyState,
  index: number,
  now: Time,
  questions: readonly QuestionAsked[] = [],
): readonly Candidate[] | null {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return null;
  const at = later(now, state.at);
  if (sitting.calledOff) return convening(state, sitting, at);
  if (sitting.closedAt !== null) return afterwards(state, index, sitting, at);
  return sitting.opened === null
    ? beforeOpening(state, index, sitting, at)
    : atWork(state, index, sitting, at, questions);
}
