import type { ActData } from '../catalogue/acts.ts';
import { emptyTable, type Table } from '../table.ts';
import type { EntryLine } from './fields.ts';

/** Open books of money. Keys are indexes of acts where nothing else is said. */
export interface AccountsState {
  /** Symbol → what it is, and the act that named it. */
  readonly commodities: Table<ActData<'CommodityNamed'> & { readonly act: number }>;
  readonly entries: Table<BookedEntry>;
  /** Of a book that goes on from another: what was approved there, as balances. */
  readonly opened?: Table<BookedEntry>;
  /** `<account> <commodity>` → how much is on it; over all accounts each commodity adds up to zero. */
  readonly balances: Table<number>;
  /** SHA-256 of a receipt → the entries that name it. */
  readonly receipts: Table<readonly number[]>;
  /** In the order in which the assembly has judged them; of a committee, those who formed it. */
  readonly reports: readonly AccountsReport[];
  /** Of a committee: what it has handed in to those who formed it. */
  readonly presented?: readonly PresentedReport[];
  /** `<book>#<index>` of a committee’s report → what this assembly has said of it. */
  readonly judgements?: Table<Judgement>;
}

export interface BookedEntry {
  readonly day: string;
  readonly words: string;
  readonly lines: readonly EntryLine[];
  readonly receipt: string | null;
  /** The office that booked it, and by which identifier it was held. */
  readonly by: { readonly office: string; readonly holder: string | null };
  readonly second: boolean;
  readonly countersigned: number | null;
  readonly reversed: { readonly act: number; readonly day: string; readonly reason: string } | null;
}

export type AccountsReport = ActData<'AccountsReported'> & { readonly act: number };

export interface PresentedReport extends ActData<'AccountsPresented'> {
  readonly act: number;
  /** In the order in which they were shown here, each of those who formed it once. */
  readonly judged: readonly (Omit<ActData<'AccountsJudgementShown'>, 'report'> & { readonly act: number })[];
  /** The act that says what became of it. */
  readonly settled: number | null;
}

export type Judgement = Pick<ActData<'CommitteeAccountsJudged'>, 'report' | 'outcome'> & { readonly act: number };

export const noAccounts: AccountsState = {
  commodities: emptyTable(),
  entries: emptyTable(),
  balances: emptyTable(),
  receipts: emptyTable(),
  reports: [],
};
