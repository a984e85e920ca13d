import { listed, type Text } from '../text.ts';

export const stvWords = {
  first: (valid: string, seats: number, quota: string): Text => ({
    es: `Hay ${valid} votos válidos y ${seats} puestos. La cuota es ${quota}. Se cuentan las primeras preferencias.`,
    en: `There are ${valid} valid votes and ${seats} seats. The quota is ${quota}. The first preferences are counted.`,
  }),

  reached: (names: readonly string[]): Text => {
    const several = names.length > 1;
    return {
      es: ` ${listed(names, 'es')} ${several ? 'alcanzan' : 'alcanza'} la cuota y ${several ? 'son elegidas' : 'es elegida'}.`,
      en: ` ${listed(names, 'en')} ${several ? 'reach the quota and are' : 'reaches the quota and is'} elected.`,
    };
  },

  quotaNow: (quota: string): Text => ({
    es: ` La cuota es ahora ${quota}.`,
    en: ` The quota is now ${quota}.`,
  }),

  surplus: (name: string, votes: string, quota: string, surplus: string): Text => ({
    es: `${name} tiene ${votes}, ${surplus} más que la cuota de ${quota}. El excedente pasa a las siguientes preferencias: cada papeleta vale su valor por ${surplus}, dividido entre ${votes}.`,
    en: `${name} has ${votes}, ${surplus} more than the quota of ${quota}. The surplus passes to the next preferences: each ballot is worth its value times ${surplus}, divided by ${votes}.`,
  }),

  excluded: (names: readonly string[], votes: readonly string[]): Text => {
    const rows = names.map((name, at) => `${name} (${votes[at]})`);
    return names.length === 1
      ? {
          es: `${rows[0]} tiene menos votos que nadie y queda fuera. Sus papeletas pasan, con el valor que traían, a la siguiente preferencia.`,
          en: `${rows[0]} has the fewest votes and is excluded. Those ballots pass, at the value they came with, to the next preference.`,
        }
      : {
          es: `${listed(rows, 'es')} ya no pueden alcanzar a nadie y quedan fuera juntas.`,
          en: `${listed(rows, 'en')} can no longer catch up with anybody and are excluded together.`,
        };
  },

  lowestOut: (name: string, votes: string): Text => ({
    es: `${name} (${votes}) tiene menos votos que nadie y queda fuera.`,
    en: `${name} (${votes}) has the fewest votes and is excluded.`,
  }),

  remaining: (names: readonly string[]): Text => ({
    es: ` Quedan tantas candidaturas como puestos: ${listed(names, 'es')}. Se eligen sin más transferencias.`,
    en: ` As many candidates are left as seats: ${listed(names, 'en')}. They are elected without further transfers.`,
  }),
};

export const joinTexts = (...texts: readonly Text[]): Text => ({
  es: texts
    .map(({ es }) => es)
    .join('')
    .trim(),
  en: texts
    .map(({ en }) => en)
    .join('')
    .trim(),
});
