import type { ActData } from '@cabildo/core';
import type { QueueSentences } from './sentence.ts';

const irregular: Readonly<Record<NonNullable<ActData<'PortionServed'>['irregular']>, string>> = {
  again: ' again: it counts once and is shown',
  void: ' with a card that is void',
  'not-in-draw': ' with a card that was not in the draw',
  'after-close': ' and entered after the closing',
};

const why: Readonly<Record<ActData<'ServingWithdrawn'>['why'], string>> = {
  'not-given': 'it was not handed out',
  'wrong-card': 'it was another card',
  'brought-back': 'it was brought back',
};

const about: Readonly<Record<ActData<'QueueComplaintMade'>['about'], string>> = {
  turn: 'the turn',
  portion: 'what was handed out',
  card: 'a card',
  treatment: 'how somebody was treated',
  other: 'something else',
};

const outcome: Readonly<Record<ActData<'QueueComplaintAnswered'>['outcome'], string>> = {
  'made-good': 'it was made good on the spot',
  explained: 'it was explained',
  'to-the-assembly': 'it goes to the assembly',
};

export const englishQueue: QueueSentences = {
  HouseholdCardsIssued: ({ first, households, commitments }, say) =>
    `${say.many(commitments.length, 'household card is', 'household cards are')} issued, from no. ${say.number(first)} on; there are ${say.many(households, 'household', 'households')}.`,
  HouseholdCardVoided: ({ card }, say) => `Household card no. ${say.number(card)} is void.`,
  QueueAnnounced: ({ goods, portions, cards, drawnFrom, at }, say) =>
    `${say.number(portions)} of “${goods}” are given out among ${say.many(cards, 'card', 'cards')}, in an order drawn by lot. The seed: ${drawnFrom}, from ${say.time(at)}.`,
  QueueDrawn: ({ queue, seed }, say) => `The order of ${say.thing(queue)} is drawn from “${seed}”.`,
  PortionServed: (data) => `A card is served${data.irregular === undefined ? '' : irregular[data.irregular]}.`,
  ServingWithdrawn: (data) => `A portion of the queue is taken back: ${why[data.why]}.`,
  QueueComplaintMade: (data) => `Somebody in the queue complains about ${about[data.about]}.`,
  QueueComplaintAnswered: (data, say) => `Of ${say.thing(data.complaint)}: ${outcome[data.outcome]}.`,
  QueueClosed: ({ cards, served, disputed, left }, say) => {
    const twice = disputed === 0 ? '' : `; ${say.number(disputed)} with two portions on record, each counted once`;
    return `The queue closes: of ${say.many(cards, 'card', 'cards')} ${say.number(served)} were served${twice}. ${say.number(cards - served)} are left: ${say.number(left.absent)} did not come, for ${say.number(left.ranOut)} there was no more, ${say.number(left.other)} for another reason.`;
  },
};
