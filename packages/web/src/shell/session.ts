import type { Me } from '../answers.ts';
import type { Live, Steps } from '../live-answer.ts';
import type { Pulse } from '../live-pulse.ts';
import { ask, bodyPath, type Reply, type Request } from './asking.ts';
import { Lives, type LiveView } from './lives.ts';
import type { Outbox } from './outbox.ts';
import type { Person } from './person.ts';
import type { Entry, Sent } from './sent.ts';
import type { Known, Storage } from './storage.ts';
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
  readonly #lives: Lives;
  #state: SessionState;
  #stream: EventStream | null = null;
  #isTold = false;
  #refreshing: 'no' | 'yes' | 'again' = 'no';
  #soon: { me: boolean; timer: number } | null = null;
  #stop: (() => void)[] = [];

  constructor(body: string, person: Person | null, tools: SessionTools) {
    this.body = body;
    this.person = person;
    this.#tools = tools;
    this.#lives = new Lives({
      ask: (path) => this.#askLive(path),
      recall: (path) => this.#known(path),
      keep: (path, live) => this.#keep(path, live),
    });
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
    return this.#lives.watch(sitting, listener);
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
    if (this.person !== null) {
      // While somebody else was shown, what waited may have gone out.
      this.#set({ entries: outbox.of(this.person.id) });
      void outbox.prepare(this.person.id);
    }
    if (!this.#isTold) {
      await this.#recall();
      await this.refresh();
    }
    this.#isTold = false;
    this.#follow();
  }

  /** What came with the answer to the card: it is not asked for again when this opens. */
  told(me: Me): void {
    this.#isTold = this.#stop.length === 0;
    this.#learnMe(me);
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
      await Promise.all([this.#lookAtMe(), this.#lives.ask()]);
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
    const from = this.#state.me?.size ?? null;
    this.#stream = new EventStream(bodyPath(this.body), this.person?.token ?? null, from, {
      act: ({ act }) => this.#askSoon(tellingMe.has(act)),
      live: (pulse) => this.#lives.pulse(pulse as Pulse),
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
    if (!me && !this.#lives.some) return;
    const people = Math.max(0, ...(this.#state.me?.sittings ?? []).map(({ present, roll }) => present ?? roll));
    const wait = Math.min(people * SPREAD_MS, MOST_SPREAD_MS) * Math.random();
    const timer = setTimeout(() => {
      const all = this.#soon?.me === true;
      this.#soon = null;
      void (all ? this.refresh() : this.#lives.ask());
    }, wait);
    this.#soon = { me, timer };
  }

  async #recall(): Promise<void> {
    const known = await this.#known('/me');
    if (known !== null && this.#state.me === null) this.#set({ me: known.value as Me, at: known.at });
  }

  async #known(path: string): Promise<Known | null> {
    if (this.person === null) return null;
    return (await this.#tools.storage.get('known', [this.person.id, path]).catch(() => undefined)) ?? null;
  }

  async #lookAtMe(): Promise<void> {
    if (this.person === null || this.#state.gone) return;
    const reply = await this.ask<Me>('/me');
    if (reply.kind === 'unreachable') return this.#set({ reachable: false });
    if (reply.kind === 'problem') {
      if (reply.problem.status === 401) this.#set({ gone: true, me: null, reachable: true });
      return;
    }
    this.#learnMe(reply.value);
    this.#follow();
  }

  #learnMe(me: Me): void {
    const { title } = me;
    if (this.person !== null && title !== this.person.title) this.#tools.learn(this.person, { title });
    this.#set({ me, at: Date.now(), title, reachable: true });
    this.#keep('/me', me);
  }

  async #askLive(path: string): Promise<Reply<Live>> {
    const reply = await this.ask<Live>(path);
    if (reply.kind === 'unreachable') this.#set({ reachable: false });
    else if (reply.kind === 'ok' && this.person === null) this.#set({ title: reply.value.title, reachable: true });
    return reply;
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
    this.#set({ entries });
    if (fewer) void this.refresh();
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}
