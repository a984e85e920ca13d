import { approvedLast, judgedIn, type Move, movesIn, signedLines } from '../accounts/report.ts';
import type { AccountsReport } from '../accounts/state.ts';
import type { BodyState } from '../state.ts';
import { tableEntries } from '../table.ts';
import type { Carried } from './carry.ts';
import type { Standing } from './fields.ts';
import { mostBalances } from './money-fields.ts';

/**
 * A body's accounts as its last known head has them: what the assembly has approved as the balance of each account, closed as it was;
 * and what came after entry by entry, so that it can still be countersigned, turned round and judged. `first` is the number
 * that the first of them gets in the successor.
 */
export function moneyStanding({ accounts }: Pick<BodyState, 'accounts'>, first: number): readonly Carried[] {
  const made: Carried[] = [];
  const carry = (index: number, what: Standing): void => void made.push({ index, what });
  for (const [symbol, { act, title, decimals }] of tableEntries(accounts.commodities))
    carry(act, { kind: 'commodity', symbol, title, decimals });
  const approved = approvedLast(accounts);
  const moves = movesIn(accounts);
  const isSettled = ({ act, day }: Move): boolean =>
    approved !== null && act <= approved.entry && day <= approved.until;
  if (approved !== null) {
    const lines = balancesOf(moves.filter(isSettled));
    for (let from = 0; from < lines.length; from += mostBalances)
      carry(approved.act, { kind: 'balances', day: approved.until, lines: lines.slice(from, from + mostBalances) });
    carry(approved.act, reportOf(approved));
  }
  const open = moves.filter((move) => !isSettled(move));
  const rejected = new Set(open.flatMap((move) => judgedIn(accounts, move) ?? []));
  const reports = accounts.reports.filter((one) => rejected.has(one)).sort((a, b) => a.entry - b.entry);
  const numbers = new Map<number, number>();
  for (const move of open) {
    while (reports[0] !== undefined && reports[0].entry < move.act) {
      carry(reports[0].act, reportOf(reports[0]));
      reports.shift();
    }
    if (move.times === 1) numbers.set(move.of, first + made.length);
    carry(move.act, moveOf(move, numbers.get(move.of)));
  }
  for (const report of reports) carry(report.act, reportOf(report));
  return made;
}

const reportOf = ({ until, entries, single, sums, outcome }: AccountsReport): Standing => ({
  kind: 'accounts-report',
  ...{ until, entries, single, sums, outcome },
});

/** What turns round an entry that is approved is an entry of its own: the other is a balance by then. */
function moveOf(move: Move, entry: number | undefined): Standing {
  const { times, day, entry: booked } = move;
  const reason = booked.reversed?.reason ?? '';
  if (times === -1 && entry !== undefined) return { kind: 'reversal', entry, day, reason };
  const { words, receipt, by, second, countersigned } = booked;
  return {
    kind: 'entry',
    day,
    words: times === 1 ? words : reason,
    lines: signedLines(move),
    ...(receipt === null || times === -1 ? {} : { receipt }),
    office: by.office,
    second: second && times === 1,
    countersigned: countersigned !== null && times === 1,
  };
}

function balancesOf(moves: readonly Move[]) {
  const sums = new Map<string, { account: string; commodity: string; amount: number }>();
  for (const move of moves)
    for (const { account, commodity, amount } of signedLines(move)) {
      const before = sums.get(`${account} ${commodity}`)?.amount ?? 0;
      sums.set(`${account} ${commodity}`, { account, commodity, amount: before + amount });
    }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .filter(({ amount }) => amount !== 0);
}
