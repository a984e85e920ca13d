/** Commands for whoever holds a card or a device key. */
import type { CommandSpec } from './command.ts';
import { shared } from './options.ts';

const { card, data, node } = shared;

export const keyNew: CommandSpec = {
  name: 'key new',
  summary: {
    es: 'Hace la llave con que un cargo sella desde su propio aparato',
    en: 'Makes the key with which an officer seals from their own device',
  },
  positionals: [],
  options: { out: { value: 'FILE', help: { es: 'el archivo nuevo de la llave', en: 'the new file of the key' } } },
  required: ['out'],
  notes: {
    es: 'El archivo es un PEM Ed25519, como el de openssl genpkey. Nunca se escribe sobre otro.',
    en: 'The file is an Ed25519 PEM, like that of openssl genpkey. Another file is never written over.',
  },
  examples: ['cabildo key new --out presidencia.pem'],
  load: async () => (await import('./commands/key-new.ts')).keyNew,
};

export const sign: CommandSpec = {
  name: 'sign',
  summary: {
    es: 'Firma un acto con la llave del propio aparato; con las firmas que faltan queda sellado',
    en: 'Signs an act with one’s own device key; with enough signatures it is sealed',
  },
  positionals: [
    { name: 'BODY', help: { es: 'el organismo', en: 'the body' } },
    { name: 'INDEX', help: { es: 'el número del acto en su libro', en: 'the number of the act in its book' } },
  ],
  options: {
    key: { value: 'FILE', help: { es: 'la llave (cabildo key new)', en: 'the key (cabildo key new)' } },
    card: {
      value: 'WORDS',
      help: {
        es: 'la tarjeta de miembro, la primera vez; después la sesión queda junto a la llave (o vale la de cabildo do)',
        en: 'the member card, the first time; from then on the session lies beside the key (or that of cabildo do is used)',
      },
    },
    node,
    data,
  },
  required: ['key'],
  examples: ['cabildo sign villa-ingenio 21 --key presidencia.pem --node http://127.0.0.1:8080'],
  load: async () => (await import('./commands/sign.ts')).sign,
};

export const object: CommandSpec = {
  name: 'object',
  summary: {
    es: 'Objeta, con la llave de un cargo de antes, que otros organismos den fe de una elección que no se entregó',
    en: 'Objects, with the key of an office before, to other bodies attesting an election that was not handed over',
  },
  positionals: [
    { name: 'BODY', help: { es: 'el organismo', en: 'the body' } },
    {
      name: 'INDEX',
      help: {
        es: 'el número del acto RecoveryClaimed en su libro',
        en: 'the number of the act RecoveryClaimed in its book',
      },
    },
  ],
  options: {
    key: { value: 'FILE', help: { es: 'la llave del cargo de antes', en: 'the key of the office before' } },
    node,
    data,
  },
  required: ['key'],
  notes: {
    es: 'No hace falta tarjeta: vale la firma, la lleve quien la lleve. Sólo dentro del plazo que dice el acto.',
    en: 'No card is needed: what counts is the signature, whoever brings it. Only within the time that the act gives.',
  },
  examples: ['cabildo object villa-ingenio 84 --key presidencia.pem --node http://127.0.0.1:8080'],
  load: async () => (await import('./commands/object.ts')).object,
};

export const doCommand: CommandSpec = {
  name: 'do',
  summary: {
    es: 'Da a un organismo cualquier orden de la tabla, como quien tiene una tarjeta; el operador lo funda',
    en: 'Gives a body any command of the command table, as the holder of a card; the operator founds it',
  },
  positionals: [
    { name: 'BODY', help: { es: 'el organismo', en: 'the body' } },
    { name: 'COMMAND', help: { es: 'la orden (cabildo commands)', en: 'the command (cabildo commands)' } },
  ],
  options: {
    input: {
      value: 'FILE|JSON|-',
      help: {
        es: 'los datos: JSON, un archivo, o - para la entrada estándar; si falta, {}',
        en: 'the input: JSON, a file, or - for standard input; if missing, {}',
      },
    },
    card,
    session: {
      value: 'FILE',
      help: {
        es: 'dónde queda la sesión; si falta, en ~/.local/state/cabildo, una por nodo y organismo',
        en: 'where the session is kept; if missing, in ~/.local/state/cabildo, one for each node and body',
      },
    },
    key: {
      value: 'KEY',
      help: {
        es: 'llave de idempotencia: con la misma, lo mismo no se hace dos veces; si falta, una al azar',
        en: 'idempotency key: with the same one, the same is not done twice; if missing, a random one',
      },
    },
    node,
    data,
  },
  notes: {
    es: 'Código de salida: 0 aceptado, 1 una regla dice que no, 2 mal uso o el nodo no lo recibió. Quien comparte el equipo da su propia --session.',
    en: 'Exit code: 0 accepted, 1 a rule says no, 2 misuse or the node did not take it. Whoever shares the machine gives a --session of their own.',
  },
  examples: [
    'cabildo do villa-ingenio OpenVote --input \'{"motion": 12, "method": "hands"}\'',
    'cabildo do villa-ingenio ConveneSitting --input sesion.json --card "siete palabras de la tarjeta"',
    'cabildo do villa-ingenio FoundBody --input fundacion.json --data ./data',
  ],
  load: async () => (await import('./commands/do.ts')).doCommand,
};

export const measures: CommandSpec = {
  name: 'measures',
  summary: {
    es: 'Las medidas en curso de un organismo y de los de arriba; con tarjeta o sesión, dónde es cada una',
    en: 'Measures that are not over, of a body and of those above it; with a card or a session, where each stands',
  },
  positionals: [{ name: 'BODY', help: { es: 'el organismo', en: 'the body' } }],
  options: {
    card,
    session: {
      value: 'FILE',
      help: {
        es: 'dónde queda la sesión; si falta, la de cabildo do',
        en: 'where the session is kept; if missing, that of cabildo do',
      },
    },
    node,
    data,
  },
  notes: {
    es: 'Sin tarjeta ni sesión se ve lo que lee cualquiera. Lo que es sólo para miembros no se publica ni se reenvía.',
    en: 'Without card or session it is what everybody reads. What is for members alone is not to be published or passed on.',
  },
  examples: ['cabildo measures villa-ingenio --card "siete palabras de la tarjeta"'],
  load: async () => (await import('./commands/measures.ts')).measures,
};

export const listCommands: CommandSpec = {
  name: 'commands',
  summary: {
    es: 'Las órdenes que un nodo recibe: de quién son y qué datos llevan',
    en: 'The commands that a node takes: whose they are and what input they have',
  },
  positionals: [
    {
      name: 'NAME',
      optional: true,
      help: { es: 'una sola, con sus datos uno por uno', en: 'one alone, with its input field by field' },
    },
    {
      name: 'KIND',
      optional: true,
      help: { es: 'de TableMotion: una clase de propuesta', en: 'of TableMotion: one kind of proposal' },
    },
  ],
  options: {},
  examples: [
    'cabildo commands',
    'cabildo commands OpenVote',
    'cabildo commands TableMotion mandate',
    'cabildo commands OpenVote --json',
  ],
  load: async () => (await import('./commands/commands.ts')).listCommands,
};
