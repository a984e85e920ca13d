import { commandsOf } from '../command-entry.ts';
import { choice, elsewhere, list } from '../fields.ts';

export const disputeCommands = {
  RecordDispute: commandsOf('dispute')('RecordDispute', {
    by: ['presidium', 'secretary', 'delegate'],
    article: 'disputes',
    input: { over: choice('seat', 'name', 'congress'), claims: list(elsewhere, 8) },
    acts: ['ClaimDisputed'],
    does: 'Writes down that several bodies claim one seat, name or congress, each by an act of its own book; a sitting that can settle it becomes due.',
  }),
} as const;
