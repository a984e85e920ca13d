import { proposal } from '../../motion/proposal.ts';
import { matter } from '../../statute/fields.ts';
import { assignee } from '../../task/fields.ts';
import { mapMost } from '../../territory/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, count, elsewhere, list, optional, record, ref, text, time, yesNo } from '../fields.ts';

const motion = commandsOf('motion');

export const motionCommands = {
  TableMotion: motion('TableMotion', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate'],
    article: 'convening',
    input: {
      sitting: ref('SittingConvened'),
      matter,
      title: text(200),
      /** Of minutes: the whole of them. */
      text: text(20_000),
      proposal,
      /** Of a territory: the map itself, as GeoJSON. */
      map: optional(text(mapMost)),
      from: optional(ref('MotionReceived')),
    },
    acts: ['MotionTabled'],
    does: 'Puts a motion before the sitting, with what it will do if it carries.',
  }),
  ReceiveMotion: motion('ReceiveMotion', {
    by: ['anyone'],
    article: 'convening',
    input: { from: elsewhere },
    acts: ['MotionReceived'],
    does: 'Takes up a motion that a base has forwarded, on proof from its book.',
  }),
  ClaimSubstantive: motion('ClaimSubstantive', {
    by: ['convener', 'officer', 'member', 'delegate'],
    article: 'motions',
    input: { motion: ref('MotionTabled') },
    acts: ['SubstanceClaimed'],
    does: 'Says that an amendment tabled as editorial changes the substance; from then on it counts as substantive.',
  }),
  WithdrawMotion: motion('WithdrawMotion', {
    by: ['convener', 'officer', 'delegate'],
    article: 'motions',
    input: { motion: ref('MotionTabled') },
    acts: ['MotionWithdrawn'],
    does: 'Withdraws a motion of one’s own office or body before it is put to the vote.',
  }),
  SplitMotion: motion('SplitMotion', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'motions',
    input: { motion: ref('MotionTabled'), parts: list(text(6_000), 16) },
    acts: ['MotionSplit', 'MotionTabled'],
    does: 'Divides a motion into parts that are voted one by one; put one after the other they are its text.',
  }),
  MoveProcedure: motion('MoveProcedure', {
    by: ['convener', 'officer', 'member', 'delegate'],
    article: 'precedence',
    input: {
      sitting: ref('SittingConvened'),
      kind: choice('order', 'close-debate', 'adjourn', 'refer', 'table'),
      motion: optional(ref('MotionTabled')),
      to: optional(text(120)),
      bases: optional(yesNo),
    },
    acts: ['ProcedureMoved'],
    does: 'Moves how to proceed; what the statute puts first takes the place of what is pending.',
  }),
  DecideProcedure: motion('DecideProcedure', {
    by: ['convener', 'presidium'],
    article: 'precedence',
    input: {
      sitting: ref('SittingConvened'),
      ruling: optional(yesNo),
      hands: optional(record({ yes: count, no: count, abstain: count })),
    },
    acts: ['ProceduralMotionDecided'],
    does: 'Decides the pending motion on how to proceed: a point of order by ruling or hands, the others by hands.',
  }),
  AnswerMotion: motion('AnswerMotion', {
    by: ['presidium', 'secretary'],
    article: 'proposing',
    input: { received: ref('MotionReceived'), reasons: text(4_000) },
    acts: ['MotionAnswered'],
    does: 'Tells a base what became of its motion, as the book says, with reasons and minority positions.',
  }),
  ReceiveMotionAnswer: motion('ReceiveMotionAnswer', {
    by: ['anyone'],
    article: 'proposing',
    input: { forwarded: ref('MotionForwarded') },
    acts: ['MotionAnswerReceived'],
    does: 'Takes the answer to a motion that was sent up into this book, on proof from the book above.',
  }),
  AssignTask: motion('AssignTask', {
    by: ['presidium'],
    article: 'tasks',
    input: { resolution: ref('ResolutionAdopted'), to: assignee, what: text(400), due: time },
    acts: ['TaskAssigned'],
    does: 'Gives an office, or a body below, a part of what a resolution asks for, with a day.',
  }),
  ReportTask: motion('ReportTask', {
    by: ['officer', 'delegate'],
    article: 'tasks',
    input: { task: ref('TaskAssigned'), state: choice('done', 'not-done', 'in-part'), report: text(4_000) },
    acts: ['TaskReported'],
    does: 'Reports on a task; only the office or body that has it.',
  }),
} as const;
