import { proposal } from '../../motion/proposal.ts';
import { matter } from '../../statute/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { elsewhere, optional, ref, text } from '../fields.ts';

const motion = commandsOf('motion');

export const motionCommands = {
  TableMotion: motion('TableMotion', {
    by: ['convener', 'presidium', 'secretary', 'member', 'delegate'],
    article: 'convening',
    input: {
      sitting: ref('SittingConvened'),
      matter,
      title: text(200),
      text: text(6_000),
      proposal,
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
} as const;
