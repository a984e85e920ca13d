import { noticeItem } from '../../sitting/notice.ts';
import { matter, sittingKind } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  elsewhere,
  hash,
  holder,
  list,
  member,
  optional,
  positive,
  record,
  ref,
  text,
  time,
  yesNo,
} from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');
const planned = actsOf('sitting', 'planned');

const quorum = record({ needed: count, present: count, met: yesNo });

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
    /** Acts that obliged the body to sit, and are answered by this. */
    answers: optional(list(ref('any act'), 16)),
    /** Who convened in the officers’ stead, and presides until the sitting elects its own presidium. */
    chair: optional(holder),
  },
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
    irregularities: list(choice('quorum-not-met', 'not-in-notice', 'after-closing-hour', 'wrong-call', 'other'), 8),
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
  by: ['convener', 'presidium', 'secretary'],
  article: 'minutes',
  data: { sitting: ref('SittingConvened'), firstAct: count, lastAct: count, text: hash },
  discloses: { text: 'public' },
  sealed: true,
  effect: 'The minutes, made from these acts, were read and approved.',
  reversedBy: 'MinutesCorrected',
});

export const MinutesCorrected = planned('MinutesCorrected', {
  by: ['vote'],
  article: 'minutes',
  data: { minutes: ref('MinutesApproved'), vote: ref('VoteClosed') },
  discloses: { text: 'public' },
  sealed: true,
  effect: 'The minutes are corrected; both texts are shown.',
});

export const SittingEnteredLate = sitting('SittingEnteredLate', {
  by: ['secretary', 'presidium'],
  article: 'minutes',
  data: {
    heldAt: time,
    place: text(160),
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
        outcome: choice('carried', 'rejected', 'tied'),
        irregularities: list(
          choice(
            'quorum-not-shown',
            'quorum-not-met',
            'not-in-notice',
            'credentials-not-shown',
            'more-hands-than-people',
          ),
          5,
        ),
        effect: choice('in-force', 'suspended', 'none'),
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

export const SittingRecessed = planned('SittingRecessed', {
  by: ['vote', 'presidium'],
  article: 'recess',
  data: { sitting: ref('SittingConvened'), until: time },
  effect: 'The sitting pauses until then; what was closed stands.',
});

export const SittingResumed = planned('SittingResumed', {
  by: ['presidium'],
  article: 'recess',
  data: { sitting: ref('SittingConvened'), quorum },
  effect: 'The sitting goes on, with its quorum counted anew.',
});

export const PresidiumElected = planned('PresidiumElected', {
  by: ['vote'],
  article: 'presidium',
  data: { sitting: ref('SittingConvened'), holders: list(record({ office: text(40), holder: member }), 8) },
  effect: 'This presidium runs this sitting.',
  reversedBy: 'PresidiumRecalled',
});

export const PresidiumRecalled = planned('PresidiumRecalled', {
  by: ['vote'],
  article: 'presidium',
  data: { sitting: ref('SittingConvened'), office: text(40) },
  effect: 'The chair passes to the next in order.',
});

export const QuorumChallenged = planned('QuorumChallenged', {
  by: ['member', 'delegate'],
  article: 'calls',
  data: { sitting: ref('SittingConvened'), item: count, quorum },
  effect: 'The hall is counted at once; if quorum is lost nothing more is voted.',
});

export const CrowdEstimated = planned('CrowdEstimated', {
  by: ['presidium', 'secretary'],
  article: 'acclamation',
  data: { sitting: ref('SittingConvened'), atLeast: count, atMost: count, method: text(400) },
  effect: 'A gathering too large to count is a range with its method; what it decides is a proposal to the bases.',
});

export const ObjectionRecorded = planned('ObjectionRecorded', {
  by: ['member', 'delegate'],
  article: 'objections',
  data: { sitting: ref('SittingConvened'), act: ref('any act'), asksForCount: yesNo },
  discloses: { text: 'public' },
  effect: 'An objection stands beside the act; one that asks for a count gets it.',
});

export const ThreatRecorded = planned('ThreatRecorded', {
  by: ['anyone'],
  article: 'threats',
  data: { act: ref('any act') },
  discloses: { text: 'officers' },
  effect: 'It stands beside the act that it was taken under threat, and the statute’s review opens.',
});

export const AgendaChanged = planned('AgendaChanged', {
  by: ['vote', 'presidium'],
  article: 'notice',
  data: { sitting: ref('SittingConvened'), order: list(count, 64) },
  effect: 'Items are taken in this order.',
});

export const AttendanceErased = planned('AttendanceErased', {
  by: ['statute'],
  article: 'publicity',
  data: { sitting: ref('SittingConvened'), count, root: hash },
  effect: 'Named attendance is deleted as the challenge period has ended; count and commitment stay.',
});

export const ClaimDisputed = actsOf('dispute', 'planned')('ClaimDisputed', {
  by: ['presidium', 'secretary'],
  article: 'disputes',
  data: {
    over: choice('seat', 'name', 'congress'),
    claimants: list(elsewhere, 8),
    meanwhile: choice('vacant', 'shared'),
  },
  effect: 'Two bodies claim one seat or name: both books stand, nothing is merged.',
  reversedBy: 'DisputeSettled',
});

export const DisputeSettled = actsOf('dispute', 'planned')('DisputeSettled', {
  by: ['vote'],
  article: 'disputes',
  data: { dispute: ref('ClaimDisputed'), vote: ref('VoteClosed') },
  effect: 'The body that the statute names has settled the dispute.',
});
