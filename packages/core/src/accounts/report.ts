/** What the assembly is told, and what it has said of each entry. */
import type { ActData } from '../catalogue/acts.ts';
import { emptyTable, tableEntries } from '../table.ts';
import { type AccountClass, accountClasses, type EntryLine } from './fields.ts';
import type { AccountsReport, AccountsState, BookedEntry } from './state.ts';

type Reported = Pick<ActData<'AccountsReported'>, 'entry' | 'until'>;

/** One move of the ledger: an entry on its day, or its reversal on that one's. */
export interface Move {
  readonly act: number;
  readonly day: string;
  readonly times: 1 | -1;
  readonly of: number;
  readonly entry: BookedEntry;
}

/** Entries and reversals in the order of their acts. */
export const movesIn = ({ entries, opened = emptyTable() }: AccountsState): readonly Move[] =>
  [...tableEntries(opened), ...tableEntries(entries)]
    .flatMap(([key, entry]): readonly Move[] => {
      const of = Number(key);
      const booked: Move = { act: of, day: entry.day, times: 1, of, entry };
      const { reversed } = entry;
      return reversed === null ? [booked] : [booked, { act: reversed.act, day: reversed.day, times: -1, of, entry }];
    })
    .sort((a, b) => a.act - b.act);

const covers = ({ entry, until }: Reported, { act, day }: Pick<Move, 'act' | 'day'>): boolean =>
  act <= entry && day <= until;

/** The last report that the assembly has approved: what it covers is closed. */
export const approvedLast = ({ reports }: AccountsState): AccountsReport | null =>
  reports.findLast(({ outcome }) => outcome === 'approved') ?? null;

/** What the assembly has last said of an entry or a reversal; null as long as it was in no report. */
export const judgedIn = ({ reports }: AccountsState, move: Pick<Move, 'act' | 'day'>): AccountsReport | null =>
  reports.findLast((report) => covers(report, move)) ?? null;

export const classOf = (account: string): AccountClass =>
  accountClasses.find((one) => account === one || account.startsWith(`${one}:`)) ?? 'equity';

/**
 * The figures of a report up to an act and a day. What an earlier report has settled is in `before`; it depends on no act after
 * `entry`, so that what is voted is what was tabled.
 */
export function reportOf(accounts: AccountsState, asked: Reported): Omit<ActData<'AccountsPresented'>, 'vote'> {
  const covered = movesIn(accounts).filter((move) => covers(asked, move));
  const settled = approvedLast(accounts);
  const isOfPeriod = (move: Move) => settled === null || !covers(settled, move);
  const period = covered.filter(isOfPeriod);
  const lines = covered.flatMap((move) => signedLines(move).map((line) => ({ ...line, now: isOfPeriod(move) })));
  const commodities = [...new Set(lines.map(({ commodity }) => commodity))].sort();
  return {
    ...asked,
    entries: period.length,
    single: period.filter(({ entry, times }) => times === 1 && lacksSecond(entry, asked.entry)).length,
    sums: commodities.map((commodity) => {
      const of = (wanted: readonly AccountClass[], now?: boolean) =>
        lines
          .filter((line) => line.commodity === commodity && (now === undefined || line.now === now))
          .filter(({ account }) => wanted.includes(classOf(account)))
          .reduce((all, { amount }) => all + amount, 0);
      return {
        commodity,
        assets: of(['assets']),
        liabilities: of(['liabilities']),
        equity: of(['equity']),
        before: of(['income', 'expenses'], false),
        income: of(['income'], true),
        expenses: of(['expenses'], true),
      };
    }),
  };
}

/** The lines of a move as they count: a reversal has them the other way round. */
export const signedLines = ({ entry, times }: Pick<Move, 'entry' | 'times'>): readonly EntryLine[] =>
  entry.lines.map((line) => ({ ...line, amount: times * line.amount }));

/** Booked by one officer alone where two are needed, as far as the book went then. */
export const lacksSecond = ({ second, countersigned, reversed }: BookedEntry, upTo = Infinity): boolean =>
  second && !within(countersigned, upTo) && !within(reversed?.act ?? null, upTo);

const within = (act: number | null, upTo: number): boolean => act !== null && act <= upTo;
