import { matter } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, hash, list, origin, positive, record, ref, text, time, yesNo } from '../fields.ts';

const resolution = actsOf('resolution', 'implemented');
const resolutionPlanned = actsOf('resolution', 'planned');
const measure = actsOf('measure', 'implemented');
const measurePlanned = actsOf('measure', 'planned');
const consultation = actsOf('consultation', 'implemented');
const consultationPlanned = actsOf('consultation', 'planned');
const demands = actsOf('demands', 'planned');

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

export const MeasureDeclared = measure('MeasureDeclared', {
  by: ['vote', 'statute'],
  article: 'rules.measure',
  data: {
    vote: ref('VoteOpened'),
    resolution: ref('ResolutionAdopted'),
    what: text(120),
    place: text(160),
    from: time,
  },
  effect: 'The measure begins then, and only those who decided it can lift it.',
  reversedBy: 'MeasureLifted',
});

export const MeasureLifted = measure('MeasureLifted', {
  by: ['vote', 'statute'],
  article: 'ratification',
  data: {
    measure: ref('MeasureDeclared'),
    resolution: ref('ResolutionAdopted'),
    how: choice('end', 'suspend', 'narrow', 'move'),
  },
  effect: 'The measure is ended, suspended, narrowed or moved, as those who decided it have ratified.',
});

export const MeasureJoined = measurePlanned('MeasureJoined', {
  by: ['vote'],
  article: 'rules.measure',
  data: { measure: elsewhere, how: choice('joined', 'withdrawn') },
  cites: ['MeasureDeclared'],
  effect: 'A body joins the measure, or withdraws its own people from it at once.',
});

export const EssentialServiceExempted = measurePlanned('EssentialServiceExempted', {
  by: ['vote'],
  article: 'rules.measure',
  data: { measure: ref('MeasureDeclared'), service: text(120) },
  effect: 'The measure does not touch this service.',
});

export const ConsultationIssued = consultation('ConsultationIssued', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'ratification',
  data: {
    resolution: ref('ResolutionAdopted'),
    title: text(200),
    textHash: hash,
    deadline: time,
    bases: count,
    rule: record({ num: positive, den: positive, strict: yesNo, of: choice('answered', 'bases') }),
  },
  effect: 'The resolution goes down to every base; each answers in a sitting of its own.',
});

export const ConsultationAnswered = consultation('ConsultationAnswered', {
  by: ['vote'],
  article: 'rules.consultation',
  data: {
    vote: ref('VoteOpened'),
    consultation: elsewhere,
    textHash: hash,
    answer: choice('yes', 'no'),
    yes: count,
    no: count,
    abstain: count,
    present: count,
    roll: count,
    heldAt: time,
  },
  cites: ['ConsultationIssued'],
  sealed: true,
  effect: 'The base’s answer, with its numbers; until the close its last answer counts.',
  reversedBy: 'ConsultationAnswered',
});

export const AnswerReceived = consultation('AnswerReceived', {
  by: ['anyone'],
  article: 'ratification',
  data: {
    consultation: ref('ConsultationIssued'),
    below: origin,
    answer: choice('yes', 'no'),
    yes: count,
    no: count,
    abstain: count,
    roll: count,
    heldAt: time,
    from: elsewhere,
  },
  cites: ['ConsultationAnswered', 'ActSealed'],
  effect: 'The answer of one base is counted, once; a later answer of the same base replaces it until the close.',
});

export const ConsultationClosed = consultation('ConsultationClosed', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'ratification',
  data: {
    consultation: ref('ConsultationIssued'),
    yes: count,
    no: count,
    silent: count,
    members: record({ yes: count, no: count, abstain: count }),
    outcome: choice('ratified', 'rejected'),
  },
  effect:
    'The answers are added up by the rule. Silence is on neither side, but counted in the number needed where the rule is over all bases.',
});

export const ConsultationChallenged = consultationPlanned('ConsultationChallenged', {
  by: ['anyone'],
  article: 'ratification',
  data: { consultation: ref('ConsultationClosed'), below: origin, reason: text(400) },
  effect: 'After the close only a challenge reopens one answer.',
});

export const DemandListAdopted = demands('DemandListAdopted', {
  by: ['vote'],
  article: 'rules.ordinary',
  data: { vote: ref('VoteClosed'), demands: list(text(200), 64) },
  discloses: { text: 'public' },
  effect: 'Numbered demands, each with its state; dropping one is lifting.',
});

export const DemandStateChanged = demands('DemandStateChanged', {
  by: ['vote', 'officer'],
  article: 'ratification',
  data: {
    list: ref('DemandListAdopted'),
    number: positive,
    state: choice('open', 'offered', 'met', 'broken', 'dropped'),
  },
  effect: 'The state of one demand has changed.',
});
