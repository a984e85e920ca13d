import { proposal } from '../../motion/proposal.ts';
import { matter } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, hash, list, optional, origin, ref, text, time, yesNo } from '../fields.ts';

const motion = actsOf('motion', 'implemented');
const motionPlanned = actsOf('motion', 'planned');

export const MotionTabled = motion('MotionTabled', {
  by: ['convener', 'presidium', 'secretary', 'member', 'delegate'],
  article: 'convening',
  data: {
    sitting: ref('SittingConvened'),
    matter,
    title: text(200),
    textHash: hash,
    proposal,
    from: optional(ref('MotionReceived')),
  },
  discloses: { text: 'public' },
  effect: 'The motion is before the sitting, with the text of this hash and what it will do if it carries.',
  reversedBy: 'MotionWithdrawn',
});

export const MotionForwarded = motion('MotionForwarded', {
  by: ['vote'],
  article: 'convening',
  data: { vote: ref('VoteOpened'), motion: ref('MotionTabled'), to: origin, title: text(200), textHash: hash },
  sealed: true,
  effect: 'The base sends its motion up; the body above must put it on its agenda within the statute’s time.',
});

export const MotionReceived = motion('MotionReceived', {
  by: ['anyone'],
  article: 'convening',
  data: { from: elsewhere, title: text(200), textHash: hash },
  cites: ['MotionForwarded', 'ActSealed'],
  effect: 'The motion of a base is on this body’s list and may be tabled in its name.',
});

export const MotionWithdrawn = motionPlanned('MotionWithdrawn', {
  by: ['member', 'delegate'],
  article: 'motions',
  data: { motion: ref('MotionTabled') },
  effect: 'The motion is not put to a vote.',
});

export const MotionAmended = motionPlanned('MotionAmended', {
  by: ['vote'],
  article: 'motions',
  data: { motion: ref('MotionTabled'), amendment: ref('AmendmentTabled'), textHash: hash, substantive: yesNo },
  discloses: { text: 'public' },
  effect: 'The text is now another; if the change is substantive, mandates on the old text become “come back and ask”.',
});

export const AmendmentTabled = motionPlanned('AmendmentTabled', {
  by: ['member', 'delegate'],
  article: 'motions',
  data: { motion: ref('MotionTabled'), textHash: hash, order: count, substantive: yesNo },
  discloses: { text: 'public' },
  effect: 'The amendment is voted in its order, before the motion.',
});

export const MotionSplit = motionPlanned('MotionSplit', {
  by: ['vote', 'presidium'],
  article: 'motions',
  data: { motion: ref('MotionTabled'), parts: list(hash, 16) },
  effect: 'The parts are voted one by one.',
});

export const ProceduralMotionDecided = motionPlanned('ProceduralMotionDecided', {
  by: ['vote', 'presidium'],
  article: 'motions',
  data: {
    sitting: ref('SittingConvened'),
    kind: choice('order', 'close-debate', 'adjourn', 'refer', 'table'),
    carried: yesNo,
  },
  effect: 'A motion on how to proceed was taken before the others and decided.',
});

export const MotionAnswered = motionPlanned('MotionAnswered', {
  by: ['presidium', 'secretary'],
  article: 'convening',
  data: {
    received: ref('MotionReceived'),
    fate: choice('carried', 'rejected', 'not-taken', 'referred'),
    vote: optional(ref('VoteClosed')),
  },
  discloses: { reasons: 'public' },
  sealed: true,
  effect: 'The base is told what became of its motion, with reasons and minority positions.',
});

export const TaskAssigned = motionPlanned('TaskAssigned', {
  by: ['vote', 'presidium'],
  article: 'tasks',
  data: { resolution: ref('ResolutionAdopted'), office: text(40), what: text(400), due: time },
  effect: 'An office carries the resolution out by this day and reports.',
  reversedBy: 'TaskReported',
});

export const TaskReported = motionPlanned('TaskReported', {
  by: ['officer'],
  article: 'tasks',
  data: { task: ref('TaskAssigned'), state: choice('done', 'not-done', 'in-part') },
  discloses: { report: 'public' },
  effect: 'The report on a task is before the next sitting.',
});
