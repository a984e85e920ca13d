import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { utf8Decode } from '@cabildo/book';
import { openDirectory } from '@cabildo/book/node';
import { importBook } from '@cabildo/server';
import { openBookFolder } from '../book-folder.ts';
import type { ExitCode, Invocation } from '../command.ts';
import { type Imported, importLines, isFinding } from '../export/import-lines.ts';
import { withUnpacked } from '../export/unpack-archive.ts';
import { readKey } from '../key-argument.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import type { NodeClient, NodeProblem } from '../node/node-client.ts';
import { operatorToken } from '../node/operator-token.ts';
import { Stop } from '../stop.ts';

const importing = { es: 'Importar', en: 'Importing' };

export async function bookImport(invocation: Invocation): Promise<ExitCode> {
  const place = resolve(invocation.positionals[0] ?? '');
  if ((await stat(place)).isDirectory()) return importFolder(invocation, place, place);
  return withUnpacked(place, (directory) => importFolder(invocation, directory, place));
}

/** `place` is what the person named; `directory` where the book lies as files. */
async function importFolder(invocation: Invocation, directory: string, place: string): Promise<ExitCode> {
  const { values, terminal, language } = invocation;
  const { claimed } = await openBookFolder(directory);
  const key = values.key === undefined ? undefined : (await readKey('key', values.key)).vkey;
  const client = await runningNode(invocation);
  const what = { directory, origin: claimed?.origin ?? '', key };
  const imported = await (client === undefined
    ? importIntoFolder(invocation, what)
    : importIntoNode(client, await operatorToken(invocation, importing), what));
  const ok = !isFinding(imported);
  terminal.answer({ ok, directory: place, ...imported }, importLines(imported, place, language));
  return ok ? 0 : 1;
}

interface Wanted {
  readonly directory: string;
  /** As the folder's checkpoint says; nothing is verified yet. */
  readonly origin: string;
  readonly key: string | undefined;
}

async function importIntoFolder(invocation: Invocation, { directory, key }: Wanted): Promise<Imported> {
  const progress = invocation.terminal.progress({ es: 'actos leídos', en: 'acts read' });
  const imported = await withFolderNode(invocation, { share: false }, (node) =>
    importBook(node, directory, {
      ...(key !== undefined && { key }),
      onProgress: ({ acts, of }) => progress.at(acts, of),
    }),
  ).finally(progress.end);
  if (imported.kind === 'key-unknown') throw keyUnknown(imported.origin, imported.key ?? '');
  if (imported.kind === 'refused' && !('origin' in imported)) throw notTaken(imported.detail);
  return imported as Imported;
}

async function importIntoNode(client: NodeClient, token: string, wanted: Wanted): Promise<Imported> {
  const { directory, origin } = wanted;
  const key = wanted.key ?? (await knownKey(client, wanted));
  const added = await client.post<unknown>('/api/mirrors', { origin, key, directory }, token);
  if (!added.ok) throw notTaken(sayProblem(added.problem));
  const path = `/api/mirrors/${origin.split('/').map(encodeURIComponent).join('/')}/pull`;
  const pulled = await client.post<Imported>(path, {}, token);
  if (pulled.ok) return pulled.body;
  const { code, detail } = pulled.problem;
  if (code === 'fork') return { kind: 'fork', origin };
  if (typeof detail !== 'object' || detail.reason === undefined) throw notTaken(sayProblem(pulled.problem));
  return { kind: 'refused', origin, reason: detail.reason, detail: detail.detail ?? '' };
}

/** The key under which the node keeps a copy already; never merely the one that lies in the folder. */
async function knownKey(client: NodeClient, { directory, origin }: Wanted): Promise<string> {
  const known = await client.get<{ readonly key: string }>(`/api/bodies/${encodeURIComponent(origin)}`);
  if (known !== undefined) return known.key;
  const shown = utf8Decode((await openDirectory(directory).read('key.txt')) ?? new Uint8Array(0)) ?? '';
  throw keyUnknown(origin, shown.trim());
}

function keyUnknown(origin: string, shown: string): Stop {
  return new Stop(
    'key-unknown',
    {
      es: `Este nodo no conoce la llave de ${origin}. La carpeta dice que es: ${shown}`,
      en: `This node does not know the key of ${origin}. The folder says that it is: ${shown}`,
    },
    {
      es: 'Compárela con la que su asamblea publica (acta en papel, otro nodo) y dela con --key.',
      en: 'Compare it with the one that its assembly publishes (paper minutes, another node) and give it with --key.',
    },
  );
}

function sayProblem({ title, detail }: NodeProblem): string {
  const more = typeof detail === 'object' ? (detail.detail ?? detail.reason) : detail;
  return more === undefined ? title : `${title} (${more})`;
}

function notTaken(detail: string): Stop {
  return new Stop('not-imported', {
    es: `El nodo no tomó el libro: ${detail}`,
    en: `The node did not take the book: ${detail}`,
  });
}
