import { writeFileSync } from 'node:fs';
import { areAllAstray, plan, planDocument, planLines, planPage, readPlanProblem } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { astrayNote, besideFile, fromSupplyFile } from '../supply-file.ts';

export async function supplyPlanFile({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const result = plan(fromSupplyFile(file, (text) => readPlanProblem(text, besideFile(file))));
  if (values.html !== undefined) writeFileSync(values.html, planPage(result, language));
  terminal.answer(planDocument(result, language), planLines(result, language));
  const { placed } = result.leftAside;
  const [first] = placed.ignored;
  if (!areAllAstray(placed) || first === undefined) return 0;
  terminal.note(astrayNote(file, first.closure));
  return 1;
}
