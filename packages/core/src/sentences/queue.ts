import type { Phrases } from './phrase.ts';

/** The queue at the neighbourhood. No sentence says whose a card is, or that somebody cheated. */
export const queuePhrases = {
  'more-cards-than-households': [
    ({ needed, present }) =>
      `Hay ${needed} hogares, y con éstas serían ${present} tarjetas: anulen primero las que se perdieron.`,
    ({ needed, present }) =>
      `There are ${needed} households, and with these there would be ${present} cards: void first those that were lost.`,
  ],
  'no-such-household-card': [
    () => 'Esa tarjeta no es de las que entregó esta asamblea. Si está mal leída, escriban el código.',
    () => 'That card is none that this assembly has issued. If it was misread, type its code.',
  ],
  'household-card-void': [
    () => 'Esa tarjeta está anulada: alguien avisó que se había perdido. Puede reclamar aquí mismo.',
    () => 'That card is void: somebody said that it was lost. A complaint can be made here.',
  ],
  'household-card-later': [
    () => 'Esa tarjeta se entregó después de anunciar esta fila: participa en la próxima.',
    () => 'That card was issued after this queue was announced: it takes part in the next one.',
  ],
  'already-served': [
    () => 'Con esa tarjeta ya se entregó en esta fila. Si no fue así, puede reclamar aquí mismo.',
    () => 'That card has been served in this queue. If that is not so, a complaint can be made here.',
  ],
  'queue-not-drawn': [
    () => 'El orden de la fila todavía no se sorteó.',
    () => 'The order of the queue has not been drawn yet.',
  ],
  'queue-closed': [() => 'La fila ya se cerró.', () => 'The queue is closed.'],
  'left-does-not-add-up': [
    ({ needed, present }) => `Quedan ${needed} tarjetas sin atender, y los motivos suman ${present}.`,
    ({ needed, present }) => `${needed} cards are left, and the reasons add up to ${present}.`,
  ],
} satisfies Partial<Phrases>;
