import type { ActData, EntryLine } from '@cabildo/core';
import type { AccountsSentences, Saying } from './sentence.ts';

/** `assets:cash 120.00 BOB`: what is positive goes there, what is negative comes from there. */
function moves(lines: readonly EntryLine[], say: Saying): string {
  const said = (some: readonly EntryLine[]) =>
    say.list(some.map(({ account, commodity, amount }) => `${account} ${say.money(Math.abs(amount), commodity)}`));
  const [into, from] = [lines.filter(({ amount }) => amount > 0), lines.filter(({ amount }) => amount < 0)];
  return `to ${said(into)}; from ${said(from)}`;
}

export const englishAccounts: AccountsSentences = {
  CommodityNamed: ({ symbol, title }) => `Accounts are kept in ${title} (${symbol}).`,
  EntryBooked: ({ day, words, lines, receipt, second }, say) =>
    `Booked in the accounts, of ${say.calendarDay(day)}: ${words} (${moves(lines, say)}).${receipt === undefined ? ' Without a receipt.' : ''}${second ? ' Because of the amount another officer has to sign it too.' : ''}`,
  EntryCountersigned: ({ entry, office }, say) =>
    `“${say.office(office)}” answers for the entry of act no. ${entry} as well.`,
  EntryReversed: ({ entry, day, reason }, say) =>
    `The entry of act no. ${entry} was reversed on ${say.calendarDay(day)}: ${reason}. Both stay in the book.`,
  AccountsPresented: ({ until, entries, single, sums }, say) =>
    `The committee handed in its accounts up to ${say.calendarDay(until)} (${say.many(entries, 'entry', 'entries')}): ${figures({ single, sums }, say)} They wait for what the assemblies say that formed it; its own vote approves nothing.`,
  CommitteeAccountsJudged: ({ report, until, outcome }, say) =>
    `The assembly ${outcome === 'approved' ? 'approved' : 'REJECTED'} the accounts of the committee ${say.body(report.book)}${until === undefined ? '' : ` up to ${say.calendarDay(until)}`} (act no. ${report.index} of that book).`,
  AccountsJudgementShown: ({ report, parent, outcome, from }, say) =>
    `${say.body(parent)} ${outcome === 'approved' ? 'approved' : 'REJECTED'} the accounts handed in by act no. ${report} (act no. ${from.index} of its book).`,
  AccountsReported: ({ until, entries, single, sums, outcome, report }, say) => {
    const whose =
      report === undefined
        ? ['The assembly approved', 'The assembly REJECTED']
        : ['All assemblies that formed the committee approved', 'An assembly that formed the committee REJECTED'];
    const judged =
      outcome === 'approved'
        ? `${whose[0]} the accounts`
        : `${whose[1]} the accounts; what is booked stays booked, and stands as rejected until the next report. They were the accounts`;
    return `${judged} up to ${say.calendarDay(until)} (${say.many(entries, 'entry', 'entries')}): ${figures({ single, sums }, say)}`;
  },
};

/** What came in, went out and is there of each money, and how many entries have one signature. */
function figures({ single, sums }: Pick<ActData<'AccountsReported'>, 'single' | 'sums'>, say: Saying): string {
  const said = sums.map(
    ({ commodity, income, expenses, assets }) =>
      `${say.money(-income, commodity)} came in, ${say.money(expenses, commodity)} went out, there is ${say.money(assets, commodity)}`,
  );
  const alone = single === 0 ? '' : ` ${say.many(single, 'entry lacks', 'entries lack')} the second signature.`;
  return `${say.list(said)}.${alone}`;
}
