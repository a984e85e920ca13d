import { listed, type Text } from '../text.ts';

export const meekWords = {
  first: (seats: number, quota: string): Text => ({
    es: `Se cuentan las primeras preferencias. Con ${seats} puestos, la cuota es ${quota}.`,
    en: `The first preferences are counted. With ${seats} seats the quota is ${quota}.`,
  }),

  reached: (names: readonly string[], quota: string): Text => ({
    es: `${listed(names, 'es')} ${names.length > 1 ? 'alcanzan' : 'alcanza'} la cuota de ${quota}: elegida. De cada voto conserva sólo la parte que la cuota necesita; el resto sigue.`,
    en: `${listed(names, 'en')} ${names.length > 1 ? 'reach' : 'reaches'} the quota of ${quota}: elected. Of each vote only the part that a quota needs is kept; the rest goes on.`,
  }),

  excluded: (names: readonly string[], votes: readonly string[]): Text => {
    const rows = names.map((name, at) => `${name} (${votes[at]})`);
    return {
      es: `Ya no hay excedentes que repartir y nadie más alcanza la cuota. ${listed(rows, 'es')}: con menos votos que nadie, queda fuera; sus votos pasan a las siguientes preferencias.`,
      en: `There are no surpluses left to pass on and nobody else reaches the quota. ${listed(rows, 'en')}: with the fewest votes, excluded; the votes pass to the next preferences.`,
    };
  },

  remaining: (names: readonly string[]): Text => ({
    es: `Quedan tantas candidaturas como puestos: ${listed(names, 'es')}. Son elegidas.`,
    en: `As many candidates are left as seats: ${listed(names, 'en')}. They are elected.`,
  }),
};
