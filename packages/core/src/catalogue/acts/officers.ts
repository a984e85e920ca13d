import { actsOf } from '../entry.ts';
import {
  count,
  elsewhere,
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
  yesNo,
} from '../fields.ts';

const officers = actsOf('officers', 'implemented');

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

export const OfficerKeyReportedLost = officers('OfficerKeyReportedLost', {
  by: ['officer'],
  article: 'seals',
  data: {
    office: text(40),
    oldKey: publicKey,
    newKey: publicKey,
    /** Whoever holds the office says so: from now on the old key signs nothing but its own replacement. */
    own: yesNo,
    /** Until when the loss can be confirmed and the key restored. */
    due: time,
  },
  effect:
    'An officer’s device key is reported lost, with the key that is to stand for it once the loss is confirmed and the other officers have signed.',
  reversedBy: 'OfficerKeyReplaced',
});

export const OfficerKeyLossConfirmed = officers('OfficerKeyLossConfirmed', {
  by: ['presidium', 'secretary', 'vote'],
  article: 'seals',
  data: {
    below: origin,
    report: ref('OfficerKeyReportedLost'),
    office: text(40),
    newKey: publicKey,
    /** Of the body’s own sitting. */
    vote: optional(ref('VoteOpened')),
  },
  cites: ['OfficerKeyReportedLost'],
  sealed: true,
  effect: 'The body itself by its vote, or a body above, sealed, confirms the loss and whose the new key is.',
});

export const OfficerKeyRestored = officers('OfficerKeyRestored', {
  by: ['officer'],
  article: 'seals',
  data: {
    report: ref('OfficerKeyReportedLost'),
    office: text(40),
    oldKey: publicKey,
    newKey: publicKey,
    signatures: list(record({ key: publicKey, office: text(40), signature }), 8),
    confirmed: elsewhere,
  },
  cites: ['OfficerKeyLossConfirmed', 'ActSealed'],
  effect:
    'A lost key is replaced: as many other officers as make a seal have signed the new one, and the loss is confirmed.',
});

export const OfficerRecalled = officers('OfficerRecalled', {
  by: ['vote'],
  article: 'recall',
  data: {
    vote: ref('VoteOpened'),
    office: text(40),
    holder,
    /** Of those elected for a term that had not begun: whoever serves stays. */
    later: optional(yesNo),
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

export const OfficeTurnTaken = officers('OfficeTurnTaken', {
  by: ['member', 'delegate'],
  article: 'rotation',
  data: {
    office: text(40),
    holder,
    key: publicKey,
    /** How many turns there have been, this one too; one that was declined is one. */
    turn: positive,
    from: time,
    until: time,
  },
  sealed: true,
  effect:
    'Whoever is next in the fixed order holds the office without an election; the key signs once the other officers have sealed this.',
});

export const OfficeTurnDeclined = officers('OfficeTurnDeclined', {
  by: ['member', 'delegate', 'presidium', 'secretary'],
  article: 'rotation',
  data: {
    office: text(40),
    turn: positive,
    /** Whoever declines holds no office: of a member the place in the order of turns, of a delegate the body that was next. */
    place: optional(positive),
    body: optional(origin),
    /** Read where a book has it; nothing writes it. */
    holder: optional(holder),
  },
  effect: 'Whoever was next does not take the office: the turn passes on.',
});
