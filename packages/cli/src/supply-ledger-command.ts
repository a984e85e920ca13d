/** Goods and money of a book, for programs that somebody else wrote. */
import type { CommandSpec } from './command.ts';
import { shared } from './options.ts';

const { data, node } = shared;

export const supplyLedgerExport: CommandSpec = {
  name: 'supply ledger export',
  summary: {
    es: 'Los bienes y el dinero de un libro, como asientos de hledger o como tablas CSV',
    en: 'Goods and money of a book, as hledger journals or as CSV tables',
  },
  positionals: [
    {
      name: 'BODY',
      help: {
        es: 'el organismo, o la carpeta de un libro exportado',
        en: 'the body, or the folder of an exported book',
      },
    },
  ],
  options: {
    format: {
      value: 'FORMAT',
      help: {
        es: 'hledger (main.journal) o datapackage (CSV y datapackage.json)',
        en: 'hledger (main.journal) or datapackage (CSV and datapackage.json)',
      },
    },
    out: { value: 'DIR', help: { es: 'la carpeta donde se escribe', en: 'the folder to write to' } },
    public: {
      help: {
        es: 'para publicar: de lo que el comité llamó delicado sólo lo que deja el estatuto, en pasos enteros o nada; si falta, todo sale exacto',
        en: 'for publication: of what the committee has called sensitive only what the statute lets be published, in whole steps or nothing; if missing, all of it is exact',
      },
    },
    key: {
      value: 'KEY|FILE',
      help: {
        es: 'la llave del libro que se cree; si falta, la que está junto al libro',
        en: "the book's key to believe; if missing, the one beside the book",
      },
    },
    node,
    data,
  },
  required: ['format', 'out'],
  notes: {
    es: 'Se escribe sólo de los actos del libro, después de comprobar que llevan a la cabeza firmada: lo que otro programa sume es una segunda cuenta. Lo que está junto al libro (dónde queda un sitio, placas, rutas) no sale.',
    en: 'It is written from the acts of the book alone, once they are shown to lead to its signed head: what another program adds up is a second count. What lies beside the book (where a site is, plates, routes) stays out.',
  },
  examples: [
    'cabildo supply ledger export comite-de-gas --format hledger --out cuentas && hledger -f cuentas/main.journal check --strict',
    'cabildo supply ledger export comite-de-gas --public --format datapackage --out para-publicar',
    'cabildo supply ledger export ./libro-exportado --format datapackage --out tablas',
  ],
  load: async () => (await import('./commands/supply-ledger-export.ts')).supplyLedgerExport,
};
