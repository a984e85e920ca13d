/** Commands that write a body for other nodes and other programs. */
import type { CommandSpec } from './command.ts';
import { shared } from './options.ts';

const { data, node } = shared;

export const exportBody: CommandSpec = {
  name: 'export body',
  summary: {
    es: 'Todo lo público de un organismo en un solo archivo, que otro nodo toma con book import',
    en: 'All that is public of a body in one file, which another node takes with book import',
  },
  positionals: [
    {
      name: 'BODY',
      help: { es: 'el organismo, o el nombre completo de su libro', en: 'the body, or the full name of its book' },
    },
  ],
  options: { out: { value: 'FILE', help: { es: 'el archivo (tar)', en: 'the file (tar)' } }, node, data },
  required: ['out'],
  notes: {
    es: 'Lleva actos, textos públicos, adjuntos y la llave. Padrones, tarjetas y nombres quedan en el nodo: para eso es cabildo backup.',
    en: 'It holds acts, public texts, attachments and the key. Rolls, cards and names stay on the node: for those there is cabildo backup.',
  },
  examples: ['cabildo export body villa-ingenio --out villa-ingenio.tar'],
  load: async () => (await import('./commands/export-body.ts')).exportBody,
};

export const exportPopolo: CommandSpec = {
  name: 'export popolo',
  summary: {
    es: 'Un organismo, o todos los del nodo, como Popolo (JSON), para otros programas',
    en: 'A body, or all of the node, as Popolo (JSON), for other programs',
  },
  positionals: [
    {
      name: 'BODY',
      optional: true,
      help: { es: 'el organismo; si falta, todos', en: 'the body; if missing, all of them' },
    },
  ],
  options: { out: { value: 'FILE', help: { es: 'el archivo', en: 'the file' } }, node, data },
  required: ['out'],
  examples: [
    'cabildo export popolo villa-ingenio --out villa-ingenio.json',
    'cabildo export popolo --out federacion.json',
  ],
  load: async () => (await import('./commands/export-popolo.ts')).exportPopolo,
};
