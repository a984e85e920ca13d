import type { Channel } from '@cabildo/core';
import { AttendanceDue } from './attendance-due.ts';

export interface CheckedIn {
  readonly holder: string;
  /** How long the book was then. */
  readonly asOf: number;
  readonly channel: Channel;
}

/** What is known of one person in a hall. */
export type Here = Omit<CheckedIn, 'holder'>;

const LISTS_KEPT = 8;

/** Who is in one hall. */
export class Attendance {
  readonly #rows: CheckedIn[];
  readonly #known: Map<string, Here>;
  /** The list as of a length of the book: a hall that votes asks for the same one a thousand times. */
  readonly #lists = new Map<string, { readonly length: number; readonly holders: readonly string[] }>();

  constructor(rows: readonly CheckedIn[]) {
    this.#rows = [...rows];
    this.#known = new Map(rows.map(({ holder, ...here }) => [holder, here]));
  }

  asOf(length: number, channel?: Channel): readonly string[] {
    const name = `${length} ${channel ?? 'any'}`;
    const known = this.#lists.get(name);
    if (known !== undefined) return known.holders;
    const there = this.#rows.filter((row) => row.asOf <= length && (channel === undefined || row.channel === channel));
    const holders = there.map((row) => row.holder);
    if (this.#lists.size >= LISTS_KEPT) this.#lists.delete(this.#lists.keys().next().value as string);
    this.#lists.set(name, { length, holders });
    return holders;
  }

  now(channel?: Channel): readonly string[] {
    return this.asOf(Number.POSITIVE_INFINITY, channel);
  }

  here(holder: string): Here | undefined {
    return this.#known.get(holder);
  }

  get size(): number {
    return this.#rows.length;
  }

  add(row: CheckedIn): void {
    if (this.#known.has(row.holder)) return;
    this.#known.set(row.holder, { asOf: row.asOf, channel: row.channel });
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
