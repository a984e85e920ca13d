import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ArchiveSource } from '../src/index.ts';

/** Entries are small and lie one after the other: one reading of this size serves many. */
const WINDOW = 1_048_576;

/** An archive on disk, of which a piece at a time is in memory. */
export function openArchiveFile(path: string): ArchiveSource & { readonly close: () => void } {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  let window: Uint8Array = new Uint8Array(0);
  let start = 0;
  const fill = (at: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(Math.min(length, size - at));
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(file, bytes, done, bytes.length - done, at + done);
      if (read === 0) throw new Error(`${path} became shorter while it was read`);
      done += read;
    }
    return bytes;
  };
  return {
    size,
    async read(at, length) {
      if (at >= start && at + length <= start + window.length) return window.slice(at - start, at - start + length);
      // A look back at an earlier ballot must not throw away what is read next.
      if (at < start || length > WINDOW) return fill(at, length);
      window = fill(at, WINDOW);
      start = at;
      return window.slice(0, length);
    },
    close: () => closeSync(file),
  };
}
