/** Counting ballots that lie in a file. */
import type { CommandSpec } from './command.ts';

export const countCommand: CommandSpec = {
  name: 'count',
  summary: {
    es: 'Cuenta una elección: papeletas, listas, presupuestos o sorteos, con cada etapa explicada',
    en: 'Counts an election: ballots, lists, budgets or lots, with every stage explained',
  },
  positionals: [
    {
      name: 'FILE',
      help: {
        es: 'BLT, ABIF, PrefLib, CEF (.cvotes), Pabulib (.pb), CSV con rangos, o JSON',
        en: 'BLT, ABIF, PrefLib, CEF (.cvotes), Pabulib (.pb), CSV with ranks, or JSON',
      },
    },
  ],
  options: {
    method: {
      value: 'METHOD',
      help: { es: 'el método; un nombre desconocido muestra todos', en: 'the method; an unknown name shows them all' },
    },
    seats: {
      value: 'N',
      help: {
        es: 'cuántos puestos; si falta, lo que diga el archivo',
        en: 'how many seats; if missing, what the file says',
      },
    },
    option: {
      value: 'KEY=VALUE',
      many: true,
      help: {
        es: 'una opción del método (docs/counting.md); puede repetirse',
        en: 'an option of the method (docs/counting.md); may be repeated',
      },
    },
    lot: {
      value: 'ID',
      many: true,
      help: {
        es: 'lo sorteado, en el orden en que salió; puede repetirse',
        en: 'what was drawn by lot, in the order in which it was drawn; may be repeated',
      },
    },
    original: {
      value: 'RESULT',
      help: {
        es: 'para una vacante: el resultado de la elección (--json); su regla vale y no otra',
        en: 'for a vacancy: the result of the election (--json); its rule holds and no other',
      },
    },
    html: { value: 'OUT', help: { es: 'escribe también una página', en: 'also writes a page' } },
    csv: {
      value: 'OUT',
      help: { es: 'escribe también las etapas como tabla', en: 'also writes the stages as a table' },
    },
  },
  required: ['method'],
  notes: {
    es: 'El mismo archivo, método, opciones y sorteos dan siempre el mismo resultado. Si hay un empate que la regla no resuelve, termina con 1 y dice entre quiénes se sortea; el sorteo se da con --lot.',
    en: 'The same file, method, options and lots always give the same result. At a tie that the rule does not break it ends with 1 and says among whom a lot is to be drawn; the lot is given with --lot.',
  },
  examples: [
    'cabildo count asamblea.blt --method scottish-stv --seats 4',
    'cabildo count delegados.blt --method irv --lot 3 --html resultado.html',
    'cabildo count asamblea.blt --method scottish-stv --original resultado.json --option vacated=3',
    'cabildo count mesa.blt --method block --option group.mujeres=1,4,7 --option min.mujeres=2',
  ],
  load: async () => (await import('./commands/count.ts')).countFile,
};

export const ballotsCommand: CommandSpec = {
  name: 'ballots',
  summary: {
    es: 'Escribe las papeletas de un archivo en otro formato; para el público, sólo si son bastantes',
    en: 'Writes the ballots of a file in another format; for the public only if there are enough of them',
  },
  positionals: [{ name: 'FILE', help: { es: 'el archivo que se lee', en: 'the file to read' } }],
  options: {
    out: {
      value: 'FILE',
      help: {
        es: 'el archivo que se escribe: .blt, .abif, .soi, .toc…',
        en: 'the file to write: .blt, .abif, .soi, .toc…',
      },
    },
    least: {
      value: 'N',
      help: {
        es: 'con menos papeletas no se escribe; si falta, 30',
        en: 'with fewer ballots nothing is written; if missing, 30',
      },
    },
    scrutineers: {
      help: {
        es: 'no es para el público: lo leen quienes escrutan o impugnan',
        en: 'not for the public: scrutineers and challengers read it',
      },
    },
  },
  required: ['out'],
  examples: ['cabildo ballots asamblea.blt --out asamblea.abif'],
  load: async () => (await import('./commands/ballots.ts')).writeBallots,
};
