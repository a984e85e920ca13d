import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { areAllAstray, plan, planDocument, planLines, planPage, readPlanProblem } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { astrayNote, fromSupplyFile } from '../supply-file.ts';

export async function supplyPlanFile({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const open = (name: string): string => readFileSync(resolve(dirname(file), name), 'utf8');
  const result = plan(fromSupplyFile(file, (text) => readPlanProblem(text, open)));
  if (values.html !== undefined) writeFileSync(values.html, planPage(result, language));
  terminal.answer(planDocument(result, language), planLines(result, language));
  const { placed } = result.leftAside;
  const [first] = placed.ignored;
  if (!areAllAstray(placed) || first === undefined) return 0;
  terminal.note(astrayNote(file, first.closure));
  return 1;
}
