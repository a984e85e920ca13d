import { actsOf } from '../entry.ts';
import { choice, count, positive, ref, text } from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');

export const SlipsIssued = sitting('SlipsIssued', {
  by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
  article: 'walkIns',
  data: {
    sitting: ref('SittingConvened'),
    from: positive,
    to: positive,
    channel: choice('phone', 'card', 'paper'),
    /** What every holder gets at the door, so that nobody takes two. */
    mark: text(80),
    /** What the bound follows from: how many the tellers counted, and how many had checked in otherwise. */
    present: count,
    checkedIn: count,
  },
  effect:
    'Whoever holds one of these slips votes in this sitting as one person. Nobody on them is on the roll; never more are out than people counted at the door.',
  reversedBy: 'SlipVoided',
});

export const SlipVoided = sitting('SlipVoided', {
  by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
  article: 'walkIns',
  data: { sitting: ref('SittingConvened'), number: positive, why: choice('lost', 'taken-twice', 'given-back') },
  effect: 'That slip counts no more: an open vote drops what it cast, closed ones stand.',
});
