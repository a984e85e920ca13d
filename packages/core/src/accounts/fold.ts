import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { EntryLine } from './fields.ts';
import type { AccountsState, BookedEntry } from './state.ts';

const withAccounts = (state: BodyState, change: Partial<AccountsState>): BodyState => ({
  ...state,
  accounts: { ...state.accounts, ...change },
});

const moved = (balances: AccountsState['balances'], lines: readonly EntryLine[], times: 1 | -1) =>
  lines.reduce((all, { account, commodity, amount }) => {
    const key = `${account} ${commodity}`;
    return tableSet(all, key, (tableGet(all, key) ?? 0) + times * amount);
  }, balances);

const entryAt = (state: BodyState, index: number): BookedEntry =>
  known(tableGet(state.accounts.entries, index), `the entry ${index}`);

export const accountsFolds: Folds = {
  CommodityNamed: (state, { data, index }) =>
    withAccounts(state, {
      commodities: tableSet(state.accounts.commodities, data.symbol, { ...data, act: index }),
    }),

  EntryBooked(state, { data, index }) {
    const { accounts, officers } = state;
    const { receipt = null, office, ...said } = data;
    const holder = tableGet(officers, office)?.holder ?? null;
    const entry: BookedEntry = { ...said, receipt, by: { office, holder }, countersigned: null, reversed: null };
    const receipts =
      receipt === null
        ? accounts.receipts
        : tableSet(accounts.receipts, receipt, [...(tableGet(accounts.receipts, receipt) ?? []), index]);
    const balances = moved(accounts.balances, data.lines, 1);
    return withAccounts(state, { entries: tableSet(accounts.entries, index, entry), balances, receipts });
  },

  EntryCountersigned(state, { data, index }) {
    const entry = { ...entryAt(state, data.entry), countersigned: index };
    return withAccounts(state, { entries: tableSet(state.accounts.entries, data.entry, entry) });
  },

  EntryReversed(state, { data: { entry: reversed, day, reason }, index }) {
    const entry = { ...entryAt(state, reversed), reversed: { act: index, day, reason } };
    return withAccounts(state, {
      entries: tableSet(state.accounts.entries, reversed, entry),
      balances: moved(state.accounts.balances, entry.lines, -1),
    });
  },

  AccountsReported: (state, { data, index }) =>
    withAccounts(state, { reports: [...state.accounts.reports, { ...data, act: index }] }),
};
