/** Every command, as a table: help, parsing and running follow from it. */
import { act, bookExport, bookImport, bookVerify, credentialVerify } from './book-commands.ts';
import type { CommandSpec } from './command.ts';
import { ballotsCommand, countCommand } from './count-command.ts';
import { exportBody, exportPopolo } from './export-commands.ts';
import { doCommand, keyNew, listCommands, measures, object, sign } from './holder-commands.ts';
import { shared } from './options.ts';
import { recountCommand } from './recount-command.ts';
import { ballotSample, ballotTally, ballotVerify, ballotVerifyDiff } from './secret-ballot-commands.ts';
import { statuteCheck, statuteRead, statuteTemplates, statuteTrial } from './statute-commands.ts';
import { supplyCompare, supplyPlan, supplyShare } from './supply-commands.ts';
import { supplyImport } from './supply-import-command.ts';
import { supplyLedgerExport } from './supply-ledger-command.ts';
import { supplyPassVerify, supplyPassWrite } from './supply-pass-commands.ts';
import { supplyReach, supplyRoute } from './supply-roads-commands.ts';

const { data, host, port, name } = shared;

const districts = {
  value: 'N',
  help: { es: 'sólo los primeros N distritos', en: 'only the first N districts' },
};

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
    proxy: {
      help: {
        es: 'detrás de un proxy de este mismo equipo (nginx, Caddy): le cree X-Forwarded-Host y X-Forwarded-Proto',
        en: 'behind a proxy on this very machine (nginx, Caddy): believes its X-Forwarded-Host and X-Forwarded-Proto',
      },
    },
    hall: {
      help: {
        es: 'para una sala con su propia red y sin internet: atiende a todos los que están en ella, muestra la dirección y su QR, y no pregunta nada afuera',
        en: 'for a hall with a network of its own and no internet: serves everybody in it, shows the address and its QR, and asks nothing outside',
      },
    },
    'tls-cert': {
      value: 'FILE',
      help: {
        es: 'con --hall: el certificado (PEM, con su cadena), para que los teléfonos hablen por https',
        en: 'with --hall: the certificate (PEM, with its chain), so that phones speak https',
      },
    },
    'tls-key': {
      value: 'FILE',
      help: { es: 'con --hall: la llave del certificado (PEM)', en: 'with --hall: the key of the certificate (PEM)' },
    },
  },
  notes: {
    es: 'El nombre se da la primera vez y queda en la carpeta de datos. Un nodo lleva los libros de sus organismos, muestra sus páginas y responde a otros nodos. La sala sin internet: docs/hall-node.md.',
    en: 'The name is given the first time and stays in the data folder. A node keeps the books of its bodies, shows their pages and answers other nodes. A hall without internet: docs/hall-node.md.',
  },
  examples: [
    'cabildo serve --name el-alto.example',
    'cabildo serve --data /srv/cabildo --host 0.0.0.0 --port 8080',
    'cabildo serve --hall --tls-cert hall.pem --tls-key hall-key.pem',
  ],
  load: async () => (await import('./commands/serve.ts')).serve,
};

const invite: CommandSpec = {
  name: 'invite',
  summary: {
    es: 'Hace una invitación para fundar una asamblea en este nodo, o para traducir una lengua',
    en: 'Makes an invitation to found a body on this node, or to translate a language',
  },
  positionals: [],
  options: {
    data,
    node: {
      value: 'URL',
      help: {
        es: 'el nodo en marcha; si falta, el que sirve la carpeta de datos',
        en: 'the running node; if missing, the one that serves the data folder',
      },
    },
    language: {
      value: 'TAG',
      help: {
        es: 'invita a traducir esa lengua (BCP 47: ay, quz, gn) y no a fundar',
        en: 'invites to translate that language (BCP 47: ay, quz, gn) and not to found',
      },
    },
    review: {
      help: {
        es: 'con --language: invita a revisar lo que otra persona tradujo',
        en: 'with --language: invites to review what another person has translated',
      },
    },
    url: {
      value: 'URL',
      help: {
        es: 'la dirección con la que otros llegan al nodo; si falta, la de este equipo',
        en: 'the address at which others reach the node; if missing, that of this machine',
      },
    },
  },
  notes: {
    es: 'Es para quien opera el nodo. Sirve para una sola asamblea y vence a los catorce días; quien tiene el enlace puede fundar.',
    en: 'For whoever runs the node. It founds one body and runs out after fourteen days; whoever has the link may found.',
  },
  examples: [
    'cabildo invite',
    'cabildo invite --url https://el-alto.example',
    'cabildo invite --language ay',
    'cabildo invite --language ay --review',
  ],
  load: async () => (await import('./commands/invite.ts')).invite,
};

const demo: CommandSpec = {
  name: 'demo',
  summary: {
    es: 'Funda una federación pequeña, cuenta su historia y sigue sirviendo',
    en: 'Founds a small federation, plays its story and keeps serving',
  },
  positionals: [],
  options: {
    data,
    host,
    port,
    full: {
      help: {
        es: 'El Alto a su tamaño real: catorce distritos, unas 560 juntas y la Asamblea Popular, en ./data-full; tarda minutos',
        en: 'El Alto at its real size: fourteen districts, some 560 councils and the Popular Assembly, in ./data-full; takes minutes',
      },
    },
    districts,
  },
  notes: {
    es: 'En una carpeta vacía funda y cuenta; en una que ya tiene la historia, sólo sirve.',
    en: 'On an empty folder it founds and plays; on one that holds the story already, it only serves.',
  },
  examples: ['cabildo demo', 'cabildo demo --data ./data-2 --port 8081', 'cabildo demo --full'],
  load: async () => (await import('./commands/demo.ts')).demo,
};

const story: CommandSpec = {
  name: 'story',
  summary: {
    es: 'Cuenta la historia de El Alto a su tamaño real y termina con sus cifras',
    en: 'Plays the story of El Alto at its real size and ends with its figures',
  },
  positionals: [],
  options: { data, port, districts },
  notes: {
    es: 'Sin --data, en ./data-full, donde después sirve «cabildo demo --full». Una historia cortada sigue donde quedó.',
    en: 'Without --data in ./data-full, where “cabildo demo --full” serves it afterwards. A story that was cut off goes on where it stopped.',
  },
  examples: ['cabildo story', 'cabildo story --districts 2 --data ./data-2'],
  load: async () => (await import('./commands/demo.ts')).story,
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
  invite,
  demo,
  story,
  witness,
  bookExport,
  bookVerify,
  bookImport,
  exportBody,
  exportPopolo,
  credentialVerify,
  act,
  keyNew,
  sign,
  object,
  doCommand,
  measures,
  listCommands,
  statuteTemplates,
  statuteRead,
  statuteCheck,
  statuteTrial,
  countCommand,
  ballotsCommand,
  recountCommand,
  ballotVerify,
  ballotVerifyDiff,
  ballotTally,
  ballotSample,
  supplyShare,
  supplyCompare,
  supplyPlan,
  supplyImport,
  supplyReach,
  supplyRoute,
  supplyPassWrite,
  supplyPassVerify,
  supplyLedgerExport,
  rebuild,
  backup,
  restore,
];
