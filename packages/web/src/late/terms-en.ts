import type { Terms } from './terms-es.ts';

export const termsEn: Terms = {
  matter: {
    ordinary: 'Ordinary business',
    election: 'Election',
    recall: 'Recall',
    statute: 'Statute',
    affiliation: 'Affiliation',
    mandate: 'Mandate for delegates',
    consultation: 'Answer to a consultation',
    pact: 'Agreement with third parties',
    measure: 'Measure',
    lifting: 'Lifting a measure',
    accounts: 'Accounts',
    dissolution: 'Dissolution',
  },
  sittingKind: {
    ordinary: 'Ordinary sitting',
    extraordinary: 'Extraordinary sitting',
    founding: 'Founding sitting',
    enlarged: 'Enlarged meeting',
    congress: 'Congress',
    cabildo: 'Cabildo',
  },
  call: { first: 'First call', second: 'Second call' },
  irregularity: {
    'quorum-not-met': 'There was no quorum for this.',
    'quorum-not-shown': 'How many people were there is not on record.',
    'not-in-notice': 'It was not in the notice.',
    'text-not-in-notice': 'This text was not in the notice.',
    'after-closing-hour': 'It was decided after the closing hour.',
    'credentials-not-shown': 'On paper nobody checked the credentials.',
    'body-ended': 'The assembly could no longer decide on that day.',
    'more-hands-than-people': 'There are more hands than people.',
    'sitting-not-competent': 'It was not for that kind of sitting.',
  },
  outcome: { carried: 'Carried', rejected: 'Not carried', tied: 'Tied' },
  effect: {
    'in-force': 'In force once it is entered',
    suspended: 'Suspended: the bases decide',
    none: 'Without effect: it will be on record only',
  },
};
