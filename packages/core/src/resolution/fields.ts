import { choice, text, time } from '../catalogue/fields.ts';

/** "If X has not happened by D": who finds it, and what holds from that day on when nobody has, or they cannot agree. */
export const conditionFields = {
  event: text(400),
  by: time,
  holdsIf: choice('happened', 'not-happened'),
  certifier: text(40),
  otherwise: choice('in-force', 'void'),
};
