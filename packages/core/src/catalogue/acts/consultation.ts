import { consultationRule } from '../../consultation/fields.ts';
import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  list,
  optional,
  origin,
  positive,
  record,
  ref,
  text,
  time,
} from '../fields.ts';

const consultation = actsOf('consultation', 'implemented');

export const ConsultationIssued = consultation('ConsultationIssued', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'ratification',
  data: {
    resolution: ref('ResolutionAdopted'),
    decision: optional(positive),
    title: text(200),
    textHash: hash,
    deadline: time,
    bases: count,
    rule: consultationRule,
    /** Through all tiers, to the bases of this list. Absent: to the bodies directly below. */
    list: optional(record({ sha256: hash, bytes: count, mediaType: text(80) })),
  },
  discloses: { arguments: 'public' },
  effect: 'The resolution goes down to every base; each answers in a sitting of its own.',
});

export const ConsultationAnswered = consultation('ConsultationAnswered', {
  by: ['vote'],
  article: 'rules.consultation',
  data: {
    vote: ref('VoteOpened or SittingEnteredLate'),
    /** Of a late entry: which of its decisions. */
    decision: optional(positive),
    consultation: elsewhere,
    textHash: hash,
    answer: choice('yes', 'no'),
    yes: count,
    no: count,
    abstain: count,
    present: count,
    roll: count,
    /** Of the roll as last counted and sealed: how many are known to be in another base too. Absent: not counted. */
    doubleMembers: optional(count),
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
    doubleMembers: optional(count),
    heldAt: time,
    from: elsewhere,
    /** Admissions on the way from a body directly below down to the base. */
    path: optional(list(elsewhere, 8)),
  },
  cites: ['ConsultationAnswered', 'ActSealed', 'BodyProven', 'AffiliationAdmitted'],
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
    /** Of so many of the bases that answered: how many members are known to be in another base too. It weighs nothing. */
    doubleMembers: optional(record({ bases: count, members: count })),
    outcome: choice('ratified', 'rejected'),
  },
  effect:
    'The answers are added up by the rule. Silence is on neither side, but counted in the number needed where the rule is over all bases.',
});

export const ConsultationChallenged = consultation('ConsultationChallenged', {
  by: ['member', 'delegate'],
  article: 'ratification.challengeDays',
  data: { consultation: ref('ConsultationIssued'), below: origin, reason: text(400), until: time },
  effect:
    'After the close this one answer is open again until that day, and the resolution is suspended; then the consultation is closed anew.',
});
