import type { CommandSpec, OptionSpec } from './command.ts';
import type { Language, Text } from './language.ts';
import { commonOptions } from './options.ts';

const WIDTH = 100;

const words = {
  usage: { es: 'Uso', en: 'Usage' },
  commands: { es: 'Órdenes', en: 'Commands' },
  options: { es: 'Opciones', en: 'Options' },
  common: { es: 'Opciones de todas las órdenes', en: 'Options of every command' },
  examples: { es: 'Ejemplos', en: 'Examples' },
  environment: { es: 'Variables de entorno', en: 'Environment' },
  what: {
    es: 'El programa con el que una federación de asambleas se gobierna a sí misma.',
    en: 'The software with which a federation of assemblies governs itself.',
  },
  each: { es: 'La ayuda de cada orden: cabildo ORDEN --help', en: 'Help on one command: cabildo COMMAND --help' },
  exit: {
    es: 'Código de salida: 0 todo bien, 1 se halló algo, 2 mal uso o algo ilegible.',
    en: 'Exit code: 0 all is well, 1 something was found, 2 misuse or something unreadable.',
  },
} satisfies Record<string, Text>;

const environment: readonly { readonly name: string; readonly help: Text }[] = [
  {
    name: 'DATABASE_URL',
    help: {
      es: 'un PostgreSQL propio (15 o posterior), en lugar del que Cabildo trae',
      en: 'a PostgreSQL of your own (15 or later), instead of the one that comes with Cabildo',
    },
  },
  { name: 'PORT', help: { es: 'el puerto, donde falta --port', en: 'the port, where --port is not given' } },
  {
    name: 'CABILDO_VAULT_KEY',
    help: {
      es: 'la llave de los datos cifrados, en lugar de <data>/vault.key',
      en: 'the key of the encrypted data, instead of <data>/vault.key',
    },
  },
  {
    name: 'CABILDO_MAIL_HOSTS',
    help: {
      es: 'los servidores de correo que las asambleas pueden usar, con comas; «none»: ninguno. Sin ella, cualquiera público',
      en: 'the mail servers that bodies may use, with commas; `none` for none. Without it, any public one',
    },
  },
];

/** `cabildo --help` */
export function overview(commands: readonly CommandSpec[], language: Language): string[] {
  const say = (text: Text) => text[language];
  return [
    say(words.what),
    '',
    `${say(words.usage)}: cabildo ${language === 'es' ? 'ORDEN [OPCIONES]' : 'COMMAND [OPTIONS]'}`,
    '',
    `${say(words.commands)}:`,
    ...table(commands.map((command) => [synopsis(command), say(command.summary)])),
    '',
    ...section(say(words.common), commonOptions, language),
    '',
    `${say(words.environment)}:`,
    ...table(environment.map(({ name, help }) => [name, say(help)])),
    '',
    say(words.each),
    say(words.exit),
  ];
}

/** `cabildo COMMAND --help` */
export function helpOn(command: CommandSpec, language: Language): string[] {
  const say = (text: Text) => text[language];
  const { positionals, options, notes, examples } = command;
  return [
    ...wrap(`${say(command.summary)}.`, 0),
    '',
    `${say(words.usage)}: cabildo ${usage(command)}`,
    ...(positionals.length === 0 ? [] : ['', ...table(positionals.map(({ name, help }) => [name, say(help)]))]),
    ...(Object.keys(options).length === 0 ? [] : ['', ...section(say(words.options), options, language)]),
    '',
    ...section(say(words.common), commonOptions, language),
    ...(notes === undefined ? [] : ['', ...wrap(say(notes), 0)]),
    '',
    `${say(words.examples)}:`,
    ...examples.map((example) => `  ${example}`),
  ];
}

function synopsis(command: CommandSpec): string {
  const names = command.positionals.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  return [command.name, ...names].join(' ');
}

function usage(command: CommandSpec): string {
  const required = new Set(command.required);
  const options = Object.entries(command.options).map(([name, spec]) => {
    const text = optionText(name, spec);
    return required.has(name) ? text : `[${text}]`;
  });
  return [synopsis(command), ...options].join(' ');
}

function optionText(name: string, spec: OptionSpec): string {
  return `--${name}${spec.value === undefined ? '' : ` ${spec.value}`}`;
}

function section(title: string, options: Readonly<Record<string, OptionSpec>>, language: Language): string[] {
  const rows = Object.entries(options).map(([name, spec]): [string, string] => [
    optionText(name, spec),
    spec.help[language],
  ]);
  return [`${title}:`, ...table(rows)];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const column = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const lines = wrap(right, column);
    return [`  ${left}`.padEnd(column) + (lines[0] ?? '').trimStart(), ...lines.slice(1)];
  });
}

/** Lines of at most WIDTH columns, each after `indent` spaces. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(' '.repeat(indent) + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(' '.repeat(indent) + line);
  return lines;
}
