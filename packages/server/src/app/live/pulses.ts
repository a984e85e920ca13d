/** The part of `Live` that changes without an act, written out once for everybody who follows a body. */
export interface PulseText {
  readonly all: string;
  /** For those who run a sitting: with how many phones are heard. */
  readonly running: string;
  /** The same without the length of the book and the sequence: each is told again only when that changes. */
  readonly said: { readonly all: string; readonly running: string };
}

type Listener = (pulse: PulseText) => void;

/** Those who are told at the same moment. */
interface Audience {
  readonly listeners: Set<Listener>;
  /** As told to all of them last. */
  told: string | null;
  /** Something has changed since. */
  stale: boolean;
  timer: NodeJS.Timeout | undefined;
  toldAt: number;
}

/** A body that somebody follows: those who run its sittings, and everybody else. */
interface Followed {
  readonly running: Audience;
  readonly others: Audience;
  /** As it was looked up last, and whether something has changed since. */
  known: { readonly pulse: PulseText | null } | null;
  stale: boolean;
  computing: Promise<PulseText | null> | null;
}

/** Four times a second: quicker than anybody counts, and a hall that votes all at once costs four messages. */
const APART_MS = 250;
/** What a listener more adds to that: however many listen, telling them takes a small part of the node's time. */
const APART_MS_EACH = 0.4;

export interface PulseTools {
  compute(origin: string): Promise<PulseText | null>;
  log(line: string): void;
  /** Milliseconds that only go forward. */
  now(): number;
}

/** Who follows what changes between the acts of a body. Computed when something has changed and somebody listens, never for nobody. */
export class Pulses {
  readonly #tools: PulseTools;
  readonly #bodies = new Map<string, Followed>();

  constructor(tools: PulseTools) {
    this.#tools = tools;
  }

  /** `runs`: one of those who run a sitting, who are told at once however many others listen. Returns what ends it. */
  listen(origin: string, listener: Listener, runs: boolean): () => void {
    const body = this.#bodies.get(origin) ?? followed();
    this.#bodies.set(origin, body);
    const audience = runs ? body.running : body.others;
    audience.listeners.add(listener);
    return () => {
      audience.listeners.delete(listener);
      if (body.running.listeners.size + body.others.listeners.size > 0 || this.#bodies.get(origin) !== body) return;
      quiet(body);
      this.#bodies.delete(origin);
    };
  }

  /** As it is now, for whoever begins to listen. */
  async current(origin: string): Promise<PulseText | null> {
    const body = this.#bodies.get(origin);
    if (body === undefined) return this.#tools.compute(origin);
    const pulse = await this.#look(origin, body);
    // Nobody of them has been told anything else.
    for (const audience of [body.running, body.others]) audience.told ??= saidTo(body, audience, pulse);
    return pulse;
  }

  /** Something of that body may have changed. */
  touched(origin: string): void {
    const body = this.#bodies.get(origin);
    if (body === undefined) return;
    body.stale = true;
    for (const audience of [body.running, body.others]) {
      audience.stale = true;
      this.#wait(origin, body, audience);
    }
  }

  stop(): void {
    for (const body of this.#bodies.values()) quiet(body);
    this.#bodies.clear();
  }

  #wait(origin: string, body: Followed, audience: Audience): void {
    if (audience.timer !== undefined || audience.listeners.size === 0) return;
    const apart = audience === body.running ? APART_MS : apartFor(audience.listeners.size);
    const wait = Math.max(0, audience.toldAt + apart - this.#tools.now());
    audience.timer = setTimeout(() => void this.#tell(origin, body, audience), wait);
    audience.timer.unref();
  }

  async #tell(origin: string, body: Followed, audience: Audience): Promise<void> {
    audience.stale = false;
    try {
      const pulse = await this.#look(origin, body);
      if (pulse !== null && audience.told !== saidTo(body, audience, pulse)) {
        audience.told = saidTo(body, audience, pulse);
        for (const listener of [...audience.listeners]) listener(pulse);
      }
    } catch (error) {
      // The next change tries again; meanwhile whoever wants to know asks for the whole answer.
      this.#tools.log(`the pulse of ${origin}: ${error instanceof Error ? error.message : String(error)}`);
      audience.stale = true;
    }
    audience.toldAt = this.#tools.now();
    audience.timer = undefined;
    if (audience.stale && this.#bodies.get(origin) === body) this.#wait(origin, body, audience);
  }

  /** As it is known, or looked up: one at a time, and what changes meanwhile makes it stale again. */
  async #look(origin: string, body: Followed): Promise<PulseText | null> {
    if (!body.stale && body.computing !== null) return body.computing;
    if (!body.stale && body.known !== null) return body.known.pulse;
    body.stale = false;
    const before = body.computing ?? Promise.resolve(null);
    const computing = before.then(
      () => this.#tools.compute(origin),
      () => this.#tools.compute(origin),
    );
    body.computing = computing;
    try {
      const pulse = await computing;
      body.known = { pulse };
      return pulse;
    } catch (error) {
      body.stale = true;
      throw error;
    } finally {
      if (body.computing === computing) body.computing = null;
    }
  }
}

const saidTo = ({ running }: Followed, audience: Audience, pulse: PulseText | null): string | null =>
  (audience === running ? pulse?.said.running : pulse?.said.all) ?? null;

/** How long a crowd waits for the next message. */
const apartFor = (listeners: number): number => Math.max(APART_MS, listeners * APART_MS_EACH);

const audience = (): Audience => ({ listeners: new Set(), told: null, stale: false, timer: undefined, toldAt: 0 });

const followed = (): Followed => ({
  running: audience(),
  others: audience(),
  known: null,
  stale: true,
  computing: null,
});

function quiet({ running, others }: Followed): void {
  clearTimeout(running.timer);
  clearTimeout(others.timer);
}
