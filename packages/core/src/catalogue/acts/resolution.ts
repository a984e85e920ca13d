import { matter } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, elsewhere, hash, list, optional, origin, positive, ref, text, time } from '../fields.ts';

const resolution = actsOf('resolution', 'implemented');

/** Which resolution: the act that adopted it, and for one of a late entry the number of the decision. */
const which = { resolution: ref('ResolutionAdopted'), decision: optional(positive) };

export const ResolutionAdopted = resolution('ResolutionAdopted', {
  by: ['vote'],
  article: 'ratification',
  data: {
    vote: ref('VoteOpened'),
    motion: ref('MotionTabled'),
    matter,
    title: text(200),
    textHash: hash,
    status: choice('in-force', 'suspended', 'conditional'),
  },
  effect:
    'The motion carried. It is in force, suspended until the bases have ratified it, or conditional until its day or what is certified.',
  reversedBy: 'ResolutionRevoked',
});

export const ResolutionRatified = resolution('ResolutionRatified', {
  by: ['statute', 'vote'],
  article: 'ratification',
  data: { ...which, consultation: optional(ref('ConsultationClosed')), vote: optional(ref('VoteOpened')) },
  effect:
    'The bases agreed, or, where a challenge needs no bases, the vote under the claimed matter: the resolution is in force.',
});

export const ResolutionRejected = resolution('ResolutionRejected', {
  by: ['statute', 'vote'],
  article: 'ratification',
  data: { ...which, consultation: optional(ref('ConsultationClosed')), vote: optional(ref('VoteOpened')) },
  effect: 'The bases, or the vote under the claimed matter, did not agree: the resolution is void.',
});

export const ResolutionRevoked = resolution('ResolutionRevoked', {
  by: ['vote', 'statute'],
  article: 'rules',
  data: { ...which, vote: ref('VoteOpened') },
  effect:
    'The resolution holds no more, by the rule of its own matter; what it was that lifts, the bases have ratified.',
});

export const ConditionSet = resolution('ConditionSet', {
  by: ['vote'],
  article: 'certifiers',
  data: {
    resolution: ref('ResolutionAdopted'),
    event: text(400),
    by: time,
    holdsIf: choice('happened', 'not-happened'),
    certifier: text(40),
    otherwise: choice('in-force', 'void'),
  },
  effect:
    'The resolution holds if the event has happened, or has not happened, by that day, as the certifier finds; `otherwise` says what holds from that day on while nobody has found, or they cannot agree.',
});

export const ConditionCertified = resolution('ConditionCertified', {
  by: ['officer'],
  article: 'certifiers',
  data: { condition: ref('ConditionSet'), happened: choice('yes', 'no', 'not-agreed'), evidence: hash },
  effect: 'The certifier has found whether the condition is met.',
});

export const ChallengeRaised = resolution('ChallengeRaised', {
  by: ['vote'],
  article: 'ratification',
  data: { vote: ref('VoteOpened'), on: elsewhere, decision: optional(positive), claimedMatter: matter },
  cites: ['ResolutionAdopted', 'SittingEnteredLate'],
  sealed: true,
  effect: 'This body says that a resolution of a body above is of another matter; shown there, it suspends it.',
});

export const ClassificationChallenged = resolution('ClassificationChallenged', {
  by: ['anyone'],
  article: 'ratification',
  data: {
    ...which,
    claimedMatter: matter,
    below: optional(origin),
    challenger: optional(elsewhere),
    /** Of a body further down: the admissions on the way to it. */
    path: optional(list(elsewhere, 8)),
  },
  cites: ['ChallengeRaised', 'ActSealed', 'AffiliationAdmitted'],
  effect:
    'A base says that this text is a pact, lifts a measure, or is of another matter: it is suspended until the bases, or a vote under that matter, have settled it.',
});

export const PactRecorded = resolution('PactRecorded', {
  by: ['vote'],
  article: 'ratification',
  data: { vote: ref('VoteOpened'), resolution: ref('ResolutionAdopted'), with: text(120), textHash: hash },
  effect: 'A text agreed with a third party: suspended until the bases have ratified it, whatever it is called.',
});

export const OutsidePactRecorded = resolution('OutsidePactRecorded', {
  by: ['member', 'delegate'],
  article: 'ratification',
  data: { with: text(120), textHash: hash, signedBy: text(200), signedAt: time, due: time },
  discloses: { text: 'public' },
  effect:
    'A pact signed outside the record is on it. It is not in force; a sitting on it must be convened by the day that is due.',
});
