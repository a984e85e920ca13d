import { commandsOf } from '../command-entry.ts';
import { member, text } from '../fields.ts';

const roll = commandsOf('roll');

export const rollCommands = {
  EnrolMember: roll('EnrolMember', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { name: text(120) },
    records: ['member'],
    does: 'Adds a person to the roll, under a random identifier of this body.',
  }),
  IssueCard: roll('IssueCard', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { member },
    records: ['card'],
    does: 'Makes a member card; every older card of that member is void.',
  }),
} as const;
