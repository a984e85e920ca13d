import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  list,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  time,
  verifierKey,
} from '../fields.ts';

const recovery = actsOf('officers', 'implemented');

export const ElectionAttested = recovery('ElectionAttested', {
  by: ['presidium', 'secretary'],
  article: 'seals',
  data: {
    /** The election in that body's book, by the hash of its leaf: officers and keys with it. */
    election: elsewhere,
    leaf: hash,
    /** How many of those who were there have signed the paper minutes that these officers have seen. */
    signatures: positive,
  },
  cites: ['OfficersElected'],
  sealed: true,
  effect:
    'This body says that it has seen the paper minutes of the sitting in which that one elected its officers, signed by so many who were there.',
});

export const RecoveryClaimed = recovery('RecoveryClaimed', {
  by: ['anyone'],
  article: 'seals',
  data: {
    election: ref('OfficersElected'),
    /** Bodies that this book knew while its officers were attested, and what they have seen. */
    bodies: list(
      record({
        book: origin,
        index: ref('ElectionAttested there'),
        known: choice('above', 'neighbour', 'below', 'sibling'),
        key: verifierKey,
        signatures: positive,
      }),
      4,
    ),
    /** Officers before, in their term, whose keys could object. */
    objectors: count,
    due: time,
  },
  cites: ['ElectionAttested', 'BodyProven', 'ActSealed'],
  effect:
    'The officers before cannot hand over: other bodies attest the election. From that day on it is attested, unless one of those officers, in term, objects.',
  reversedBy: 'RecoveryObjected',
});

export const RecoveryObjected = recovery('RecoveryObjected', {
  by: ['anyone'],
  article: 'seals',
  data: { claim: ref('RecoveryClaimed'), office: text(40), key: publicKey, signature },
  effect: 'An officer before, in term and with the key in hand, objects: the other bodies’ word attests nothing.',
});
