import type { Channel } from '@cabildo/core';
import { AttendanceDue } from './attendance-due.ts';

export interface CheckedIn {
  readonly holder: string;
  /** How long the book was then. */
  readonly asOf: number;
  readonly channel: Channel;
}

/** Who is in one hall. */
class Attendance {
  readonly #rows: CheckedIn[];
  readonly #known: Map<string, Channel>;
  /** The list as of a length of the book: a hall that votes asks for the same one a thousand times. */
  readonly #lists = new Map<string, { readonly length: number; readonly holders: readonly string[] }>();

  constructor(rows: readonly CheckedIn[]) {
    this.#rows = [...rows];
    this.#known = new Map(rows.map(({ holder, channel }) => [holder, channel]));
  }

  asOf(length: number, channel?: Channel): readonly string[] {
    const name = `${length} ${channel ?? 'any'}`;
    const known = this.#lists.get(name);
    if (known !== undefined) return known.holders;
    const there = this.#rows.filter((row) => row.asOf <= length && (channel === undefined || row.channel === channel));
    const holders = there.map((row) => row.holder);
    this.#lists.set(name, { length, holders });
    return holders;
  }

  channelOf(holder: string): Channel | undefined {
    return this.#known.get(holder);
  }

  add(row: CheckedIn): void {
    if (this.#known.has(row.holder)) return;
    this.#known.set(row.holder, row.channel);
    this.#rows.push(row);
    for (const [name, { length }] of this.#lists) if (length >= row.asOf) this.#lists.delete(name);
  }
}

const SITTINGS_KEPT = 8;

/**
 * Who is in the hall, kept over many batches: every vote by phone asks for it. The book's writer is the only one who adds,
 * and drops all of it when a batch was not committed.
 */
export class AttendanceCache {
  readonly #sittings = new Map<number, Attendance>();
  /** Of which sittings names are to be deleted. */
  readonly due = new AttendanceDue();

  async of(sitting: number, read: () => Promise<readonly CheckedIn[]>): Promise<Attendance> {
    const known = this.#sittings.get(sitting);
    if (known !== undefined) return known;
    const attendance = new Attendance(await read());
    this.#sittings.set(sitting, attendance);
    return attendance;
  }

  forget(sitting: number): void {
    this.#sittings.delete(sitting);
  }

  /** Between batches: what a batch has added is not on disk before its end. */
  trim(): void {
    for (const sitting of [...this.#sittings.keys()].slice(0, -SITTINGS_KEPT)) this.#sittings.delete(sitting);
  }

  clear(): void {
    this.#sittings.clear();
    this.due.clear();
  }
}
