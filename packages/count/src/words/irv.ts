import { listed, type Text } from '../text.ts';

export const irvWords = {
  first: (standing: number): Text => ({
    es: `Se cuentan las primeras preferencias de ${standing} candidaturas.`,
    en: `The first preferences for ${standing} candidates are counted.`,
  }),

  excluded: (names: readonly string[], votes: readonly string[]): Text => {
    const rows = names.map((name, at) => `${name} (${votes[at]})`);
    return names.length === 1
      ? {
          es: `${rows[0]} tiene menos votos que nadie y queda fuera. Sus papeletas pasan a la siguiente preferencia que sigue en pie.`,
          en: `${rows[0]} has the fewest votes and is excluded. Those ballots pass to the next preference that is still standing.`,
        }
      : {
          es: `${listed(rows, 'es')} quedan fuera; sus papeletas pasan a la siguiente preferencia que sigue en pie.`,
          en: `${listed(rows, 'en')} are excluded; those ballots pass to the next preference that is still standing.`,
        };
  },

  elected: (name: string, votes: string, active: string, alone: boolean): Text =>
    alone
      ? {
          es: `${name} es la única candidatura que queda y es elegida.`,
          en: `${name} is the only one left and is elected.`,
        }
      : {
          es: `${name} tiene ${votes} de los ${active} votos que siguen en pie, más de la mitad, y es elegida.`,
          en: `${name} has ${votes} of the ${active} votes that are still standing, more than half, and is elected.`,
        },
};
