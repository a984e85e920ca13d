import type { Time } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { cardsExist, exchangeCards, type Session, type SignIn } from '../store/vault/people.ts';

/** What came of it: a session, or why there is none. */
type Exchanged = Session | 'card-used' | 'unknown-card';

interface Waiting {
  readonly asked: SignIn;
  readonly resolve: (exchanged: Exchanged) => void;
  readonly reject: (error: unknown) => void;
}

/** So that whoever comes first is not kept waiting for a thousand others. */
const TOGETHER = 256;

/**
 * Cards become sessions. A hall comes in at one moment: those who wait go to the database together, with one commit for all of
 * them, and one after the other, so that reading has the machine in between.
 */
export class SignIns {
  readonly #store: Store;
  readonly #now: () => Time;
  /** Body → who waits; there as long as somebody is being worked on. */
  readonly #queues = new Map<string, Waiting[]>();

  constructor(store: Store, now: () => Time) {
    this.#store = store;
    this.#now = now;
  }

  exchange(origin: string, asked: SignIn): Promise<Exchanged> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(origin);
      const waiting = { asked, resolve, reject };
      if (queue !== undefined) {
        queue.push(waiting);
        return;
      }
      this.#queues.set(origin, [waiting]);
      // The rest of this turn of the event loop may bring more for the same statement.
      setImmediate(() => void this.#work(origin));
    });
  }

  async #work(origin: string): Promise<void> {
    for (let queue = this.#queues.get(origin); queue !== undefined && queue.length > 0; ) {
      const [batch, rest] = apart(queue);
      queue = rest;
      this.#queues.set(origin, queue);
      await this.#settle(origin, batch);
    }
    this.#queues.delete(origin);
  }

  async #settle(origin: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const asked = batch.map((waiting) => waiting.asked);
      const sessions = await exchangeCards(this.#store, origin, asked, this.#now());
      const left = asked.filter((_, i) => sessions[i] === undefined);
      const known =
        left.length === 0
          ? []
          : await cardsExist(
              this.#store,
              origin,
              left.map(({ card }) => card),
            );
      const refused = new Map(left.map((one, i) => [one, known[i] === true ? 'card-used' : 'unknown-card'] as const));
      for (const [i, waiting] of batch.entries())
        waiting.resolve(sessions[i] ?? refused.get(waiting.asked) ?? 'unknown-card');
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}

/** Who goes next: no card and no token twice, because of two who show the same card the first must have it before the second. */
function apart(queue: readonly Waiting[]): readonly [Waiting[], Waiting[]] {
  const [batch, rest]: [Waiting[], Waiting[]] = [[], []];
  const seen = new Set<string>();
  for (const waiting of queue) {
    const names = [nameOf('card', waiting.asked.card), nameOf('token', waiting.asked.token)];
    if (batch.length === TOGETHER || names.some((name) => seen.has(name))) rest.push(waiting);
    else batch.push(waiting);
    for (const name of names) seen.add(name);
  }
  return [batch, rest];
}

const nameOf = (kind: string, bytes: Uint8Array): string => `${kind} ${Buffer.from(bytes).toString('base64')}`;
