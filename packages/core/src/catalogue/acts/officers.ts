import { actsOf } from '../entry.ts';
import {
  count,
  holder,
  list,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  text,
  time,
} from '../fields.ts';

const officers = actsOf('officers', 'implemented');
const officersPlanned = actsOf('officers', 'planned');

export const OfficersElected = officers('OfficersElected', {
  by: ['vote'],
  article: 'terms.officersMonths',
  data: {
    vote: ref('VoteOpened'),
    officers: list(record({ office: text(40), holder, key: publicKey }), 16),
    from: time,
    until: time,
    signaturesNeeded: positive,
    /** How many of them are women, where the statute asks for it. */
    women: optional(count),
  },
  effect:
    'These people hold these offices for the term, with these device keys; when it begins all former keys are void.',
  reversedBy: 'OfficerRecalled',
});

export const OfficerKeyReplaced = officers('OfficerKeyReplaced', {
  by: ['officer'],
  article: 'seals',
  data: { office: text(40), oldKey: publicKey, newKey: publicKey, signature },
  effect: 'The officer’s new device key stands for the old one, which signed this.',
});

export const OfficerKeyRestored = officersPlanned('OfficerKeyRestored', {
  by: ['officer'],
  article: 'seals',
  data: { office: text(40), newKey: publicKey },
  cites: ['OfficerKeyLossConfirmed'],
  effect: 'A lost key is replaced by the other officers together with an act of the body above.',
});

export const OfficerKeyLossConfirmed = officersPlanned('OfficerKeyLossConfirmed', {
  by: ['presidium'],
  article: 'seals',
  data: { below: origin, office: text(40), newKey: publicKey },
  sealed: true,
  effect: 'The body above confirms that a body below may replace a lost key.',
});

export const OfficerRecalled = officers('OfficerRecalled', {
  by: ['vote'],
  article: 'recall',
  data: {
    vote: ref('VoteOpened'),
    office: text(40),
    holder,
    /** By when the election must be convened; at once where nobody is left in office to convene it. */
    due: time,
  },
  effect: 'The officer’s powers and key end at once, and the body must elect.',
});

export const OfficerResigned = officers('OfficerResigned', {
  by: ['officer'],
  article: 'terms.officersMonths',
  data: { office: text(40), holder, due: time },
  effect: 'The office is vacant, its key signs no more, and the body must elect.',
});

export const OfficeTurnTaken = officersPlanned('OfficeTurnTaken', {
  by: ['statute'],
  article: 'rotation',
  data: { office: text(40), holder, turn: count },
  effect: 'An office passes to the next in the fixed order of turns.',
});
