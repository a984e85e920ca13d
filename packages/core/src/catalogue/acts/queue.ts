import {
  cardsInAnAct,
  complaintAbout,
  complaintOutcome,
  servedIrregularly,
  servingId,
  withdrawnWhy,
} from '../../queue/fields.ts';
import { actsOf } from '../entry.ts';
import { count, hash, list, optional, positive, record, ref, text, time } from '../fields.ts';

const supply = actsOf('supply', 'implemented');

export const HouseholdCardsIssued = supply('HouseholdCardsIssued', {
  by: ['officer'],
  article: 'supply',
  data: {
    /** The number on the first of these cards; the others follow. */
    first: positive,
    /** How many households there are: never more cards are out. */
    households: positive,
    /** SHA-256 of `cabildo/household-card/v1`, the book and the code on the paper, a line each. */
    commitments: list(hash, cardsInAnAct),
  },
  effect: 'So many cards are out, one a household, each a random code on paper. Whose a card is stands nowhere.',
  reversedBy: 'HouseholdCardVoided',
});

export const HouseholdCardVoided = supply('HouseholdCardVoided', {
  by: ['officer'],
  article: 'supply',
  data: { card: positive },
  effect: 'The card with that number counts no more; another can be issued for it.',
});

export const QueueAnnounced = supply('QueueAnnounced', {
  by: ['officer'],
  article: 'supply',
  data: {
    /** What is given out, and how much of it a card. */
    goods: text(120),
    portions: positive,
    /** Where the seed will come from. */
    drawnFrom: text(200),
    /** When: nobody can know it before. */
    at: time,
    /** How many cards take part: those that are out now. */
    cards: count,
  },
  effect:
    'So many portions are given out, in an order that is drawn by lot. Where its seed will come from is said beforehand.',
});

export const QueueDrawn = supply('QueueDrawn', {
  by: ['officer'],
  article: 'supply',
  data: {
    queue: ref('QueueAnnounced'),
    /** What the source gave, as it was read out. */
    seed: text(400),
  },
  effect:
    'Cards are called in the order of SHA-256 of `cabildo/turn/v1`, book, queue, seed and number of the card, a line each: anyone can draw it again.',
});

export const PortionServed = supply('PortionServed', {
  by: ['officer', 'member', 'delegate'],
  article: 'supply',
  data: {
    queue: ref('QueueAnnounced'),
    /** SHA-256 of `cabildo/served/v1`, the book, the queue and the code on the card, a line each: another one in each queue. */
    mark: hash,
    serving: servingId,
    /** It was handed out all the same; two portions of one card count once and are shown as disputed. */
    irregular: optional(servedIrregularly),
  },
  effect: 'A card was held up and a portion handed out. The mark says that it was a card, and not which.',
  reversedBy: 'ServingWithdrawn',
});

export const ServingWithdrawn = supply('ServingWithdrawn', {
  by: ['officer', 'member', 'delegate'],
  article: 'supply',
  data: { queue: ref('QueueAnnounced'), mark: hash, serving: servingId, why: withdrawnWhy },
  effect: 'That portion was not handed out after all, with the card at hand: it can be served.',
});

export const QueueComplaintMade = supply('QueueComplaintMade', {
  by: ['officer', 'member', 'delegate'],
  article: 'supply',
  data: { queue: ref('QueueAnnounced'), about: complaintAbout },
  discloses: { words: 'officers' },
  effect: 'Somebody in the queue complains. What about is in the book, the words lie beside it, who it was is nowhere.',
});

export const QueueComplaintAnswered = supply('QueueComplaintAnswered', {
  by: ['officer'],
  article: 'supply',
  data: { complaint: ref('QueueComplaintMade'), outcome: complaintOutcome },
  discloses: { words: 'officers' },
  effect: 'It was made good on the spot, explained, or goes to the assembly.',
});

export const QueueClosed = supply('QueueClosed', {
  by: ['officer'],
  article: 'supply',
  data: {
    queue: ref('QueueAnnounced'),
    cards: count,
    served: count,
    disputed: count,
    /** Cards that were not served: nobody came with them, there was no more, or something else. */
    left: record({ absent: count, ranOut: count, other: count }),
  },
  effect:
    'How many cards were served, and how many not and why. What phones bring later is recorded and shown beside it.',
});
