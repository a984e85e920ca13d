import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openWitness, type SmallWitness, type WitnessFolder } from './small-witness.ts';

export interface ServedWitness extends SmallWitness {
  /** The submission prefix: what the witnessed node is started with. */
  readonly url: string;
}

export interface ServeWitness extends WitnessFolder {
  /** 0 for any that is free. */
  readonly port: number;
  readonly host?: string;
}

/** A proof of 63 hashes and a note with many signatures are far below this. */
const MAX_REQUEST_BYTES = 64_000;

/** Serves a witness until it is closed: `/add-checkpoint`, `/key.txt`, `/<hash of a log's name>/checkpoint`. */
export async function serveWitness(options: ServeWitness): Promise<ServedWitness> {
  const { port, host = '127.0.0.1' } = options;
  const witness = await openWitness(options);
  const server = createServer({ requestTimeout: 15_000 }, (request, response) => {
    answer(witness, request, response).catch(() => response.destroy());
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    await witness.close();
    throw error;
  }
  return {
    ...witness,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await witness.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

async function answer(witness: SmallWitness, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
  };
  const path = (request.url ?? '').replace(/\?.*$/, '');
  if (path === '/add-checkpoint') {
    if (request.method !== 'POST') return send(405, 'POST\n');
    const body = await bodyOf(request);
    if (body === null) return send(413, 'too large\n');
    const { status, contentType, body: text } = await witness.addCheckpoint(body);
    return send(status, text, contentType);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'GET\n');
  if (path === '/key.txt') return send(200, `${witness.key}\n`);
  const hash = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path)?.[1];
  const note = hash === undefined ? null : witness.checkpoint(hash);
  return note === null ? send(404, 'not found\n') : send(200, note);
}

/** Null if it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_REQUEST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
