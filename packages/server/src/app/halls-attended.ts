import type { Store } from '../store/open-store.ts';
import { readAttendance } from '../store/vault/hall.ts';
import { Attendance, AttendanceCache, type CheckedIn, type Here } from './attendance-cache.ts';

const HALLS_KEPT = 64;

/** Somebody who has come in, as committed. */
export interface CameIn extends CheckedIn {
  readonly sitting: number;
}

/**
 * Who is in which hall, as committed: for all who only look. A hall is read once, and told of everybody who comes in after that,
 * as everybody in it asks about themselves again and again.
 */
export class HallsAttended {
  readonly #store: Store;
  readonly #halls = new Map<string, Promise<Attendance>>();

  constructor(store: Store) {
    this.#store = store;
  }

  of(origin: string, sitting: number): Promise<Attendance> {
    const name = nameOf(origin, sitting);
    const known = this.#halls.get(name);
    if (known !== undefined) return known;
    const reading = readAttendance(this.#store, origin, sitting).then((rows) => new Attendance(rows));
    this.#halls.set(name, reading);
    if (this.#halls.size > HALLS_KEPT) this.#halls.delete(this.#halls.keys().next().value as string);
    reading.catch(() => {
      if (this.#halls.get(name) === reading) this.#halls.delete(name);
    });
    return reading;
  }

  /** In which of these sittings somebody is checked in. */
  async by(origin: string, sittings: readonly number[], holder: string): Promise<ReadonlyMap<number, Here>> {
    const found = await Promise.all(
      sittings.map(async (sitting) => [sitting, (await this.of(origin, sitting)).here(holder)] as const),
    );
    return new Map(found.flatMap(([sitting, here]) => (here === undefined ? [] : [[sitting, here] as const])));
  }

  /** As a view of the vault takes it, for whoever looks and writes nothing. */
  in(origin: string): AttendanceCache {
    return new OnlookersCache((sitting) => this.of(origin, sitting));
  }

  /** After the commit. A hall that is being read meanwhile may have been read without them. */
  cameIn(origin: string, people: readonly CameIn[]): void {
    for (const { sitting, ...row } of people)
      this.#halls.get(nameOf(origin, sitting))?.then(
        (hall) => hall.add(row),
        () => undefined,
      );
  }

  /** What is kept of that sitting, or of all sittings of that body, may not be so any more. */
  forget(origin: string, sitting?: number): void {
    if (sitting !== undefined) this.#halls.delete(nameOf(origin, sitting));
    else for (const name of this.#halls.keys()) if (name.startsWith(`${origin} `)) this.#halls.delete(name);
  }
}

class OnlookersCache extends AttendanceCache {
  readonly #of: (sitting: number) => Promise<Attendance>;

  constructor(of: (sitting: number) => Promise<Attendance>) {
    super();
    this.#of = of;
  }

  override of(sitting: number): Promise<Attendance> {
    return this.#of(sitting);
  }
}

const nameOf = (origin: string, sitting: number): string => `${origin} ${sitting}`;
