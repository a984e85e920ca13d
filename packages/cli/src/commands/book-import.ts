import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { addMirror, type PullOutcome, pullMirror } from '@cabildo/server';
import { openBookFolder } from '../book-folder.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { type Imported, importLines, isFinding } from '../export/import-lines.ts';
import { type GivenKey, readKey } from '../key-argument.ts';
import { dataFolder } from '../node/data-folder.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import type { NodeClient, NodeProblem } from '../node/node-client.ts';
import { both, Stop } from '../stop.ts';

export async function bookImport(invocation: Invocation): Promise<ExitCode> {
  const { values, terminal, language } = invocation;
  const directory = resolve(invocation.positionals[0] ?? '');
  await openBookFolder(directory);
  const key = await readKey('key', values.key ?? join(directory, 'key.txt'));
  const client = await runningNode(invocation);
  const imported =
    client === undefined
      ? await importIntoFolder(invocation, directory, key)
      : await importIntoNode(client, await operatorToken(invocation), directory, key);
  const ok = !isFinding(imported);
  const lines = importLines(imported, directory, language);
  if (values.key === undefined) lines.push(terminal.say(unchecked(key)));
  terminal.answer({ ok, directory, keyChecked: values.key !== undefined, ...imported }, lines);
  return ok ? 0 : 1;
}

function unchecked(key: GivenKey) {
  return {
    es: `La llave vino de la misma carpeta: compárela con la que publica ${key.key.name}: ${key.vkey}`,
    en: `The key came from the same folder: compare it with the one that ${key.key.name} publishes: ${key.vkey}`,
  };
}

async function importIntoFolder(invocation: Invocation, directory: string, key: GivenKey): Promise<Imported> {
  const { terminal } = invocation;
  const progress = terminal.progress({ es: 'actos leídos', en: 'acts read' });
  return withFolderNode(invocation, { share: false }, async (node) => {
    const added = await addMirror(node, { origin: key.key.name, key: key.vkey, source: directory });
    if (added.kind === 'refused') throw refused(added.detail);
    const outcome: PullOutcome = await pullMirror(node, key.key.name, {
      source: directory,
      onProgress: ({ acts, of }) => progress.at(acts, of),
    });
    return outcome;
  }).finally(progress.end);
}

async function importIntoNode(client: NodeClient, token: string, directory: string, key: GivenKey): Promise<Imported> {
  const origin = key.key.name;
  const added = await client.post<unknown>('/api/mirrors', { origin, key: key.vkey, directory }, token);
  if (!added.ok) throw refused(sayProblem(added.problem));
  const path = `/api/mirrors/${origin.split('/').map(encodeURIComponent).join('/')}/pull`;
  const pulled = await client.post<Imported>(path, {}, token);
  if (pulled.ok) return pulled.body;
  const { code, reason, detail, title } = pulled.problem;
  if (code === 'fork') return { kind: 'fork', origin };
  if (reason !== undefined) return { kind: 'refused', origin, reason, detail: detail ?? title };
  throw refused(sayProblem(pulled.problem));
}

const sayProblem = ({ title, detail }: NodeProblem): string => (detail === undefined ? title : `${title} (${detail})`);

function refused(detail: string): Stop {
  return new Stop('not-imported', {
    es: `El nodo no tomó el libro: ${detail}`,
    en: `The node did not take the book: ${detail}`,
  });
}

async function operatorToken(invocation: Invocation): Promise<string> {
  const file = join(dataFolder(invocation), 'operator-token');
  const token = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop(
      'no-operator-token',
      both(`${file}: ENOENT`),
      {
        es: 'Importar es tarea del operador: dé con --data la carpeta de datos del nodo, donde está «operator-token».',
        en: 'Importing is for the operator: give with --data the data folder of the node, where "operator-token" is.',
      },
      error,
    );
  });
  return token.trim();
}
