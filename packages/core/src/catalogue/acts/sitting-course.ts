import { askedText } from '../../sitting/notice.ts';
import { quorum } from '../../sitting/quorum-field.ts';
import { matter, matters } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, count, hash, holder, list, optional, positive, record, ref, text, time, yesNo } from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');

export const SittingRecessed = sitting('SittingRecessed', {
  by: ['presidium'],
  article: 'recess',
  data: { sitting: ref('SittingConvened'), until: time },
  effect: 'The sitting pauses until then; what was closed stands.',
});

export const SittingResumed = sitting('SittingResumed', {
  by: ['presidium'],
  article: 'recess',
  data: { sitting: ref('SittingConvened'), quorum },
  effect: 'The sitting goes on, with its quorum counted anew.',
});

export const PresidiumElected = sitting('PresidiumElected', {
  by: ['vote'],
  article: 'presidium',
  data: {
    sitting: ref('SittingConvened'),
    vote: ref('VoteOpened'),
    holders: list(record({ office: text(40), holder }), 8),
  },
  effect: 'This presidium runs this sitting.',
  reversedBy: 'PresidiumRecalled',
});

export const PresidiumRecalled = sitting('PresidiumRecalled', {
  by: ['vote'],
  article: 'presidium',
  data: { sitting: ref('SittingConvened'), vote: ref('VoteOpened'), office: text(40) },
  effect: 'The chair passes to the next in order.',
});

export const QuorumChallenged = sitting('QuorumChallenged', {
  by: ['member', 'delegate'],
  article: 'calls',
  data: {
    sitting: ref('SittingConvened'),
    item: ref('any act'),
    /** Of a delegate assembly in which too few seats hold, at once; otherwise the tellers count who is there. */
    quorum: optional(quorum),
  },
  effect: 'The hall is counted at once; if quorum is lost nothing more is voted.',
});

export const AgendaChanged = sitting('AgendaChanged', {
  by: ['presidium'],
  article: 'notice',
  data: { sitting: ref('SittingConvened'), order: list(count, 64) },
  effect: 'Items are taken in this order.',
});

export const ItemTaken = sitting('ItemTaken', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'notice',
  data: { sitting: ref('SittingConvened'), item: count },
  effect: 'From here on the sitting is at this item of the notice; what is spoken and tabled belongs to it.',
});

export const ObjectionRecorded = sitting('ObjectionRecorded', {
  by: ['member', 'delegate'],
  article: 'objections',
  data: { sitting: ref('SittingConvened'), act: ref('any act'), asksForCount: yesNo },
  discloses: { text: 'public' },
  effect: 'An objection stands beside the act; one that asks for a count gets it.',
});

export const ThreatRecorded = sitting('ThreatRecorded', {
  by: ['anyone'],
  article: 'threats',
  data: { act: ref('any act'), decision: optional(positive) },
  discloses: { text: 'officers' },
  effect:
    'It stands beside the act that it was taken under threat; said by somebody of the body it opens the statute’s review, once for each decision.',
});

export const StatuteReviewOpened = sitting('StatuteReviewOpened', {
  by: ['statute'],
  article: 'threats',
  data: {
    reason: choice('threat'),
    act: ref('any act'),
    decision: optional(positive),
    matters: list(matter, matters.length),
    due: time,
    /** What was decided there. */
    texts: optional(list(askedText, matters.length)),
  },
  effect: 'The body must sit on that act again by this day.',
});

export const MinutesCorrected = sitting('MinutesCorrected', {
  by: ['vote'],
  article: 'minutes',
  data: { minutes: ref('MinutesApproved'), vote: ref('VoteOpened'), motion: ref('MotionTabled'), text: hash },
  sealed: true,
  effect: 'The minutes are corrected to the text of that motion; both texts are shown.',
});
