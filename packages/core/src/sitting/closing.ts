import type { Sitting } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { minuteOfDay, plusMinutes, type Time } from '../time.ts';

/**
 * Is it past the closing hour of the day on which the sitting began, or went on after a recess? Midnight opens nothing
 * again: what is tabled at one in the morning, when most have gone home, is as late as what is tabled at eleven.
 */
export const pastClosing = (rules: Statute, sitting: Day, at: Time): boolean => at >= closingOf(rules, sitting);

type Day = Pick<Sitting, 'startsAt' | 'resumed'>;

/** When that is. */
export function closingOf({ closing }: Statute, { startsAt, resumed }: Day): Time {
  const day = resumed ?? startsAt;
  const minute = `${day.slice(0, 17)}00Z`;
  return plusMinutes(minute, closing.hour * 60 - minuteOfDay(day, closing.offsetMinutes));
}
