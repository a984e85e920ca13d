import { commandsOf } from '../command-entry.ts';
import { choice, integer, list, optional, positive, ref } from '../fields.ts';

const sitting = commandsOf('sitting');

export const doorCommands = {
  IssueSlips: sitting('IssueSlips', {
    by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
    article: 'walkIns',
    input: {
      sitting: ref('SittingConvened'),
      count: integer(1, 60),
      channel: optional(choice('phone', 'card', 'paper')),
    },
    acts: ['SlipsIssued'],
    records: ['slip', 'attendance'],
    does: 'Gives out numbered slips to people who are on no roll, each with its channel (if nothing is said, a code for a phone, shown this once); never more than were counted at the door.',
  }),
  VoidSlip: sitting('VoidSlip', {
    by: ['convener', 'presidium', 'secretary', 'teller', 'former-officer'],
    article: 'walkIns',
    input: {
      sitting: ref('SittingConvened'),
      number: positive,
      /** Several in one step, as those of a sheet that nobody took. */
      others: optional(list(positive, 59)),
      why: choice('lost', 'taken-twice', 'given-back'),
    },
    acts: ['SlipVoided'],
    records: ['slip-voided'],
    does: 'Takes a slip out of the count, or several at once; no number is given out again.',
  }),
} as const;
