import { confirmedBy, handOverId, handOverKind, handOverLine, place, signedByHand } from '../../supply/fields.ts';
import { actsOf } from '../entry.ts';
import { hash, list, optional, positive, record, ref, text, time, yesNo } from '../fields.ts';

const supply = actsOf('supply', 'implemented');

/** What both sign (decision 0017): the same fields, with the book's name, below the line `cabildo/hand-over/v1`. */
const said = {
  id: handOverId,
  kind: handOverKind,
  from: place,
  to: place,
  lines: list(handOverLine, 24),
  trip: optional(ref('TripDispatched')),
  /** By the giver's phone; it decides nothing. */
  madeAt: time,
};

const stands = ref('HandOverRecorded or HandOverReported');

export const HandOverRecorded = supply('HandOverRecorded', {
  by: ['anyone'],
  article: 'supply',
  data: { ...said, giver: signedByHand, receiver: optional(signedByHand), provisional: yesNo },
  effect:
    'So much went from one place to another, as the giver’s hand signed, and the receiver’s, unless it is provisional. What is missing is lost.',
  reversedBy: 'HandOverCorrected',
});

export const HandOverReported = supply('HandOverReported', {
  by: ['officer'],
  article: 'supply',
  data: { ...said, words: text(200) },
  effect:
    'An officer writes down a hand-over that no enrolled hand has signed: provisional until the other side signs.',
  reversedBy: 'HandOverCorrected',
});

export const HandOverConfirmed = supply('HandOverConfirmed', {
  by: ['anyone'],
  article: 'supply',
  data: { handOver: stands, by: confirmedBy },
  cites: ['OfficersElected', 'BodyFounded'],
  effect:
    'The receiver’s own hand, or an officer of the site’s assembly, signed the same text: it is provisional no more.',
});

export const HandOverCorrected = supply('HandOverCorrected', {
  by: ['anyone'],
  article: 'supply',
  data: {
    handOver: stands,
    /** The first correction is 1: each is of the one before. */
    number: positive,
    lines: list(handOverLine, 24),
    giver: signedByHand,
    receiver: signedByHand,
  },
  effect: 'Both sides signed other amounts: what was moved goes back, and again as corrected. Both stay to be read.',
});

export const ReportCorrectionProposed = supply('ReportCorrectionProposed', {
  by: ['officer'],
  article: 'supply',
  data: {
    handOver: ref('HandOverReported'),
    /** As `HandOverCorrected` counts them. */
    number: positive,
    lines: list(handOverLine, 24),
    words: text(200),
    /** Who answers for it: the second signature is of somebody who did not hold it then. */
    office: text(40),
  },
  effect:
    'An officer says that a hand-over was written down wrongly, and how it was: nothing moves until another officer signs it.',
  reversedBy: 'ReportCorrectionProposed',
});

export const ReportCorrected = supply('ReportCorrected', {
  by: ['officer'],
  article: 'supply',
  data: {
    handOver: ref('HandOverReported'),
    proposal: ref('ReportCorrectionProposed'),
    number: positive,
    lines: list(handOverLine, 24),
    office: text(40),
  },
  effect:
    'Two officers correct what one had written down: what was moved goes back, and again as corrected. It stays provisional, and both stay to be read.',
});

export const HandOverDisputed = supply('HandOverDisputed', {
  by: ['anyone'],
  article: 'supply',
  data: {
    handOver: stands,
    /** SHA-256 of the other text. */
    text: hash,
    other: record(said),
    giver: optional(signedByHand),
    receiver: optional(signedByHand),
  },
  effect:
    'The same hand-over with another text, signed by one side: it moves nothing, and both are shown until one is corrected.',
});
