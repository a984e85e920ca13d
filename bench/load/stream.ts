// A stream that a phone leaves open, read with as little as it takes: thousands of them share this one process, whose own work
// would otherwise be most of what is measured. The framing is that of RFC 9112, the events are those of the HTML standard.
import { connect, type Socket } from 'node:net';

/** One event of a stream, read to its last bracket: that is when a screen can show it. */
export interface HeardEvent {
  readonly name: string;
  readonly data: unknown;
  /** `Date.now()` once it was parsed. */
  readonly at: number;
}

export interface OpenStream {
  /** Once the node has answered that it will send. */
  readonly opened: Promise<void>;
  close(): void;
}

// What is read goes into it and is used up before anything else is read.
const shared = Buffer.alloc(64 * 1024);

/** With a token it says whose it is. */
export function openStream(url: string, token: string | null, heard: (event: HeardEvent) => void): OpenStream {
  const { promise: opened, resolve, reject } = Promise.withResolvers<void>();
  const { hostname, port, pathname } = new URL(url);
  const reader = new StreamReader(heard, (status) => {
    if (status === 200) resolve();
    else reject(new Error(`a stream was answered with ${status}`));
  });
  const onread = { buffer: shared, callback: (size: number) => reader.read(shared.subarray(0, size)) };
  const socket: Socket = connect({ host: hostname, port: Number(port), onread });
  socket.on('error', reject);
  const bearer = token === null ? '' : `authorization: Bearer ${token}\r\n`;
  socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\n${bearer}\r\n`);
  return { opened, close: () => socket.destroy() };
}

class StreamReader {
  readonly #heard: (event: HeardEvent) => void;
  readonly #answered: (status: number) => void;
  #inHead = true;
  /** Read, and not a whole chunk yet. */
  #rest: Buffer = Buffer.alloc(0);
  /** Of an event that is not whole yet. */
  #text = '';

  constructor(heard: (event: HeardEvent) => void, answered: (status: number) => void) {
    this.#heard = heard;
    this.#answered = answered;
  }

  read(part: Buffer): boolean {
    // What stays for the next time is a copy: `part` will be written over.
    let bytes = this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part]);
    if (this.#inHead) bytes = this.#readHead(bytes);
    if (!this.#inHead) bytes = this.#readChunks(bytes);
    this.#rest = bytes.length === 0 ? bytes : Buffer.from(bytes);
    return true;
  }

  #readHead(bytes: Buffer): Buffer {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return bytes;
    const head = bytes.toString('latin1', 0, end);
    if (!/^transfer-encoding: chunked$/im.test(head)) throw new Error(`not sent in chunks: ${head}`);
    this.#inHead = false;
    this.#answered(Number(head.split(' ', 2)[1]));
    return bytes.subarray(end + 4);
  }

  #readChunks(bytes: Buffer): Buffer {
    let at = 0;
    for (;;) {
      const line = bytes.indexOf('\r\n', at);
      if (line < 0) break;
      const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
      const end = line + 2 + size;
      if (end + 2 > bytes.length) break;
      this.#readText(bytes.toString('utf8', line + 2, end));
      at = end + 2;
    }
    return bytes.subarray(at);
  }

  #readText(chunk: string): void {
    this.#text += chunk;
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      const event = parsed(this.#text.slice(0, end));
      this.#text = this.#text.slice(end + 2);
      if (event !== null) this.#heard({ ...event, at: Date.now() });
    }
  }
}

function parsed(block: string): { readonly name: string; readonly data: unknown } | null {
  let [name, data] = ['', ''];
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) name = line.slice(7);
    if (line.startsWith('data: ')) data += line.slice(6);
  }
  return name === '' ? null : { name, data: JSON.parse(data) };
}
