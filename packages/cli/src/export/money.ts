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
  const opening = new Set<number>();
  for (const { act, index, at, data } of acts) {
    if (act === 'DecisionCarried') taken({ act: index, at, data });
    if (act === 'CommodityNamed') commodities.push({ ...data, act: index });
    if (act === 'EntryCountersigned') signed.add(data.entry);
    if (act === 'AccountsReported') reports.push({ ...data, act: index, at });
    if (act === 'EntryBooked') {
      entries.set(index, data);
      const { day, words, lines, receipt = null, second } = data;
      moves.push({ act: index, at, day, words, lines, reverses: null, receipt, lacksSecond: second, judged: null });
    }
    if (act === 'EntryReversed') turned(index, at, data);
  }
  /** Of a book that goes on from another. Balances of several acts are one entry: only all together add up to zero. */
  function taken({
    act,
    at,
    data: { what, from },
  }: {
    act: number;
    at: string;
    data: DataOf<'DecisionCarried'>;
  }): void {
    const plain = { act, at, reverses: null, receipt: null, lacksSecond: false, judged: null } as const;
    if (what.kind === 'commodity') {
      const { kind: _, ...said } = what;
      commodities.push({ ...said, act });
    }
    if (what.kind === 'accounts-report') reports.push({ ...what, vote: act, entry: act, act, at });
    if (what.kind === 'balances') {
      const begun = moves.findIndex((one) => opening.has(one.act));
      opening.add(act);
      const before = moves[begun];
      if (before === undefined) moves.push({ ...plain, day: what.day, words: from.book, lines: what.lines });
      else moves[begun] = { ...before, lines: [...before.lines, ...what.lines] };
    }
    if (what.kind === 'entry') {
      const { day, words, lines, receipt = null, office, second } = what;
      entries.set(act, { day, words, lines, office, second });
      if (what.countersigned) signed.add(act);
      moves.push({ ...plain, day, words, lines, receipt, lacksSecond: second });
    }
    if (what.kind === 'reversal') turned(act, at, { entry: what.entry, day: what.day, reason: what.reason });
  }

  function turned(
    act: number,
    at: string,
    { entry, day, reason }: Pick<DataOf<'EntryReversed'>, 'entry' | 'day' | 'reason'>,
  ) {
    reversed.add(entry);
    const lines = (entries.get(entry)?.lines ?? []).map((line) => ({ ...line, amount: -line.amount }));
    const shared = { act, at, day, words: reason, lines, reverses: entry };
    moves.push({ ...shared, receipt: null, lacksSecond: false, judged: null });
  }

  const known = moves.map((move) => {
    const last = reports.findLast(({ entry, until }) => move.act <= entry && move.day <= until);
    const alone = move.lacksSecond && !signed.has(move.act) && !reversed.has(move.act);
    const judged = last === undefined ? null : { outcome: last.outcome, act: last.act };
    return { ...move, lacksSecond: alone, judged };
  });
  return { commodities, moves: known, reports };
}
