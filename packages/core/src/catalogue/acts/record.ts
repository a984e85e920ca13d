import { actsOf } from '../entry.ts';
import {
  count,
  hash,
  list,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  verifierKey,
} from '../fields.ts';

const book = actsOf('book', 'implemented');

export const ActSealed = book('ActSealed', {
  by: ['officer', 'convener', 'outgoing-officer'],
  article: 'seals',
  data: {
    index: ref('the sealed act'),
    leaf: hash,
    officers: ref('OfficersElected or BodyFounded'),
    signatures: list(record({ key: publicKey, office: text(40), signature }), 8),
  },
  effect: 'The act carries enough officers’ own signatures: it takes effect in other bodies.',
});

export const WitnessAppointed = book('WitnessAppointed', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'witnesses',
  data: { name: text(120), key: verifierKey },
  effect: 'This body believes this outside witness about the age of heads.',
  reversedBy: 'WitnessDismissed',
});

export const WitnessDismissed = book('WitnessDismissed', {
  by: ['vote'],
  article: 'witnesses',
  data: { witness: ref('WitnessAppointed'), vote: ref('VoteOpened') },
  effect: 'The body believes this witness no more.',
});

export const ErasureRecorded = book('ErasureRecorded', {
  by: ['secretary', 'presidium', 'convener'],
  article: 'publicity',
  data: { index: ref('any act'), slot: text(40) },
  effect: 'What was disclosed there is withdrawn and deleted; the commitment stays.',
});

export const RefusalMinuted = book('RefusalMinuted', {
  by: ['statute'],
  article: 'minutes.refusals',
  data: { command: text(60), code: text(60), refusedBy: text(80) },
  effect: 'The body asked that refusals be minuted: what was refused, under which article. It changes nothing.',
});

export const BookSucceeded = book('BookSucceeded', {
  by: ['operator'],
  article: 'book',
  data: { predecessor: origin, size: count, root: hash },
  effect: 'This book goes on from a lost one, whose last known head this is.',
});

export const ForkRecorded = book('ForkRecorded', {
  by: ['anyone'],
  article: 'book',
  data: {
    origin,
    /** SHA-256 of the two signed heads, as this node keeps and shows them. */
    heads: list(hash, 2),
  },
  effect: 'Two signed heads of one book that cannot both be true are kept as evidence.',
});

export const ActRegularised = book('ActRegularised', {
  by: ['vote', 'statute'],
  article: 'calls',
  data: {
    act: ref('SittingEnteredLate or IrregularityRecorded'),
    decision: optional(positive),
    vote: ref('VoteOpened'),
  },
  effect:
    'What was done irregularly has effect from now on: the same text was decided anew, in a sitting that could, and ratified where its matter needs it.',
});
