import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';
import type { EntryLine } from './fields.ts';
import { presentedAt } from './presented.ts';
import type { AccountsState, BookedEntry, PresentedReport } from './state.ts';

const withAccounts = (state: BodyState, change: Partial<AccountsState>): BodyState => ({
  ...state,
  accounts: { ...state.accounts, ...change },
});

const moved = (balances: AccountsState['balances'], lines: readonly EntryLine[], times: 1 | -1) =>
  lines.reduce((all, { account, commodity, amount }) => {
    const key = `${account} ${commodity}`;
    return tableSet(all, key, (tableGet(all, key) ?? 0) + times * amount);
  }, balances);

/** Booked here, or taken over from the book before as balances that nobody books in any more. */
export function withEntry(state: BodyState, index: number, entry: BookedEntry, table: 'entries' | 'opened'): BodyState {
  const { accounts } = state;
  const { receipt, lines } = entry;
  const receipts =
    receipt === null
      ? accounts.receipts
      : tableSet(accounts.receipts, receipt, [...(tableGet(accounts.receipts, receipt) ?? []), index]);
  const kept = tableSet(accounts[table] ?? emptyTable(), index, entry);
  return withAccounts(state, { [table]: kept, balances: moved(accounts.balances, lines, 1), receipts });
}

const entryAt = (state: BodyState, index: number): BookedEntry =>
  known(tableGet(state.accounts.entries, index), `the entry ${index}`);

const presentedWith = ({ accounts }: BodyState, act: number, change: Partial<PresentedReport>) => ({
  presented: (accounts.presented ?? []).map((report) => (report.act === act ? { ...report, ...change } : report)),
});

export const accountsFolds: Folds = {
  CommodityNamed: (state, { data, index }) =>
    withAccounts(state, {
      commodities: tableSet(state.accounts.commodities, data.symbol, { ...data, act: index }),
    }),

  EntryBooked(state, { data, index }) {
    const { officers } = state;
    const { receipt = null, office, ...said } = data;
    const holder = tableGet(officers, office)?.holder ?? null;
    const entry: BookedEntry = { ...said, receipt, by: { office, holder }, countersigned: null, reversed: null };
    return withEntry(state, index, entry, 'entries');
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
    withAccounts(state, {
      reports: [...state.accounts.reports, { ...data, act: index }],
      ...(data.report === undefined ? {} : presentedWith(state, data.report, { settled: index })),
    }),

  AccountsPresented: (state, { data, index }) =>
    withAccounts(state, {
      presented: [...(state.accounts.presented ?? []), { ...data, act: index, judged: [], settled: null }],
    }),

  AccountsJudgementShown(state, { data: { report, ...judgement }, index }) {
    const { judged } = known(presentedAt(state, report), `the report ${report}`);
    return withAccounts(state, presentedWith(state, report, { judged: [...judged, { ...judgement, act: index }] }));
  },

  CommitteeAccountsJudged: (state, { data: { report, outcome }, index }) =>
    withAccounts(state, {
      judgements: tableSet(state.accounts.judgements ?? emptyTable(), actKey(report.book, report.index), {
        report,
        outcome,
        act: index,
      }),
    }),
};
