import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { plan, planDocument, planLines, planPage, readPlanProblem } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { fromSupplyFile } from '../supply-file.ts';

export async function supplyPlanFile({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const open = (name: string): string => readFileSync(resolve(dirname(file), name), 'utf8');
  const result = plan(fromSupplyFile(file, (text) => readPlanProblem(text, open)));
  if (values.html !== undefined) writeFileSync(values.html, planPage(result, language));
  terminal.answer(planDocument(result, language), planLines(result, language));
  return 0;
}
