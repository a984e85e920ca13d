import { listed, type Text } from '../text.ts';

export const twoRoundWords = {
  first: (valid: string): Text => ({
    es: `Primera vuelta: hay ${valid} votos; para ganar hace falta más de la mitad.`,
    en: `First round: there are ${valid} votes; more than half of them are needed to win.`,
  }),
  majority: (name: string, votes: string, valid: string): Text => ({
    es: `${name} tiene ${votes} de ${valid}, más de la mitad, y es elegida.`,
    en: `${name} has ${votes} of ${valid}, more than half, and is elected.`,
  }),
  runOff: (names: readonly string[]): Text => ({
    es: `Nadie tiene más de la mitad. A la segunda vuelta pasan ${listed(names, 'es')}.`,
    en: `Nobody has more than half. ${listed(names, 'en')} go on to the second round.`,
  }),
  won: (name: string, votes: string): Text => ({
    es: `En la segunda vuelta ${name} tiene ${votes} y es elegida.`,
    en: `In the second round ${name} has ${votes} and is elected.`,
  }),
};
