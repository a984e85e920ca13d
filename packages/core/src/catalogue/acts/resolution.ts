import { matter } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, elsewhere, hash, ref, text, time } from '../fields.ts';

const resolution = actsOf('resolution', 'implemented');
const resolutionPlanned = actsOf('resolution', 'planned');

export const ResolutionAdopted = resolution('ResolutionAdopted', {
  by: ['vote'],
  article: 'ratification',
  data: {
    vote: ref('VoteOpened'),
    motion: ref('MotionTabled'),
    matter,
    title: text(200),
    textHash: hash,
    status: choice('in-force', 'suspended'),
  },
  effect: 'The motion carried. It is in force, or suspended until the bases have ratified it.',
  reversedBy: 'ResolutionRevoked',
});

export const ResolutionRatified = resolution('ResolutionRatified', {
  by: ['statute'],
  article: 'ratification',
  data: { resolution: ref('ResolutionAdopted'), consultation: ref('ConsultationClosed') },
  effect: 'The bases agreed: the resolution is in force.',
});

export const ResolutionRejected = resolution('ResolutionRejected', {
  by: ['statute'],
  article: 'ratification',
  data: { resolution: ref('ResolutionAdopted'), consultation: ref('ConsultationClosed') },
  effect: 'The bases did not agree: the resolution is void.',
});

export const ResolutionRevoked = resolutionPlanned('ResolutionRevoked', {
  by: ['vote'],
  article: 'rules',
  data: { resolution: ref('ResolutionAdopted'), vote: ref('VoteClosed') },
  effect: 'The resolution holds no more.',
});

export const ConditionSet = resolutionPlanned('ConditionSet', {
  by: ['vote'],
  article: 'conditions',
  data: { resolution: ref('ResolutionAdopted'), event: text(400), by: time, certifier: text(80), otherwise: text(400) },
  effect: 'If it has not happened by then, as the certifier finds, the resolution says what holds.',
});

export const ConditionCertified = resolutionPlanned('ConditionCertified', {
  by: ['officer'],
  article: 'conditions',
  data: { condition: ref('ConditionSet'), happened: choice('yes', 'no', 'not-agreed'), evidence: hash },
  effect: 'The certifier has found whether the condition is met.',
});

export const ClassificationChallenged = resolutionPlanned('ClassificationChallenged', {
  by: ['anyone'],
  article: 'ratification',
  data: { resolution: ref('ResolutionAdopted'), claimedMatter: matter, challenger: elsewhere },
  cites: ['ResolutionAdopted'],
  effect: 'A base says that this text is a pact or lifts a measure: it is suspended meanwhile.',
});

export const PactRecorded = resolution('PactRecorded', {
  by: ['vote'],
  article: 'ratification',
  data: { vote: ref('VoteOpened'), resolution: ref('ResolutionAdopted'), with: text(120), textHash: hash },
  effect: 'A text agreed with a third party: suspended until the bases have ratified it, whatever it is called.',
});

export const OutsidePactRecorded = resolutionPlanned('OutsidePactRecorded', {
  by: ['anyone'],
  article: 'ratification',
  data: { with: text(120), textHash: hash, signedBy: text(200), signedAt: time },
  effect: 'A pact signed outside the record is on it: a sitting must be convened.',
});
