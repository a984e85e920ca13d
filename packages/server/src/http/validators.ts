import { setTimeout as pause } from 'node:timers/promises';
import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifyInstance } from 'fastify';

/** Says whether it is valid; if not, `errors` says why. */
interface Check {
  (value: unknown): boolean;
  errors?: unknown;
}

type Compile = (route: { readonly schema: unknown }) => Check;
type Build = (schemas: unknown, options: unknown) => Compile;

/** Fastify’s own, whose types speak of one of its two ways of being called. */
const build = AjvCompiler() as unknown as Build;

/**
 * What checks the inputs of a route is made when the route is first asked, or when the node has nothing else to do. There are as
 * many schemas as commands, and making them all takes a second or two: a node would begin so much later.
 */
export class Validators {
  readonly #waiting = new Set<() => unknown>();

  /** As Fastify wants it. */
  readonly build = ((schemas: unknown, options: unknown): Compile => {
    const compile = build(schemas, options);
    return (route) => {
      let made: Check | undefined;
      const make = (): Check => {
        this.#waiting.delete(make);
        made ??= compile(route);
        return made;
      };
      this.#waiting.add(make);
      const check: Check = (value) => {
        const made = make();
        const valid = made(value);
        check.errors = made.errors;
        return valid;
      };
      return check;
    };
  }) as unknown as ReturnType<typeof AjvCompiler>;

  /** How many nobody has asked for yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Makes them one by one, and lets whoever asks meanwhile go first, so that nobody in a hall waits for one to be made. */
  async makeRest(rest: () => Promise<unknown>): Promise<void> {
    for (const make of this.#waiting) {
      await rest();
      make();
    }
  }
}

/** A node that has just begun has others to answer first. */
const AT_FIRST_MS = 10_000;
const BETWEEN_MS = 50;

export function makeWhenIdle(app: FastifyInstance, validators: Validators): void {
  const closing = new AbortController();
  const resting = (ms: number): Promise<void> => pause(ms, undefined, { ref: false, signal: closing.signal });
  app.addHook('onListen', async () => {
    // Given up when the node closes.
    void resting(AT_FIRST_MS)
      .then(() => validators.makeRest(() => resting(BETWEEN_MS)))
      .catch(() => undefined);
  });
  app.addHook('onClose', async () => closing.abort());
}
