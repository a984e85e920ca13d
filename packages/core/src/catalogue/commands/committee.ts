import { commandsOf } from '../command-entry.ts';
import { list, origin } from '../fields.ts';

export const committeeCommands = {
  ShowFormation: commandsOf('body')('ShowFormation', {
    by: ['anyone'],
    article: 'committees',
    input: { parents: list(origin, 16) },
    acts: ['CommitteeFormed', 'AffiliationAdmitted'],
    does: 'Shows in the committee’s own book, with its parents’ books as proof, that all of them have formed it: its powers, its last day and their seats hold from here on.',
  }),
} as const;
