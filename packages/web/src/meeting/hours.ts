const MINUTE = 60_000;

/** Hours of the place where the meeting is, whatever the phone that shows them believes. */
export interface Hours {
  clock(at: string): string;
  day(at: string): string;
}

export function hoursOf(locale: string | readonly string[], offsetMinutes: number): Hours {
  const there = (at: string): Date => new Date(Date.parse(at) + offsetMinutes * MINUTE);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return { clock: (at) => clock.format(there(at)), day: (at) => day.format(there(at)) };
}

/** What `<input type="datetime-local">` shows and takes: the place’s own hour, to the minute. */
export const toLocalInput = (at: string, offsetMinutes: number): string =>
  new Date(Date.parse(at) + offsetMinutes * MINUTE).toISOString().slice(0, 16);

/** Null while what is typed is no hour yet. */
export function fromLocalInput(value: string, offsetMinutes: number): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return null;
  const there = Date.parse(`${value.slice(0, 16)}:00Z`);
  return Number.isNaN(there) ? null : toSecond(there - offsetMinutes * MINUTE);
}

/** As times are written in books. */
export const toSecond = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
