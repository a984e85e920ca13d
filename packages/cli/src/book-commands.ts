/** Commands on books, acts and credentials. */
import type { CommandSpec } from './command.ts';
import { shared } from './options.ts';

const { data, node, workers } = shared;

export const bookExport: CommandSpec = {
  name: 'book export',
  summary: {
    es: 'Escribe un libro como carpeta de archivos que cualquiera puede verificar',
    en: 'Writes a book as a folder of files that anyone can verify',
  },
  positionals: [
    {
      name: 'BODY',
      help: { es: 'el organismo, o el nombre completo de su libro', en: 'the body, or the full name of its book' },
    },
  ],
  options: {
    out: { value: 'DIR', help: { es: 'la carpeta que se escribe', en: 'the folder to write' } },
    node,
    data,
  },
  required: ['out'],
  notes: {
    es: 'La carpeta lleva también la llave (key.txt). Una exportación anterior del mismo libro se completa.',
    en: 'The folder also gets the key (key.txt). An earlier export of the same book is brought up to date.',
  },
  examples: [
    'cabildo book export asamblea-popular --out ./libro',
    'cabildo book export asamblea-popular --out /media/usb/libro --node http://127.0.0.1:8080',
  ],
  load: async () => (await import('./commands/book-export.ts')).bookExport,
};

export const bookVerify: CommandSpec = {
  name: 'book verify',
  summary: { es: 'Verifica un libro exportado, byte por byte', en: 'Verifies an exported book, byte by byte' },
  positionals: [{ name: 'DIR', help: { es: 'la carpeta del libro', en: "the book's folder" } }],
  options: {
    key: {
      value: 'VKEY',
      help: {
        es: 'la llave del libro, o un archivo que la contiene (key.txt)',
        en: "the book's key, or a file that holds it (key.txt)",
      },
    },
    rules: {
      help: {
        es: 'después vuelve a aplicar las reglas, acto por acto',
        en: 'afterwards applies the rules again, act by act',
      },
    },
    witness: {
      value: 'VKEY',
      help: {
        es: 'llave de un testigo en quien confiar, además de los que nombra el libro',
        en: 'key of a witness to believe, besides those that the book names',
      },
    },
    workers,
  },
  required: ['key'],
  notes: {
    es: 'La llave debe venir de otra parte que el libro: del acta en papel, de un vecino, de otro nodo. Un libro verificado dice qué actos hubo, en qué orden y quién los selló; no dice que la asamblea se reunió ni que contó bien.',
    en: 'The key must come from elsewhere than the book: from the paper minutes, a neighbour, another node. A verified book says which acts there were, in which order, and who sealed them; it does not say that the assembly met or counted truly.',
  },
  examples: ['cabildo book verify ./libro --key ./key.txt', 'cabildo book verify ./libro --key "$VKEY" --rules --json'],
  load: async () => (await import('./commands/book-verify.ts')).bookVerify,
};

export const bookImport: CommandSpec = {
  name: 'book import',
  summary: {
    es: 'Toma el libro de otro nodo desde una carpeta (por ejemplo, de una memoria USB)',
    en: "Takes another node's book from a folder (for example on a USB stick)",
  },
  positionals: [
    {
      name: 'DIR',
      help: {
        es: 'la carpeta del libro, o el archivo de cabildo export body',
        en: "the book's folder, or the file of cabildo export body",
      },
    },
  ],
  options: {
    key: {
      value: 'VKEY',
      help: {
        es: 'la llave del libro, o su archivo; hace falta la primera vez',
        en: "the book's key, or its file; needed the first time",
      },
    },
    node,
    data,
  },
  notes: {
    es: 'Es tarea del operador. Después del primer ingreso, la misma orden trae los actos nuevos.',
    en: 'This is for the operator. After the first time the same command brings the new acts.',
  },
  examples: [
    'cabildo book import /media/usb/libro --key ./key.txt',
    'cabildo book import villa-ingenio.tar --key ./key.txt',
  ],
  load: async () => (await import('./commands/book-import.ts')).bookImport,
};

export const credentialVerify: CommandSpec = {
  name: 'credential verify',
  summary: {
    es: 'Verifica la credencial de un delegado, sin red',
    en: "Verifies a delegate's credential, without a network",
  },
  positionals: [{ name: 'FILE', help: { es: 'el archivo de la credencial', en: 'the credential file' } }],
  options: {
    root: {
      value: 'VKEY',
      help: {
        es: 'la llave de la asamblea más alta, o un archivo que la contiene',
        en: 'the key of the highest assembly, or a file that holds it',
      },
    },
    at: {
      value: 'TIME',
      help: {
        es: 'para qué momento (2005-06-08T14:00:00Z); si falta, ahora',
        en: 'for what time (2005-06-08T14:00:00Z); if missing, now',
      },
    },
  },
  required: ['root'],
  examples: ['cabildo credential verify credencial.json --root ./key.txt'],
  load: async () => (await import('./commands/credential-verify.ts')).credentialVerify,
};

export const act: CommandSpec = {
  name: 'act',
  summary: { es: 'Busca un acto por su código de diez caracteres', en: 'Finds an act by its ten-character code' },
  positionals: [
    {
      name: 'CODE',
      help: {
        es: 'el código, con o sin guiones; O vale 0, I y L valen 1',
        en: 'the code, with or without hyphens; O is read as 0, I and L as 1',
      },
    },
  ],
  options: {
    dir: { value: 'DIR', help: { es: 'busca en un libro exportado', en: 'looks in an exported book' } },
    key: {
      value: 'VKEY',
      help: {
        es: 'con --dir: la llave del libro, o su archivo; si falta, la de la carpeta',
        en: "with --dir: the book's key, or its file; if missing, the folder's own",
      },
    },
    node,
    data,
  },
  examples: ['cabildo act 7K3M-9QX2-T4', 'cabildo act 7k3m9qx2t4 --dir ./libro'],
  load: async () => (await import('./commands/act.ts')).act,
};
