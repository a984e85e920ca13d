import type { ExitCode, Invocation } from '../command.ts';
import { withFolderNode } from '../node/folder-node.ts';

export async function rebuild(invocation: Invocation): Promise<ExitCode> {
  const { terminal } = invocation;
  const started = performance.now();
  const { books, rows } = await withFolderNode(invocation, { share: false }, (node) => node.rebuildProjections());
  const seconds = Math.round(performance.now() - started) / 1_000;
  terminal.answer({ ok: true, books, rows, seconds }, [
    terminal.say({
      es: `Vistas hechas de nuevo: ${rows} filas de ${books} libros, en ${seconds} s`,
      en: `Projections made again: ${rows} rows of ${books} books, in ${seconds} s`,
    }),
  ]);
  return 0;
}
