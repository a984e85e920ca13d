/** The acts of a book, in order, from wherever it can be read; and what they say lies beside it. */
import { type BookReader, decodeBundle, entriesPath, TILE_WIDTH, tileWidth } from '@cabildo/book';
import { type Besides, noteBesides } from '@cabildo/server';
import { Stop } from '../stop.ts';

export type OnProgress = (done: number, of: number) => void;

const READ_AHEAD = 4;

export class EntryStream {
  /** Complete once everything was read. */
  readonly besides: Besides = { disclosing: [], attachments: new Set() };
  readonly #source: BookReader;
  readonly #size: number;
  readonly #onProgress: OnProgress;

  constructor(source: BookReader, size: number, onProgress: OnProgress) {
    this.#source = source;
    this.#size = size;
    this.#onProgress = onProgress;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const bundles = Math.ceil(this.#size / TILE_WIDTH);
    const coming: Promise<Uint8Array[]>[] = [];
    let asked = 0;
    let done = 0;
    while (done < this.#size) {
      for (; asked < bundles && coming.length < READ_AHEAD; asked++) {
        const bundle = this.#bundle(asked);
        // Whoever awaits it later sees the rejection; until then it must not count as unhandled.
        bundle.catch(() => undefined);
        coming.push(bundle);
      }
      for (const entry of (await coming.shift()) ?? []) {
        noteBesides(this.besides, entry, done);
        done += 1;
        yield entry;
      }
      this.#onProgress(done, this.#size);
    }
  }

  async #bundle(index: number): Promise<Uint8Array[]> {
    const width = tileWidth(0, index, this.#size);
    const path = entriesPath(index, width);
    const { entries, rest } = decodeBundle(await needed(this.#source, path), width);
    if (entries.length !== width || rest !== 0) throw broken(path, 'damaged');
    return entries;
  }
}

/** A file without which there is no book. */
export async function needed(source: BookReader, path: string): Promise<Uint8Array> {
  const bytes = await source.read(path);
  if (bytes !== undefined) return bytes;
  throw broken(path, 'missing');
}

export function broken(path: string, reason: string): Stop {
  return new Stop('broken-source', {
    es: `El nodo no da un libro que se pueda exportar: ${path}: ${reason}.`,
    en: `The node gives no book that can be exported: ${path}: ${reason}.`,
  });
}
