import type { Me, Problem } from '../answers.ts';
import { type Live, type Pulse, pulsed, type Steps } from '../live-answer.ts';
import { ask, bodyPath, type Reply, type Request } from './asking.ts';
import type { Outbox } from './outbox.ts';
import type { Person } from './person.ts';
import type { Entry, Sent } from './sent.ts';
import type { Storage } from './storage.ts';
import { EventStream } from './stream.ts';

/** Acts after which `/me` may say something else; everything else of a sitting is in `Live`. */
const tellingMe: ReadonlySet<string> = new Set([
  'SittingConvened',
  'SittingOpened',
  'SittingClosed',
  'SittingCalledOff',
  'PresenceCounted',
  'SeatAccredited',
  'RecallPresented',
  'AlternateSeated',
  'VoteOpened',
  'VoteClosed',
  'MinutesApproved',
  'FoundingWitnessed',
  'OfficerKeyReplaced',
  'ActSealed',
]);

/** A hall asks over so many milliseconds for each person in it, so that 2,000 phones do not ask in the same instant. */
const SPREAD_MS = 1;
const MOST_SPREAD_MS = 3_000;

export interface SessionState {
  readonly title: string;
  /** Null before the first answer, and for whoever is not signed in. */
  readonly me: Me | null;
  /** When that was answered, in milliseconds of this phone's clock. */
  readonly at: number | null;
  /** False: what is shown is what was last known. */
  readonly reachable: boolean;
  /** Another card was issued: this phone is no longer this person's. */
  readonly gone: boolean;
  /** What waits to be sent, and what was refused after it had waited. */
  readonly entries: readonly Entry[];
}

export interface LiveView {
  readonly live: Live | null;
  readonly at: number | null;
  /** False: the last thing known, `at` that hour. */
  readonly fresh: boolean;
  readonly problem: Problem | null;
}

interface Watched {
  view: LiveView;
  readonly listeners: Set<(view: LiveView) => void>;
  busy: boolean;
  again: boolean;
}

export interface SessionTools {
  readonly storage: Storage;
  readonly outbox: Outbox;
  /** What the node said of this person that the phone keeps. */
  readonly learn: (person: Person, learned: Partial<Pick<Person, 'title'>>) => void;
}

/** One person in one body on this phone; with no person, whoever looks at what is public. */
export class Session {
  readonly body: string;
  readonly person: Person | null;
  readonly #tools: SessionTools;
  readonly #listeners = new Set<() => void>();
  readonly #lives = new Map<number, Watched>();
  #state: SessionState;
  #stream: EventStream | null = null;
  #refreshing: 'no' | 'yes' | 'again' = 'no';
  #soon: { me: boolean; timer: number } | null = null;
  #stop: (() => void)[] = [];

  constructor(body: string, person: Person | null, tools: SessionTools) {
    this.body = body;
    this.person = person;
    this.#tools = tools;
    const entries = person === null ? [] : tools.outbox.of(person.id);
    this.#state = { title: person?.title ?? '', me: null, at: null, reachable: true, gone: false, entries };
  }

  get state(): SessionState {
    return this.#state;
  }

  get lasting(): boolean {
    return this.#tools.storage.lasting;
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the node something about this body, as this person: `ask('/me')`. Nothing of it is kept. */
  ask<T>(path: string, request: Omit<Request, 'token'> = {}): Promise<Reply<T>> {
    return ask(bodyPath(this.body) + path, { ...request, ...this.#bearer() });
  }

  /** By the queue: kept before it is sent, sent until the node has answered. Then asks where things stand. */
  async send(command: string, input: Readonly<Record<string, unknown>>): Promise<Sent> {
    if (this.person === null) throw new Error(`nobody is signed in to send ${command}`);
    const sent = await this.#tools.outbox.send(this.person, command, input);
    if (sent.kind === 'done') await this.refresh();
    return sent;
  }

  /** A refusal was read, or what waits is given up. */
  drop(entry: Entry): Promise<void> {
    return this.#tools.outbox.drop(entry.order);
  }

  /** Tries what waits again now. */
  wake(): void {
    this.#tools.outbox.wake();
    this.#stream?.wake();
  }

  steps(sitting: number): Promise<Reply<Steps>> {
    return this.ask(`/sittings/${sitting}/steps`);
  }

  /** Tells how the sitting stands, now and whenever it changes. */
  live(sitting: number, listener: (view: LiveView) => void): () => void {
    const known = this.#lives.get(sitting);
    const watched = known ?? { view: nothingKnown, listeners: new Set(), busy: false, again: false };
    this.#lives.set(sitting, watched);
    watched.listeners.add(listener);
    listener(watched.view);
    if (known === undefined) void this.#recallLive(sitting, watched).then(() => this.#lookAt(sitting));
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size === 0) this.#lives.delete(sitting);
    };
  }

  /** Shown from now on: what was last known, then what the node says, then the stream. */
  async open(): Promise<void> {
    const { outbox } = this.#tools;
    const person = this.person?.id;
    const seen = (): void => {
      if (document.visibilityState === 'visible') this.#askAgain();
    };
    const online = (): void => this.#askAgain();
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', online);
    this.#stop = [
      outbox.watch((of) => {
        if (of === person) this.#entriesChanged(of);
      }),
      () => document.removeEventListener('visibilitychange', seen),
      () => removeEventListener('online', online),
    ];
    await this.#recall();
    await this.refresh();
    this.#follow();
  }

  close(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#stream?.stop();
    this.#stream = null;
    if (this.#soon !== null) clearTimeout(this.#soon.timer);
    this.#soon = null;
  }

  /** Asks where things stand; asked again meanwhile, once more afterwards. */
  async refresh(): Promise<void> {
    if (this.#refreshing !== 'no') {
      this.#refreshing = 'again';
      return;
    }
    do {
      this.#refreshing = 'yes';
      await Promise.all([this.#lookAtMe(), ...[...this.#lives.keys()].map((sitting) => this.#lookAt(sitting))]);
    } while (this.#isAskedAgain());
    this.#refreshing = 'no';
  }

  #bearer(): { readonly token?: string } {
    return this.person === null ? {} : { token: this.person.token };
  }

  #isAskedAgain(): boolean {
    return this.#refreshing === 'again';
  }

  #askAgain(): void {
    this.#stream?.wake();
    this.#tools.outbox.wake();
    void this.refresh();
  }

  #follow(): void {
    if (this.#stream !== null || this.#state.gone) return;
    const from = this.#state.me?.size ?? [...this.#lives.values()].find(({ view }) => view.live)?.view.live?.size ?? 0;
    this.#stream = new EventStream(bodyPath(this.body), this.person?.token ?? null, from, {
      act: ({ act }) => this.#askSoon(tellingMe.has(act)),
      live: (pulse) => this.#pulse(pulse as Pulse),
      poll: () => {
        void this.refresh();
        this.#tools.outbox.wake();
      },
    });
  }

  /** Several acts come together: one question answers them. */
  #askSoon(me: boolean): void {
    if (this.#soon !== null) {
      this.#soon.me ||= me;
      return;
    }
    if (!me && this.#lives.size === 0) return;
    const people = Math.max(0, ...(this.#state.me?.sittings ?? []).map(({ present, roll }) => present ?? roll));
    const wait = Math.min(people * SPREAD_MS, MOST_SPREAD_MS) * Math.random();
    const timer = setTimeout(() => {
      const all = this.#soon?.me === true;
      this.#soon = null;
      if (all) void this.refresh();
      else for (const sitting of this.#lives.keys()) void this.#lookAt(sitting);
    }, wait);
    this.#soon = { me, timer };
  }

  #pulse(pulse: Pulse): void {
    for (const watched of this.#lives.values()) {
      const { live } = watched.view;
      if (live === null) continue;
      const now = pulsed(live, pulse);
      if (now !== live) this.#show(watched, { live: now, at: Date.now(), fresh: true, problem: null });
    }
  }

  async #recall(): Promise<void> {
    if (this.person === null) return;
    const known = await this.#tools.storage.get('known', [this.person.id, '/me']).catch(() => undefined);
    if (known !== undefined && this.#state.me === null) this.#set({ me: known.value as Me, at: known.at });
  }

  async #lookAtMe(): Promise<void> {
    if (this.person === null || this.#state.gone) return;
    const reply = await this.ask<Me>('/me');
    if (reply.kind === 'unreachable') return this.#set({ reachable: false });
    if (reply.kind === 'problem') {
      if (reply.problem.status === 401) this.#set({ gone: true, me: null, reachable: true });
      return;
    }
    const { title } = reply.value;
    if (title !== this.person.title) this.#tools.learn(this.person, { title });
    this.#set({ me: reply.value, at: Date.now(), title, reachable: true });
    this.#keep('/me', reply.value);
    this.#follow();
  }

  async #recallLive(sitting: number, watched: Watched): Promise<void> {
    if (this.person === null) return;
    const key = [this.person.id, `/sittings/${sitting}/live`];
    const known = await this.#tools.storage.get('known', key).catch(() => undefined);
    if (known === undefined || watched.view.live !== null) return;
    this.#show(watched, { live: known.value as Live, at: known.at, fresh: false, problem: null });
  }

  async #lookAt(sitting: number): Promise<void> {
    const watched = this.#lives.get(sitting);
    if (watched === undefined) return;
    if (watched.busy) {
      watched.again = true;
      return;
    }
    watched.busy = true;
    const path = `/sittings/${sitting}/live`;
    const reply = await this.ask<Live>(path);
    watched.busy = false;
    if (reply.kind === 'ok') {
      this.#show(watched, { live: reply.value, at: Date.now(), fresh: true, problem: null });
      this.#keep(path, reply.value);
      if (this.person === null) this.#set({ title: reply.value.title, reachable: true });
    } else if (reply.kind === 'problem') this.#show(watched, { ...watched.view, problem: reply.problem });
    else {
      this.#show(watched, { ...watched.view, fresh: false });
      this.#set({ reachable: false });
    }
    if (watched.again) {
      watched.again = false;
      await this.#lookAt(sitting);
    }
  }

  #show(watched: Watched, view: LiveView): void {
    watched.view = view;
    for (const listener of [...watched.listeners]) listener(view);
  }

  #keep(path: string, value: unknown): void {
    if (this.person === null) return;
    const known = { person: this.person.id, path, value, at: Date.now() };
    void this.#tools.storage.put('known', known).catch(() => undefined);
  }

  /** What waited has been answered: then something has changed here. */
  #entriesChanged(person: string): void {
    const entries = this.#tools.outbox.of(person);
    const fewer = entries.length < this.#state.entries.length;
    this.#set({ entries, ...(entries.some(({ refused }) => refused === null) ? {} : {}) });
    if (fewer) void this.refresh();
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

const nothingKnown: LiveView = { live: null, at: null, fresh: false, problem: null };
