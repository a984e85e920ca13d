/** Secret ballots in Belenios's archives. */
import type { CommandSpec, OptionSpec } from './command.ts';

const archive = { name: 'FILE', help: { es: 'el archivo .bel', en: 'the .bel archive' } };

const workers: OptionSpec = {
  value: 'N',
  help: {
    es: 'hilos; si falta, uno por procesador en los archivos grandes',
    en: 'threads; if missing, one per processor for large archives',
  },
};

export const ballotSample: CommandSpec = {
  name: 'ballot sample',
  summary: {
    es: 'Hace una elección secreta entera, de muestra: nada en ella es secreto',
    en: 'Makes a whole secret election as a sample: nothing about it is secret',
  },
  positionals: [],
  options: {
    voters: { value: 'N', help: { es: 'cuántas personas votan', en: 'how many people vote' } },
    questions: {
      value: 'FILE|default',
      help: {
        es: 'las preguntas, como plantilla de Belenios o como lista; default es una de cuatro respuestas',
        en: "the questions, as Belenios's template or as a list; default is one of four answers",
      },
    },
    trustees: {
      value: 'single|3of3|2of3',
      help: {
        es: 'quiénes abren la suma: una persona, tres todas, o dos de tres',
        en: 'who opens the sum: one person, all of three, or two of three',
      },
    },
    group: {
      value: 'BELENIOS-2048|RFC-3526-2048',
      help: { es: 'el grupo; si falta, BELENIOS-2048', en: 'the group; if missing, BELENIOS-2048' },
    },
    out: {
      value: 'DIR',
      help: {
        es: 'la carpeta: el archivo, antes de la suma en before-tally, las llaves en private',
        en: 'the folder: the archive, as it was before the tally in before-tally, the keys in private',
      },
    },
    revotes: { value: 'K', help: { es: 'cuántas votan otra vez', en: 'how many of them vote again' } },
    seed: {
      value: 'S',
      help: {
        es: 'la misma semilla da los mismos bytes; si falta, al azar',
        en: 'the same seed gives the same bytes; if missing, by chance',
      },
    },
  },
  required: ['voters', 'questions', 'trustees', 'out'],
  notes: {
    es: 'Para pruebas y demostraciones: una sola máquina tiene todas las llaves y todos los votos. La plantilla puede llevar "weights", que se reparten por turno.',
    en: 'For tests and demonstrations: one machine holds all the keys and all the votes. The template may have "weights", which are given out in turn.',
  },
  examples: [
    'cabildo ballot sample --voters 20 --questions default --trustees 2of3 --out ./muestra',
    'cabildo ballot sample --voters 50 --questions samples/ballot/assembly.json --trustees 3of3 --revotes 5 --out ./muestra',
  ],
  load: async () => (await import('./commands/ballot-sample.ts')).ballotSample,
};

export const ballotVerify: CommandSpec = {
  name: 'ballot verify',
  summary: {
    es: 'Verifica una elección secreta: cada papeleta, la suma, quiénes la abrieron y el resultado',
    en: 'Verifies a secret election: every ballot, the sum, who opened it, and the result',
  },
  positionals: [archive],
  options: { workers },
  notes: {
    es: 'Termina con 0 si todo vale, con 1 si algo no (cada hallazgo con su lugar), con 2 si no es un archivo de Belenios. Una elección en curso se verifica hasta donde llegó. Qué no prueba: docs/secret-ballot.md. Lo mismo, con un programa de otros: belenios-tool election verify.',
    en: "Ends with 0 if all is valid, 1 if something is not (each finding with its place), 2 if it is no archive of Belenios. An election under way is verified as far as it got. What it does not prove: docs/secret-ballot.md. The same with somebody else's program: belenios-tool election verify.",
  },
  examples: ['cabildo ballot verify muestra/*.bel', 'cabildo ballot verify urna.bel --json --workers 2'],
  load: async () => (await import('./commands/ballot-verify.ts')).ballotVerify,
};

export const ballotTally: CommandSpec = {
  name: 'ballot tally',
  summary: {
    es: 'Cierra la urna, suma y abre la suma con las llaves de quienes la custodian',
    en: "Closes the box, adds up, and opens the sum with the trustees' keys",
  },
  positionals: [archive],
  options: {
    keys: {
      value: 'DIR',
      help: {
        es: 'la carpeta con llaves (*.privkey) o con partes ya hechas (*.decryption.json)',
        en: 'the folder with keys (*.privkey) or with parts made elsewhere (*.decryption.json)',
      },
    },
    out: { value: 'FILE', help: { es: 'el archivo que se escribe', en: 'the archive to write' } },
    workers,
  },
  required: ['keys', 'out'],
  notes: {
    es: 'Antes se verifica el archivo. Una parte falsa se nombra y se deja de lado. Si faltan partes, se escribe lo que hay y termina con 1: quien falta añade la suya con la misma orden.',
    en: 'The archive is verified first. A wrong part is named and left out. If parts are missing, what there is is written and it ends with 1: whoever is missing adds theirs with the same command.',
  },
  examples: ['cabildo ballot tally muestra/before-tally/*.bel --keys muestra/private --out resultado.bel'],
  load: async () => (await import('./commands/ballot-tally.ts')).ballotTally,
};

export const ballotVerifyDiff: CommandSpec = {
  name: 'ballot verify-diff',
  summary: {
    es: 'Comprueba que un archivo de hoy sólo continúa el de antes',
    en: "Checks that today's archive only goes on where an earlier one ended",
  },
  positionals: [
    { name: 'OLD', help: { es: 'el archivo guardado antes', en: 'the archive that was kept' } },
    { name: 'NEW', help: { es: 'el archivo de hoy', en: "today's archive" } },
  ],
  options: {},
  notes: {
    es: 'Termina con 0 si lo continúa, con 1 si algo publicado cambió o falta. Que lo nuevo valga lo dice ballot verify.',
    en: 'Ends with 0 if it does, 1 if something published was changed or is missing. Whether what is new is valid, ballot verify tells.',
  },
  examples: ['cabildo ballot verify-diff ayer.bel hoy.bel'],
  load: async () => (await import('./commands/ballot-verify-diff.ts')).ballotVerifyDiff,
};
