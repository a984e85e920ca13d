import { day, decimals, entryLine, judgement, reportedSums } from '../../accounts/fields.ts';
import { symbol } from '../../supply/fields.ts';
import { actsOf } from '../entry.ts';
import { count, elsewhere, hash, list, optional, origin, ref, text, yesNo } from '../fields.ts';

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

/** The figures of a report, as they were when it was voted. */
const figures = {
  /** The last act that was reported on. */
  entry: ref('EntryBooked or EntryReversed'),
  until: day,
  /** Of the period: entries and reversals; and how many lack the second officer. */
  entries: count,
  single: count,
  sums: reportedSums,
};

export const AccountsPresented = accounts('AccountsPresented', {
  by: ['vote'],
  article: 'rules.accounts',
  data: { vote: ref('VoteOpened'), ...figures },
  effect:
    'The committee has handed in its accounts up to that day. They wait for the assemblies that formed it; its own vote approves nothing.',
});

export const CommitteeAccountsJudged = accounts('CommitteeAccountsJudged', {
  by: ['vote'],
  article: 'committees',
  data: {
    vote: ref('VoteOpened'),
    /** The report in the committee’s book. */
    report: elsewhere,
    /** As it says there; absent where that book could not be read when the vote was closed. */
    until: optional(day),
    outcome: judgement,
  },
  cites: ['AccountsPresented'],
  sealed: true,
  effect: 'This assembly has approved or rejected the accounts of a committee that it has formed.',
});

export const AccountsJudgementShown = accounts('AccountsJudgementShown', {
  by: ['anyone'],
  article: 'committees',
  data: { report: ref('AccountsPresented'), parent: origin, outcome: judgement, from: elsewhere },
  cites: ['CommitteeAccountsJudged', 'ActSealed'],
  effect:
    'What one of those who formed the committee has said of its accounts is in its own book: one that rejects is enough, and they are approved once all have approved.',
});

export const AccountsReported = accounts('AccountsReported', {
  by: ['vote', 'anyone'],
  article: 'rules.accounts',
  data: {
    /** Of a committee: the vote by which it handed the report in. */
    vote: ref('VoteOpened'),
    ...figures,
    outcome: judgement,
    /** Of a committee: the report that those who formed it have judged. */
    report: optional(ref('AccountsPresented')),
  },
  effect:
    'The assembly, or those who formed the committee, have approved the accounts up to that day, and nothing more is booked in it; or have rejected them, and they stand as rejected until the next report.',
});
