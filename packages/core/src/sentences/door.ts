import { many, type Phrases } from './phrase.ts';

/** Checking in, and slips of an open cabildo. */
export const doorPhrases = {
  'door-code-missing': [
    () => 'Aquí se registra la asistencia en la sala: falta el código que está en la puerta.',
    () => 'People check in inside the hall here: the code that stands at the door is missing.',
  ],
  'door-code-over': [
    () => 'Ese código de la puerta ya no vale o está mal copiado: cambia cada minuto. Lee el que está ahora.',
    () => 'That door code is over or was copied wrong: it changes every minute. Read the one that stands there now.',
  ],
  'no-walk-ins': [
    ({ needed, present }) =>
      `En esta sesión (${present}) no votan personas sin registro: el estatuto lo deja a ${needed}. Como pueblo presente pueden escuchar.`,
    ({ needed, present }) =>
      `In this sitting (${present}) nobody without an account votes: the statute leaves it to ${needed}. They are welcome to listen.`,
  ],
  'slips-beyond-count': [
    ({ needed, present }) =>
      `En la puerta se contó gente para ${many(needed, 'ficha', 'fichas')} más, no para ${present}. Si llegó más gente, cuenten otra vez.`,
    ({ needed, present }) =>
      `The count at the door leaves room for ${needed} more slips, not for ${present}. If more people have come, count again.`,
  ],
  'not-with-slips': [
    ({ needed, present }) =>
      `Con fichas en la sala se decide sobre ${needed}; ${present} es asunto del padrón y va a una sesión sin fichas.`,
    ({ needed, present }) =>
      `With slips in the hall only ${needed} is decided; ${present} is for the members, in a sitting without slips.`,
  ],
} satisfies Partial<Phrases>;
