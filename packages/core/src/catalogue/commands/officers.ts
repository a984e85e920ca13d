import { commandsOf } from '../command-entry.ts';
import { publicKey, signature, text } from '../fields.ts';

const officers = commandsOf('officers');

export const officersCommands = {
  ReplaceOfficerKey: officers('ReplaceOfficerKey', {
    by: ['officer'],
    article: 'seals',
    input: { office: text(40), newKey: publicKey, signature },
    acts: ['OfficerKeyReplaced'],
    does: 'Puts a new device key in the place of the officer’s old one, which signs the change.',
  }),
  ResignOffice: officers('ResignOffice', {
    by: ['officer'],
    article: 'terms.officersMonths',
    input: { office: text(40) },
    acts: ['OfficerResigned'],
    does: 'Gives one’s own office up; an election must follow.',
  }),
} as const;
