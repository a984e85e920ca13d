import { placeKept } from '../../measure/fields.ts';
import { proposal } from '../../motion/proposal.ts';
import { matter } from '../../statute/fields.ts';
import { assignee } from '../../task/fields.ts';
import { map } from '../../territory/fields.ts';
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
  yesNo,
} from '../fields.ts';

const motion = actsOf('motion', 'implemented');

export const MotionTabled = motion('MotionTabled', {
  by: ['convener', 'presidium', 'secretary', 'member', 'delegate'],
  article: 'convening',
  data: {
    sitting: ref('SittingConvened'),
    matter,
    title: text(200),
    textHash: hash,
    proposal,
    /** Of a territory: what its proposal names. */
    map: optional(map),
    from: optional(ref('MotionReceived')),
    /** The office or the body whose motion it is; a member's is the hall's. */
    mover: optional(record({ office: optional(text(40)), body: optional(origin) })),
    part: optional(record({ of: ref('MotionTabled'), number: positive })),
    /** Of a measure, or of a lifting that moves it: where it stands is not in the book, as `publicity` says. */
    withheld: optional(placeKept),
  },
  discloses: { text: 'public', place: 'members' },
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

export const MotionWithdrawn = motion('MotionWithdrawn', {
  by: ['convener', 'officer', 'delegate'],
  article: 'motions',
  data: { motion: ref('MotionTabled') },
  effect: 'Whose motion it is has withdrawn it: it is not put to a vote, and what would amend it neither.',
});

export const MotionAmended = motion('MotionAmended', {
  by: ['vote'],
  article: 'motions',
  data: {
    vote: ref('VoteOpened'),
    motion: ref('MotionTabled'),
    amendment: ref('MotionTabled'),
    textHash: hash,
    substantive: yesNo,
    fallen: list(ref('MotionTabled'), 64),
  },
  effect:
    'The motion’s text is now the amendment’s; amendments that waited fall. If the change is substantive, mandates on the old text read “come back and ask”.',
});

export const SubstanceClaimed = motion('SubstanceClaimed', {
  by: ['convener', 'officer', 'member', 'delegate'],
  article: 'motions',
  data: { motion: ref('MotionTabled') },
  effect: 'The amendment counts as substantive, whatever its mover said.',
});

export const MotionSplit = motion('MotionSplit', {
  by: ['convener', 'presidium', 'secretary'],
  article: 'motions',
  data: { motion: ref('MotionTabled'), parts: list(hash, 16) },
  effect: 'The parts, which together are the motion’s text, are motions of their own and voted one by one.',
});

const procedure = {
  sitting: ref('SittingConvened'),
  kind: choice('order', 'close-debate', 'adjourn', 'refer', 'table'),
  /** Which motion is to be voted without further debate, referred or put aside. */
  motion: optional(ref('MotionTabled')),
  to: optional(text(120)),
  /** Referred to the bases: they say what they mandate before it is voted. */
  bases: optional(yesNo),
};

export const ProcedureMoved = motion('ProcedureMoved', {
  by: ['convener', 'officer', 'member', 'delegate'],
  article: 'precedence',
  data: procedure,
  effect: 'A motion on how to proceed is pending: it is decided before any vote is opened.',
});

export const ProceduralMotionDecided = motion('ProceduralMotionDecided', {
  by: ['convener', 'presidium'],
  article: 'precedence',
  data: {
    ...procedure,
    carried: yesNo,
    /** Absent: ruled by the presidium. */
    hands: optional(record({ yes: count, no: count, abstain: count, present: count })),
  },
  effect:
    'A motion on how to proceed was taken before the others and decided: a motion put aside or referred is not voted in this sitting, one whose debate is closed is amended no more.',
});

const fate = choice('carried', 'rejected', 'not-taken', 'referred');

export const MotionAnswered = motion('MotionAnswered', {
  by: ['presidium', 'secretary'],
  article: 'proposing',
  data: { received: ref('MotionReceived'), from: elsewhere, fate, vote: optional(ref('VoteClosed')) },
  discloses: { reasons: 'public' },
  sealed: true,
  effect: 'The base is told what became of its motion, with reasons and minority positions.',
});

export const MotionAnswerReceived = motion('MotionAnswerReceived', {
  by: ['anyone'],
  article: 'proposing',
  data: { forwarded: ref('MotionForwarded'), answer: elsewhere, fate },
  cites: ['MotionAnswered', 'ActSealed'],
  effect: 'What became above of the motion that this body sent up is in its own book.',
});

export const TaskAssigned = motion('TaskAssigned', {
  by: ['vote', 'presidium'],
  article: 'tasks',
  data: { resolution: ref('ResolutionAdopted'), to: assignee, what: text(400), due: time },
  effect: 'An office, or a body below, carries the resolution out by this day and reports.',
  reversedBy: 'TaskReported',
});

export const TaskReported = motion('TaskReported', {
  by: ['officer', 'delegate'],
  article: 'tasks',
  data: { task: ref('TaskAssigned'), state: choice('done', 'not-done', 'in-part') },
  discloses: { report: 'public' },
  effect: 'The report on a task is before the next sitting.',
});
