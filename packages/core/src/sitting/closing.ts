import type { Sitting } from '../state.ts';
import { opensAt } from '../statute/closing.ts';
import type { Statute } from '../statute/fields.ts';
import { later, minuteOfDay, plusDays, plusMinutes, type Time } from '../time.ts';

/**
 * Is it past the closing hour of the day on which the sitting began, or went on after a recess? Midnight opens nothing
 * again: what is tabled at one in the morning, when most have gone home, is as late as what is tabled at eleven.
 */
export const pastClosing = (rules: Statute, sitting: Day, at: Time): boolean => at >= closingOf(rules, sitting);

type Day = Pick<Sitting, 'startsAt' | 'resumed'>;

/**
 * When that is. A recess into the small hours is still the same night: until people can be expected to be up again the closing
 * hour that has passed stays passed.
 */
export function closingOf(rules: Statute, { startsAt, resumed }: Day): Time {
  const began = closingOn(rules, startsAt);
  if (resumed === null) return began;
  const early = minuteOfDay(resumed, rules.closing.offsetMinutes) < opensAt(rules) * 60;
  return later(began, plusDays(closingOn(rules, resumed), early ? -1 : 0));
}

/** The closing hour of the local day in which that time is. */
function closingOn({ closing }: Statute, day: Time): Time {
  const minute = `${day.slice(0, 17)}00Z`;
  return plusMinutes(minute, closing.hour * 60 - minuteOfDay(day, closing.offsetMinutes));
}
