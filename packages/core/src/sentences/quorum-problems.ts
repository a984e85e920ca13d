/** What is wrong with a statute, and what would be right: in Spanish and in English. */
export interface ProblemWords {
  readonly wrong: readonly [es: string, en: string];
  readonly right: readonly [es: string, en: string];
}

/** Of the two calls and their quorums. */
export const quorumProblemWords = {
  'more-than-this-roll': {
    wrong: ['pide más personas que las que hay hoy en el padrón', 'it asks for more people than the roll has today'],
    right: ['un mínimo que la asamblea de hoy pueda alcanzar', 'a minimum that the assembly of today can reach'],
  },
  'second-call-at-once': {
    wrong: [
      'la segunda convocatoria pide menos y llega en el mismo minuto: la primera no vale nada',
      'the second call asks for less and comes in the same minute: the first one is worth nothing',
    ],
    right: [
      'algunos minutos de espera, o el mismo quórum en las dos',
      'some minutes between them, or the same quorum on both',
    ],
  },
  'quorum-of-one': {
    wrong: ['una sola persona bastaría para hacer asamblea', 'one person alone would be enough for an assembly'],
    right: ['una parte mayor, o un mínimo de personas', 'a larger share, or a minimum of people'],
  },
  'quorum-without-effect': {
    wrong: [
      'ese quórum propio es menor que el de la segunda convocatoria, sin el que no hay sesión',
      'that quorum of its own is lower than the second call’s, without which there is no sitting',
    ],
    right: [
      'un quórum mayor que el de la segunda convocatoria, o ninguno propio',
      'a quorum above the second call’s, or none of its own',
    ],
  },
  'second-call-harder': {
    wrong: [
      'la segunda convocatoria pide más gente que la primera',
      'the second call asks for more people than the first',
    ],
    right: ['un quórum igual o menor en la segunda', 'the same quorum on the second call, or a lower one'],
  },
  'more-than-any-roll': {
    wrong: ['pide más personas que cualquier asamblea', 'it asks for more people than any assembly has'],
    right: ['un mínimo que su gente pueda alcanzar', 'a minimum that your people can reach'],
  },
  'second-call-after-closing': {
    wrong: [
      'la segunda convocatoria llegaría siempre después de la hora de cierre',
      'the second call would always come after the closing hour',
    ],
    right: ['una espera que quepa antes de la hora de cierre', 'a wait that fits in before the closing hour'],
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;
