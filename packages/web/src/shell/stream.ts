/** What a body's book and its sittings say by themselves. */
export interface StreamListener {
  /** An act was written; its name and its place in the book. */
  act(act: { readonly act: string; readonly index: number }): void;
  /** The pulse of the sittings: what changes without an act. */
  live(pulse: unknown): void;
  /** Time to ask: there is no stream, or it has just come back. */
  poll(): void;
}

const POLL_MS = 5_000;
/** Even with a stream the book is asked for at times. */
const QUIET_MS = 60_000;
/** The node says something every 15 seconds: a stream that is silent for longer than this is swallowed by a proxy. */
const SILENT_MS = 40_000;

/**
 * Reads `…/events` by `fetch`, so that it carries the session, and comes back by itself, resumed by the last act that
 * was seen. While nothing is heard, `poll` is called from time to time.
 */
export class EventStream {
  readonly #path: string;
  readonly #token: string | null;
  readonly #told: StreamListener;
  /** The last act that was seen; null: from whenever the stream opens. */
  #last: number | null;
  /** Something has come on the connection that is open now. */
  #heard = false;
  #wasHeard = false;
  #stopped = false;
  #controller = new AbortController();
  #silence: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake: () => void = () => undefined;

  /** Starts at once; `from` is the first act that is wanted, null those to come. */
  constructor(path: string, token: string | null, from: number | null, told: StreamListener) {
    this.#path = path;
    this.#token = token;
    this.#last = from === null ? null : from - 1;
    this.#told = told;
    this.#poll();
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#controller.abort();
    this.#wake();
  }

  /** The network is back, or somebody looks again: a pause between two tries ends. */
  wake(): void {
    this.#wake();
  }

  async #run(): Promise<void> {
    let tries = 0;
    while (!this.#stopped) {
      this.#controller = new AbortController();
      this.#silent();
      await this.#read().catch(() => undefined);
      clearTimeout(this.#silence);
      tries = this.#heard ? 0 : tries + 1;
      if (this.#heard) {
        this.#heard = false;
        this.#poll();
      }
      if (!this.#stopped) await this.#pause(Math.min(1_000 * 2 ** tries, 15_000) * (0.5 + Math.random()));
    }
  }

  async #read(): Promise<void> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#token !== null) headers.authorization = `Bearer ${this.#token}`;
    const { signal } = this.#controller;
    const address = `${this.#path}/events${this.#last === null ? '' : `?from=${this.#last + 1}`}`;
    const response = await fetch(address, { headers, signal, cache: 'no-store', referrerPolicy: 'no-referrer' });
    if (!response.ok || response.body === null || !isStream(response)) {
      await response.body?.cancel();
      return;
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const events = new EventLines((event) => this.#take(event));
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#hear();
      events.add(decoder.decode(value, { stream: true }));
    }
  }

  #take({ event, data, id }: ServerEvent): void {
    if (event === 'act') {
      if (id !== null) this.#last = id;
      this.#told.act(JSON.parse(data) as { act: string; index: number });
    } else if (event === 'live') this.#told.live(JSON.parse(data));
  }

  #hear(): void {
    this.#silent();
    if (this.#heard) return;
    this.#heard = true;
    this.#poll();
    // Acts are resumed where they stopped; what changes without an act is asked for.
    if (this.#wasHeard || this.#last === null) this.#told.poll();
    this.#wasHeard = true;
  }

  #silent(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#controller.abort(), SILENT_MS);
  }

  #poll(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    // Phones that were cut off together do not come back together.
    const wait = (this.#heard ? QUIET_MS : POLL_MS) * (1 + Math.random() / 4);
    this.#timer = setTimeout(() => {
      this.#told.poll();
      this.#poll();
    }, wait);
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const isStream = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') === true;

interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: number | null;
}

/** The lines of a `text/event-stream`, however the network cuts them. */
export class EventLines {
  readonly #take: (event: ServerEvent) => void;
  #rest = '';
  #event = '';
  #data: string[] = [];
  #id: number | null = null;

  constructor(take: (event: ServerEvent) => void) {
    this.#take = take;
  }

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line.endsWith('\r') ? line.slice(0, -1) : line);
  }

  #line(line: string): void {
    if (line === '') {
      this.#end();
      return;
    }
    const at = line.indexOf(':');
    if (at === 0) return;
    const name = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (name === 'event') this.#event = value;
    else if (name === 'data') this.#data.push(value);
    else if (name === 'id' && /^\d+$/.test(value)) this.#id = Number(value);
  }

  #end(): void {
    const { length } = this.#data;
    if (length > 0) this.#take({ event: this.#event, data: this.#data.join('\n'), id: this.#id });
    this.#event = '';
    this.#data = [];
    this.#id = null;
  }
}
