import { listed, type Text } from '../text.ts';

/** How a seat is filled that becomes free during the term. */
export type VacancyRule = 'countback' | 'recount' | 'next-highest';

const reasons: Record<VacancyRule, Text> = {
  'next-highest': {
    es: 'con voto transferible no existe «la siguiente»: quien quedó fuera al final no es a quien prefieren quienes eligieron a la persona que se va, y el puesto pasaría a otra parte de la asamblea',
    en: 'with transferable votes there is no “next highest”: whoever was excluded last is not whom the voters of the departed prefer, and the seat would pass to another part of the assembly',
  },
  countback: {
    es: 'aquí no hay papeletas que sean de un puesto y no de otro',
    en: 'here no ballots belong to one seat and not to another',
  },
  recount: {
    es: 'aquí los votos no pasan de una candidatura a otra, y otro recuento diría lo mismo',
    en: 'here votes do not pass from one candidate to another, and a recount would say the same again',
  },
};

export const vacancyWords = {
  notThisRule: (rule: VacancyRule, allowed: readonly string[]): Text => ({
    es: `vacancy=${rule} no vale: ${reasons[rule].es}. Puede ser: ${allowed.join(', ')}.`,
    en: `vacancy=${rule} is not valid: ${reasons[rule].en}. It may be: ${allowed.join(', ')}.`,
  }),

  noRule: {
    es: 'La regla fijada antes de la elección no dice cómo se llena una vacante (vacancy=none): hace falta una elección nueva.',
    en: 'The rule fixed before the election does not say how a vacancy is filled (vacancy=none): a new election is needed.',
  } satisfies Text,

  noSeat: (name: string): Text => ({
    es: `${name} no tiene ningún puesto que quede vacante.`,
    en: `${name} holds no seat that could become vacant.`,
  }),

  sits: (name: string): Text => ({
    es: `${name} ya tiene un puesto; no puede estar en unavailable.`,
    en: `${name} has a seat already and cannot be in unavailable.`,
  }),

  openOriginal: (names: readonly string[]): Text => ({
    es: `La elección misma necesita el sorteo que se hizo entonces entre ${listed(names, 'es')}: --lot u original-lots.`,
    en: `The election itself needs the lot that was drawn then among ${listed(names, 'en')}: --lot or original-lots.`,
  }),

  bundle: (departed: string, ballots: string, votes: string): Text => ({
    es: `${departed} deja su puesto. Se toman las ${ballots} papeletas que lo formaban, que valen ${votes}, y cada una pasa con ese valor a la candidatura que más prefiere de las que pueden ocuparlo.`,
    en: `${departed} leaves the seat. The ${ballots} ballots of which it was made are taken, worth ${votes}, and each passes at that value to the candidate it prefers most of those who can take it.`,
  }),

  cannot: (names: readonly string[]): Text => ({
    es: ` Por las condiciones de paridad o procedencia no puede ser ${listed(names, 'es')}.`,
    en: ` By the constraints of parity or origin it cannot be ${listed(names, 'en')}.`,
  }),

  elected: (name: string, votes: string, active: string, alone: boolean): Text =>
    alone
      ? {
          es: `${name} es la única candidatura que queda, con ${votes}, y es elegida.`,
          en: `${name} is the only candidate left, with ${votes}, and is elected.`,
        }
      : {
          es: `${name} tiene ${votes} de los ${active} que aún cuentan, más de la mitad, y es elegida.`,
          en: `${name} has ${votes} of the ${active} that still count, more than half, and is elected.`,
        },

  fills: (departed: string, name: string | null): Text =>
    name === null
      ? {
          es: `Nadie puede ocupar el puesto que dejó ${departed}: hace falta una elección nueva.`,
          en: `Nobody can take the seat that ${departed} left: a new election is needed.`,
        }
      : {
          es: `${name} ocupa el puesto que dejó ${departed}. Las demás personas conservan el suyo.`,
          en: `${name} takes the seat that ${departed} left. All the others keep theirs.`,
        },
};
