import type { BodyState } from '../state.ts';
import { tableEntries } from '../table.ts';
import { plusDays, plusSeconds, type Time } from '../time.ts';

/** How long the statute made new members wait, while it was in force. */
export interface Waiting {
  readonly days: number;
  readonly from: Time;
  /** Null of the one in force. */
  readonly until: Time | null;
}

/** Nobody waits: the founding sitting is of those who are there. */
export const noWaiting: readonly Waiting[] = [{ days: 0, from: '', until: null }];

/** Founders are no newcomers: whoever was enrolled before the first officers were elected waits for nothing. */
export function waitingUnder({ statutes, body }: Pick<BodyState, 'statutes' | 'body'>): readonly Waiting[] {
  const versions = tableEntries(statutes)
    .map(([index, { at, waitingDays }]) => ({ index: Number(index), at, days: waitingDays }))
    .sort((one, other) => one.index - other.index);
  // Times are whole seconds: that of the election itself is theirs.
  const until = body?.startedAt === undefined ? null : plusSeconds(body.startedAt, 1);
  const founding = { days: 0, from: body?.foundedAt ?? '', until };
  return [
    founding,
    ...versions.map(({ at, days }, position) => ({ days, from: at, until: versions[position + 1]?.at ?? null })),
  ];
}

/**
 * From when on who was enrolled then is counted. Whoever has counted once goes on counting: an amendment that makes new
 * members wait longer throws nobody off the roll, or a few could leave themselves alone on it.
 */
export function countsFrom(waiting: readonly Waiting[], enrolledAt: Time): Time {
  const [first] = waiting
    .map(({ days, from, until }) => {
      const waited = plusDays(enrolledAt, days);
      const counts = waited > from ? waited : from;
      return until === null || counts < until ? counts : null;
    })
    .filter((time) => time !== null)
    .sort();
  return first ?? enrolledAt;
}
