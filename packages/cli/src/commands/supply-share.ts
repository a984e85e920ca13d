import { readShareProblem, share, shareDocument, shareLines } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { fromSupplyFile } from '../supply-file.ts';
import { supplyRule } from '../supply-rule.ts';

export async function supplyShareFile({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const rule = supplyRule('--rule', values.rule ?? '', 'supply share');
  const problem = fromSupplyFile(file, readShareProblem);
  const result = share(problem, rule);
  terminal.answer(shareDocument(result, language), shareLines(result, language));
  return 0;
}
