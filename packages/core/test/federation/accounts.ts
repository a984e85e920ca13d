// A base that keeps open books: whoever presides and the secretary may book, and above 1,000 bolivianos both answer for it.
import { type ActData, type EntryLine, plusMinutes, type Time } from '../../src/index.ts';
import { type Base, evening, foundBase, indexOf, statuteWith } from './assembly.ts';
import { sha256 } from './book.ts';
import { type Done, Federation } from './federation.ts';

export interface Keeping {
  readonly fed: Federation;
  readonly base: Base;
  readonly origin: string;
}

export const accountsStatute = {
  offices: ['presidencia', 'actas'],
  twoAbove: [{ commodity: 'BOB', amount: 100_000 }],
} as const;

/** With bolivianos, booked in centavos. */
export function keeping(statute = statuteWith({ accounts: accountsStatute })): Keeping {
  const fed = new Federation();
  const base = foundBase(fed, 'junta-1', 8, statute);
  named({ fed, base }, 'BOB', 2);
  return { fed, base, origin: base.origin };
}

export const named = ({ fed, base }: Pick<Keeping, 'fed' | 'base'>, symbol: string, decimals: number): Done =>
  fed.must(base.origin, base.presidium, 'NameCommodity', { symbol, title: 'bolivianos', decimals });

/** The day in the hall of the tests, four hours behind. */
export const today = ({ fed }: { readonly fed: { readonly now: Time } }): string =>
  plusMinutes(fed.now, -240).slice(0, 10);

/** From one account to another. */
export const from = (source: string, to: string, amount: number, commodity = 'BOB'): readonly EntryLine[] => [
  { account: to, commodity, amount },
  { account: source, commodity, amount: -amount },
];

export const dues = (amount: number) => from('income:dues', 'assets:cash', amount);

export const entry = (
  scene: Pick<Keeping, 'fed'>,
  lines: readonly EntryLine[],
  more: { readonly day?: string; readonly words?: string; readonly receipt?: string } = {},
) => ({ day: today(scene), words: 'Cuotas', lines, ...more });

/** By whoever presides. */
export const book = (scene: Keeping, lines: readonly EntryLine[], more: Parameters<typeof entry>[2] = {}): number =>
  indexOf(scene.fed.must(scene.origin, scene.base.presidium, 'BookEntry', entry(scene, lines, more)), 'EntryBooked');

export function reverse(scene: Keeping, index: number): number {
  const input = { entry: index, day: today(scene), reason: 'Anotado dos veces' };
  return indexOf(scene.fed.must(scene.origin, scene.base.secretary, 'ReverseEntry', input), 'EntryReversed');
}

type Judged = 'approved' | 'rejected' | 'tied';

/** The assembly's word on everything up to that act and day. */
export function report(
  { fed, base }: Pick<Keeping, 'fed' | 'base'>,
  said: { readonly entry: number; readonly until: string },
  outcome: Judged,
): ActData<'AccountsReported'> | null {
  const proposal = { kind: 'judge-accounts', ...said } as const;
  const hands = { approved: { yes: 7, no: 1 }, rejected: { yes: 1, no: 7 }, tied: { yes: 4, no: 4 } }[outcome];
  const [done] = evening(fed, base, [{ matter: 'accounts', text: 'Las cuentas', proposal, ...hands }]);
  const act = done?.acts.find((one) => one.act === 'AccountsReported');
  return (act?.data as ActData<'AccountsReported'> | undefined) ?? null;
}

export const receiptOf = (words: string): string => sha256(words);

/** What was there, dues, a roof that both answer for, a mistake turned round; rejected, and approved with what was missing. */
export function playAccounts(): Keeping {
  const scene = keeping();
  const { fed, base, origin } = scene;
  book(scene, from('equity:opening', 'assets:cash', 25_000), { words: 'Lo que había en caja' });
  book(scene, dues(120_050), { receipt: receiptOf('talonario 1') });
  const roof = book(scene, from('assets:cash', 'expenses:roof', 130_000), { words: 'Calaminas' });
  const twice = book(scene, dues(12_000));
  const last = reverse(scene, twice);
  const until = today(scene);
  report(scene, { entry: last, until }, 'rejected');
  fed.must(origin, base.secretary, 'CountersignEntry', { entry: roof });
  const extra = book(scene, from('assets:cash', 'expenses:transport', 1_500), { receipt: receiptOf('flete') });
  report(scene, { entry: extra, until: today(scene) }, 'approved');
  return scene;
}
