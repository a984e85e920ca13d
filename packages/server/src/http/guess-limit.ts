import type { SignedIn } from '../app/node.ts';

/** Wrong cards that a body may see before its line forms: a hall of a thousand mistypes less than that. */
const FAILURES_FREE = 500;
const FAILURES_FORGIVEN_PER_SECOND = 2;
/** People waiting in one body's line. */
const LINE_LENGTH = 5_000;
/** Bodies, and slips of them that somebody has tried. */
const MAX_GATES = 20_000;

interface Gate {
  failures: number;
  /** When `failures` was last brought up to date. */
  at: number;
  waiting: number;
  line: Promise<unknown>;
}

/**
 * A card's secret has 77 bits, so guessing is hopeless; this keeps guessers from costing much. A right card is never
 * turned away because others guess: once a body has seen too many wrong cards its attempts go one after the other, so
 * that guesses are bounded by one at a time and a thousand people still pass within seconds. Other bodies notice nothing.
 */
export class GuessLimit {
  readonly #gates = new Map<string, Gate>();
  readonly #now: () => number;
  readonly #free: number;

  constructor(options: { readonly now?: () => number; readonly free?: number } = {}) {
    this.#now = options.now ?? (() => performance.now());
    this.#free = options.free ?? FAILURES_FREE;
  }

  /** `body`: what is guessed at, a body by its cards or one slip of it by its number. */
  async attempt(body: string, check: () => Promise<SignedIn>): Promise<SignedIn | 'too-many'> {
    const gate = this.#gateOf(body);
    if (gate.failures < this.#free) return this.#counted(gate, body, check);
    if (gate.waiting >= LINE_LENGTH) return 'too-many';
    gate.waiting += 1;
    const turn = gate.line.then(() => this.#counted(gate, body, check));
    gate.line = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      gate.waiting -= 1;
    }
  }

  async #counted(gate: Gate, body: string, check: () => Promise<SignedIn>): Promise<SignedIn> {
    const result = await check();
    if (result.ok) return result;
    if (result.reason === 'unknown-card') gate.failures += 1;
    // Names that are no body are not worth remembering.
    if (result.reason === 'unknown-body' && gate.waiting === 0) this.#gates.delete(body);
    return result;
  }

  #gateOf(body: string): Gate {
    const now = this.#now();
    let gate = this.#gates.get(body);
    if (gate === undefined) {
      if (this.#gates.size >= MAX_GATES) this.#forgetOldest();
      gate = { failures: 0, at: now, waiting: 0, line: Promise.resolve() };
      this.#gates.set(body, gate);
    }
    gate.failures = Math.max(0, gate.failures - ((now - gate.at) / 1_000) * FAILURES_FORGIVEN_PER_SECOND);
    gate.at = now;
    return gate;
  }

  #forgetOldest(): void {
    const [oldest] = this.#gates.keys();
    if (oldest !== undefined) this.#gates.delete(oldest);
  }
}
