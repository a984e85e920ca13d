import { listed, type Text } from '../text.ts';

export const seatWords = {
  counted: (votes: string, needed: string | null, out: readonly string[]): Text => {
    const es =
      needed === null ? '' : ` Hacen falta ${needed}.${out.length > 0 ? ` No llegan: ${listed(out, 'es')}.` : ''}`;
    const en =
      needed === null ? '' : ` ${needed} are needed.${out.length > 0 ? ` Below that: ${listed(out, 'en')}.` : ''}`;
    return { es: `Hay ${votes} votos.${es}`, en: `There are ${votes} votes.${en}` };
  },
  minimum: (seats: number): Text => ({
    es: `Cada lista recibe primero ${seats}.`,
    en: `Every list first gets ${seats}.`,
  }),
  quotient: (seat: number, name: string, quotient: string): Text => ({
    es: `El puesto ${seat} es de ${name}, que tiene el cociente más alto: ${quotient}.`,
    en: `Seat ${seat} goes to ${name}, who has the highest quotient: ${quotient}.`,
  }),
  quotas: (quota: string): Text => ({
    es: `La cuota es ${quota} votos. Cada lista recibe un puesto por cada cuota entera.`,
    en: `The quota is ${quota} votes. Every list gets one seat for each whole quota.`,
  }),
  remainders: (names: readonly string[]): Text => ({
    es: `Los puestos que quedan son de los restos mayores: ${listed(names, 'es')}.`,
    en: `The seats left go to the largest remainders: ${listed(names, 'en')}.`,
  }),
  result: (left: number): Text =>
    left === 0
      ? { es: 'Todos los puestos están repartidos.', en: 'All seats are filled.' }
      : { es: `Quedan ${left} puestos que nadie puede recibir.`, en: `${left} seats are left that nobody can get.` },
};
