import { askedText } from '../../sitting/notice.ts';
import { matter, matters } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, hash, list, optional, origin, ref, text, time } from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');

export const SittingCalledOff = sitting('SittingCalledOff', {
  by: ['presidium'],
  article: 'notice',
  data: { sitting: ref('SittingConvened'), reason: text(400) },
  effect: 'The sitting will not be held; what it was to answer is open again.',
});

export const NoticeTextNamed = sitting('NoticeTextNamed', {
  by: ['presidium', 'secretary'],
  article: 'notice',
  data: { sitting: ref('SittingConvened'), item: count, textHash: hash },
  discloses: { text: 'public' },
  effect: 'An item that was demanded by its matter alone has its text from now on: that one, or its wording, is voted.',
});

export const SittingDemanded = sitting('SittingDemanded', {
  by: ['member', 'delegate', 'vote'],
  article: 'convening',
  data: {
    by: choice('members', 'sitting'),
    matters: list(matter, matters.length),
    supporters: count,
    of: count,
    due: time,
    /** What the sitting is to decide on; of a matter without one whoever convenes names it. */
    texts: optional(list(askedText, matters.length)),
  },
  effect:
    'Enough members ask for a sitting, or the body has bound itself: it must be convened by that day; after it whoever is a member or delegate may convene exactly these matters.',
});

export const SittingDemandShown = sitting('SittingDemandShown', {
  by: ['anyone'],
  article: 'convening',
  data: {
    by: choice('affiliates', 'above'),
    matters: list(matter, matters.length),
    supporters: count,
    of: count,
    due: time,
    /** The acts by which they asked; of many, the first ones. */
    asked: list(elsewhere, 12),
    texts: optional(list(askedText, matters.length)),
  },
  cites: ['SittingAsked', 'ActSealed'],
  effect: 'Enough bodies below, or the body above for an election, have asked for a sitting: as if members had.',
});

export const SittingAsked = sitting('SittingAsked', {
  by: ['vote'],
  article: 'convening',
  data: {
    vote: ref('VoteOpened'),
    of: origin,
    matters: list(matter, matters.length),
    texts: optional(list(askedText, matters.length)),
  },
  sealed: true,
  effect: 'This body asks another one, above or below it, to sit on these matters.',
});
