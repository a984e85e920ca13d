import { many, noted, type Phrases } from './phrase.ts';

/** The list of speakers. */
export const floorPhrases = {
  'not-checked-in': [
    () => 'Para hablar o votar aquí primero registre su asistencia en la puerta.',
    () => 'To speak or vote here check in at the door first.',
  ],
  'speech-not-in-statute': [
    ({ needed }) => `El estatuto no tiene eso en el uso de la palabra: ${needed}.`,
    ({ needed }) => `The statute has no such turn on the list of speakers: ${needed}.`,
  ],
  'debate-over': [() => 'El debate de este punto ya terminó.', () => 'The debate on this item is over.'],
  'sector-needed': [
    ({ needed }) => `Diga por qué sector habla: ${needed}.`,
    ({ needed }) => `Say for which sector you speak: ${needed}.`,
  ],
  'sector-differs': [
    ({ needed }) => `En esta sesión ya habló por ${needed}: vale para toda la sesión.`,
    ({ needed }) => `In this sitting you speak for ${needed}: that holds for the whole sitting.`,
  ],
  'already-on-the-list': [
    ({ present }) => `Ya está en la lista${noted('número ', present)}.`,
    ({ present }) => `You are on the list already${noted('number ', present)}.`,
  ],
  'not-your-place': [
    () => 'Ese lugar en la lista es de otra persona.',
    () => 'That place on the list is somebody else’s.',
  ],
  'not-waiting': [
    ({ present }) => `Ese número ya no espera la palabra${noted('', present)}.`,
    ({ present }) => `That number no longer waits for the floor${noted('', present)}.`,
  ],
  'not-next': [
    ({ needed }) => `Por el orden de la lista le toca al número ${needed}.`,
    ({ needed }) => `By the order of the list it is the turn of number ${needed}.`,
  ],
  'somebody-speaks': [
    ({ present }) => `Todavía tiene la palabra el número ${present}.`,
    ({ present }) => `Number ${present} still has the floor.`,
  ],
  'nobody-speaks': [
    ({ present }) => `El número ${present} no tiene la palabra.`,
    ({ present }) => `Number ${present} does not have the floor.`,
  ],
  'speaking-time-over': [
    ({ needed }) => `Su organización o sector ya usó su tiempo en este punto (${many(needed, 'segundo', 'segundos')}).`,
    ({ needed }) => `Your body or sector has used its time on this item (${many(needed, 'second', 'seconds')}).`,
  ],
  'speakers-waiting': [
    ({ present }) => `Todavía esperan la palabra (${present}): escúchenlos, o que la asamblea vote cerrar el debate.`,
    ({ present }) =>
      `People still wait for the floor (${present}): hear them, or have the hall vote to close the debate.`,
  ],
  'nobody-spoke': [
    () => 'Nadie pidió la palabra desde la última vez: no hay debate que cerrar.',
    () => 'Nobody has asked for the floor since: there is no debate to close.',
  ],
} satisfies Partial<Phrases>;
