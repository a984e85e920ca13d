import { readStatute, type Statute, statuteDifferences, statuteMisfit, statuteTemplates } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import type { Language } from '../language.ts';
import { readStatuteFile } from '../statute-file.ts';
import { misuse } from '../stop.ts';

export async function statuteRead(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, language, terminal } = invocation;
  const given = await statuteGiven(positionals[0], values.template, language);
  const statute = values.offset === undefined ? given : atPlace(given, values.offset);
  if (values.before !== undefined) return differences(invocation, statute, values.before);
  const sections = readStatute(statute, language);
  terminal.answer({ ok: true, statute, sections }, [
    statute.title,
    ...sections.flatMap(({ title, sentences }) => ['', title, ...sentences.map((sentence) => `  ${sentence}`)]),
  ]);
  return 0;
}

/** With the place's own hours: `-04:00` is four hours behind UTC, all year. */
function atPlace(statute: Statute, offset: string): Statute {
  const [, sign, hours, minutes] = /^([+-])(\d\d):([0-5]\d)$/.exec(offset) ?? [];
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const placed = { ...statute, closing: { ...statute.closing, offsetMinutes } };
  if (sign !== undefined && statuteMisfit(placed) === null) return placed;
  throw misuse(
    {
      es: '--offset va de -12:00 a +14:00: la hora del lugar frente a UTC, como -04:00.',
      en: "--offset is from -12:00 to +14:00: the place's hour against UTC, such as -04:00.",
    },
    'statute read',
  );
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
