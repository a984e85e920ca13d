/** Safe-conducts, checked where there is no network. */
import type { CommandSpec } from './command.ts';

const keys = {
  value: 'FILE',
  help: {
    es: 'la lista de llaves de quien cierra el camino (passes.json)',
    en: 'the key list of whoever closes the road (passes.json)',
  },
};

export const supplyPassWrite: CommandSpec = {
  name: 'supply pass write',
  summary: {
    es: 'Escribe y firma un salvoconducto, con su QR, sin red',
    en: 'Writes and signs a safe-conduct, with its QR, without a network',
  },
  positionals: [],
  options: {
    keys,
    key: { value: 'FILE', help: { es: 'la llave que la lista nombra (PEM)', en: 'the key that the list names (PEM)' } },
    cargo: {
      value: 'CLASS',
      help: { es: 'para qué carga: oxygen, water, goods…', en: 'for which cargo: oxygen, water, goods…' },
    },
    vehicle: {
      value: 'PLATE',
      help: {
        es: 'la placa; si falta, cualquier vehículo o ninguno',
        en: 'the plate; if missing, any vehicle or none',
      },
    },
    from: { value: 'TIME', help: { es: 'desde, en UTC: 2026-11-22T06:30Z', en: 'from, in UTC: 2026-11-22T06:30Z' } },
    until: { value: 'TIME', help: { es: 'hasta', en: 'until' } },
    closures: {
      value: 'N.N',
      help: { es: 'los actos que decidieron los cortes: 12.15', en: 'the acts that decided the closures: 12.15' },
    },
  },
  required: ['keys', 'key', 'cargo', 'from', 'until', 'closures'],
  examples: [
    'cabildo supply pass write --keys senkata.json --key turno.pem --cargo oxygen --vehicle 4213-ABC --from 2026-11-22T06:00Z --until 2026-11-22T18:00Z --closures 12.15',
  ],
  load: async () => (await import('./commands/supply-pass-write.ts')).supplyPassWrite,
};

export const supplyPassVerify: CommandSpec = {
  name: 'supply pass verify',
  summary: {
    es: 'Juzga un salvoconducto con la lista de llaves que se tiene, sin red',
    en: 'Judges a safe-conduct by the key list at hand, without a network',
  },
  positionals: [
    {
      name: 'FILE|TEXT',
      help: {
        es: 'el texto del papel, entre comillas, o un archivo que lo tiene',
        en: 'the text on the paper, in quotes, or a file that holds it',
      },
    },
  ],
  options: {
    keys,
    block: {
      value: 'ORIGIN/N',
      help: {
        es: 'el corte donde se está: el libro y el número del acto que lo decidió; si falta, cualquiera de los que el papel nombra',
        en: 'the closure where one stands: the book and the number of the act that decided it; if missing, any that the paper names',
      },
    },
    cargo: {
      value: 'CLASS',
      help: {
        es: 'lo que se ve que lleva; vale más que el papel',
        en: 'what it is seen to carry; goes before the paper',
      },
    },
    vehicle: { value: 'PLATE', help: { es: 'la placa que se ve', en: 'the plate that is seen' } },
    at: {
      value: 'TIME',
      help: { es: 'a esta hora, en UTC; si falta, ahora', en: 'at this time, in UTC; if missing, now' },
    },
  },
  required: ['keys'],
  notes: {
    es: 'Termina con 0 si pasa y con 1 si el papel no abre este corte. La vida pasa con cualquier papel y sin papel: entonces la respuesta lo dice y termina con 0, y «finding» dice qué tenía el papel. El formato: docs/passes.md.',
    en: 'Ends with 0 if it passes and with 1 if the paper does not open this closure. Life passes with any paper and without: then the answer says so and it ends with 0, and “finding” says what was the matter with the paper. The format: docs/passes.md.',
  },
  examples: [
    'cabildo supply pass verify pase.txt --keys senkata.json',
    'cabildo supply pass verify "CABILDO1 K7F3 …" --keys senkata.json --cargo oxygen --json',
  ],
  load: async () => (await import('./commands/supply-pass-verify.ts')).supplyPassVerify,
};
