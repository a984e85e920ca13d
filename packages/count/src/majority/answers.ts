import { type Fraction, reaches } from './fraction.ts';

export interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly bases: number;
}

export interface AnswersRule extends Fraction {
  /** Of all who were asked, or of those who are on a side. */
  readonly of: 'bases' | 'answered';
  /** Absent: neither side. */
  readonly silence?: 'neither' | 'yes' | 'no';
}

type Outcome = 'ratified' | 'rejected';

/**
 * Does the rule hold over these answers? Silence is what the rule says: neither side, though over all bases it still
 * counts in the number needed, or a side. No answer at all ratifies nothing.
 */
export function outcomeOfAnswers(rule: AnswersRule, { yes, no, bases }: Answers): Outcome {
  if (yes + no === 0) return 'rejected';
  const silent = bases - yes - no;
  const forIt = rule.silence === 'yes' ? yes + silent : yes;
  const against = rule.silence === 'no' ? no + silent : no;
  return reaches(rule, forIt, rule.of === 'bases' ? bases : forIt + against) ? 'ratified' : 'rejected';
}

/**
 * The outcome that no answer still to come can change, given that those received stand; null while it is open. `free`
 * bases may say anything or nothing: more yes never harms and more no never helps, so the ends decide.
 */
export function settledOutcome(rule: AnswersRule, said: Answers): Outcome | null {
  const free = said.bases - said.yes - said.no;
  const ends = [said, { ...said, yes: said.yes + free }, { ...said, no: said.no + free }];
  const [first, ...others] = ends.map((end) => outcomeOfAnswers(rule, end));
  return first !== undefined && others.every((outcome) => outcome === first) ? first : null;
}
