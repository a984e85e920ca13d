import { admissionFields } from '../../affiliation/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, optional, origin, ref, text, verifierKey } from '../fields.ts';

const affiliation = actsOf('affiliation', 'implemented');

export const AffiliationRequested = affiliation('AffiliationRequested', {
  by: ['vote', 'statute'],
  article: 'rules.affiliation',
  data: { vote: ref('VoteOpened'), to: origin, toKey: verifierKey },
  sealed: true,
  effect: 'This body asks to belong to the body above.',
  reversedBy: 'AffiliationEnded',
});

export const AffiliationAdmitted = affiliation('AffiliationAdmitted', {
  by: ['convener', 'vote', 'statute', 'anyone'],
  article: 'rules.affiliation',
  data: {
    ...admissionFields,
    /** Out of the seats of a body that divided itself: it has no more than its share until the assembly votes otherwise. */
    splitFrom: optional(elsewhere),
  },
  cites: ['AffiliationRequested', 'RollCounted', 'RollAudited', 'CommitteeFormed', 'BodySplit', 'ActSealed'],
  effect: 'The body below belongs here, with this many seats; its book is known by this key.',
  reversedBy: 'AffiliationEnded',
});

export const AffiliationEnded = affiliation('AffiliationEnded', {
  by: ['vote', 'anyone'],
  article: 'rules.affiliation',
  data: {
    other: origin,
    side: choice('left', 'excluded', 'dissolved'),
    vote: optional(ref('VoteOpened')),
    /** Where the other body’s book says so. */
    from: optional(elsewhere),
  },
  cites: ['AffiliationEnded', 'BodyDissolved', 'CommitteeEnded', 'BodySplit', 'ActSealed'],
  sealed: true,
  effect: 'The affiliation with that body is over. Seats of the body below count no more, in open votes either.',
});

export const EntitlementChanged = affiliation('EntitlementChanged', {
  by: ['vote', 'anyone'],
  article: 'entitlement',
  data: {
    below: origin,
    seats: count,
    /** As its roll was shown. */
    members: optional(count),
    class: optional(text(40)),
    vote: optional(ref('VoteOpened')),
    from: optional(elsewhere),
    /** The part of it that has taken the others. */
    part: optional(origin),
  },
  cites: ['RollCounted', 'RollAudited', 'BodySplit', 'ActSealed'],
  effect: 'From the next convocation the body below has this many seats.',
});
