/**
 * The story's clock: the story begins some weeks ago and ends now, so that notices, waiting times and deadlines of
 * the statutes are kept as they are, not shortened for the demonstration.
 */
export interface Calendar {
  /** Milliseconds since 1970, for the node. */
  readonly now: () => number;
  /** Moves the clock to that day of the story and hour (local, UTC−4); it never goes back. */
  goTo(day: number, hour: number, minute?: number): void;
  /** Moves the clock to a time that an act has given, or just behind it. */
  reach(time: string): void;
  /** From here on the clock is the real one. */
  release(): void;
  /** That day and hour as a time of an act. */
  time(day: number, hour: number, minute?: number): string;
}

const day = 86_400_000;
const hour = 3_600_000;
const utcOffset = 4;

/** How long the small story is. */
const storyDays = 82;

export function createCalendar(startedAt: number, length = storyDays): Calendar {
  const midnight = Math.floor((startedAt - length * day) / day) * day + utcOffset * hour;
  let current: number | null = midnight;
  const epoch = (days: number, hours: number, minutes = 0): number =>
    midnight + days * day + hours * hour + minutes * 60_000;
  return {
    now: () => (current === null ? Date.now() : current),
    goTo(days, hours, minutes = 0) {
      if (current !== null) current = Math.max(current, epoch(days, hours, minutes));
    },
    reach(time) {
      if (current !== null) current = Math.max(current, Date.parse(time) + 60_000);
    },
    release() {
      current = null;
    },
    time: (days, hours, minutes = 0) => `${new Date(epoch(days, hours, minutes)).toISOString().slice(0, 19)}Z`,
  };
}
