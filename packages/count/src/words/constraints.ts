import type { Needs } from '../method.ts';
import { listed, type Text } from '../text.ts';

const noRule: Text = {
  es: 'no se conoce para este método ninguna regla publicada que las cumpla sin romper lo que el método promete. Las cumplen: plurality, approval, block, limited, borda, score, scottish-stv, meek-stv',
  en: 'for this method no published rule is known that keeps them without breaking what the method promises. They are kept by: plurality, approval, block, limited, borda, score, scottish-stv, meek-stv',
};

/** Why constraints are refused, by what a method counts. */
const reasons: Record<Needs | 'one', Text> = {
  one: { es: 'llena un solo puesto', en: 'it fills one seat only' },
  ranked: noRule,
  choices: noRule,
  scores: noRule,
  parties: {
    es: 'reparte puestos entre listas según sus votos; la paridad se pide al orden de cada lista',
    en: 'it divides seats between lists by their votes; parity is a matter of the order within each list',
  },
  projects: { es: 'elige proyectos, no personas', en: 'it chooses projects, not people' },
  pool: {
    es: 'el sorteo por estratos lo hace: by=GRUPO y places=mujer:5,hombre:5',
    en: 'drawing by strata does that: by=GROUP and places=woman:5,man:5',
  },
};

export const constraintWords = {
  notHere: (method: string, why: Needs | 'one'): Text => ({
    es: `${method} no admite condiciones de grupo (min., max.): ${reasons[why].es}.`,
    en: `${method} takes no constraints on groups (min., max.): ${reasons[why].en}.`,
  }),

  unknown: (group: string): Text => ({
    es: `No se sabe quiénes son «${group}»: falta group.${group}=ID,ID, y el archivo no trae ese grupo.`,
    en: `It is not known who “${group}” are: group.${group}=ID,ID is missing, and the file has no such group.`,
  }),

  idle: (group: string): Text => ({
    es: `group.${group} no tiene min.${group} ni max.${group}.`,
    en: `group.${group} has neither min.${group} nor max.${group}.`,
  }),

  crossed: (group: string, least: number, most: number): Text => ({
    es: `De «${group}» se piden al menos ${least} y como mucho ${most}: no puede ser.`,
    en: `Of “${group}” at least ${least} and at most ${most} are asked for: that cannot be.`,
  }),

  tooFew: (group: string, least: number, there: number, seats: number): Text => ({
    es: `Se piden al menos ${least} de «${group}», pero se presentan ${there} y hay ${seats} puestos.`,
    en: `At least ${least} of “${group}” are asked for, but ${there} stand and there are ${seats} seats.`,
  }),

  tooMany: (group: string, most: number, others: number, seats: number): Text => ({
    es: `Se piden como mucho ${most} de «${group}», pero para ${seats} puestos sólo se presentan otras ${others} candidaturas.`,
    en: `At most ${most} of “${group}” are asked for, but for ${seats} seats only ${others} others stand.`,
  }),

  together: (seats: number): Text => ({
    es: `Cada condición se puede cumplir por sí sola, pero no todas juntas con ${seats} puestos y estas candidaturas.`,
    en: `Each constraint can be kept by itself, but not all together with ${seats} seats and these candidates.`,
  }),

  doomed: (names: readonly string[]): Text => ({
    es: `Con quienes ya están elegidas, las condiciones no dejan puesto para ${listed(names, 'es')}: quedan fuera, y sus papeletas pasan, con el valor que traían, a la siguiente preferencia.`,
    en: `With those elected so far the constraints leave no seat for ${listed(names, 'en')}: excluded, and the ballots pass, at the value they came with, to the next preference.`,
  }),
};
