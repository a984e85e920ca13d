import { availableParallelism } from 'node:os';
import { type BookReport, verifyBook } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { type BookFolder, openBookFolder } from '../book-folder.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { type GivenKey, liesIn, readKey } from '../key-argument.ts';
import { misuse } from '../stop.ts';
import { findingMessage } from '../verify/finding-lines.ts';
import { reportLines } from '../verify/report-lines.ts';
import { type RulesReport, replayRules, rulesLines } from '../verify/rules.ts';
import { startWorkers } from '../verify/worker-pool.ts';

/** Below this, starting threads costs more than they save. */
const LARGE_BOOK = 20_000;
const MOST_WORKERS = 64;

export async function bookVerify(invocation: Invocation): Promise<ExitCode> {
  const { values, switches, language, terminal } = invocation;
  const [directory = ''] = invocation.positionals;
  const key = await readKey('key', values.key ?? '');
  const witnesses = values.witness === undefined ? [] : [(await readKey('witness', values.witness)).vkey];
  const folder = await openBookFolder(directory);
  const workers = workerCount(values.workers, folder);
  const report = await audit(folder, key, witnesses, workers, invocation);
  const again = terminal.progress({ es: 'actos con las reglas', en: 'acts under the rules' });
  const rules = switches.has('rules') && report.ok ? replayRules(directory, report, again) : undefined;
  const keyFromBook = await liesIn(key, directory);
  const ok = report.ok && (rules?.ok ?? true);
  const findings = report.findings.map((finding) => ({ ...finding, message: findingMessage(finding, language) }));
  const notices = report.notices.map((finding) => ({ ...finding, message: findingMessage(finding, language) }));
  terminal.answer(
    { ...report, ok, findings, notices, keyFromBook, ...(switches.has('rules') && { rules: rules ?? skipped }) },
    [
      ...reportLines(report, { language, key, keyFromBook, claimed: folder.claimed?.origin }),
      ...(rules === undefined ? [] : rulesLines(rules, language)),
      ...(switches.has('rules') && rules === undefined ? [terminal.say(notReplayed)] : []),
    ],
  );
  return ok ? 0 : 1;
}

const skipped: Pick<RulesReport, 'ok'> & { readonly skipped: true } = { ok: false, skipped: true };

const notReplayed = {
  es: 'Las reglas no se volvieron a aplicar, porque el libro no es el que fue.',
  en: 'The rules were not applied again, because the book is not what it was.',
};

async function audit(
  folder: BookFolder,
  key: GivenKey,
  witnesses: readonly string[],
  workers: number,
  { terminal }: Invocation,
): Promise<BookReport> {
  const progress = terminal.progress({ es: 'actos verificados', en: 'acts verified' });
  const pool = workers > 1 ? startWorkers(workers) : undefined;
  try {
    return await verifyBook(openDirectory(folder.directory), key.vkey, nodeCrypto, {
      witnesses,
      ...pool?.audit,
      onProgress: ({ acts, of }) => progress.at(acts, of),
    });
  } finally {
    progress.end();
    await pool?.close();
  }
}

/** One means: in this thread. */
function workerCount(given: string | undefined, folder: BookFolder): number {
  if (given !== undefined) {
    const count = Number(given);
    if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count;
    throw misuse(
      {
        es: `--workers ${given}: un número de 1 a ${MOST_WORKERS}.`,
        en: `--workers ${given}: a number from 1 to ${MOST_WORKERS}.`,
      },
      'book verify',
    );
  }
  return (folder.claimed?.size ?? 0) >= LARGE_BOOK ? Math.min(availableParallelism(), MOST_WORKERS) : 1;
}
