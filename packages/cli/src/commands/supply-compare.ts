import { writeFileSync } from 'node:fs';
import { compareRules, comparisonDocument, comparisonLines, comparisonPage, readComparable } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { besideFile, fromSupplyFile } from '../supply-file.ts';
import { supplyRule } from '../supply-rule.ts';

export async function supplyCompareFile({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const against = supplyRule('--against', values.against ?? 'leximin', 'supply compare');
  const result = compareRules(
    fromSupplyFile(file, (text) => readComparable(text, besideFile(file))),
    against,
  );
  if (values.html !== undefined) writeFileSync(values.html, comparisonPage(result, language));
  terminal.answer(comparisonDocument(result), comparisonLines(result, language));
  return 0;
}
