import type { Consultation } from '../state.ts';
import { tableValues } from '../table.ts';
import { sumTallies } from '../vote/arithmetic.ts';

interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly bases: number;
}

/** Does the rule hold over these answers? No base at all ratifies nothing. */
function ratifiedBy(rule: Consultation['rule'], { yes, no, bases }: Answers): 'ratified' | 'rejected' {
  const base = rule.of === 'bases' ? bases : yes + no;
  const [left, right] = [yes * rule.den, base * rule.num];
  const reached = base > 0 && (rule.strict ? left > right : left >= right);
  return reached ? 'ratified' : 'rejected';
}

/** Each base once. Silence is on neither side; over all bases it still counts in the number that is needed. */
export function resultOf({ answers, bases, rule }: Pick<Consultation, 'answers' | 'bases' | 'rule'>) {
  const all = tableValues(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const outcome = ratifiedBy(rule, { yes, no, bases });
  return { yes, no, silent: bases - all.length, members: sumTallies(all), outcome };
}
