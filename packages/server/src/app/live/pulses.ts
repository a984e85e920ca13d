/** The part of `Live` that changes without an act, written out once for everybody who follows a body. */
export interface PulseText {
  readonly all: string;
  /** For those who run a sitting: with how many phones are heard. */
  readonly running: string;
  /** All of it but the length of the book: what is told again only when it changes. */
  readonly content: string;
}

type Listener = (pulse: PulseText) => void;

interface Beating {
  readonly listeners: Set<Listener>;
  /** As told last; null as long as nobody has asked for it. */
  last: PulseText | null;
  /** Something has changed since. */
  stale: boolean;
  computing: Promise<PulseText | null> | null;
  timer: NodeJS.Timeout | undefined;
  toldAt: number;
}

/** Four times a second: quicker than anybody counts, and a hall that votes all at once costs four messages. */
const APART_MS = 250;

export interface PulseTools {
  compute(origin: string): Promise<PulseText | null>;
  log(line: string): void;
  /** Milliseconds that only go forward. */
  now(): number;
}

/** Who follows what changes between the acts of a body. Computed when something has changed and somebody listens, never for nobody. */
export class Pulses {
  readonly #tools: PulseTools;
  readonly #bodies = new Map<string, Beating>();

  constructor(tools: PulseTools) {
    this.#tools = tools;
  }

  /** Returns what ends it. */
  listen(origin: string, listener: Listener): () => void {
    const body = this.#bodies.get(origin) ?? beating();
    this.#bodies.set(origin, body);
    body.listeners.add(listener);
    return () => {
      body.listeners.delete(listener);
      if (body.listeners.size > 0 || this.#bodies.get(origin) !== body) return;
      clearTimeout(body.timer);
      this.#bodies.delete(origin);
    };
  }

  /** As it is now, for whoever begins to listen. */
  async current(origin: string): Promise<PulseText | null> {
    const body = this.#bodies.get(origin);
    if (body === undefined) return this.#tools.compute(origin);
    return body.stale || body.last === null ? this.#compute(origin, body) : body.last;
  }

  /** Something of that body may have changed. */
  touched(origin: string): void {
    const body = this.#bodies.get(origin);
    if (body === undefined) return;
    body.stale = true;
    if (body.timer !== undefined) return;
    const wait = Math.max(0, body.toldAt + APART_MS - this.#tools.now());
    body.timer = setTimeout(() => void this.#tell(origin, body), wait);
    body.timer.unref();
  }

  stop(): void {
    for (const { timer } of this.#bodies.values()) clearTimeout(timer);
    this.#bodies.clear();
  }

  async #tell(origin: string, body: Beating): Promise<void> {
    const before = body.last;
    try {
      const pulse = await this.#compute(origin, body);
      if (pulse !== null && differs(before, pulse)) for (const listener of [...body.listeners]) listener(pulse);
    } catch (error) {
      // The next change tries again; meanwhile whoever wants to know asks for the whole answer.
      this.#tools.log(`the pulse of ${origin}: ${error instanceof Error ? error.message : String(error)}`);
    }
    body.toldAt = this.#tools.now();
    body.timer = undefined;
    if (body.stale && this.#bodies.get(origin) === body) this.touched(origin);
  }

  /** One at a time: what changes meanwhile makes it stale again. */
  async #compute(origin: string, body: Beating): Promise<PulseText | null> {
    body.stale = false;
    const before = body.computing ?? Promise.resolve(null);
    const computing = before.then(
      () => this.#tools.compute(origin),
      () => this.#tools.compute(origin),
    );
    body.computing = computing;
    try {
      const pulse = await computing;
      body.last = pulse ?? body.last;
      return pulse;
    } catch (error) {
      body.stale = true;
      throw error;
    } finally {
      if (body.computing === computing) body.computing = null;
    }
  }
}

const beating = (): Beating => ({
  listeners: new Set(),
  last: null,
  stale: true,
  computing: null,
  timer: undefined,
  toldAt: 0,
});

const differs = (before: PulseText | null, now: PulseText): boolean =>
  before === null || before.content !== now.content;
