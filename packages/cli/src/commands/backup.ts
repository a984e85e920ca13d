import { resolve } from 'node:path';
import { backupNode } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { withFolderNode } from '../node/folder-node.ts';

/** Works beside a running node too: the backup shows one moment. */
export async function backup(invocation: Invocation): Promise<ExitCode> {
  const { values, terminal } = invocation;
  const file = resolve(values.out ?? '');
  const progress = terminal.progress({ es: 'filas copiadas', en: 'rows copied' });
  let before = 0;
  let table = '';
  let inTable = 0;
  const onProgress = (done: { readonly table: string; readonly rows: number }): void => {
    if (done.table !== table) before += inTable;
    table = done.table;
    inTable = done.rows;
    progress.at(before + inTable);
  };
  const { rows } = await withFolderNode(invocation, { share: true }, (node) =>
    backupNode(node, file, { progress: onProgress }),
  ).finally(progress.end);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  terminal.answer({ ok: true, file, rows: total, tables: rows }, [
    terminal.say({ es: `${file}: ${total} filas`, en: `${file}: ${total} rows` }),
    terminal.say({
      es: 'Para restaurarla hace falta también la llave (vault.key de la carpeta de datos): guárdela en otro lugar.',
      en: 'To restore it, the key (vault.key of the data folder) is needed too: keep it somewhere else.',
    }),
  ]);
  return 0;
}
