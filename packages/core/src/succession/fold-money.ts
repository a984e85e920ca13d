import { withEntry } from '../accounts/fold.ts';
import type { BookedEntry } from '../accounts/state.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Standing } from './fields.ts';

type MoneyKind = 'commodity' | 'balances' | 'entry' | 'reversal' | 'accounts-report';
type Money = Extract<Standing, { readonly kind: MoneyKind }>;

/** What a body had of money; `from` names the act of the book before. */
export function moneyInto(
  state: BodyState,
  what: Money,
  { index, from }: { readonly index: number; readonly from: { readonly book: string } },
): BodyState {
  const { accounts, officers } = state;
  const plain = { receipt: null, second: false, countersigned: null, reversed: null } as const;
  switch (what.kind) {
    case 'commodity': {
      const { kind: _, ...said } = what;
      const commodities = tableSet(accounts.commodities, said.symbol, { ...said, act: index });
      return { ...state, accounts: { ...accounts, commodities } };
    }
    // The name of the book where they are told apart stands in the place of words.
    case 'balances': {
      const { day, lines } = what;
      const entry: BookedEntry = { ...plain, day, lines, words: from.book, by: { office: 'operator', holder: null } };
      return withEntry(state, index, entry, 'opened');
    }
    case 'entry': {
      const { kind: _, receipt = null, office, countersigned, ...said } = what;
      const by = { office, holder: tableGet(officers, office)?.holder ?? null };
      const entry = { ...plain, ...said, receipt, by, countersigned: countersigned ? index : null };
      return withEntry(state, index, entry, 'entries');
    }
    case 'reversal': {
      const { entry: of, day, reason } = what;
      const entry = known(tableGet(accounts.entries, of), `the entry ${of}`);
      const turned = { ...entry, lines: entry.lines.map((line) => ({ ...line, amount: -line.amount })) };
      const moved = withEntry(state, of, { ...turned, receipt: null }, 'entries');
      const entries = tableSet(moved.accounts.entries, of, { ...entry, reversed: { act: index, day, reason } });
      return { ...moved, accounts: { ...moved.accounts, entries } };
    }
    case 'accounts-report': {
      const { kind: _, ...said } = what;
      const report = { ...said, entry: index, vote: index, act: index };
      return { ...state, accounts: { ...accounts, reports: [...accounts.reports, report] } };
    }
  }
}
