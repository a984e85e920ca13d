import type { Consultation } from '../state.ts';

interface Answers {
  readonly yes: number;
  readonly no: number;
  readonly bases: number;
}

/** Does the rule hold over these answers? No base at all ratifies nothing. */
export function ratifiedBy(rule: Consultation['rule'], { yes, no, bases }: Answers): 'ratified' | 'rejected' {
  const base = rule.of === 'bases' ? bases : yes + no;
  const [left, right] = [yes * rule.den, base * rule.num];
  const reached = base > 0 && (rule.strict ? left > right : left >= right);
  return reached ? 'ratified' : 'rejected';
}
