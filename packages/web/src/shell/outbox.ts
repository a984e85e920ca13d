import type { Done } from '../answers.ts';
import { ask, bodyPath, type Reply, randomText } from './asking.ts';
import type { Person } from './person.ts';
import { prepareToSign, signWith } from './phone-key.ts';
import type { Entry, Sent } from './sent.ts';
import type { Storage } from './storage.ts';

const FIRST_RETRY_MS = 1_500;
const LAST_RETRY_MS = 12_000;

/** One person's way out: what is being tried, and when it is tried again. */
interface Way {
  busy: boolean;
  wait: number;
  timer: number | undefined;
}

/**
 * Everything that people on this phone send: kept before it is first tried, under a key of its own, sent in the order in
 * which it was made, tried again until the node has answered. Each person's queue goes by itself.
 */
export class Outbox {
  readonly #storage: Storage;
  readonly #personOf: (id: string) => Person | undefined;
  readonly #listeners = new Set<(person: string) => void>();
  readonly #ways = new Map<string, Way>();
  /** Who still waits beside the button for an answer. */
  readonly #askers = new Map<number, (sent: Sent) => void>();
  /** Who was told that it waits, and is told once more when it is taken. */
  readonly #told = new Map<number, (sent: Sent) => void>();
  #entries: readonly Entry[] = [];

  constructor(storage: Storage, personOf: (id: string) => Person | undefined) {
    this.#storage = storage;
    this.#personOf = personOf;
    addEventListener('online', () => this.wake());
  }

  /** What was left when the page was closed goes out now. */
  async start(): Promise<void> {
    const kept = await this.#storage.all('queue');
    const known = kept.filter(({ person }) => this.#personOf(person) !== undefined);
    this.#entries = [...known, ...this.#entries].sort((a, b) => a.order - b.order);
    this.wake();
  }

  /** In the order in which they were made, those that were refused among them. */
  of(person: string): readonly Entry[] {
    return this.#entries.filter((entry) => entry.person === person);
  }

  /** Of anybody on this phone. */
  get waits(): boolean {
    return this.#entries.some(({ refused }) => refused === null);
  }

  watch(listener: (person: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async send(person: Person, command: string, input: Entry['input']): Promise<Sent> {
    const madeAt = new Date().toISOString();
    const key = randomText(16);
    const signature = await this.#signature(person, { command, input, key, madeAt });
    const order = this.#nextOrder();
    const { id, body } = person;
    const entry: Entry = { order, person: id, body, command, input, key, madeAt, signature, refused: null };
    return new Promise((resolve) => {
      this.#askers.set(order, resolve);
      void this.#add(entry).then(() => this.#run(id));
    });
  }

  /** Tries everything again now: the network is back, or somebody has come back to the page. */
  wake(): void {
    for (const person of new Set(this.#entries.map((entry) => entry.person))) void this.#run(person);
  }

  /** Whatever signing takes is loaded before the network is gone. */
  async prepare(person: string): Promise<void> {
    const key = await this.#storage.get('keys', person);
    if (key !== undefined) await prepareToSign(key).catch(() => undefined);
  }

  /** A refusal was read; or somebody gives up what waits, which may have arrived. */
  async drop(order: number): Promise<void> {
    const entry = this.#entries.find((one) => one.order === order);
    if (entry !== undefined) await this.#remove(entry);
  }

  async forget(person: string): Promise<void> {
    clearTimeout(this.#ways.get(person)?.timer);
    for (const entry of this.of(person)) await this.#remove(entry);
  }

  async #signature(person: Person, what: Pick<Entry, 'command' | 'input' | 'key' | 'madeAt'>): Promise<string | null> {
    const key = await this.#storage.get('keys', person.id);
    const origin = this.#personOf(person.id)?.origin;
    if (key === undefined || origin == null) return null;
    // Unsigned, the node says by which rule it does not take it; a button that never answers would say nothing.
    return signWith(key, { book: origin, ...what }).catch(() => null);
  }

  /** By the clock, so that what two tabs made stands in its order, and never twice the same. */
  #nextOrder(): number {
    return Math.max(Date.now(), (this.#entries.at(-1)?.order ?? 0) + 1);
  }

  async #add(entry: Entry): Promise<void> {
    this.#entries = [...this.#entries, entry];
    // A disk that is full keeps nobody from voting: then it is kept until the page is closed.
    await this.#storage.put('queue', entry).catch(() => undefined);
  }

  async #run(person: string): Promise<void> {
    const way = this.#wayOf(person);
    if (way.busy) return;
    way.busy = true;
    clearTimeout(way.timer);
    for (;;) {
      const next = this.of(person).find(({ refused }) => refused === null);
      if (next === undefined) break;
      const reply = await this.#try(next);
      if (reply.kind === 'unreachable') {
        this.#putOff(person, way);
        break;
      }
      way.wait = FIRST_RETRY_MS;
      await this.#settle(next, reply);
    }
    way.busy = false;
  }

  async #try({ person, body, command, input, key, madeAt, signature }: Entry): Promise<Reply<Done>> {
    const token = this.#personOf(person)?.token;
    if (token === undefined) return { kind: 'unreachable' };
    const headers: Record<string, string> = signature === null ? {} : { 'cabildo-signed': `${madeAt} ${signature}` };
    return ask<Done>(`${bodyPath(body)}/commands/${command}`, { token, body: input, key, headers });
  }

  /** Nobody is left waiting beside a button: what is kept is said to be kept. */
  #putOff(person: string, way: Way): void {
    for (const entry of this.of(person)) {
      const asker = this.#askers.get(entry.order);
      this.#askers.delete(entry.order);
      asker?.({ kind: 'waiting', entry, later: new Promise((taken) => this.#told.set(entry.order, taken)) });
    }
    way.timer = setTimeout(() => void this.#run(person), way.wait * (1 + Math.random() / 3));
    way.wait = Math.min(way.wait * 2, LAST_RETRY_MS);
    this.#tell(person);
  }

  async #settle(entry: Entry, reply: Exclude<Reply<Done>, { kind: 'unreachable' }>): Promise<void> {
    const asker = this.#askers.get(entry.order);
    if (reply.kind === 'ok') {
      await this.#remove(entry);
      (asker ?? this.#told.get(entry.order))?.({ kind: 'done', done: reply.value });
    } else if (asker !== undefined) {
      await this.#remove(entry);
      asker({ kind: 'refused', problem: reply.problem });
    } else {
      const refused = { ...entry, refused: reply.problem };
      this.#entries = this.#entries.map((one) => (one.order === entry.order ? refused : one));
      await this.#storage.put('queue', refused).catch(() => undefined);
    }
    this.#tell(entry.person);
  }

  async #remove({ order, person }: Entry): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry.order !== order);
    this.#askers.delete(order);
    await this.#storage.delete('queue', order).catch(() => undefined);
    this.#tell(person);
  }

  #tell(person: string): void {
    for (const listener of [...this.#listeners]) listener(person);
  }

  #wayOf(person: string): Way {
    const known = this.#ways.get(person) ?? { busy: false, wait: FIRST_RETRY_MS, timer: undefined };
    this.#ways.set(person, known);
    return known;
  }
}
