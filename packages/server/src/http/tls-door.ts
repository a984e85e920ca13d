import { createServer as createHttp, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createDoor, type Server as Door, type Socket } from 'node:net';

export interface Certificate {
  /** PEM, with the chain that leads to whoever is trusted. */
  readonly cert: string;
  readonly key: string;
}

export interface TlsDoor {
  readonly port: number;
  close(): Promise<void>;
}

/** A TLS record that opens a handshake (RFC 8446, section 5.1); no HTTP request begins with that byte. */
const HANDSHAKE = 22;
/** Whoever opens a connection and says nothing. */
const SILENT_MS = 20_000;
const REQUEST_MS = 60_000;

/**
 * One port for https, which also understands plain http and sends it there: in a hall people type an address without its
 * beginning, and a browser that is answered with a broken handshake says nothing that anybody could act on.
 */
export async function openTlsDoor(
  { cert, key }: Certificate,
  answer: RequestListener,
  at: { readonly port: number; readonly host: string; readonly backlog: number },
): Promise<TlsDoor> {
  const secure = createHttps({ cert, key, requestTimeout: REQUEST_MS }, answer);
  const plain = createHttp({ requestTimeout: REQUEST_MS }, (request, response) =>
    sendToHttps(response, request.headers.host, request.url ?? '/'),
  );
  const undecided = new Set<Socket>();
  const door = createDoor((socket) => {
    undecided.add(socket);
    socket.setTimeout(SILENT_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.once('close', () => undecided.delete(socket));
    socket.once('data', (first) => {
      undecided.delete(socket);
      socket.pause();
      socket.setTimeout(0);
      socket.removeAllListeners('timeout');
      socket.unshift(first);
      (first[0] === HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await listening(door, at);
  const address = door.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : at.port,
    close: () => closeDoor(door, [secure, plain], undecided),
  };
}

/** The host as it was typed: the laptop may have several addresses. */
function sendToHttps(response: ServerResponse, host: string | undefined, path: string): void {
  if (host === undefined || !/^[A-Za-z0-9.:[\]-]{1,260}$/.test(host) || !path.startsWith('/')) {
    response.writeHead(400).end();
    return;
  }
  response.writeHead(307, { location: `https://${host}${path}`, 'cache-control': 'no-store' }).end();
}

const listening = (door: Door, at: { readonly port: number; readonly host: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(at, () => {
      door.off('error', reject);
      resolve();
    });
  });

function closeDoor(
  door: Door,
  servers: readonly Pick<Server, 'closeAllConnections'>[],
  undecided: ReadonlySet<Socket>,
): Promise<void> {
  return new Promise((resolve) => {
    door.close(() => resolve());
    for (const socket of undecided) socket.destroy();
    for (const server of servers) server.closeAllConnections();
  });
}
