import { plusMonths, type Time } from '../time.ts';

/**
 * From when on somebody elected for a term from that day can be recalled. Where the statute spares nobody any months, whoever
 * elected can take it back at any time, also before the term begins: the table of DESIGN section 1 says at any time.
 */
export const recallableFrom = (from: Time, months: number, at: Time): Time =>
  months === 0 && at < from ? at : plusMonths(from, months);
