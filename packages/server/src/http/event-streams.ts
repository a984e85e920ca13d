import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const HEARTBEAT_MS = 15_000;
/** Bytes that may wait for one reader before nothing more is handed to it. */
const CONGESTED_BYTES = 64 * 1024;
/** A reader who takes nothing for so long is cut; it comes back with Last-Event-ID and misses nothing. */
const STALLED_MS = 30_000;
const MAX_STREAMS = 10_000;

/** One open `text/event-stream`. */
export interface EventStream {
  readonly open: boolean;
  readonly congested: boolean;
  send(text: string): void;
  /** Resolves when what was sent is taken, or the stream has ended. */
  drained(): Promise<void>;
  onEnd(listener: () => void): void;
  end(): void;
}

/** All open streams of a server: beaten together, ended together. */
export class EventStreams {
  readonly #streams = new Set<Stream>();
  readonly #stalledMs: number;
  #heart: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(stalledMs = STALLED_MS) {
    this.#stalledMs = stalledMs;
  }

  get full(): boolean {
    return this.#closed || this.#streams.size >= MAX_STREAMS;
  }

  get size(): number {
    return this.#streams.size;
  }

  start(response: ServerResponse): EventStream {
    const stream = new Stream(response, this.#stalledMs);
    this.#streams.add(stream);
    stream.onEnd(() => this.#remove(stream));
    this.#heart ??= setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
    return stream;
  }

  closeAll(): void {
    this.#closed = true;
    for (const stream of [...this.#streams]) stream.end();
  }

  #remove(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#heart);
    this.#heart = undefined;
  }

  /** Keeps proxies from closing a quiet stream, and finds readers who left without a word. */
  #beat(): void {
    for (const stream of this.#streams) if (!stream.congested) stream.send(':\n\n');
  }
}

let lastSent = { text: '', chunk: Buffer.alloc(0) };

/**
 * One event goes to thousands of readers one after the other. Written through each response it would be measured, framed
 * and encoded for each anew, in four pieces; so the chunk of RFC 9112 is made once.
 */
function chunkOf(text: string): Buffer {
  if (text !== lastSent.text) {
    const bytes = Buffer.from(text);
    lastSent = { text, chunk: Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, lineEnd]) };
  }
  return lastSent.chunk;
}

const lineEnd = Buffer.from('\r\n');

class Stream implements EventStream {
  readonly #response: ServerResponse;
  readonly #stalledMs: number;
  readonly #listeners = new Set<() => void>();
  #open = true;
  #headSent = false;

  constructor(response: ServerResponse, stalledMs: number) {
    this.#response = response;
    this.#stalledMs = stalledMs;
    response.on('close', () => this.#ended()).on('error', () => this.#ended());
    if (response.destroyed) this.#ended();
  }

  get open(): boolean {
    return this.#open;
  }

  get congested(): boolean {
    return this.#response.writableLength > CONGESTED_BYTES;
  }

  send(text: string): void {
    if (!this.#open) return;
    const socket = this.#framed();
    if (socket === null) this.#response.write(text);
    else socket.write(chunkOf(text));
  }

  async drained(): Promise<void> {
    const full = [this.#response, this.#response.socket].find((one) => one?.writableNeedDrain === true);
    if (!this.#open || !full) return;
    await new Promise<void>((resolve) => {
      const stalled = setTimeout(() => this.#response.destroy(), this.#stalledMs);
      const done = () => {
        clearTimeout(stalled);
        this.#listeners.delete(done);
        full.off('drain', done);
        resolve();
      };
      this.#listeners.add(done);
      full.on('drain', done);
    });
  }

  /** Where whole chunks can go: HTTP/1.1, and the head is out. */
  #framed(): Socket | null {
    const { chunkedEncoding, socket, writableLength } = this.#response;
    if (this.#headSent) return socket;
    this.#headSent = chunkedEncoding === true && writableLength === 0;
    return null;
  }

  onEnd(listener: () => void): void {
    if (this.#open) this.#listeners.add(listener);
    else listener();
  }

  end(): void {
    if (!this.#open) return;
    this.#response.end();
    this.#ended();
  }

  #ended(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }
}
