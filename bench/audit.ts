// Audit of a large book: bytes, tree and signatures; the rules; against bare hashing and verifying of the same bytes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { verifyBook } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { replayRules } from '../packages/cli/src/verify/rules.ts';
import { startWorkers } from '../packages/cli/src/verify/worker-pool.ts';
import { type BareWork, bareAudit } from './bare-audit.ts';
import { type LargeBook, makeLargeBook, writeLargeBook } from './large-book.ts';
import { type Figure, type Section, timed } from './measure.ts';

export const measureAudit: Section = async ({ acts, rounds }, say) => {
  const directory = await mkdtemp(join(tmpdir(), 'cabildo-bench-'));
  try {
    say(`making a book of ${acts} acts`);
    const book = makeLargeBook(acts);
    await writeLargeBook(book, directory);
    return await measured(book, directory, rounds, say);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

async function measured(
  book: LargeBook,
  directory: string,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const size = book.entries.length;
  const bytes = book.entries.reduce((sum, entry) => sum + entry.length, 0);
  const work: BareWork = {
    entries: book.entries.map((entry) => Buffer.concat([Buffer.of(0), entry])),
    checks: book.checks,
  };
  say('bare hashing and verifying');
  const bare = [await timed(rounds, () => bareAudit(work)), await bareInThreads(work, 2, rounds)] as const;
  say('integrity');
  const whole = [await integrity(book, directory, 1, rounds), await integrity(book, directory, 2, rounds)] as const;
  say('rules');
  const silent = { at: () => undefined, end: () => undefined };
  const report = await verifyBook(openDirectory(directory), book.vkey, nodeCrypto);
  const rules = await timed(rounds, () => {
    const replayed = replayRules(directory, report, silent);
    if (!replayed.ok)
      throw new Error(`the rules find differences: ${JSON.stringify(replayed.differences.slice(0, 3))}`);
  });
  const seconds = (what: string, value: number, of?: number): Figure =>
    of === undefined ? { what, value, unit: 's' } : { what, value, unit: 's', ratio: value / of, of: 'bare' };
  return [
    { what: 'acts', value: size, unit: '' },
    { what: 'bytes of entries', value: bytes / 1e6, unit: 'MB' },
    { what: 'seals', value: book.seals, unit: '' },
    { what: 'signatures', value: book.checks.length, unit: '' },
    seconds('bare SHA-256 and Ed25519, one core', bare[0]),
    seconds('bare SHA-256 and Ed25519, two cores', bare[1]),
    seconds('integrity, one core', whole[0], bare[0]),
    seconds('integrity, two cores', whole[1], bare[1]),
    seconds('replay of the rules, one core', rules, bare[0]),
  ];
}

async function integrity(book: LargeBook, directory: string, threads: number, rounds: number): Promise<number> {
  const pool = threads > 1 ? startWorkers(threads) : undefined;
  try {
    const audit = async (): Promise<void> => {
      const report = await verifyBook(openDirectory(directory), book.vkey, nodeCrypto, { ...pool?.audit });
      if (!report.ok) throw new Error(`the book does not verify: ${JSON.stringify(report.findings.slice(0, 3))}`);
    };
    // Threads load their code at the first use, which a single command pays too, but once.
    if (pool !== undefined) await audit();
    return await timed(rounds, audit);
  } finally {
    await pool?.close();
  }
}

async function bareInThreads(work: BareWork, threads: number, rounds: number): Promise<number> {
  const share = <T>(all: readonly T[], part: number): readonly T[] => all.filter((_, i) => i % threads === part);
  const workers = Array.from({ length: threads }, (_, part) => {
    const workerData = { entries: share(work.entries, part), checks: share(work.checks, part) };
    return new Worker(new URL('bare-audit.ts', import.meta.url), { workerData });
  });
  const pass = (): Promise<unknown> =>
    Promise.all(
      workers.map((worker) => {
        const { promise, resolve } = Promise.withResolvers<unknown>();
        worker.once('message', resolve);
        worker.postMessage('pass');
        return promise;
      }),
    );
  try {
    await pass();
    return await timed(rounds, pass);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
