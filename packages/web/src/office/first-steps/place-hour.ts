const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** As `datetime-local` has it: some hours from now, on the clock of the place. */
export const soon = (offsetMinutes: number, hours = 1): string =>
  new Date(Date.now() + hours * HOUR_MS + offsetMinutes * MINUTE_MS).toISOString().slice(0, 16);

/** Of an hour on the clock of the place. */
export const toUniversal = (hour: string, offsetMinutes: number): string =>
  `${new Date(Date.parse(`${hour}Z`) - offsetMinutes * MINUTE_MS).toISOString().slice(0, 19)}Z`;
