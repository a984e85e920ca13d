import { Agent, request } from 'node:http';

/** What one person (or nobody in particular) asks of a node over HTTP. */
export interface Caller {
  /** Sends a command; a refusal is an answer, not an exception. */
  ask(body: string, command: string, input: object, key: string): Promise<Reply>;
  /** Sends a command that the story needs to succeed. */
  must(body: string, command: string, input: object, key: string): Promise<Done>;
}

export interface ActReceipt {
  readonly index: number;
  readonly act: string;
  readonly code: string;
  readonly leaf: string;
}

export interface Done {
  readonly ok: true;
  readonly acts: readonly ActReceipt[];
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface RefusedReply {
  readonly ok: false;
  readonly status: number;
  readonly code: string;
  readonly article: string;
  readonly sentences: { readonly es: string; readonly en: string };
}

export type Reply = Done | RefusedReply;

/** A node on a busy machine may say that it could not write; under the same key it is written once. */
const TRIES = 6;
const TRY_AGAIN = 503;

export const callerAt = (base: string, token: string | null): Caller => {
  const ask = async (body: string, command: string, input: object, key: string): Promise<Reply> => {
    const send = () => post(`${base}/api/bodies/${body}/commands/${command}`, input, token, key);
    let reply = await send();
    for (let tried = 1; reply.status === TRY_AGAIN && tried < TRIES; tried++) reply = await send();
    if (reply.status === 200) return { ok: true, ...(reply.content as Omit<Done, 'ok'>) };
    return { ok: false, status: reply.status, ...(reply.content as Omit<RefusedReply, 'ok' | 'status'>) };
  };
  return {
    ask,
    async must(body, command, input, key) {
      const reply = await ask(body, command, input, key);
      if (reply.ok) return reply;
      throw new Error(`${command} in ${body} (${key}): ${reply.status} ${reply.code}: ${JSON.stringify(reply)}`);
    },
  };
};

export async function post(
  url: string,
  content: object,
  token: string | null,
  key: string | null,
): Promise<{ readonly status: number; readonly content: unknown }> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (key !== null) headers['idempotency-key'] = key;
  const { status, text } = await send(url, headers, JSON.stringify(content));
  return { status, content: JSON.parse(text) };
}

/** A hall's phones keep their connections; a story of a city would otherwise spend its time on opening them. */
const connections = new Agent({ keepAlive: true, maxSockets: 64 });

const send = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, agent: connections }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('error', reject);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** The first act of that name in an answer: what it names is known by its index. */
export function actOf(done: Done, name: string): ActReceipt {
  const act = done.acts.find((candidate) => candidate.act === name);
  if (act === undefined) throw new Error(`expected ${name}, got ${done.acts.map((one) => one.act).join(', ')}`);
  return act;
}
