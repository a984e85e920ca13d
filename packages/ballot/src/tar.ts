/**
 * The one form of tar that archives have: headers of before POSIX, no owner, one time for all, and no blocks at the end, so
 * that an archive grows by appending and the same content always gives the same bytes.
 */
import { utf8Encode } from './encoding.ts';

export const BLOCK = 512;
const NAME = 100;

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** Seconds since 1970. */
  readonly time: number;
}

export function tarHeader({ name, size, time }: TarHeader): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => header.set(utf8Encode(text), at);
  put(name, 0);
  put('0000644\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${octal(size, 11)}\0`, 124);
  put(`${octal(time, 11)}\0`, 136);
  put('        0', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${octal(sum, 6)}\0 `, 148);
  return header;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** What a header says, as far as it can be read; whether it is in the one form is told by making it again. */
export function parseHeader(header: Uint8Array): TarHeader | undefined {
  const ascii = (from: number, length: number): string => {
    const end = header.indexOf(0, from);
    return String.fromCharCode(...header.subarray(from, end < 0 || end > from + length ? from + length : end));
  };
  const number = (from: number): number => {
    const digits = ascii(from, 12).trim();
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  const [name, size, time] = [ascii(0, NAME), number(124), number(136)];
  return name === '' || Number.isNaN(size) || Number.isNaN(time) ? undefined : { name, size, time };
}

/** Bytes that fill the last block of a file. */
export function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
