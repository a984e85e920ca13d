import type { EntryLine } from '@cabildo/core';
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
  AccountsReported: ({ until, entries, single, sums, outcome }, say) => {
    const figures = sums.map(
      ({ commodity, income, expenses, assets }) =>
        `${say.money(-income, commodity)} came in, ${say.money(expenses, commodity)} went out, there is ${say.money(assets, commodity)}`,
    );
    const alone = single === 0 ? '' : ` ${say.many(single, 'entry lacks', 'entries lack')} the second signature.`;
    const judged =
      outcome === 'approved'
        ? 'The assembly approved the accounts'
        : 'The assembly REJECTED the accounts; what is booked stays booked, and stands as rejected until the next report. They were the accounts';
    return `${judged} up to ${say.calendarDay(until)} (${say.many(entries, 'entry', 'entries')}): ${say.list(figures)}.${alone}`;
  },
};
