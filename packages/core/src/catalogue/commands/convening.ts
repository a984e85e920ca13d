import { askedText } from '../../sitting/notice.ts';
import { matter, matters } from '../../statute/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { count, hash, list, optional, origin, ref, text } from '../fields.ts';

const sitting = commandsOf('sitting');

export const conveningCommands = {
  DemandSitting: sitting('DemandSitting', {
    by: ['member', 'delegate'],
    article: 'convening',
    input: { matters: list(matter, matters.length), texts: optional(list(askedText, matters.length)) },
    acts: ['SittingDemanded'],
    records: ['demand', 'demand-reached'],
    does: 'Supports that the body sits on these matters; nobody sees who. With enough support the body must sit.',
  }),
  ShowBasesDemand: sitting('ShowBasesDemand', {
    by: ['anyone'],
    article: 'convening',
    input: { matters: list(matter, matters.length), texts: optional(list(askedText, matters.length)) },
    acts: ['SittingDemandShown'],
    does: 'Shows that enough bodies below have asked, each in a sealed act of its own, that this one sits on these matters.',
  }),
  ShowDemandFromAbove: sitting('ShowDemandFromAbove', {
    by: ['anyone'],
    article: 'convening',
    input: { above: origin, matters: list(matter, matters.length) },
    acts: ['SittingDemandShown'],
    does: 'Shows that a body above has asked, in a sealed act, that this one holds an election.',
  }),
  NameNoticeText: sitting('NameNoticeText', {
    by: ['presidium', 'secretary'],
    article: 'notice',
    input: { sitting: ref('SittingConvened'), item: count, textHash: hash, text: optional(text(20_000)) },
    acts: ['NoticeTextNamed'],
    does: 'Names, by its hash, the text of an item (the first is 0) that was demanded by its matter alone; as long before the sitting as the notice itself, and once. `text` brings the words for everybody to read.',
  }),
  CallOffSitting: sitting('CallOffSitting', {
    by: ['presidium'],
    article: 'notice',
    input: { sitting: ref('SittingConvened'), reason: text(400) },
    acts: ['SittingCalledOff'],
    does: 'Calls off a sitting that has not been opened; one that was forced by a demand cannot be called off.',
  }),
} as const;
