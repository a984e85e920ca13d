import { readStatute, type Statute, statuteDifferences, statuteTemplates } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import type { Language } from '../language.ts';
import { readStatuteFile } from '../statute-file.ts';
import { misuse } from '../stop.ts';

export async function statuteRead(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, language, terminal } = invocation;
  const statute = await statuteGiven(positionals[0], values.template, language);
  if (values.before !== undefined) return differences(invocation, statute, values.before);
  const sections = readStatute(statute, language);
  terminal.answer({ ok: true, statute, sections }, [
    statute.title,
    ...sections.flatMap(({ title, sentences }) => ['', title, ...sentences.map((sentence) => `  ${sentence}`)]),
  ]);
  return 0;
}

async function differences({ language, terminal }: Invocation, statute: Statute, before: string): Promise<ExitCode> {
  const changes = statuteDifferences(await readStatuteFile(before), statute, language);
  const same = terminal.say({ es: 'Dicen lo mismo.', en: 'They say the same.' });
  terminal.answer(
    { ok: true, changes },
    changes.length === 0
      ? [same]
      : changes.flatMap(({ title, gone, come }) => [
          title,
          ...gone.map((sentence) => `  - ${sentence}`),
          ...come.map((sentence) => `  + ${sentence}`),
        ]),
  );
  return 0;
}

async function statuteGiven(
  file: string | undefined,
  template: string | undefined,
  language: Language,
): Promise<Statute> {
  if (file !== undefined && template === undefined) return readStatuteFile(file);
  if (template === undefined || file !== undefined)
    throw misuse({ es: 'FILE, o --template.', en: 'Either FILE, or --template.' }, 'statute read');
  const found = statuteTemplates.find(({ name }) => name === template);
  if (found !== undefined) return found.statutes[language];
  const names = statuteTemplates.map(({ name }) => name).join(', ');
  throw misuse(
    {
      es: `No hay plantilla «${template}». Hay: ${names}.`,
      en: `There is no template "${template}". There are: ${names}.`,
    },
    'statute templates',
  );
}
