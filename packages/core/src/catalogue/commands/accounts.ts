import { day, decimals, entryLine } from '../../accounts/fields.ts';
import { symbol } from '../../supply/fields.ts';
import { commandsOf } from '../command-entry.ts';
import { elsewhere, hash, list, optional, ref, text } from '../fields.ts';

const accounts = commandsOf('accounts');

export const accountsCommands = {
  NameCommodity: accounts('NameCommodity', {
    by: ['officer'],
    article: 'accounts',
    input: { symbol, title: text(60), decimals },
    acts: ['CommodityNamed'],
    does: 'Says in which money accounts are kept (`BOB`), and how many digits stand behind the point (2: centavos are booked).',
  }),
  BookEntry: accounts('BookEntry', {
    by: ['officer'],
    article: 'accounts',
    input: { day, words: text(200), lines: list(entryLine, 24), receipt: optional(hash) },
    acts: ['EntryBooked'],
    does: 'Books what came in, went out or moved; `receipt` is the hash of the receipt’s file, which stays with the officers.',
  }),
  CountersignEntry: accounts('CountersignEntry', {
    by: ['officer'],
    article: 'accounts.twoAbove',
    input: { entry: ref('EntryBooked') },
    acts: ['EntryCountersigned'],
    does: 'Answers for an entry that another officer has booked.',
  }),
  ReverseEntry: accounts('ReverseEntry', {
    by: ['officer'],
    article: 'accounts',
    input: { entry: ref('EntryBooked'), day, reason: text(200) },
    acts: ['EntryReversed'],
    does: 'Turns an entry round, once, on a day that is not closed; nothing is overwritten.',
  }),
  ShowAccountsJudgement: accounts('ShowAccountsJudgement', {
    by: ['anyone'],
    article: 'committees',
    input: { judgement: elsewhere },
    acts: ['AccountsJudgementShown', 'AccountsReported'],
    does: 'Shows in a committee’s book what one of those who formed it has said of its accounts, sealed in its own: rejected once one rejects, approved once all have approved.',
  }),
} as const;
