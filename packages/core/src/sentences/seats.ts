import { noted, type Phrases } from './phrase.ts';

/** What seats may do by their class. */
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
} satisfies Partial<Phrases>;
