import { type FloorEntry, later, type Time } from '@cabildo/core';
import type { LoadedBook } from '../loaded-book.ts';
import type { LiveMoving } from './answer.ts';
import { liveFromBook } from './from-book.ts';
import { type MovingTools, movingPart, spokenIn } from './moving.ts';

/** How long something is taken as said that no act and no entry has changed: terms and hours run out by themselves. */
const KNOWN_MS = 5_000;
const HALLS_KEPT = 256;

export interface Moving {
  readonly part: LiveMoving;
  /** The greater one is the newer. */
  readonly sequence: number;
  readonly text: string;
  readonly spoken: readonly FloorEntry[];
}

interface Known<T> {
  readonly since: string;
  readonly until: number;
  readonly found: Promise<T>;
}

export interface HallTools extends MovingTools {
  now(): Time;
}

/** What is the same for everybody in a hall: worked out once for each change, however many ask. */
export class Halls {
  readonly #tools: HallTools;
  readonly #books = new Map<string, Known<string | null>>();
  readonly #moving = new Map<string, Known<Moving | null>>();
  /** Body → how often something of it was written that is no act. */
  readonly #changes = new Map<string, number>();
  #sequence = 0;

  constructor(tools: HallTools) {
    this.#tools = tools;
  }

  touched(origin: string): void {
    this.#changes.set(origin, (this.#changes.get(origin) ?? 0) + 1);
  }

  /** Everything that the book says of a sitting, as JSON; null where it has none of that number. */
  fromBook({ origin, folded: { state } }: LoadedBook, index: number): Promise<string | null> {
    const { store, now } = this.#tools;
    return remembered(this.#books, `${origin} ${index}`, `${state.size}`, async () => {
      const live = await liveFromBook(store, state, index, later(now(), state.at));
      return live === null ? null : JSON.stringify(live);
    });
  }

  moving({ origin, folded: { state } }: LoadedBook, index: number): Promise<Moving | null> {
    const { store, attended, now } = this.#tools;
    const since = `${state.size} ${this.#changes.get(origin) ?? 0}`;
    const name = `${origin} ${index}`;
    const before = this.#moving.get(name)?.found;
    return remembered(this.#moving, name, since, async () => {
      // Taken before anything is read: whoever begins later sees at least as much.
      const next = this.#next();
      const at = later(now(), state.at);
      const [part, spoken] = await Promise.all([
        movingPart({ store, attended }, state, index, at),
        spokenIn(store, state, index, at),
      ]);
      if (part === null) return null;
      const text = JSON.stringify(part);
      const known = (await before?.catch(() => null)) ?? null;
      const same = known?.text === text && known.spoken.length === spoken.length;
      return { part, sequence: same ? known.sequence : next, text, spoken };
    });
  }

  /** By the clock, so that it goes on growing where the node was started anew. */
  #next(): number {
    this.#sequence = Math.max(this.#sequence + 1, Date.parse(this.#tools.now()));
    return this.#sequence;
  }
}

function remembered<T>(all: Map<string, Known<T>>, key: string, since: string, find: () => Promise<T>): Promise<T> {
  const known = all.get(key);
  if (known !== undefined && known.since === since && performance.now() < known.until) return known.found;
  const found = find();
  const fresh = { since, until: performance.now() + KNOWN_MS, found };
  all.delete(key);
  all.set(key, fresh);
  if (all.size > HALLS_KEPT) all.delete(all.keys().next().value as string);
  found.catch(() => {
    if (all.get(key) === fresh) all.delete(key);
  });
  return found;
}
