import type { Consultation } from '../state.ts';
import { tableValues } from '../table.ts';
import { sumTallies } from '../vote/arithmetic.ts';

interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly bases: number;
}

type Outcome = 'ratified' | 'rejected';

/**
 * Does the rule hold over these answers? Silence is what the statute says: neither side, though over all bases it still
 * counts in the number needed, or a side. No answer at all ratifies nothing.
 */
export function outcomeOfAnswers(rule: Consultation['rule'], { yes, no, bases }: Answers): Outcome {
  if (yes + no === 0) return 'rejected';
  const silent = bases - yes - no;
  const forIt = rule.silence === 'yes' ? yes + silent : yes;
  const against = rule.silence === 'no' ? no + silent : no;
  const base = rule.of === 'bases' ? bases : forIt + against;
  const [left, right] = [forIt * rule.den, base * rule.num];
  return (rule.strict ? left > right : left >= right) ? 'ratified' : 'rejected';
}

/** Each base once. */
export function resultOf({ answers, bases, rule }: Pick<Consultation, 'answers' | 'bases' | 'rule'>) {
  const all = tableValues(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const outcome = outcomeOfAnswers(rule, { yes, no, bases });
  return { yes, no, silent: bases - all.length, members: sumTallies(all), outcome };
}

/**
 * The outcome that no answer still to come can change, given that those received stand; null while it is open. `free`
 * bases may say anything or nothing: more yes never harms and more no never helps, so the ends decide. It has no effect:
 * that comes with the close, and until then a base may still correct what it said.
 */
export function settledOutcome(rule: Consultation['rule'], said: Answers): Outcome | null {
  const free = said.bases - said.yes - said.no;
  const ends = [said, { ...said, yes: said.yes + free }, { ...said, no: said.no + free }];
  const [first, ...others] = ends.map((end) => outcomeOfAnswers(rule, end));
  return first !== undefined && others.every((outcome) => outcome === first) ? first : null;
}
