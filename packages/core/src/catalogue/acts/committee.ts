import { matter, matters } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { elsewhere, hash, list, optional, origin, positive, record, ref, text, time } from '../fields.ts';

const body = actsOf('body', 'implemented');

export const CommitteeFormed = body('CommitteeFormed', {
  by: ['vote', 'anyone'],
  article: 'committees',
  data: {
    /** In the book of a parent. */
    vote: optional(ref('VoteOpened')),
    committee: origin,
    parents: list(record({ body: origin, seats: positive }), 16),
    /** What it may decide; its powers in words. */
    matters: list(matter, matters.length),
    powers: list(text(80), 16),
    reportDays: positive,
    until: time,
    textHash: hash,
    /** In the committee’s own book: when its first report is due, and where its parents’ books say so. */
    reportDue: optional(time),
    from: optional(list(elsewhere, 16)),
  },
  cites: ['CommitteeFormed', 'ActSealed'],
  sealed: true,
  effect:
    'A committee of one body or of several has these powers until its last day and answers to those who formed it. It is complete once all of them have voted the same text.',
  reversedBy: 'CommitteeEnded',
});

export const CommitteeEnded = body('CommitteeEnded', {
  by: ['vote'],
  article: 'committees',
  data: { vote: ref('VoteOpened'), committee: origin },
  sealed: true,
  effect:
    'The committee’s powers end, also those that others gave it together with this body, once that is shown there.',
});

export const CommitteeReported = body('CommitteeReported', {
  by: ['vote'],
  article: 'committees',
  data: {
    vote: ref('VoteOpened'),
    motion: ref('MotionTabled'),
    textHash: hash,
    /** When the next report is due. */
    reportDue: optional(time),
  },
  sealed: true,
  effect: 'The committee has reported to its parents.',
});
