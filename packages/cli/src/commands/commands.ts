import { allCommands, type CommandEntry, objectSchema } from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import { commandNamed } from '../node/command-input.ts';

/** The command table of the node, as the catalogue has it: who may give which command, and with what. */
export async function listCommands({ positionals, terminal }: Invocation): Promise<ExitCode> {
  const [name] = positionals;
  if (name === undefined) {
    terminal.answer({ commands: allCommands.map(described) }, allCommands.map(line));
    return 0;
  }
  const entry = commandNamed(name);
  const by = terminal.say({ es: 'Por', en: 'By' });
  const article = terminal.say({ es: 'Artículo', en: 'Article' });
  const input = terminal.say({ es: 'Datos', en: 'Input' });
  terminal.answer(described(entry), [
    entry.name,
    `  ${entry.does}`,
    `  ${by}: ${entry.by.join(', ')}`,
    `  ${article}: ${entry.article}`,
    ...(entry.acts.length === 0 ? [] : [`  → ${entry.acts.join(', ')}`]),
    `  ${input}:${Object.keys(entry.input).length === 0 ? ' –' : ''}`,
    ...Object.entries(entry.input).map(
      ([field, { reads, optional }]) => `    ${field}${optional ? '?' : ''}: ${reads.replaceAll('\\|', '|')}`,
    ),
  ]);
  return 0;
}

const WIDEST = Math.max(...allCommands.map(({ name }) => name.length));

const line = ({ name, by, input }: CommandEntry): string =>
  `${name.padEnd(WIDEST)}  ${by.join(', ')}  { ${Object.entries(input)
    .map(([field, { optional }]) => `${field}${optional ? '?' : ''}`)
    .join(', ')} }`;

const described = ({ name, does, by, article, acts, input }: CommandEntry) => ({
  name,
  does,
  by,
  article,
  acts,
  input: objectSchema(input),
});
