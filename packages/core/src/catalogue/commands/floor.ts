import { speechKinds } from '../../floor/state.ts';
import { commandsOf } from '../command-entry.ts';
import { choice, optional, positive, ref, text, yesNo } from '../fields.ts';

const sitting = commandsOf('sitting');

const place = { sitting: ref('SittingConvened'), number: positive };

export const floorCommands = {
  AskForFloor: sitting('AskForFloor', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate', 'slip'],
    article: 'speaking',
    input: {
      sitting: ref('SittingConvened'),
      /** Absent: on what the sitting talks about beside its motions. */
      motion: optional(ref('MotionTabled')),
      kind: choice(...speechKinds),
      sector: optional(text(60)),
      woman: optional(yesNo),
      /** Of somebody without a phone, whom those who run the sitting put on the list. */
      label: optional(text(60)),
    },
    records: ['floor'],
    does: 'A place on the list of speakers of an item; who asked stays in the vault until the challenge period ends.',
  }),
  WithdrawFromFloor: sitting('WithdrawFromFloor', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate', 'slip'],
    article: 'speaking',
    input: place,
    records: ['floor'],
    does: 'Gives one’s own place on the list up.',
  }),
  GiveFloor: sitting('GiveFloor', {
    by: ['convener', 'presidium'],
    article: 'speaking',
    input: place,
    records: ['floor'],
    does: 'Gives the floor to whoever is next by the statute’s order; a point of order interrupts.',
  }),
  EndSpeech: sitting('EndSpeech', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate', 'slip'],
    article: 'speaking',
    input: place,
    records: ['floor'],
    does: 'Ends a turn, by whoever runs the sitting or the speaker; whoever was interrupted goes on.',
  }),
  CloseDebate: sitting('CloseDebate', {
    by: ['convener', 'presidium'],
    article: 'speaking',
    input: { sitting: ref('SittingConvened'), motion: optional(ref('MotionTabled')) },
    acts: ['DebateEnded'],
    records: ['floor'],
    does: 'Ends the debate on an item once everybody on the list was heard, or the hall has voted to close it.',
  }),
} as const;
