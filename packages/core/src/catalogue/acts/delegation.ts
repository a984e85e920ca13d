import { seatClass } from '../../statute/fields.ts';
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

const delegation = actsOf('delegation', 'implemented');
const mandate = actsOf('mandate', 'implemented');

export const DelegatesElected = delegation('DelegatesElected', {
  by: ['vote'],
  article: 'terms.delegatesMonths',
  data: {
    vote: ref('VoteOpened'),
    to: origin,
    from: time,
    until: time,
    seats: list(record({ seat: positive, holder, alternate: optional(holder), class: optional(seatClass) }), 16),
    /** How many of the delegates are women, where the statute asks for it. */
    women: optional(count),
  },
  sealed: true,
  effect: 'These people hold these seats in the body above until the term ends or this assembly recalls them.',
  reversedBy: 'DelegateRecalled',
});

export const SeatAccredited = delegation('SeatAccredited', {
  by: ['convener', 'presidium', 'secretary', 'former-officer'],
  article: 'delegates',
  data: {
    sitting: ref('SittingConvened'),
    below: origin,
    seat: positive,
    holder,
    alternate: optional(holder),
    until: time,
    election: elsewhere,
    /** Absent: `titular`. */
    class: optional(seatClass),
    /** What the members of its body weigh as of the convocation, where the statute weighs cards by them. */
    members: optional(count),
    /** How many of them are known to be in another base too. */
    doubleMembers: optional(count),
    /** The officers who sealed the election were never attested by those before them. */
    unattested: optional(yesNo),
  },
  cites: ['DelegatesElected', 'ActSealed', 'BodyProven', 'FoundingWitnessed', 'SittingConvened', 'MinutesApproved'],
  effect: 'The seat may speak and vote in this sitting, for as long as its credential holds.',
  reversedBy: 'RecallPresented',
});

export const AlternateSeated = delegation('AlternateSeated', {
  by: ['statute'],
  article: 'delegates',
  data: { sitting: ref('SittingConvened'), below: origin, seat: positive, holder },
  effect: 'The alternate takes the seat, in votes that are open too.',
});

export const SeatVacated = delegation('SeatVacated', {
  by: ['delegate', 'vote'],
  article: 'delegates',
  data: {
    /** In the base’s own book: what it voted, and the body in which the seat is. */
    vote: optional(ref('VoteOpened')),
    to: optional(origin),
    below: origin,
    seat: positive,
    holder,
    /** From which election: a later one fills the seat anew. */
    election: elsewhere,
    reason: choice('resigned', 'left', 'died', 'moved', 'absent'),
  },
  sealed: true,
  effect:
    'The delegate gives the seat up, or the base says that nobody holds it any more: the alternate takes it, or it is empty until the base fills it.',
  reversedBy: 'DelegatesElected',
});

export const DelegateReported = delegation('DelegateReported', {
  by: ['delegate'],
  article: 'mandates.report',
  data: {
    to: origin,
    seat: positive,
    /** Votes above that the report is about. */
    votes: list(elsewhere, 32),
  },
  discloses: { report: 'members' },
  cites: ['VoteClosed'],
  effect: 'Whoever holds that seat above has reported back to this body on these votes.',
});

export const ReportMissed = delegation('ReportMissed', {
  by: ['member', 'delegate'],
  article: 'mandates.report',
  data: {
    to: origin,
    seat: positive,
    /** The sitting above that the report would be of, and by when it was due. */
    sitting: elsewhere,
    due: time,
  },
  cites: ['SeatAccredited', 'SittingConvened'],
  effect: 'No report came in its time: whoever belongs to this body may convene it on the recall.',
});

export const DelegateReportJudged = delegation('DelegateReportJudged', {
  by: ['vote'],
  article: 'mandates.report',
  data: {
    vote: ref('VoteOpened'),
    report: ref('DelegateReported'),
    outcome: choice('approved', 'rejected'),
    /** Of a rejected one, where the statute asks delegates to report: from when whoever belongs here may convene on the recall. */
    due: optional(time),
  },
  effect:
    'The assembly has approved the report of its delegates, or has not; then, where they owe one, whoever belongs to this body may convene it on the recall.',
});

export const MandateGiven = mandate('MandateGiven', {
  by: ['vote'],
  article: 'rules.mandate',
  data: {
    vote: ref('VoteOpened'),
    on: elsewhere,
    textHash: hash,
    instruction: choice('yes', 'no', 'abstain', 'free', 'come-back-and-ask'),
    redLines: optional(text(400)),
  },
  cites: ['MotionTabled', 'MotionReceived'],
  sealed: true,
  effect: 'This body’s delegates vote so on that text; on another text they come back and ask.',
  reversedBy: 'MandateGiven',
});

export const MandateDivided = mandate('MandateDivided', {
  by: ['vote'],
  article: 'mandates.split',
  data: {
    vote: ref('VoteOpened'),
    on: elsewhere,
    textHash: hash,
    yes: count,
    no: count,
    abstain: count,
    redLines: optional(text(400)),
  },
  cites: ['MotionTabled', 'MotionReceived'],
  sealed: true,
  effect: 'The delegation’s weight is divided in this proportion by largest remainder.',
  reversedBy: 'MandateGiven',
});
