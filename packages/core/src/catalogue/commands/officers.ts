import { commandsOf } from '../command-entry.ts';
import { optional, origin, publicKey, ref, signature, text } from '../fields.ts';

const officers = commandsOf('officers');

export const officersCommands = {
  ReplaceOfficerKey: officers('ReplaceOfficerKey', {
    by: ['officer'],
    article: 'seals',
    input: { office: text(40), newKey: publicKey, signature },
    acts: ['OfficerKeyReplaced'],
    does: 'Puts a new device key in the place of the officer’s old one, which signs the change.',
  }),
  ReportKeyLost: officers('ReportKeyLost', {
    by: ['officer'],
    article: 'seals',
    input: { office: text(40), newKey: publicKey },
    acts: ['OfficerKeyReportedLost'],
    does: 'Says that a device key is lost, one’s own or another officer’s, and which key is to stand for it.',
  }),
  ConfirmKeyLoss: officers('ConfirmKeyLoss', {
    by: ['presidium', 'secretary'],
    article: 'seals',
    input: { below: origin, report: ref('OfficerKeyReportedLost') },
    acts: ['OfficerKeyLossConfirmed'],
    does: 'Confirms for a body below that a key was lost and whose the new one is; the officers seal it.',
  }),
  RestoreOfficerKey: officers('RestoreOfficerKey', {
    by: ['officer'],
    article: 'seals',
    input: { report: ref('OfficerKeyReportedLost'), signature, above: optional(origin) },
    acts: ['OfficerKeyRestored'],
    records: ['signature'],
    does: 'Gives one’s signature, as another officer, for the key that replaces a lost one; the last one needed restores it.',
  }),
  ResignOffice: officers('ResignOffice', {
    by: ['officer'],
    article: 'terms.officersMonths',
    input: { office: text(40) },
    acts: ['OfficerResigned'],
    does: 'Gives one’s own office up; an election must follow.',
  }),
  TakeTurn: officers('TakeTurn', {
    by: ['member', 'delegate'],
    article: 'rotation',
    input: { office: text(40), key: publicKey },
    acts: ['OfficeTurnTaken'],
    does: 'Takes an office whose turn has come to the one who asks; nobody is elected to it.',
  }),
  DeclineTurn: officers('DeclineTurn', {
    by: ['member', 'delegate', 'presidium', 'secretary'],
    article: 'rotation',
    input: { office: text(40) },
    acts: ['OfficeTurnDeclined'],
    does: 'Passes the turn on: said by whoever is next, or noted by those who preside or write.',
  }),
} as const;
