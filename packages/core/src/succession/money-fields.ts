import { account, day, decimals, entryLine, judgement, reportedSums } from '../accounts/fields.ts';
import { constant, count, hash, integer, list, optional, record, ref, text, yesNo } from '../catalogue/fields.ts';
import { symbol } from '../supply/fields.ts';

const carried = ref('DecisionCarried');
const mostSum = 2 ** 53 - 1;

/** How many lines of balances one act holds. */
export const mostBalances = 24;

/** Of money, as it stands when a book ends: what the assembly has approved by balances, all that came after entry by entry. */
export const moneyStandings = [
  record({ kind: constant('commodity'), symbol, title: text(60), decimals }),
  /** Over all acts of this kind each commodity adds up to zero. */
  record({
    kind: constant('balances'),
    day,
    lines: list(record({ account, commodity: symbol, amount: integer(-mostSum, mostSum) }), mostBalances),
  }),
  record({
    kind: constant('entry'),
    day,
    words: text(200),
    lines: list(entryLine, 24),
    receipt: optional(hash),
    office: text(40),
    second: yesNo,
    countersigned: yesNo,
  }),
  record({ kind: constant('reversal'), entry: carried, day, reason: text(200) }),
  /** Of what was taken over before it, up to that day. */
  record({
    kind: constant('accounts-report'),
    until: day,
    entries: count,
    single: count,
    sums: reportedSums,
    outcome: judgement,
  }),
] as const;
