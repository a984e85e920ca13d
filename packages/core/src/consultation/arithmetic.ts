import { outcomeOfAnswers, sumTallies } from '@cabildo/count';
import type { Consultation } from '../state.ts';
import { tableValues } from '../table.ts';

/** Each base once. */
export function resultOf({ answers, bases, rule }: Pick<Consultation, 'answers' | 'bases' | 'rule'>) {
  const all = tableValues(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const outcome = outcomeOfAnswers(rule, { yes, no, bases });
  return { yes, no, silent: bases - all.length, members: sumTallies(all), outcome };
}
