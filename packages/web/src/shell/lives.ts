import type { Problem } from '../answers.ts';
import type { Live } from '../live-answer.ts';
import { type Pulse, pulsed } from '../live-pulse.ts';
import type { Reply } from './asking.ts';

/** How a sitting stands, as far as this phone knows. */
export interface LiveView {
  readonly live: Live | null;
  /** When that was answered, in milliseconds of this phone's clock. */
  readonly at: number | null;
  /** False: the last thing known, `at` that hour. */
  readonly fresh: boolean;
  readonly problem: Problem | null;
}

export const nothingKnown: LiveView = { live: null, at: null, fresh: false, problem: null };

interface Watched {
  view: LiveView;
  readonly listeners: Set<(view: LiveView) => void>;
  /** The last one: an answer that was on its way when it came is older. */
  pulse: Pulse | null;
  busy: boolean;
  again: boolean;
}

/** Where answers come from, and where the last one is kept. */
interface Source {
  ask(path: string): Promise<Reply<Live>>;
  recall(path: string): Promise<{ readonly value: unknown; readonly at: number } | null>;
  keep(path: string, live: Live): void;
}

/** The sittings that somebody looks at in one session: one answer each, kept up by pulses. */
export class Lives {
  readonly #source: Source;
  readonly #watched = new Map<number, Watched>();

  constructor(source: Source) {
    this.#source = source;
  }

  get some(): boolean {
    return this.#watched.size > 0;
  }

  watch(sitting: number, listener: (view: LiveView) => void): () => void {
    const known = this.#watched.get(sitting);
    const watched = known ?? { view: nothingKnown, listeners: new Set(), pulse: null, busy: false, again: false };
    this.#watched.set(sitting, watched);
    watched.listeners.add(listener);
    listener(watched.view);
    if (known === undefined) void this.#recall(sitting, watched).then(() => this.#ask(sitting));
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size === 0) this.#watched.delete(sitting);
    };
  }

  async ask(): Promise<void> {
    await Promise.all([...this.#watched.keys()].map((sitting) => this.#ask(sitting)));
  }

  pulse(pulse: Pulse): void {
    for (const watched of this.#watched.values()) {
      watched.pulse = pulse;
      const { live } = watched.view;
      if (live === null) continue;
      const now = pulsed(live, pulse);
      if (now !== live) show(watched, { live: now, at: Date.now(), fresh: true, problem: null });
    }
  }

  async #recall(sitting: number, watched: Watched): Promise<void> {
    const known = await this.#source.recall(pathOf(sitting));
    if (known === null || watched.view.live !== null) return;
    show(watched, { live: known.value as Live, at: known.at, fresh: false, problem: null });
  }

  /** Asked again while an answer is on its way, once more afterwards. */
  async #ask(sitting: number): Promise<void> {
    const watched = this.#watched.get(sitting);
    if (watched === undefined) return;
    watched.again = watched.busy;
    if (watched.busy) return;
    watched.busy = true;
    const reply = await this.#source.ask(pathOf(sitting));
    watched.busy = false;
    if (reply.kind === 'ok') {
      const live = watched.pulse === null ? reply.value : pulsed(reply.value, watched.pulse);
      show(watched, { live, at: Date.now(), fresh: true, problem: null });
      this.#source.keep(pathOf(sitting), live);
    } else if (reply.kind === 'problem') show(watched, { ...watched.view, problem: reply.problem });
    else show(watched, { ...watched.view, fresh: false });
    if (watched.again) await this.#ask(sitting);
  }
}

const pathOf = (sitting: number): string => `/sittings/${sitting}/live`;

function show(watched: Watched, view: LiveView): void {
  watched.view = view;
  for (const listener of [...watched.listeners]) listener(view);
}
