import type { ActData } from '@cabildo/core';
import type { QueueSentences } from './sentence.ts';

const irregular: Readonly<Record<NonNullable<ActData<'PortionServed'>['irregular']>, string>> = {
  again: ' otra vez: se cuenta una sola y queda a la vista',
  void: ' con una tarjeta anulada',
  'not-in-draw': ' con una tarjeta que no entró al sorteo',
  'after-close': ' y se anotó después del cierre',
};

const why: Readonly<Record<ActData<'ServingWithdrawn'>['why'], string>> = {
  'not-given': 'no se entregó',
  'wrong-card': 'era otra tarjeta',
  'brought-back': 'se devolvió',
};

const about: Readonly<Record<ActData<'QueueComplaintMade'>['about'], string>> = {
  turn: 'el turno',
  portion: 'lo que se entregó',
  card: 'una tarjeta',
  treatment: 'el trato',
  other: 'otra cosa',
};

const outcome: Readonly<Record<ActData<'QueueComplaintAnswered'>['outcome'], string>> = {
  'made-good': 'se corrigió ahí mismo',
  explained: 'se explicó',
  'to-the-assembly': 'pasa a la asamblea',
};

export const spanishQueue: QueueSentences = {
  HouseholdCardsIssued: ({ first, households, commitments }, say) =>
    `Se entregan ${say.many(commitments.length, 'tarjeta de hogar', 'tarjetas de hogar')}, desde la n.º ${say.number(first)}; hay ${say.many(households, 'hogar', 'hogares')}.`,
  HouseholdCardVoided: ({ card }, say) => `Se anula la tarjeta de hogar n.º ${say.number(card)}.`,
  QueueAnnounced: ({ goods, portions, cards, drawnFrom, at }, say) =>
    `Se reparten ${say.number(portions)} de «${goods}» entre ${say.many(cards, 'tarjeta', 'tarjetas')}, en orden de sorteo. La semilla: ${drawnFrom}, desde el ${say.time(at)}.`,
  QueueDrawn: ({ queue, seed }, say) => `Se sortea el orden de ${say.thing(queue)} con «${seed}».`,
  PortionServed: (data) => `Se atiende una tarjeta${data.irregular === undefined ? '' : irregular[data.irregular]}.`,
  ServingWithdrawn: (data) => `Una entrega de la fila se retira: ${why[data.why]}.`,
  QueueComplaintMade: (data) => `Alguien reclama en la fila por ${about[data.about]}.`,
  QueueComplaintAnswered: (data, say) => `Sobre ${say.thing(data.complaint)}: ${outcome[data.outcome]}.`,
  QueueClosed: ({ cards, served, disputed, left }, say) => {
    const twice = disputed === 0 ? '' : `; ${say.number(disputed)} con dos entregas anotadas, cada una cuenta una vez`;
    const absent = `no vinieron ${say.number(left.absent)}`;
    return `La fila cierra: de ${say.many(cards, 'tarjeta', 'tarjetas')} se atendieron ${say.number(served)}${twice}. Quedan ${say.number(cards - served)}: ${absent}, no alcanzó para ${say.number(left.ranOut)}, por otro motivo ${say.number(left.other)}.`;
  },
};
