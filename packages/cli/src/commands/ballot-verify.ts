import type { ExitCode, Invocation } from '../command.ts';
import { openArchive, verifyFile } from '../secret-ballot/open-archive.ts';
import { reportDocument, reportLines } from '../secret-ballot/report-document.ts';

export async function ballotVerify(invocation: Invocation): Promise<ExitCode> {
  const { positionals, language, terminal } = invocation;
  const [file = ''] = positionals;
  const source = openArchive(file);
  try {
    const report = await verifyFile(file, source, invocation);
    terminal.answer(reportDocument(file, report, language), reportLines(file, report, language));
    return report.ok ? 0 : 1;
  } finally {
    source.close();
  }
}
