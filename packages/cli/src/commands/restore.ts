import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type BookCompared,
  type ComparedWithNode,
  compareWithNode,
  compareWithOutside,
  type Restored,
  restoreNode,
  startDatabase,
} from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { comparedLines } from '../export/compared-lines.ts';
import { dataFolder, keepName } from '../node/data-folder.ts';
import { withFolderNode } from '../node/folder-node.ts';
import { nodeAt } from '../node/node-client.ts';
import { misuse, Stop } from '../stop.ts';

export async function restore(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, switches, terminal, language } = invocation;
  const [file] = positionals;
  const compares = values.compare !== undefined || switches.has('unconfirmed');
  if (file === undefined && !compares) {
    throw misuse({ es: 'Falta FILE, o --compare.', en: 'FILE is missing, or --compare.' }, 'restore');
  }
  const restored = file === undefined ? undefined : await restoreFile(invocation, resolve(file));
  const compared = compares ? await compare(invocation) : undefined;
  const ok = compared?.every(isOpen) ?? true;
  const lines = restored === undefined ? [] : restoredLines(restored, dataFolder(invocation)).map(terminal.say);
  terminal.answer({ ok, ...(restored && { restored }), ...(compared && { compared }) }, [
    ...lines,
    ...(compared === undefined ? [terminal.say(nextStep)] : comparedLines(compared, language)),
  ]);
  return ok ? 0 : 1;
}

type WasRestored = Extract<Restored, { kind: 'restored' }>;

async function restoreFile(invocation: Invocation, file: string): Promise<WasRestored> {
  const { env, terminal } = invocation;
  const dataDir = dataFolder(invocation);
  await stat(file);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const log = (line: string): void => {
    if (terminal.debug) terminal.note(line);
  };
  const progress = terminal.progress({ es: 'filas leídas', en: 'rows read' });
  const database = await startDatabase({ dataDir, env, log });
  try {
    const restored = await restoreNode({
      databaseUrl: database.url,
      dataDir,
      file,
      env,
      log,
      progress: ({ rows }) => progress.at(rows),
    });
    if (restored.kind === 'refused') throw refused(file, restored, dataDir);
    await keepName(dataDir, restored.node);
    return restored;
  } finally {
    progress.end();
    await database.stop();
  }
}

const reasons: Readonly<Record<Extract<Restored, { kind: 'refused' }>['reason'], string>> = {
  unreadable: 'no se puede leer',
  'not-a-backup': 'no es una copia de Cabildo',
  'newer-format': 'es de una versión más nueva de Cabildo',
  altered: 'fue alterada',
  truncated: 'está incompleta',
  'not-empty': 'la base de datos no está vacía',
  'no-vault-key': 'falta la llave de los datos reservados',
  'other-vault-key': 'la llave de los datos reservados es otra',
  'newer-tables': 'tiene tablas que esta versión no conoce',
  'books-differ': 'sus libros no concuerdan con sus cabezas',
};

function refused(file: string, refusal: Extract<Restored, { kind: 'refused' }>, dataDir: string): Stop {
  const { reason, detail } = refusal;
  const key = join(dataDir, 'vault.key');
  const hint =
    reason === 'no-vault-key' || reason === 'other-vault-key'
      ? {
          es: `Ponga en ${key} la llave que se guardó aparte al hacer la copia.`,
          en: `Put into ${key} the key that was kept apart when the backup was made.`,
        }
      : undefined;
  const text = { es: `${file}: ${reasons[reason]} (${detail}).`, en: `${file}: ${detail}.` };
  return new Stop(reason, text, hint);
}

function restoredLines({ node, made, rows, waiting }: WasRestored, dataDir: string) {
  return [
    { es: `${node}: ${rows} filas del ${made}, en ${dataDir}`, en: `${node}: ${rows} rows of ${made}, in ${dataDir}` },
    {
      es: `Sólo para lectura por ahora: ${waiting.join(', ') || 'nada'}`,
      en: `For reading only for now: ${waiting.join(', ') || 'nothing'}`,
    },
  ];
}

const nextStep = {
  es: 'Compare con un nodo que tenga copias (cabildo restore --compare URL); o, si nadie vio más, cabildo restore --unconfirmed.',
  en: 'Compare with a node that has copies (cabildo restore --compare URL); or, if nobody has seen more, cabildo restore --unconfirmed.',
};

function compare(invocation: Invocation): Promise<readonly BookCompared[]> {
  const { values, switches } = invocation;
  const url = values.compare === undefined ? undefined : nodeAt(values.compare).url;
  const openUnconfirmed = switches.has('unconfirmed');
  return withFolderNode(invocation, { share: false }, async (node) => {
    if (url === undefined) return (await compareWithOutside(node, { openUnconfirmed })).books;
    const compared = await compareWithNode(node, url, { openUnconfirmed });
    if (compared.kind === 'refused') throw notOutside(url, node.name, compared);
    return compared.books;
  });
}

type NotOutside = Extract<ComparedWithNode, { kind: 'refused' }>;

function notOutside(url: string, name: string, { reason, detail }: NotOutside): Stop {
  const text =
    reason === 'same-node'
      ? {
          es: `En ${url} está en marcha el mismo nodo ${name} de esta copia: no puede confirmarse a sí mismo, y dos nodos escribirían en los mismos libros.`,
          en: `At ${url} runs the very node ${name} that this backup is of: it cannot vouch for itself, and two nodes would write in the same books.`,
        }
      : {
          es: `En ${url} nada dice qué nodo es (${detail}): podría ser el mismo ${name}, y dos nodos escribirían en los mismos libros.`,
          en: `Nothing at ${url} says which node it is (${detail}): it could be ${name} itself, and two nodes would write in the same books.`,
        };
  return new Stop(reason === 'same-node' ? 'same-node' : 'unnamed-node', text, {
    es: `Detenga para siempre el nodo viejo y compare con otro, que tenga copias de estos libros o los atestigüe. Hasta entonces siguen abiertos sólo para lectura.`,
    en: `Stop the old node for good, and compare with another one, which has copies of these books or witnesses them. Until then they stay open for reading only.`,
  });
}

function isOpen({ kind }: BookCompared): boolean {
  return kind === 'confirmed' || kind === 'opened-unconfirmed' || kind === 'behind' || kind === 'caught-up';
}
