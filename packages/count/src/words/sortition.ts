import type { Text } from '../text.ts';

export const sortitionWords = {
  pool: (people: number, seed: string): Text => ({
    es: `Hay ${people} personas en la lista, en un orden fijo. La semilla es ${seed}.`,
    en: `There are ${people} people in the pool, in a fixed order. The seed is ${seed}.`,
  }),
  drawn: (name: string, place: number, left: number): Text => ({
    es: `Sale ${name}: número ${place} de los ${left} que quedan.`,
    en: `${name} is drawn: number ${place} of the ${left} who are left.`,
  }),
};
