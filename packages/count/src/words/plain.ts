import { listed, type Text } from '../text.ts';

export const plainWords = {
  counted: (most: number): Text =>
    most === 1
      ? { es: 'Se cuenta un voto por papeleta.', en: 'One vote a ballot is counted.' }
      : Number.isFinite(most)
        ? { es: `Se cuentan hasta ${most} votos por papeleta.`, en: `Up to ${most} votes a ballot are counted.` }
        : { es: 'Se cuenta un voto por cada nombre marcado.', en: 'One vote is counted for every name marked.' },

  most: (names: readonly string[], votes: readonly string[]): Text => {
    const rows = names.map((name, at) => `${name} (${votes[at]})`);
    return names.length === 1
      ? {
          es: `${rows[0]} tiene más votos que nadie y es elegida.`,
          en: `${rows[0]} has the most votes and is elected.`,
        }
      : {
          es: `Los ${rows.length} puestos son para quienes más votos tienen: ${listed(rows, 'es')}.`,
          en: `The ${rows.length} seats go to those with the most votes: ${listed(rows, 'en')}.`,
        };
  },
};
