/** Counting an election of a book once more. */
import type { CommandSpec } from './command.ts';

export const recountCommand: CommandSpec = {
  name: 'recount',
  summary: {
    es: 'Cuenta otra vez las papeletas de una elección y las compara con lo que dice el libro',
    en: 'Counts the papers of an election once more and compares with what the book says',
  },
  positionals: [{ name: 'DIR', help: { es: 'la carpeta del libro', en: "the book's folder" } }],
  options: {
    key: {
      value: 'VKEY',
      help: {
        es: 'la llave del libro, o un archivo que la contiene (key.txt)',
        en: "the book's key, or a file that holds it (key.txt)",
      },
    },
    act: { value: 'N', help: { es: 'el acto ElectionCounted', en: 'the act ElectionCounted' } },
    papers: {
      value: 'FILE',
      help: {
        es: 'las papeletas, como las recibe quien escruta (GET …/acts/N); si falta, las de la carpeta',
        en: 'the papers, as whoever scrutinises gets them (GET …/acts/N); if missing, those in the folder',
      },
    },
  },
  required: ['key', 'act'],
  notes: {
    es: 'Primero se verifica el libro, después que las papeletas son las que el acto comprometió. `cabildo count` sobre el mismo archivo da lo mismo.',
    en: 'First the book is verified, then that the papers are those that the act committed to. `cabildo count` on the same file gives the same.',
  },
  examples: [
    'cabildo recount ./libro --key ./key.txt --act 42',
    'cabildo recount ./libro --key ./key.txt --act 42 --papers acta-42.json',
  ],
  load: async () => (await import('./commands/recount.ts')).recount,
};
