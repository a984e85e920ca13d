/** What others have seen of a restored node's books, as lines for people. */
import type { BookCompared } from '@cabildo/server';
import type { Language, Text } from '../language.ts';

export function comparedLines(compared: readonly BookCompared[], language: Language): string[] {
  return compared.map((book) => `${book.origin}: ${textOf(book)[language]}`);
}

function textOf(book: BookCompared): Text {
  switch (book.kind) {
    case 'confirmed':
      return { es: `nada falta (${book.size} actos); abierto`, en: `nothing is missing (${book.size} acts); open` };
    case 'opened-unconfirmed':
      return {
        es: `abierto con ${book.size} actos, sin que nadie lo confirme`,
        en: `open with ${book.size} acts, confirmed by nobody`,
      };
    case 'behind':
      return {
        es: `otros vieron ${book.seen} actos y aquí había ${book.size}; se recuperaron ${book.recovered}, y sigue en un libro sucesor`,
        en: `others have seen ${book.seen} acts, here were ${book.size}; ${book.recovered} were recovered, and it goes on in a successor book`,
      };
    case 'caught-up':
      return { es: `puesto al día, ${book.size} entradas`, en: `brought up to date, ${book.size} entries` };
    case 'still-behind':
      return {
        es: `otros vieron ${book.seen} entradas y aquí hay ${book.size}: sigue cerrado`,
        en: `others have seen ${book.seen} entries, here are ${book.size}: it stays closed`,
      };
    case 'fork':
      return {
        es: `su llave firmó dos cabezas que no pueden ser ambas ciertas (prueba ${book.number}): sigue cerrado`,
        en: `its key signed two heads that cannot both be true (evidence ${book.number}): it stays closed`,
      };
    case 'unconfirmed':
      return {
        es: `nadie de los preguntados lo ha visto: sigue cerrado. ${book.details.join('; ')}`,
        en: `nobody who was asked has seen it: it stays closed. ${book.details.join('; ')}`,
      };
  }
}
