/** Money of a book, taken from its acts one by one: entries, reversals, and what the assembly has last said of each. */
import type { BookAct } from './book-acts.ts';

type DataOf<N extends BookAct['act']> = Extract<BookAct, { act: N }>['data'];

type Line = DataOf<'EntryBooked'>['lines'][number];

export interface MoneyMove {
  readonly act: number;
  readonly at: string;
  readonly day: string;
  readonly words: string;
  readonly lines: readonly Line[];
  /** The entry that it turns round; null of an entry itself. */
  readonly reverses: number | null;
  readonly receipt: string | null;
  /** Whether a second officer still has to sign it. */
  readonly lacksSecond: boolean;
  readonly judged: { readonly outcome: 'approved' | 'rejected'; readonly act: number } | null;
}

export type Report = DataOf<'AccountsReported'> & { readonly act: number; readonly at: string };

export interface Money {
  readonly commodities: readonly (DataOf<'CommodityNamed'> & { readonly act: number })[];
  /** In the order of their acts. */
  readonly moves: readonly MoneyMove[];
  readonly reports: readonly Report[];
}

export function moneyIn(acts: readonly BookAct[]): Money {
  const commodities: Money['commodities'][number][] = [];
  const moves: MoneyMove[] = [];
  const reports: Report[] = [];
  const signed = new Set<number>();
  const reversed = new Set<number>();
  const entries = new Map<number, DataOf<'EntryBooked'>>();
  for (const { act, index, at, data } of acts) {
    if (act === 'CommodityNamed') commodities.push({ ...data, act: index });
    if (act === 'EntryCountersigned') signed.add(data.entry);
    if (act === 'AccountsReported') reports.push({ ...data, act: index, at });
    if (act === 'EntryBooked') {
      entries.set(index, data);
      const { day, words, lines, receipt = null, second } = data;
      moves.push({ act: index, at, day, words, lines, reverses: null, receipt, lacksSecond: second, judged: null });
    }
    if (act === 'EntryReversed') {
      reversed.add(data.entry);
      const lines = (entries.get(data.entry)?.lines ?? []).map((line) => ({ ...line, amount: -line.amount }));
      const shared = { act: index, at, day: data.day, words: data.reason, lines, reverses: data.entry };
      moves.push({ ...shared, receipt: null, lacksSecond: false, judged: null });
    }
  }
  const known = moves.map((move) => {
    const last = reports.findLast(({ entry, until }) => move.act <= entry && move.day <= until);
    const alone = move.lacksSecond && !signed.has(move.act) && !reversed.has(move.act);
    const judged = last === undefined ? null : { outcome: last.outcome, act: last.act };
    return { ...move, lacksSecond: alone, judged };
  });
  return { commodities, moves: known, reports };
}
