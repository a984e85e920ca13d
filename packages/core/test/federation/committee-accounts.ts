// A committee that keeps open books and answers for them to the juntas that formed it.
import type { ActData } from '../../src/index.ts';
import { dues, entry } from './accounts.ts';
import { type Base, evening, indexOf, seal } from './assembly.ts';
import { anyone, type Done } from './federation.ts';
import { decideByRollCall, sitUpper, type World } from './upper.ts';

type Report = ActData<'CommitteeAccountsJudged'>['report'];

export const moneyOf = ({ fed, upper }: World): Done =>
  fed.must(upper.origin, upper.presidium, 'NameCommodity', { symbol: 'BOB', title: 'bolivianos', decimals: 2 });

/** Dues that whoever presides over the committee books. */
export const bookedBy = (committee: World, amount: number): number => {
  const { fed, upper } = committee;
  return indexOf(fed.must(upper.origin, upper.presidium, 'BookEntry', entry(committee, dues(amount))), 'EntryBooked');
};

/** The committee's own word on its accounts: with it they are handed in. */
export function handIn(
  committee: World,
  last: number,
  choices: Parameters<typeof decideByRollCall>[3] = {},
): { readonly done: Done; readonly report: Report } {
  const { fed, upper } = committee;
  const until = entry(committee, []).day;
  const item = {
    matter: 'accounts',
    text: 'Las cuentas',
    proposal: { kind: 'judge-accounts', entry: last, until },
  } as const;
  const sitting = sitUpper(committee, item);
  const done = decideByRollCall(committee, sitting, item, choices);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const index = done.acts.some(({ act }) => act === 'AccountsPresented') ? indexOf(done, 'AccountsPresented') : -1;
  return { done, report: { book: upper.origin, index } };
}

const hands = { approved: { yes: 7, no: 1 }, rejected: { yes: 1, no: 7 }, tied: { yes: 4, no: 4 } };

/** What one of the juntas says of it, sealed unless it is kept back; null where it says nothing. */
export function judge(
  { fed }: World,
  base: Base,
  report: Report,
  outcome: keyof typeof hands,
  isSealed = true,
): Report | null {
  const proposal = { kind: 'judge-committee', report } as const;
  const [done] = evening(fed, base, [
    { matter: 'ordinary', text: 'Las cuentas del comité', proposal, ...hands[outcome] },
  ]);
  if (done?.acts.some(({ act }) => act === 'CommitteeAccountsJudged') !== true) return null;
  const index = indexOf(done, 'CommitteeAccountsJudged');
  if (isSealed) seal(fed, base, index);
  return { book: base.origin, index };
}

export const show = ({ fed, upper }: World, judgement: Report): Done =>
  fed.must(upper.origin, anyone, 'ShowAccountsJudgement', { judgement });

/** Rejected by one of them, and, mended, approved by all. */
export function playCommitteeAccounts(committee: World, parents: readonly Base[]): void {
  moneyOf(committee);
  const said = (report: Report, outcome: 'approved' | 'rejected', by: readonly Base[]): void => {
    for (const base of by) show(committee, judge(committee, base, report, outcome) as Report);
  };
  said(handIn(committee, bookedBy(committee, 500)).report, 'rejected', parents.slice(0, 1));
  said(handIn(committee, bookedBy(committee, 700)).report, 'approved', parents);
}
