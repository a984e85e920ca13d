import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  attempt,
  type ImportFile,
  importProblem,
  problemSentence,
  type TableName,
  tableNames,
  tableText,
} from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse, Stop } from '../stop.ts';
import { besideFile, supplyBytes } from '../supply-file.ts';

/** More than this nobody mends in one go. */
const SHOWN = 20;

export async function supplyImport({ positionals, values, terminal }: Invocation): Promise<ExitCode> {
  const { out = '' } = values;
  const [base] = positionals;
  const given = tableNames.filter((name) => values[name] !== undefined);
  if (given.length === 0) {
    throw misuse(
      { es: 'No se dio ninguna tabla, como --sites F.csv.', en: 'No table was given, such as --sites F.csv.' },
      'supply import',
    );
  }
  statSync(dirname(out));
  const closuresFile = join(dirname(out), `${basename(out, '.json')}-closures.geojson`);
  const outcome = importProblem({
    ...(base !== undefined && { base: fileNamed(base) }),
    tables: Object.fromEntries(given.map((name) => [name, fileNamed(values[name] ?? '')])),
    closuresName: basename(closuresFile),
    open: besideFile(out),
  });
  if (!outcome.ok) throw refusal(outcome.problems);
  const { problem, closures, counts } = outcome.value;
  const texts = new Map(
    closures === null
      ? [[out, problem]]
      : [
          [out, problem],
          [closuresFile, closures],
        ],
  );
  writeAll(texts);
  const files = [...texts.keys()];
  terminal.answer({ files, counts }, [
    ...given.map((name) => `${terminal.say(titles[name])}: ${counts[name] ?? 0}`),
    ...files.map((file) => `→ ${file}`),
  ]);
  return 0;
}

function fileNamed(name: string): ImportFile {
  const bytes = supplyBytes(name);
  const outcome = attempt(() => tableText(bytes));
  if (outcome.ok) return { name, text: outcome.value, format: /\.(?:geo)?json$/i.test(name) ? 'geojson' : 'csv' };
  const { es, en } = problemSentence(outcome.problem);
  throw new Stop(outcome.problem.code, { es: `${name}: ${es}.`, en: `${name}: ${en}.` });
}

type Problems = Extract<ReturnType<typeof importProblem>, { ok: false }>['problems'];

function refusal(problems: Problems): Stop {
  const said = problems.slice(0, SHOWN).map(problemSentence);
  const more = problems.length - said.length;
  const [es, en] = [said.map((one) => one.es), said.map((one) => one.en)];
  if (more > 0) {
    es.push(`y ${more} más`);
    en.push(`and ${more} more`);
  }
  return new Stop(problems[0]?.code ?? 'bad-input', {
    es: `no se importó nada:\n  ${es.join('\n  ')}`,
    en: `nothing was imported:\n  ${en.join('\n  ')}`,
  });
}

/** What was there is replaced only once all that is new has found its place on the disk. */
function writeAll(texts: ReadonlyMap<string, string>): void {
  const fresh = [...texts].map(([file, text]) => ({ file, text, beside: `${file}.new` }));
  try {
    for (const { beside, text } of fresh) writeFileSync(beside, text);
    for (const { beside, file } of fresh) renameSync(beside, file);
  } finally {
    for (const { beside } of fresh) rmSync(beside, { force: true });
  }
}

const titles: Readonly<Record<TableName, { readonly es: string; readonly en: string }>> = {
  items: { es: 'Bienes', en: 'Items' },
  sites: { es: 'Lugares', en: 'Sites' },
  needs: { es: 'Necesidades', en: 'Needs' },
  stocks: { es: 'Existencias', en: 'Stocks' },
  vehicles: { es: 'Vehículos', en: 'Vehicles' },
  closures: { es: 'Cortes', en: 'Closures' },
};
