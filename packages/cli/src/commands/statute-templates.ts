import { statuteTemplates } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import type { Text } from '../language.ts';

const kinds: Readonly<Record<'base' | 'delegate', Text>> = {
  base: { es: 'asamblea de base', en: 'base assembly' },
  delegate: { es: 'asamblea de delegados', en: 'assembly of delegates' },
};

export async function statuteTemplatesCommand({ terminal }: Invocation): Promise<ExitCode> {
  const templates = statuteTemplates.map(({ name, kind, title }) => ({ name, kind, title }));
  const width = Math.max(...templates.map(({ name }) => name.length)) + 2;
  terminal.answer(
    { ok: true, templates },
    templates.map(
      ({ name, kind, title }) => `${name.padEnd(width)}${terminal.say(title)} (${terminal.say(kinds[kind])})`,
    ),
  );
  return 0;
}
