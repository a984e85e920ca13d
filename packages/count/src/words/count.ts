import type { Needs } from '../method.ts';
import type { LotPurpose } from '../result.ts';
import { listed, type Text } from '../text.ts';

/** What is to be drawn by lot, among whom, and what happens to whoever is drawn. */
export function lotWords(purpose: LotPurpose, names: readonly string[], draw: number): Text {
  const [es, en] = [listed(names, 'es'), listed(names, 'en')];
  const one = draw === 1;
  switch (purpose) {
    case 'elect':
      return {
        es: `Empate entre ${es}. Se sortea: ${one ? 'quien salga es elegido' : `los ${draw} que salgan son elegidos`}.`,
        en: `A tie between ${en}. A lot is drawn: ${one ? 'who is drawn is elected' : `the ${draw} who are drawn are elected`}.`,
      };
    case 'exclude':
      return {
        es: `Empate entre ${es}. Se sortea: quien salga queda fuera.`,
        en: `A tie between ${en}. A lot is drawn: who is drawn is excluded.`,
      };
    case 'transfer-first':
      return {
        es: `Excedentes iguales: ${es}. Se sortea cuál se transfiere primero.`,
        en: `Equal surpluses: ${en}. A lot decides which is transferred first.`,
      };
    case 'order':
      return {
        es: `Empate entre ${es}. Se sortea un orden de todos ellos.`,
        en: `A tie between ${en}. An order of all of them is drawn by lot.`,
      };
  }
}

/** What a method can count, where the file holds something else. */
export function needWords(method: string, needs: Needs): Text {
  const kinds: Record<Needs, Text> = {
    ranked: { es: 'papeletas con preferencias', en: 'ranked ballots' },
    choices: { es: 'papeletas con preferencias o con aprobaciones', en: 'ranked or approval ballots' },
    scores: {
      es: 'papeletas con notas (ABIF con A/5, JSON con scores)',
      en: 'scored ballots (ABIF with A/5, JSON with scores)',
    },
    parties: { es: 'listas con sus votos', en: 'lists with their votes' },
    projects: { es: 'proyectos con costo y un presupuesto', en: 'projects with costs and a budget' },
    pool: { es: 'una lista de personas', en: 'a pool of people' },
  };
  return {
    es: `${method} cuenta ${kinds[needs].es}; el archivo no las trae.`,
    en: `${method} counts ${kinds[needs].en}; the file has none.`,
  };
}
