import { noted, type Phrases } from './phrase.ts';

/** What seats may do by their class; petitions. */
export const seatPhrases = {
  'seat-class-not-in-statute': [
    ({ needed, present }) => `El estatuto no tiene puestos de esa clase (${present}); tiene: ${needed}.`,
    ({ needed, present }) => `The statute has no seats of that class (${present}); it has: ${needed}.`,
  ],
  'seat-without-vote': [
    ({ needed, present }) => `Ese puesto (${present}) no tiene voto en esta fase${noted('', needed)}.`,
    ({ needed, present }) => `That seat (${present}) has no vote in this phase${noted('', needed)}.`,
  ],
  'seat-without-voice': [
    ({ needed, present }) => `Ese puesto (${present}) no tiene voz${noted('', needed)}: no puede presentar mociones.`,
    ({ needed, present }) => `That seat (${present}) has no voice${noted('', needed)}: it can put no motion.`,
  ],
  'petition-not-in-statute': [
    () => 'El estatuto no prevé pedidos de revocatoria: la pone en la convocatoria la directiva.',
    () => 'The statute provides for no petition for recall: the officers put it on the agenda.',
  ],
  'petition-number-by-statute': [
    ({ needed, present }) => `Cuántas firmas hacen falta lo dice el estatuto: ${needed}, no ${present}.`,
    ({ needed, present }) => `How many signatures are needed is for the statute to say: ${needed}, not ${present}.`,
  ],
  'petition-open-already': [
    ({ present }) => `Ya hay un pedido abierto sobre ese cargo${noted('acto ', present)}: firmen ahí.`,
    ({ present }) => `A petition about that office is open already${noted('act ', present)}: sign that one.`,
  ],
  'petition-over': [
    ({ needed }) => `Ese pedido ya no junta firmas: alcanzó su número o venció${noted('plazo: ', needed)}.`,
    ({ needed }) =>
      `That petition gathers no more signatures: it has its number or has run out${noted('until ', needed)}.`,
  ],
  'bases-have-time': [
    ({ needed }) => `Está en consulta con las bases: se vota desde el ${needed}.`,
    ({ needed }) => `It is with the bases: it can be voted from ${needed}.`,
  ],
  'bases-not-heard': [
    ({ needed, present }) => `Faltan bases que digan qué mandan: hacen falta ${needed} y lo dijeron ${present}.`,
    ({ needed, present }) => `Bases have yet to say what they mandate: ${needed} are needed, ${present} have.`,
  ],
} satisfies Partial<Phrases>;
