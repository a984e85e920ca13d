import { commandsOf } from '../command-entry.ts';
import { count, elsewhere, list, member, optional, record, text } from '../fields.ts';

const roll = commandsOf('roll');

export const rollCommands = {
  EnrolMember: roll('EnrolMember', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { name: text(120), household: optional(member) },
    records: ['member'],
    does: 'Adds a person to the roll, under a random identifier of this body; `household` is somebody on it with whom the person lives.',
  }),
  EnrolMembers: roll('EnrolMembers', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { people: list(record({ name: text(120), household: optional(count) }), 2_000) },
    records: ['member', 'card'],
    does: 'Adds a whole list to the roll with a card for each, or nobody of it; `household` is the place, from 0, of somebody before in the list with whom the person lives.',
  }),
  IssueCard: roll('IssueCard', {
    by: ['convener', 'secretary'],
    article: 'roll',
    input: { member },
    records: ['card'],
    does: 'Makes a member card; every older card of that member is void.',
  }),
  CountRoll: roll('CountRoll', {
    by: ['secretary'],
    article: 'roll',
    input: { doubleMembers: count },
    acts: ['RollCounted'],
    does: 'States how long the roll is today and how many of it are known to belong to another base too; sealed, it is shown above.',
  }),
  AuditRoll: roll('AuditRoll', {
    by: ['officer'],
    article: 'roll.sample',
    input: { order: elsewhere, sampled: count, confirmed: count },
    acts: ['RollAudited'],
    does: 'Enters what a sample of the roll has shown, by order of the body above: how many were looked for, how many found.',
  }),
} as const;
