import { listed, type Text } from '../text.ts';

export const scoreWords = {
  borda: {
    es: 'Cada papeleta da puntos según el lugar: el primero más que nadie, el último ninguno o casi.',
    en: 'Every ballot gives points by place: the first the most, the last none or next to none.',
  } satisfies Text,

  added: {
    es: 'Se suman las notas de cada candidatura.',
    en: 'The scores of each candidate are added up.',
  } satisfies Text,

  finalists: (names: readonly string[]): Text => ({
    es: `Las dos mejores notas son de ${listed(names, 'es')}. Entre ellas cuenta a cuál prefiere cada papeleta.`,
    en: `The two best scores are those of ${listed(names, 'en')}. Between them each ballot counts for the one it prefers.`,
  }),

  preferred: (name: string, votes: string): Text => ({
    es: `${name} es preferida en ${votes} papeletas y es elegida.`,
    en: `${name} is preferred on ${votes} ballots and is elected.`,
  }),

  medians: {
    es: 'Se ordenan las menciones de cada candidatura y se mira la del medio.',
    en: 'The grades of each candidate are sorted and the middle one is looked at.',
  } satisfies Text,

  best: (names: readonly string[], grades: readonly string[]): Text => {
    const rows = names.map((name, at) => `${name} (${grades[at]})`);
    return {
      es: `La mención mayoritaria más alta es de ${listed(rows, 'es')}; entre iguales deciden las menciones más próximas al medio.`,
      en: `The highest majority grade is that of ${listed(rows, 'en')}; among equals the grades nearest the middle decide.`,
    };
  },
};
