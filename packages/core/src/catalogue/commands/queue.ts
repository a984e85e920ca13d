import {
  cardsInAnAct,
  complaintAbout,
  complaintOutcome,
  householdCode,
  servingId,
  withdrawnWhy,
} from '../../queue/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { count, hash, list, optional, positive, record, ref, text, time, yesNo } from '../fields.ts';

const supply = commandsOf('supply');

const card = { queue: ref('QueueAnnounced'), code: householdCode, serving: servingId };

export const queueCommands = {
  IssueHouseholdCards: supply('IssueHouseholdCards', {
    by: ['officer'],
    article: 'supply',
    input: { households: positive, commitments: list(hash, cardsInAnAct) },
    acts: ['HouseholdCardsIssued'],
    does: 'Enters the commitments of cards that were printed, one a household; the codes stay on the papers.',
  }),
  VoidHouseholdCard: supply('VoidHouseholdCard', {
    by: ['officer'],
    article: 'supply',
    input: { card: positive },
    acts: ['HouseholdCardVoided'],
    does: 'Takes a card out by its number: it was lost, or taken from somebody.',
  }),
  AnnounceQueue: supply('AnnounceQueue', {
    by: ['officer'],
    article: 'supply',
    input: { goods: text(120), portions: positive, drawnFrom: text(200), at: time },
    acts: ['QueueAnnounced'],
    does: 'Says what is given out, and where and when the seed of the draw will come from.',
  }),
  DrawQueue: supply('DrawQueue', {
    by: ['officer'],
    article: 'supply',
    input: { queue: ref('QueueAnnounced'), seed: text(400) },
    acts: ['QueueDrawn'],
    does: 'Draws the order of the cards from the seed that the announced source gave.',
  }),
  ServePortion: supply('ServePortion', {
    by: ['officer', 'member', 'delegate'],
    article: 'supply',
    input: { ...card, given: yesNo },
    acts: ['PortionServed'],
    does: 'Asks whether a card may be served (`given` false), or enters what was handed out without a network (`given` true).',
  }),
  WithdrawServing: supply('WithdrawServing', {
    by: ['officer', 'member', 'delegate'],
    article: 'supply',
    input: { ...card, why: withdrawnWhy },
    acts: ['ServingWithdrawn'],
    does: 'Takes a portion back that was entered and not handed out, with the card at hand.',
  }),
  MakeQueueComplaint: supply('MakeQueueComplaint', {
    by: ['officer', 'member', 'delegate'],
    article: 'supply',
    input: { queue: ref('QueueAnnounced'), about: complaintAbout, words: optional(text(400)) },
    acts: ['QueueComplaintMade'],
    does: 'Enters a complaint for whoever makes it, without saying who; `words` lie beside the book, for officers.',
  }),
  AnswerQueueComplaint: supply('AnswerQueueComplaint', {
    by: ['officer'],
    article: 'supply',
    input: { complaint: ref('QueueComplaintMade'), outcome: complaintOutcome, words: optional(text(400)) },
    acts: ['QueueComplaintAnswered'],
    does: 'Enters what became of a complaint; `words` lie beside the book, for officers.',
  }),
  CloseQueue: supply('CloseQueue', {
    by: ['officer'],
    article: 'supply',
    input: { queue: ref('QueueAnnounced'), left: record({ absent: count, ranOut: count, other: count }) },
    acts: ['QueueClosed'],
    does: 'Closes a queue with how many were not served and why; again where phones have brought more since.',
  }),
} as const;
