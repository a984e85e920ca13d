/** Disclosures and attachments: what lies beside a book. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookReader } from '@cabildo/book';
import { writeBookFile } from '@cabildo/book/node';
import type { Besides } from './entry-stream.ts';

export interface WrittenBeside {
  readonly disclosures: number;
  readonly attachments: number;
  /** Disclosures of an earlier export that have been withdrawn since. */
  removeOthers(): Promise<void>;
}

const AT_ONCE = 8;

export async function writeBeside(source: BookReader, out: string, besides: Besides): Promise<WrittenBeside> {
  const disclosures = besides.disclosing.map((index) => `disclosures/${index}.json`);
  const attachments = Array.from(besides.attachments, (name) => `attachments/${name}`);
  const written = await writeAll(source, out, [...disclosures, ...attachments]);
  return {
    disclosures: disclosures.filter((path) => written.has(path)).length,
    attachments: attachments.filter((path) => written.has(path)).length,
    removeOthers: () => removeOthers(out, written),
  };
}

/** What the source does not have is withdrawn, or not for everybody: it is left out. */
async function writeAll(source: BookReader, out: string, paths: readonly string[]): Promise<Set<string>> {
  const waiting = [...paths];
  const written = new Set<string>();
  const worker = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const bytes = await source.read(path);
      if (bytes === undefined) continue;
      await writeBookFile(out, path, bytes);
      written.add(path);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return written;
}

async function removeOthers(out: string, written: ReadonlySet<string>): Promise<void> {
  const names = await readdir(join(out, 'disclosures')).catch(() => []);
  for (const name of names) {
    const path = `disclosures/${name}`;
    if (/^\d+\.json$/.test(name) && !written.has(path)) await rm(join(out, path));
  }
}
