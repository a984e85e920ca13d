// One phone of a hall as far as the network knows it: a connection of its own, a session of its own, a stream of its own.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { canonicalize } from '@cabildo/book';

export interface Answer {
  readonly status: number;
  readonly content: unknown;
}

/** How often an answer that was lost is asked for again, with the same key, as a phone does. */
const TRIES = 5;

export class Phone {
  readonly #base: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  /** Answers that did not come, and were asked for again. */
  askedAgain = 0;
  /** The key that the node was given at sign-in, and the whole name of the body's book. */
  #signs: { readonly key: KeyObject; readonly book: string } | null = null;

  constructor(base: string) {
    this.#base = base;
  }

  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  post(path: string, content: object, key?: string): Promise<Answer> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (key !== undefined) headers['idempotency-key'] = key;
    return this.#ask('POST', path, { headers, body: JSON.stringify(content) });
  }

  /** Exchanges the card for a session, and gives the phone's own key. */
  async signIn(body: string, card: string): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    const { origin } = await this.must('/api/sign-in', { body, card, token: this.token, key });
    this.#signs = { key: privateKey, book: String(origin) };
  }

  /** A command, signed as a phone signs it. */
  async does(body: string, command: string, input: object, key: string): Promise<Record<string, unknown>> {
    const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
    if (this.#signs !== null) {
      const madeAt = `${new Date().toISOString().slice(0, 19)}Z`;
      const text = canonicalize({ book: this.#signs.book, command, input, key, madeAt });
      const signature = sign(null, Buffer.from(text), this.#signs.key).toString('base64');
      headers['cabildo-signed'] = `${madeAt} ${signature}`;
    }
    const path = `/api/bodies/${body}/commands/${command}`;
    const { status, content } = await this.#ask('POST', path, { headers, body: JSON.stringify(input) });
    if (status === 200) return content as Record<string, unknown>;
    throw new Error(`${command}: ${status} ${JSON.stringify(content)}`);
  }

  /** What must be done for the measurement to go on. */
  async must(path: string, content: object, key?: string): Promise<Record<string, unknown>> {
    const { status, content: answer } = await this.post(path, content, key);
    if (status === 200 || status === 201) return answer as Record<string, unknown>;
    throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #ask(method: string, path: string, how: Partial<Asking> = {}): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      try {
        return await this.#once(method, path, { headers: {}, body: '', ...how });
      } catch (error) {
        if (tried === TRIES) throw error;
        this.askedAgain += 1;
      }
    }
  }

  #once(method: string, path: string, { headers, body }: Asking): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { method, agent: this.#agent, headers: { ...headers, authorization: `Bearer ${this.token}` } };
      const asked = request(this.#base + path, options, (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (part: string) => {
          text += part;
        });
        reply.on('error', reject);
        reply.on('end', () => {
          try {
            resolve({ status: reply.statusCode ?? 0, content: JSON.parse(text) });
          } catch (error) {
            reject(error);
          }
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
