import { FormatProblem } from './problem.ts';

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}

/** A file in pieces, as it comes from the disk or the network. */
export type Chunks = Iterable<Uint8Array>;

/** One line may rank a hundred thousand candidates; what is longer is no file of ballots. */
const LONGEST_LINE = 4_000_000;

/** A file's bytes one after the other, without holding more of it than one piece. */
export class ByteSource {
  line = 1;
  /** See `plainNumbers`. */
  first = 0;
  private chunk = new Uint8Array(0);
  private at = 0;
  private lineStart = 0;
  private readonly rest: Iterator<Uint8Array>;

  constructor(chunks: Chunks) {
    this.rest = chunks[Symbol.iterator]();
    this.skipByteOrderMark();
  }

  get column(): number {
    return this.at - this.lineStart + 1;
  }

  /** The byte that comes next, -1 at the end. */
  peek(): number {
    while (this.at >= this.chunk.length) if (!this.fill()) return -1;
    return this.chunk[this.at] as number;
  }

  /** Steps over the byte that `peek` showed. */
  skip(): void {
    const byte = this.chunk[this.at];
    this.at += 1;
    if (byte === 0x0a) {
      this.line += 1;
      this.lineStart = this.at;
    }
  }

  /**
   * Steps over whole numbers that end with a zero on the same line, if that is all there is up to it and it lies in this
   * piece: the first goes to `first`, the others, at most `most`, into the list. Gives how many these are; -1, and has not
   * moved, where anything else stands there.
   */
  plainNumbers(into: Int32Array, most: number): number {
    const { chunk } = this;
    let at = this.at;
    let length = -1;
    let first = 0;
    let value = 0;
    let digits = 0;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        digits += 1;
        continue;
      }
      if (digits === 0 && byte === 0x20) continue;
      if (digits === 0 || digits > 9 || byte > 0x20) return -1;
      if (length >= 0 && value === 0) break;
      if (byte === 0x0a) return -1;
      if (length < 0) first = value;
      else if (value > most || length === into.length) return -1;
      else into[length] = value;
      length += 1;
      value = 0;
      digits = 0;
    }
    if (at === chunk.length || first === 0) return -1;
    this.first = first;
    this.at = at;
    return length;
  }

  private fill(): boolean {
    const { done, value } = this.rest.next();
    if (done === true) return false;
    this.lineStart -= this.chunk.length;
    this.chunk = value as Uint8Array<ArrayBuffer>;
    this.at = 0;
    return true;
  }

  private skipByteOrderMark(): void {
    if (this.peek() !== 0xef) return;
    for (const byte of [0xef, 0xbb, 0xbf]) if (this.peek() === byte) this.skip();
    this.lineStart = this.at;
  }
}

export type Line = { readonly text: string; readonly number: number };

/** A file's lines one after the other, without their ends. */
export function* linesOf(chunks: Chunks): Generator<Line> {
  let [number, kept] = [1, [] as Uint8Array[]];
  for (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      yield { text: decoded([...kept, chunk.subarray(start, end)], number), number };
      kept = [];
      number += 1;
      start = end + 1;
    }
    // A chunk's memory may be used again by whoever reads the file.
    if (start < chunk.length) kept.push(chunk.slice(start));
    guardLength(kept, number);
  }
  if (kept.length > 0) yield { text: decoded(kept, number), number };
}

function guardLength(parts: readonly Uint8Array[], line: number): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length <= LONGEST_LINE) return;
  throw new FormatProblem(
    { line, column: LONGEST_LINE },
    { es: 'La línea es demasiado larga.', en: 'The line is too long.' },
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(parts: readonly Uint8Array[], line: number): string {
  guardLength(parts, line);
  const bytes = parts.length === 1 ? (parts[0] as Uint8Array) : joined(parts);
  const text = decodeUtf8(bytes, line).replace(/\r$/, '');
  return line === 1 ? text.replace(/^\uFEFF/, '') : text;
}

export function decodeUtf8(bytes: Uint8Array, line: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const text = { es: 'El texto no está en UTF-8.', en: 'The text is not UTF-8.' };
    throw new FormatProblem({ line, column: firstBadByte(bytes) }, text);
  }
}

/** Where decoding first fails, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  const bad = (length: number): boolean => {
    try {
      // Up to three bytes may belong to a character that is only cut off.
      utf8.decode(bytes.subarray(0, length));
      return false;
    } catch {
      return true;
    }
  };
  let [good, wrong] = [0, bytes.length];
  while (wrong - good > 1) {
    const middle = (good + wrong) >> 1;
    if ([0, 1, 2, 3].every((back) => bad(Math.max(0, middle - back)))) wrong = middle;
    else good = middle;
  }
  return good + 1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
