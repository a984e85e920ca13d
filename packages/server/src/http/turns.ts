import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Node } from '../app/node.ts';
import { comesFirst } from './who-asks.ts';

/** Begins the work on a request. */
type Begin = () => void;

interface Asks {
  /** Whose turns those are: a body's hall takes turns with other bodies', however many it is. */
  readonly lane: string;
  /** Before everybody else: the desk from which a sitting is run. Asked only where somebody has to wait. */
  isFirst(): boolean;
}

/**
 * How many requests are worked on at the same time. More at once is no quicker, as one thread answers them all; it only makes
 * each step of each wait for a step of all the others, and a thousand phones at the door would keep the desk waiting for seconds.
 */
const AT_ONCE = 64;
const CROWD = 16;

/** Who is worked on next, where more ask than can be answered at once. */
export class Turns {
  readonly #atOnce: number;
  readonly #first: Begin[] = [];
  readonly #lanes = new Map<string, Begin[]>();
  readonly #ends = new WeakMap<FastifyRequest['raw'], () => void>();
  #working = 0;
  #calling = false;

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  /** Calls `begin` when its turn has come: now, if there is room. Each turn ends once, with `end`. */
  take({ lane, isFirst }: Asks, begin: Begin): void {
    if (this.#working < this.#atOnce && this.#first.length === 0 && this.#lanes.size === 0) {
      this.#working += 1;
      begin();
      return;
    }
    if (isFirst()) this.#first.push(begin);
    else {
      const waiting = this.#lanes.get(lane);
      if (waiting === undefined) this.#lanes.set(lane, [begin]);
      else waiting.push(begin);
    }
    this.#call();
  }

  /** Whether so many at once are worked on that whoever comes is slowed down by the others. */
  isCrowded(): boolean {
    return this.#working >= CROWD;
  }

  end(): void {
    this.#working -= 1;
    this.#call();
  }

  /** A request that needs its turn no longer: it has been answered, or waits for something else from here on. */
  over(request: FastifyRequest): void {
    const end = this.#ends.get(request.raw);
    this.#ends.delete(request.raw);
    end?.();
  }

  /** For `over`. */
  hold(request: FastifyRequest): void {
    this.#ends.set(request.raw, () => this.end());
  }

  /** What has arrived meanwhile is heard before the next ones begin. */
  #call(): void {
    if (this.#calling || this.#working >= this.#atOnce) return;
    if (this.#first.length === 0 && this.#lanes.size === 0) return;
    this.#calling = true;
    setImmediate(() => {
      this.#calling = false;
      for (let begun = 0; begun < this.#atOnce && this.#working < this.#atOnce; begun++) {
        const begin = this.#next();
        if (begin === undefined) return;
        this.#working += 1;
        begin();
      }
      this.#call();
    });
  }

  #next(): Begin | undefined {
    const first = this.#first.shift();
    if (first !== undefined) return first;
    const [lane] = this.#lanes;
    if (lane === undefined) return undefined;
    const [name, waiting] = lane;
    const begin = waiting.shift();
    this.#lanes.delete(name);
    // To the end of the line, behind the other bodies.
    if (waiting.length > 0) this.#lanes.set(name, waiting);
    return begin;
  }
}

/** What a hall asks for, all at once; files and other nodes come at their own pace. */
const isOfHall = (url: string | undefined): boolean =>
  url !== undefined && (url.startsWith('/api/bodies/:body') || url === '/api/sign-in');

/** Not checked yet: whatever it is, its line is its own. */
function signsInTo(content: unknown): string {
  const { body } = (content ?? {}) as { readonly body?: unknown };
  return typeof body === 'string' ? body : '';
}

interface Hall {
  readonly node: Node;
  readonly turns: Turns;
  readonly onAsked: () => void;
}

/** Requests of halls wait for their turn once they have been read, so that nobody holds a turn by sending slowly. */
export function takeTurns(app: FastifyInstance, { node, turns, onAsked }: Hall): void {
  app.addHook('preValidation', (request, reply, done) => {
    if (!isOfHall(request.routeOptions.url)) {
      done();
      return;
    }
    if (turns.isCrowded()) onAsked();
    const { body } = request.params as { readonly body?: string };
    const lane = body ?? signsInTo(request.body);
    const isFirst = (): boolean => body !== undefined && comesFirst(node, request, body);
    turns.take({ lane, isFirst }, () => {
      turns.hold(request);
      // Whoever has gone away meanwhile, and whatever ends without an answer.
      if (reply.raw.closed) turns.over(request);
      else reply.raw.once('close', () => turns.over(request));
      done();
    });
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    turns.over(request);
    done(null, payload);
  });
}
