import {
  allCommands,
  type CommandEntry,
  type Fields,
  type KindOfProposal,
  kindsOfProposal,
  objectSchema,
} from '@cabildo/core';
import type { ExitCode, Invocation } from '../command.ts';
import { commandNamed } from '../node/command-input.ts';
import { misuse } from '../stop.ts';

/** The command table of the node, as the catalogue has it: who may give which command, and with what. */
export async function listCommands({ positionals, terminal }: Invocation): Promise<ExitCode> {
  const [name, kind] = positionals;
  if (name === undefined) {
    terminal.answer({ commands: allCommands.map(described) }, allCommands.map(line));
    return 0;
  }
  const entry = commandNamed(name);
  if (kind !== undefined) return showKind(terminal, kindNamed(entry, kind));
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
    ...fieldLines(entry.input, '    '),
    ...('proposal' in entry.input ? kindLines(terminal, entry) : []),
  ]);
  return 0;
}

type Terminal = Invocation['terminal'];

/** What a motion can do, one line each: the names without which nobody could table one. */
const kindLines = (terminal: Terminal, { name }: CommandEntry): readonly string[] => [
  `  ${terminal.say({ es: `Clases de propuesta (cabildo commands ${name} CLASE dice sus datos)`, en: `Kinds of proposal (cabildo commands ${name} KIND tells what each holds)` })}:`,
  ...kindsOfProposal().map(({ kind, does }) => `    ${kind.padEnd(20)} ${does}`),
];

function kindNamed(entry: CommandEntry, given: string): KindOfProposal {
  const kind = 'proposal' in entry.input ? kindsOfProposal().find((one) => one.kind === given) : undefined;
  if (kind !== undefined) return kind;
  throw misuse(
    { es: `${entry.name} no tiene una propuesta «${given}».`, en: `${entry.name} has no proposal "${given}".` },
    'commands',
  );
}

function showKind(terminal: Terminal, { kind, does, matters, fields }: KindOfProposal): ExitCode {
  const asMatter = terminal.say({ es: 'Se decide como', en: 'Decided as' });
  terminal.answer({ kind, does, matters, proposal: objectSchema(fields) }, [
    kind,
    `  ${does}`,
    `  ${asMatter}: ${matters.join(', ')}`,
    `  "proposal": { "kind": "${kind}"${Object.keys(fields).length === 0 ? ' }' : ', … }'}`,
    ...fieldLines(fields, '    '),
  ]);
  return 0;
}

const fieldLines = (fields: Fields, before: string): readonly string[] =>
  Object.entries(fields).map(
    ([field, { reads, optional }]) => `${before}${field}${optional ? '?' : ''}: ${reads.replaceAll('\\|', '|')}`,
  );

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
