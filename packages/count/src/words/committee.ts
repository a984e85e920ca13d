import { listed, type Text } from '../text.ts';

export const committeeWords = {
  adds: (name: string, value: string): Text => ({
    es: `${name} es quien más añade a lo que ya tienen quienes votaron: ${value}.`,
    en: `${name} adds most to what the voters have already: ${value}.`,
  }),
  bestOf: (value: string, number: number): Text => ({
    es: `Se comparan todos los grupos posibles. La mayor satisfacción es ${value}; ${number === 1 ? 'un grupo la alcanza' : `${number} grupos la alcanzan`}.`,
    en: `All possible groups are compared. The highest satisfaction is ${value}; ${number === 1 ? 'one group reaches it' : `${number} groups reach it`}.`,
  }),
  best: (names: readonly string[], value: string): Text => ({
    es: `Queda elegido el grupo ${listed(names, 'es')}, con satisfacción ${value}.`,
    en: `The group ${listed(names, 'en')} is elected, with satisfaction ${value}.`,
  }),
  load: (name: string, load: string): Text => ({
    es: `${name} es elegida: la carga de quienes la apoyan queda en ${load}, la menor posible.`,
    en: `${name} is elected: the load of the supporters comes to ${load}, the least possible.`,
  }),
  bought: (name: string, each: string): Text => ({
    es: `Quienes apoyan ${name} lo pagan entre todos; nadie paga más de ${each}, y nada vale más por menos.`,
    en: `The supporters of ${name} pay for it together; nobody pays more than ${each}, and nothing gives more for less.`,
  }),
  completed: (names: readonly string[]): Text => ({
    es: `Los puestos que nadie puede pagar son para quienes más aprobaciones tienen: ${listed(names, 'es')}.`,
    en: `The seats that nobody can pay for go to those with the most approvals: ${listed(names, 'en')}.`,
  }),
  funded: (name: string, votes: string, cost: string, left: string): Text => ({
    es: `${name}, con ${votes} votos, cuesta ${cost} y cabe. Quedan ${left}.`,
    en: `${name}, with ${votes} votes, costs ${cost} and fits. ${left} are left.`,
  }),
  nothing: { es: 'Nada puede pagarse.', en: 'Nothing can be paid for.' } satisfies Text,
};
