/** Plain tar (POSIX.1-1988, ustar): what every tool can read, and of which the same files give the same bytes. */
import type { FileHandle } from 'node:fs/promises';

const BLOCK = 512;

/** Header and padded content of one file: no owner, no time. Throws RangeError for a path that no header can hold. */
export function tarFile(path: string, content: Uint8Array): Uint8Array[] {
  const name = Buffer.from(path, 'ascii');
  if (name.length > 100 || name.toString('ascii') !== path) throw new RangeError(`no name for tar: ${path}`);
  const header = Buffer.alloc(BLOCK);
  name.copy(header, 0);
  header.write('0000644\0', 100, 'ascii');
  header.write('0000000\0', 108, 'ascii');
  header.write('0000000\0', 116, 'ascii');
  header.write(`${octal(content.length, 11)}\0`, 124, 'ascii');
  header.write(`${octal(0, 11)}\0`, 136, 'ascii');
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'ascii');
  header.write(`${octal(checksum(header), 6)}\0 `, 148, 'ascii');
  return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
}

/** What every archive ends with; one without it was cut off. */
export const tarEnd: Uint8Array = new Uint8Array(2 * BLOCK);

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** Over the header with its own place taken as spaces. */
function checksum(header: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0;
  return sum;
}

export type TarFault = 'not-a-tar' | 'truncated' | 'not-a-file' | 'too-large';

export class TarProblem extends Error {
  override readonly name = 'TarProblem';
  readonly fault: TarFault;
  /** The entry at which it was found, as it calls itself. */
  readonly path: string;

  constructor(fault: TarFault, path: string) {
    super(`${fault} ${path}`);
    this.fault = fault;
    this.path = path;
  }
}

export interface TarEntry {
  /** As it is written in the archive: whether it may be used is for the reader to say. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

/**
 * The regular files of an archive, in order. A folder is passed over; links, devices and anything else end the reading. Sizes
 * are held against the length of the file before anything is allotted, so that a header cannot ask for more than there is.
 */
export async function* readTar(file: FileHandle, maxFile: number): AsyncGenerator<TarEntry> {
  const { size: total } = await file.stat();
  let at = 0;
  let files = 0;
  for (;;) {
    const header = await bytesAt(file, at, BLOCK);
    if (header === undefined) throw new TarProblem(files === 0 ? 'not-a-tar' : 'truncated', '');
    at += BLOCK;
    if (header.every((byte) => byte === 0)) {
      const second = await bytesAt(file, at, BLOCK);
      if (second?.every((byte) => byte === 0) !== true) throw new TarProblem('truncated', '');
      return;
    }
    const { path, size, type } = parseHeader(header);
    if (type === '5' && size === 0) continue;
    if (type !== '0' && type !== '\0') throw new TarProblem('not-a-file', path);
    if (at + size > total) throw new TarProblem('truncated', path);
    if (size > maxFile) throw new TarProblem('too-large', path);
    const from = at;
    yield {
      path,
      async read() {
        const content = await bytesAt(file, from, size);
        if (content === undefined) throw new TarProblem('truncated', path);
        return content;
      },
    };
    files += 1;
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, at + done);
    if (bytesRead === 0) return undefined;
    done += bytesRead;
  }
  return buffer;
}

function parseHeader(header: Buffer): { readonly path: string; readonly size: number; readonly type: string } {
  const textAt = (from: number, length: number): string => {
    const bytes = header.subarray(from, from + length);
    const end = bytes.indexOf(0);
    return bytes.toString('latin1', 0, end < 0 ? length : end);
  };
  const numberAt = (from: number, length: number): number => {
    const digits = textAt(from, length).trim();
    return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  const path = textAt(0, 100);
  const isTar = header.toString('latin1', 257, 262) === 'ustar' && numberAt(148, 8) === checksum(header);
  if (!isTar) throw new TarProblem('not-a-tar', '');
  const size = numberAt(124, 12);
  // Numbers of another notation (base 256) are for files larger than any book's.
  if (Number.isNaN(size)) throw new TarProblem('too-large', path);
  const prefix = textAt(345, 155);
  return { path: prefix === '' ? path : `${prefix}/${path}`, size, type: String.fromCharCode(header[156] ?? 0) };
}
