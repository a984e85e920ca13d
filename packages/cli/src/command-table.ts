/** Every command, as a table: help, parsing and running follow from it. */
import type { CommandSpec } from './command.ts';
import { doCommand, keyNew, listCommands, sign } from './holder-commands.ts';
import { shared } from './options.ts';

const { data, node, host, port, name, workers } = shared;

const serve: CommandSpec = {
  name: 'serve',
  summary: { es: 'Pone en marcha un nodo, hasta Ctrl-C', en: 'Runs a node until Ctrl-C' },
  positionals: [],
  options: {
    data,
    host,
    port,
    name,
    witness: {
      value: 'URL[,URL…]',
      help: {
        es: 'testigos de fuera, por su dirección de envío (tlog-witness), que cofirman las cabezas de este nodo',
        en: 'outside witnesses, by their submission prefix (tlog-witness), who cosign this node’s heads',
      },
    },
  },
  notes: {
    es: 'El nombre se da la primera vez y queda en la carpeta de datos. Un nodo lleva los libros de sus organismos, muestra sus páginas y responde a otros nodos.',
    en: 'The name is given the first time and stays in the data folder. A node keeps the books of its bodies, shows their pages and answers other nodes.',
  },
  examples: ['cabildo serve --name el-alto.example', 'cabildo serve --data /srv/cabildo --host 0.0.0.0 --port 8080'],
  load: async () => (await import('./commands/serve.ts')).serve,
};

const demo: CommandSpec = {
  name: 'demo',
  summary: {
    es: 'Funda una federación pequeña, cuenta su historia y sigue sirviendo',
    en: 'Founds a small federation, plays its story and keeps serving',
  },
  positionals: [],
  options: { data, host, port },
  notes: {
    es: 'En una carpeta vacía funda y cuenta; en una que ya tiene la historia, sólo sirve.',
    en: 'On an empty folder it founds and plays; on one that holds the story already, it only serves.',
  },
  examples: ['cabildo demo', 'cabildo demo --data ./data-2 --port 8081'],
  load: async () => (await import('./commands/demo.ts')).demo,
};

const witness: CommandSpec = {
  name: 'witness',
  summary: {
    es: 'Atestigua el registro de cabezas de otro nodo; sin base de datos, cabe en cualquier equipo',
    en: 'Witnesses another node’s log of heads; without a database, on any small machine',
  },
  positionals: [],
  options: {
    log: {
      value: 'VKEY',
      help: {
        es: 'la llave del registro que se atestigua desde ahora (la de /books/heads/key.txt), o su archivo',
        en: 'the key of the log to witness from now on (that of /books/heads/key.txt), or its file',
      },
    },
    data: {
      value: 'DIR',
      help: { es: 'la carpeta del testigo; si falta, ./witness', en: "the witness's folder; if missing, ./witness" },
    },
    host,
    port,
    name: {
      value: 'NAME',
      help: {
        es: 'el nombre del testigo, la primera vez, como distrito-8.example',
        en: 'the name of the witness, the first time, such as distrito-8.example',
      },
    },
  },
  notes: {
    es: 'Firma que vio una cabeza sólo si continúa la última que firmó: así nadie puede mostrar dos historias. La llave queda en la carpeta; si se pierde la carpeta, el testigo es otro.',
    en: 'It signs that it saw a head only if that extends the last one it signed: so nobody can show two histories. The key stays in the folder; if the folder is lost, the witness is another one.',
  },
  examples: ['cabildo witness --name distrito-8.example --log heads-key.txt --port 8090'],
  load: async () => (await import('./commands/witness.ts')).witness,
};

const bookExport: CommandSpec = {
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

const bookVerify: CommandSpec = {
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

const bookImport: CommandSpec = {
  name: 'book import',
  summary: {
    es: 'Toma el libro de otro nodo desde una carpeta (por ejemplo, de una memoria USB)',
    en: "Takes another node's book from a folder (for example on a USB stick)",
  },
  positionals: [{ name: 'DIR', help: { es: 'la carpeta del libro', en: "the book's folder" } }],
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
  examples: ['cabildo book import /media/usb/libro --key ./key.txt'],
  load: async () => (await import('./commands/book-import.ts')).bookImport,
};

const credentialVerify: CommandSpec = {
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

const act: CommandSpec = {
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

const rebuild: CommandSpec = {
  name: 'rebuild',
  summary: {
    es: 'Borra las vistas y las vuelve a hacer desde los libros',
    en: 'Drops the projections and makes them again from the books',
  },
  positionals: [],
  options: { data },
  examples: ['cabildo rebuild'],
  load: async () => (await import('./commands/rebuild.ts')).rebuild,
};

const backup: CommandSpec = {
  name: 'backup',
  summary: {
    es: 'Copia los libros y los datos reservados en un archivo',
    en: 'Copies books and vault into one file',
  },
  positionals: [],
  options: {
    out: { value: 'FILE', help: { es: 'el archivo que se escribe', en: 'the file to write' } },
    data,
  },
  required: ['out'],
  notes: {
    es: 'Los datos reservados van cifrados; para restaurar hace falta también la llave (<data>/vault.key), que se guarda en otro lugar. También sirve para pasar a otra versión de PostgreSQL.',
    en: 'The vault stays encrypted; to restore it, the key is needed too (<data>/vault.key), which is kept elsewhere. It is also the way to another version of PostgreSQL.',
  },
  examples: ['cabildo backup --out cabildo-2005-06-08.backup'],
  load: async () => (await import('./commands/backup.ts')).backup,
};

const restore: CommandSpec = {
  name: 'restore',
  summary: {
    es: 'Lee una copia en una carpeta de datos vacía',
    en: 'Reads a backup into an empty data folder',
  },
  positionals: [
    {
      name: 'FILE',
      optional: true,
      help: {
        es: 'el archivo de la copia; falta cuando sólo se compara',
        en: 'the backup file; missing where only to compare',
      },
    },
  ],
  options: {
    compare: {
      value: 'URL',
      help: {
        es: 'otro nodo o testigo, que tiene copias de estos libros o los atestigua: lo que falte se trae de allí. Nunca el mismo del que salió la copia',
        en: 'another node or witness, which has copies of these books or witnesses them: what is missing is fetched from there. Never the one that the backup is of',
      },
    },
    unconfirmed: {
      help: {
        es: 'el operador sabe que nadie vio más: abre también los libros que nadie confirma',
        en: 'the operator knows that nobody has seen more: opens the books that nobody confirms as well',
      },
    },
    data,
  },
  notes: {
    es: 'La llave de los datos reservados (vault.key) se pone antes en la carpeta. Los libros se abren sólo para lectura hasta que alguien de fuera confirme que nada falta; un libro que quedó atrás sigue en un libro sucesor.',
    en: 'The key of the vault (vault.key) is put into the folder first. The books open for reading only until somebody outside confirms that nothing is missing; a book that fell behind goes on in a successor book.',
  },
  examples: [
    'cabildo restore cabildo-2005-06-08.backup --data ./data-nueva',
    'cabildo restore --compare http://la-paz.example:8080 --data ./data-nueva',
  ],
  load: async () => (await import('./commands/restore.ts')).restore,
};

export const commands: readonly CommandSpec[] = [
  serve,
  demo,
  witness,
  bookExport,
  bookVerify,
  bookImport,
  credentialVerify,
  act,
  keyNew,
  sign,
  doCommand,
  listCommands,
  rebuild,
  backup,
  restore,
];
