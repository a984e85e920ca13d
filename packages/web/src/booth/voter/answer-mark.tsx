import type { Question } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { answerMark } from '../../../look/answer-marks.ts';

/** A shape and a colour of the answer's own, beside its words: found again by eye, and known again after the choice. */
export function AnswerMark({
  question: { answers },
  at,
}: {
  readonly question: Question;
  readonly at: number;
}): JSX.Element {
  // A candidate has the mark of the number on the hall's list, in every question.
  const { shape, colour } = answerMark(Number.parseInt(answers[at] ?? '', 10) || at + 1);
  return <span class={`answer-mark colour-${colour}`} data-shape={shape} aria-hidden="true" />;
}
