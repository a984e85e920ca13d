import { commandsOf } from '../command-entry.ts';
import { count, list, optional, positive, ref, text, time, yesNo } from '../fields.ts';

const sitting = commandsOf('sitting');

export const sittingCourseCommands = {
  EstimateCrowd: sitting('EstimateCrowd', {
    by: ['convener', 'presidium', 'secretary'],
    article: 'acclamation',
    input: { sitting: ref('SittingConvened'), atLeast: count, atMost: count, method: text(400) },
    acts: ['CrowdEstimated'],
    does: 'Opens a gathering too large to count, as a range with its method; it acclaims proposals to the bases and nothing else.',
  }),
  EraseAttendance: sitting('EraseAttendance', {
    by: ['anyone'],
    article: 'publicity',
    input: { sitting: ref('SittingConvened') },
    acts: ['AttendanceErased'],
    records: ['attendance-erased'],
    does: 'Deletes who was at, and who spoke in, a sitting whose challenge period is over. The node does it by itself, with whatever is done next in that book.',
  }),
  RecessSitting: sitting('RecessSitting', {
    by: ['presidium'],
    article: 'recess',
    input: { sitting: ref('SittingConvened'), until: time },
    acts: ['SittingRecessed'],
    does: 'Pauses the sitting until an hour that is said.',
  }),
  ResumeSitting: sitting('ResumeSitting', {
    by: ['presidium'],
    article: 'recess',
    input: { sitting: ref('SittingConvened') },
    acts: ['SittingResumed'],
    does: 'Goes on after a recess, from the hour that was said, with those present counted anew.',
  }),
  ChallengeQuorum: sitting('ChallengeQuorum', {
    by: ['member', 'delegate'],
    article: 'calls',
    input: { sitting: ref('SittingConvened') },
    acts: ['QuorumChallenged'],
    does: 'Doubts that there is still quorum, once an item: the hall is counted before anything is voted.',
  }),
  ChangeAgenda: sitting('ChangeAgenda', {
    by: ['presidium'],
    article: 'notice',
    input: { sitting: ref('SittingConvened'), order: list(count, 64) },
    acts: ['AgendaChanged'],
    does: 'Takes the items of the notice in another order; none is added and none left out.',
  }),
  TakeItem: sitting('TakeItem', {
    by: ['convener', 'presidium', 'former-officer'],
    article: 'notice',
    input: { sitting: ref('SittingConvened'), item: count },
    acts: ['ItemTaken'],
    does: 'Calls an item of the notice (the first is 0): everybody sees what the sitting is at. An item may be taken up again.',
  }),
  RecordObjection: sitting('RecordObjection', {
    by: ['member', 'delegate'],
    article: 'objections',
    input: { sitting: ref('SittingConvened'), act: ref('any act'), asksForCount: yesNo, text: optional(text(1_000)) },
    acts: ['ObjectionRecorded'],
    does: 'Has an objection to an act of the sitting minuted, without the objector’s name.',
  }),
  RecordThreat: sitting('RecordThreat', {
    by: ['anyone'],
    article: 'threats',
    input: { act: ref('any act'), decision: optional(positive), text: text(1_000) },
    acts: ['ThreatRecorded', 'StatuteReviewOpened'],
    does: 'Records, during or after, that something was decided under threat; only officers read what is told. Said by somebody of the body it opens the review, once.',
  }),
} as const;
