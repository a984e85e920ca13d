import { problemInWords, statuteProblems } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import { readStatuteFile } from '../statute-file.ts';
import { misuse } from '../stop.ts';

export async function statuteCheck({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const kind = kindOf(values.kind, 'statute check');
  const statute = await readStatuteFile(file);
  const problems = statuteProblems(statute, kind).map((problem) => ({
    ...problem,
    says: problemInWords(problem, language),
  }));
  const sound = terminal.say({
    es: `«${statute.title}»: no se contradice.`,
    en: `“${statute.title}”: does not contradict itself.`,
  });
  terminal.answer(
    { ok: problems.length === 0, kind, problems },
    problems.length === 0 ? [sound] : problems.map(({ says }) => says),
  );
  return problems.length === 0 ? 0 : 1;
}

export function kindOf(given: string | undefined, command: string): 'base' | 'delegate' | 'committee' | null {
  if (given === undefined) return null;
  if (given === 'base' || given === 'delegate' || given === 'committee') return given;
  throw misuse(
    { es: `--kind ${given}: base, delegate o committee.`, en: `--kind ${given}: base, delegate or committee.` },
    command,
  );
}
