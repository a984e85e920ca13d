import { actsOf } from '../entry.ts';
import { count, holder, list, origin, positive, publicKey, record, ref, signature, text, time } from '../fields.ts';

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
  },
  effect: 'These people hold these offices for the term, with these device keys; all former keys are void.',
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

export const OfficerRecalled = officersPlanned('OfficerRecalled', {
  by: ['vote'],
  article: 'recall',
  data: { vote: ref('VoteClosed'), office: text(40), holder },
  sealed: true,
  effect: 'The officer’s powers and key end at once.',
});

export const OfficerResigned = officersPlanned('OfficerResigned', {
  by: ['officer'],
  article: 'terms.officersMonths',
  data: { office: text(40), holder },
  effect: 'The office is vacant; the statute says who follows.',
});

export const OfficeTurnTaken = officersPlanned('OfficeTurnTaken', {
  by: ['statute'],
  article: 'rotation',
  data: { office: text(40), holder, turn: count },
  effect: 'An office passes to the next in the fixed order of turns.',
});
