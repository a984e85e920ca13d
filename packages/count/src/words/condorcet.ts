import { listed, type Text } from '../text.ts';

export const condorcetWords = {
  compared: (champion: string | null): Text =>
    champion === null
      ? {
          es: 'Se compara a cada dos candidaturas: cuántas papeletas prefieren a una y cuántas a la otra. Nadie vence a todas las demás.',
          en: 'Every two candidates are compared: how many ballots prefer the one and how many the other. Nobody beats all others.',
        }
      : {
          es: `Se compara a cada dos candidaturas: cuántas papeletas prefieren a una y cuántas a la otra. ${champion} vence a todas las demás.`,
          en: `Every two candidates are compared: how many ballots prefer the one and how many the other. ${champion} beats all others.`,
        },

  tied: (names: readonly string[]): Text => ({
    es: `${listed(names, 'es')} quedan en el mismo lugar.`,
    en: `${listed(names, 'en')} share a place.`,
  }),

  schulzeElected: (names: readonly string[]): Text => ({
    es: `Contra cualquier otra candidatura, la cadena de victorias de ${listed(names, 'es')} es al menos tan fuerte como la de vuelta: queda elegida.`,
    en: `Against every other candidate, the chain of victories of ${listed(names, 'en')} is at least as strong as the one back: elected.`,
  }),

  rankedPairsElected: (names: readonly string[], locked: number): Text => ({
    es: `Se fijan ${locked} victorias, de la más fuerte a la más débil, sin las que cerrarían un círculo. Arriba queda ${listed(names, 'es')}: elegida.`,
    en: `${locked} victories are locked in, from the strongest to the weakest, without those that would close a circle. ${listed(names, 'en')} comes out on top: elected.`,
  }),
};
