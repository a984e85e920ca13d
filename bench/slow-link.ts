// A link of a phone at the edge of its cell, between a browser and a node on this machine: what passes waits for its turn on
// the one narrow line that all connections share, then for half a round trip; a new connection costs a round trip first.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Link {
  /** Kilobits a second, each way. */
  readonly kilobits: number;
  readonly roundTripMs: number;
}

export interface SlowLink {
  readonly url: string;
  /** Bytes that came down since the last time of asking. */
  bytesDown(): number;
  close(): Promise<void>;
}

/** What one packet carries. */
const PACKET = 1_460;

/** With no link the bytes pass as they come, so that both are measured by way of the same program. */
export async function slowLink(target: string, link: Link | null): Promise<SlowLink> {
  const { hostname, port } = new URL(target);
  const down = oneWay(link);
  const up = oneWay(link);
  const open = new Set<Socket>();
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const ready = performance.now() + (link?.roundTripMs ?? 0);
    for (const [from, to, way] of [
      [near, far, up],
      [far, near, down],
    ] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (part: Buffer) => {
        if (way === down) bytes += part.length;
        way.carry(part, ready, (piece) => to.write(piece));
      });
      from.on('end', () => way.carry(Buffer.alloc(0), ready, () => to.end()));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        if (!to.writableEnded) way.carry(Buffer.alloc(0), ready, () => to.end());
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as { readonly port: number };
  return {
    url: `http://127.0.0.1:${address.port}`,
    bytesDown() {
      const sum = bytes;
      bytes = 0;
      return sum;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface OneWay {
  /** Hands the bytes over, packet by packet and in order, when they would have arrived. */
  carry(part: Buffer, notBefore: number, deliver: (piece: Buffer) => void): void;
}

function oneWay(link: Link | null): OneWay {
  if (link === null) return { carry: (part, _notBefore, deliver) => deliver(part) };
  const bytesPerMs = link.kilobits / 8;
  let freeAt = 0;
  return {
    carry(part, notBefore, deliver) {
      for (let at = 0; at === 0 || at < part.length; at += PACKET) {
        const piece = part.subarray(at, at + PACKET);
        freeAt = Math.max(freeAt, performance.now(), notBefore) + piece.length / bytesPerMs;
        later(freeAt + link.roundTripMs / 2, () => deliver(piece));
      }
    },
  };
}

/** Timers of one length end in order; those of several do not, by a millisecond: so what arrives waits in one line. */
const line: { readonly at: number; readonly work: () => void }[] = [];
let timer: NodeJS.Timeout | undefined;

function later(at: number, work: () => void): void {
  let place = line.length;
  while (place > 0 && (line[place - 1]?.at ?? 0) > at) place -= 1;
  line.splice(place, 0, { at, work });
  arm();
}

function arm(): void {
  clearTimeout(timer);
  const [first] = line;
  if (first === undefined) return;
  timer = setTimeout(
    () => {
      while ((line[0]?.at ?? Number.POSITIVE_INFINITY) <= performance.now()) line.shift()?.work();
      arm();
    },
    Math.max(0, first.at - performance.now()),
  );
}
