import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { both, Stop } from '../stop.ts';
import { dataFolder } from './data-folder.ts';

/** The operator is whoever can read the node's data folder; `task` says what it was wanted for. */
export async function operatorToken(invocation: Invocation, task: Text): Promise<string> {
  const file = join(dataFolder(invocation), 'operator-token');
  const token = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop(
      'no-operator-token',
      both(`${file}: ENOENT`),
      {
        es: `${task.es} es tarea del operador: dé con --data la carpeta de datos del nodo, donde está «operator-token».`,
        en: `${task.en} is for the operator: give with --data the data folder of the node, where "operator-token" is.`,
      },
      error,
    );
  });
  return token.trim();
}
