/** The rules of a body, before anybody has adopted them. */
import type { CommandSpec } from './command.ts';

const file = {
  name: 'FILE',
  help: { es: 'el archivo JSON del estatuto', en: 'the JSON file of the statute' },
} as const;

export const statuteTemplates: CommandSpec = {
  name: 'statute templates',
  summary: { es: 'Nombra los estatutos con que se puede empezar', en: 'Names the statutes to begin with' },
  positionals: [],
  options: {},
  examples: ['cabildo statute templates --lang es'],
  load: async () => (await import('./commands/statute-templates.ts')).statuteTemplatesCommand,
};

export const statuteRead: CommandSpec = {
  name: 'statute read',
  summary: {
    es: 'Lee un estatuto en palabras, artículo por artículo',
    en: 'Reads a statute in words, article by article',
  },
  positionals: [{ ...file, optional: true }],
  options: {
    template: {
      value: 'NAME',
      help: {
        es: 'en lugar de un archivo, uno de los de «statute templates»',
        en: 'instead of a file, one of those of "statute templates"',
      },
    },
    offset: {
      value: '±HH:MM',
      help: {
        es: 'con la hora del lugar frente a UTC, como -04:00 en Bolivia; vale todo el año',
        en: "with the place's hour against UTC, such as -04:00 in Bolivia; it holds all year",
      },
    },
    before: {
      value: 'FILE',
      help: {
        es: 'un estatuto anterior: dice sólo qué artículos cambian, y en qué',
        en: 'an earlier statute: tells only which articles change, and how',
      },
    },
  },
  notes: {
    es: 'Con --json da también el estatuto mismo, como dato: así se saca un archivo de una plantilla. La hora de cierre de las plantillas está en UTC; cada lugar pone la suya con --offset.',
    en: 'With --json it also gives the statute itself, as data: that is how a file is made from a template. The closing hour of the templates is in UTC; each place sets its own with --offset.',
  },
  examples: [
    'cabildo statute read estatuto.json',
    'cabildo statute read --template neighbourhood-council --offset=-04:00 --lang es',
    'cabildo statute read nuevo.json --before viejo.json',
  ],
  load: async () => (await import('./commands/statute-read.ts')).statuteRead,
};

export const statuteCheck: CommandSpec = {
  name: 'statute check',
  summary: {
    es: 'Busca en un estatuto reglas que nadie podría cumplir',
    en: 'Looks in a statute for rules that nobody could keep',
  },
  positionals: [file],
  options: {
    kind: {
      value: 'base|delegate|committee',
      help: {
        es: 'para qué clase de organismo es; se revisa también lo que depende de eso',
        en: 'which kind of body it is for; what depends on that is checked as well',
      },
    },
  },
  notes: {
    es: 'Una fundación y una reforma se rechazan por los mismos problemas.',
    en: 'A founding and an amendment are refused for the same problems.',
  },
  examples: ['cabildo statute check estatuto.json --kind base'],
  load: async () => (await import('./commands/statute-check.ts')).statuteCheck,
};

const people = (es: string, en: string) => ({ value: 'N', help: { es, en } }) as const;

export const statuteTrial: CommandSpec = {
  name: 'statute trial',
  summary: {
    es: 'Dice qué habría pasado con una votación según un estatuto',
    en: 'Says what would have come of a vote under a statute',
  },
  positionals: [file],
  options: {
    matter: {
      value: 'MATTER',
      help: { es: 'el asunto, como en el archivo: pact', en: 'the matter, as in the file: pact' },
    },
    roll: people('cuántas personas, o puestos, hay en el padrón', 'how many people, or seats, are on the roll'),
    present: people('cuántas estaban', 'how many were there'),
    yes: people('votos por sí', 'votes for yes'),
    no: people('votos por no', 'votes for no'),
    abstain: people('abstenciones; sin ella, ninguna', 'abstentions; left out: none'),
    call: {
      value: 'first|second',
      help: { es: 'en qué convocatoria; sin ella, la primera', en: 'on which call; left out: the first' },
    },
    sitting: {
      value: 'KIND',
      help: { es: 'qué sesión; sin ella, ordinary', en: 'which kind of sitting; left out: ordinary' },
    },
    hour: people('la hora del lugar en que se votó', 'the local hour in which it was voted'),
    bodies: {
      value: 'Y:N:A',
      help: {
        es: 'delegaciones por sí, por no y en ningún lado, como 4:3:0',
        en: 'delegations for yes, for no and on neither side, such as 4:3:0',
      },
    },
    kind: {
      value: 'base|delegate|committee',
      help: { es: 'la clase de organismo; sin ella, base', en: 'the kind of body; left out: base' },
    },
    before: {
      value: 'FILE',
      help: { es: 'otro estatuto, para comparar', en: 'another statute, to compare with' },
    },
  },
  notes: {
    es: 'Lo deciden las mismas reglas que abren sesiones y cuentan votos. Las votaciones de un libro se prueban en la oficina de su nodo.',
    en: 'It is decided by the same rules that open sittings and count votes. The votes of a book are tried at the office of its node.',
  },
  examples: ['cabildo statute trial nuevo.json --matter pact --roll 90 --present 31 --yes 16 --no 10 --call second'],
  load: async () => (await import('./commands/statute-trial.ts')).statuteTrial,
};
