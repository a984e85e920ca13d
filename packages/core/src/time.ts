/** Times are RFC 3339 in UTC to the second, so that they compare as strings. No clock is read here. */
export type Time = string;

const second = 1000;

const shifted = (time: Time, milliseconds: number): Time => format(Date.parse(time) + milliseconds);

const format = (epoch: number): Time => `${new Date(epoch).toISOString().slice(0, 19)}Z`;

export const fromEpoch = (milliseconds: number): Time => format(milliseconds);

export const plusSeconds = (time: Time, seconds: number): Time => shifted(time, seconds * second);

export const plusMinutes = (time: Time, minutes: number): Time => shifted(time, minutes * 60 * second);

export const plusHours = (time: Time, hours: number): Time => plusMinutes(time, hours * 60);

export const plusDays = (time: Time, days: number): Time => plusHours(time, days * 24);

/** Calendar months; where the month is too short, its last day (31 January + 1 month = 28 or 29 February). */
export function plusMonths(time: Time, months: number): Time {
  const start = new Date(Date.parse(time));
  const moved = new Date(Date.parse(time));
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return format(moved.getTime());
}

/** Never less than nothing. */
export const secondsBetween = (from: Time, to: Time): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / second));

/** Minutes after local midnight. */
export function minuteOfDay(time: Time, offsetMinutes: number): number {
  const local = new Date(Date.parse(time) + offsetMinutes * 60 * second);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}

export const later = (a: Time, b: Time): Time => (a > b ? a : b);

/** How the hours of a place are named: `UTC−4`, `UTC+5:45`, `UTC`. An hour without it is nobody's. */
export function zoneOf(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const all = Math.abs(offsetMinutes);
  const rest = all % 60;
  const minutes = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return `UTC${offsetMinutes < 0 ? '−' : '+'}${Math.floor(all / 60)}${minutes}`;
}
