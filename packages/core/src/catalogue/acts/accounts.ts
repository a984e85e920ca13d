import { day, decimals, entryLine, judgement, reportedSums } from '../../accounts/fields.ts';
import { symbol } from '../../supply/fields.ts';
import { actsOf } from '../entry.ts';
import { count, hash, list, optional, ref, text, yesNo } from '../fields.ts';

const accounts = actsOf('accounts', 'implemented');

export const CommodityNamed = accounts('CommodityNamed', {
  by: ['officer'],
  article: 'accounts',
  data: { symbol, title: text(60), decimals },
  effect:
    'Amounts of this money are booked in whole units of its smallest part; so many of their digits stand behind the point.',
});

export const EntryBooked = accounts('EntryBooked', {
  by: ['officer'],
  article: 'accounts',
  data: {
    day,
    words: text(200),
    lines: list(entryLine, 24),
    /** SHA-256 of the receipt's file. */
    receipt: optional(hash),
    /** Who answers for it: a second signature is of somebody who did not hold it then. */
    office: text(40),
    /** Whether another officer has to sign it too. */
    second: yesNo,
  },
  effect: 'What moved from some accounts to others: of each commodity the lines add up to zero.',
  reversedBy: 'EntryReversed',
});

export const EntryCountersigned = accounts('EntryCountersigned', {
  by: ['officer'],
  article: 'accounts.twoAbove',
  data: { entry: ref('EntryBooked'), office: text(40) },
  effect: 'Another officer who may book answers for the entry as well.',
});

export const EntryReversed = accounts('EntryReversed', {
  by: ['officer'],
  article: 'accounts',
  data: { entry: ref('EntryBooked'), day, reason: text(200), office: text(40) },
  effect: 'The entry is turned round on that day; both stay in the book.',
});

export const AccountsReported = accounts('AccountsReported', {
  by: ['vote'],
  article: 'rules.accounts',
  data: {
    vote: ref('VoteOpened'),
    /** The last act that was reported on. */
    entry: ref('EntryBooked or EntryReversed'),
    until: day,
    /** Of the period: entries and reversals; and how many lack the second officer. */
    entries: count,
    single: count,
    sums: reportedSums,
    outcome: judgement,
  },
  effect:
    'The assembly has approved the accounts up to that day, and nothing more is booked in it; or it has rejected them, and they stand as rejected until the next report.',
});
