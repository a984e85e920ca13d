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
} as const;
