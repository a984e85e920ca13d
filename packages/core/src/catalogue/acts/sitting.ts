import { acclaimedField } from '../../sitting/acclaimed-field.ts';
import { noticeItem } from '../../sitting/notice.ts';
import { quorum } from '../../sitting/quorum-field.ts';
import { matter, sittingKind } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  holder,
  list,
  optional,
  origin,
  positive,
  record,
  ref,
  text,
  time,
  yesNo,
} from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');

export const SittingConvened = sitting('SittingConvened', {
  by: ['convener', 'presidium', 'secretary', 'former-officer', 'member', 'delegate'],
  article: 'notice',
  data: {
    kind: sittingKind,
    place: text(160),
    startsAt: time,
    notice: list(noticeItem, 24),
    /** The roll, or the seats of a delegate assembly, as frozen today. */
    roll: record({ size: count, root: hash }),
    /** Of each joint seat: whose turn it is, since when, and which bodies wait for theirs. */
    joint: optional(list(record({ body: origin, since: time, waiting: list(origin, 8) }), 8)),
    /** Acts that obliged the body to sit, and are answered by this. */
    answers: optional(list(ref('any act'), 16)),
    /** Who convened in the officers’ stead, and presides until the sitting elects its own presidium. */
    chair: optional(holder),
  },
  /** What the items name by hash, in words. */
  discloses: { texts: 'public' },
  effect: 'A sitting is called; roll, entitlements and weights are those of today.',
  reversedBy: 'SittingCalledOff',
});

export const TellersAppointed = sitting('TellersAppointed', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'tellers',
  data: { sitting: ref('SittingConvened'), tellers: list(holder, 2) },
  effect: 'For this sitting these two count, each alone.',
});

export const PresenceCounted = sitting('PresenceCounted', {
  by: ['teller'],
  article: 'tellers',
  data: {
    sitting: ref('SittingConvened'),
    round: positive,
    counts: list(count, 2),
    agreed: yesNo,
    present: optional(count),
    /** The answer to a challenge of the quorum. */
    quorum: optional(quorum),
  },
  effect: 'Two tellers counted who is in the hall, neither seeing the other’s number; both numbers are kept.',
});

export const SittingOpened = sitting('SittingOpened', {
  by: ['convener', 'presidium', 'secretary', 'former-officer'],
  article: 'calls',
  data: { sitting: ref('SittingConvened'), call: choice('first', 'second'), quorum },
  effect:
    'The sitting is open. Without quorum it is on record as irregular, and nothing it does is counted as decided.',
});

export const IrregularityRecorded = sitting('IrregularityRecorded', {
  by: ['convener', 'presidium', 'secretary', 'former-officer'],
  article: 'calls',
  data: {
    sitting: ref('SittingConvened'),
    what: text(400),
    irregularities: list(
      choice('quorum-not-met', 'not-in-notice', 'text-not-in-notice', 'after-closing-hour', 'wrong-call', 'other'),
      8,
    ),
  },
  effect: 'What the hall did against the rules is written down, with no effect until it is regularised.',
});

export const SittingClosed = sitting('SittingClosed', {
  by: ['convener', 'presidium', 'secretary', 'former-officer'],
  article: 'calls',
  data: { sitting: ref('SittingConvened') },
  effect: 'Nothing more is voted in this sitting.',
});

export const MinutesApproved = sitting('MinutesApproved', {
  by: ['convener', 'presidium', 'secretary', 'vote'],
  article: 'minutes',
  data: {
    sitting: ref('SittingConvened'),
    firstAct: count,
    lastAct: count,
    text: hash,
    /** By a later sitting: its vote, and the motion or amendment beside which the text lies. */
    vote: optional(ref('VoteOpened or AcclamationRecorded')),
    motion: optional(ref('MotionTabled')),
  },
  discloses: { text: 'public' },
  sealed: true,
  effect: 'The minutes, made from these acts, were read and approved, by the officers or by a later sitting.',
  reversedBy: 'MinutesCorrected',
});

export const SittingEnteredLate = sitting('SittingEnteredLate', {
  by: ['secretary', 'presidium'],
  article: 'minutes',
  data: {
    heldAt: time,
    place: text(160),
    kind: optional(sittingKind),
    call: choice('first', 'second'),
    quorum,
    decisions: list(
      record({
        matter,
        title: text(200),
        textHash: hash,
        yes: count,
        no: count,
        abstain: count,
        /** Instead of a count. */
        acclaimed: optional(acclaimedField),
        outcome: choice('carried', 'rejected', 'tied'),
        irregularities: list(
          choice(
            'quorum-not-shown',
            'quorum-not-met',
            'not-in-notice',
            'credentials-not-shown',
            'body-ended',
            'more-hands-than-people',
            'sitting-not-competent',
            'after-closing-hour',
            'text-not-in-notice',
            'before-the-statute',
            'matter-not-in-statute',
            'method-not-allowed',
            'objections-not-asked',
            'question-closed',
            'before-the-question',
            'answered-since',
          ),
          16,
        ),
        effect: choice('in-force', 'suspended', 'none', 'answer'),
        /** The question from above that it answers. */
        answers: optional(elsewhere),
      }),
      12,
    ),
    /** Acts that this sitting should have preceded: for review, not silently changed. */
    review: list(ref('any act'), 64),
    paper: optional(hash),
  },
  effect:
    'A sitting held on paper is entered with its own date. Its regular decisions are in force from the entry; the others are on record without effect.',
});

export const CrowdEstimated = sitting('CrowdEstimated', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'acclamation',
  data: { sitting: ref('SittingConvened'), atLeast: count, atMost: count, method: text(400) },
  effect:
    'A gathering too large to count is a range with its method. It has no quorum and votes on nothing: what it acclaims is suspended until the bases have answered.',
});

export const AttendanceErased = sitting('AttendanceErased', {
  by: ['statute'],
  article: 'publicity',
  data: { sitting: ref('SittingConvened'), count, root: hash },
  effect:
    'Who was there is deleted as the challenge period has ended; the count and a commitment that nobody can open stay.',
});
