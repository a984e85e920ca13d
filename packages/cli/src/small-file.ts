import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Stop } from './stop.ts';

const CHUNK = 1 << 16;

/** A file that is no larger than anything of its kind is. Of a pipe or a device nobody knows before: no more of it is read. */
export function smallFile(file: string, max: number): Buffer {
  const found = openSync(file, 'r');
  try {
    if (fstatSync(found).isDirectory())
      throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
    const chunks: Buffer[] = [];
    for (let size = 0; size <= max; ) {
      const chunk = Buffer.alloc(Math.min(CHUNK, max + 1 - size));
      const read = readSync(found, chunk);
      if (read === 0) return Buffer.concat(chunks, size);
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(found);
  }
  throw new Stop('too-large', { es: `${file}: más de ${max} bytes.`, en: `${file}: more than ${max} bytes.` });
}

export const smallText = (file: string, max: number): string => smallFile(file, max).toString('utf8');
