// Open books of money: entries that add up, in any order, and what the assembly says of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type AccountsState,
  amountOf,
  amountText,
  approvedLast,
  auditRules,
  type EntryLine,
  judgedIn,
  movesIn,
  plusDays,
  reportOf,
  signedLines,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import {
  book,
  dues,
  entry,
  from,
  type Keeping,
  keeping,
  named,
  receiptOf,
  report,
  reverse,
  today,
} from './federation/accounts.ts';
import { statuteWith } from './federation/assembly.ts';
import type { StoredAct } from './federation/book.ts';
import { asMember } from './federation/federation.ts';
import { successorOf } from './federation/successors.ts';

const settled = keeping();
const given = (): Keeping => ({ ...settled, fed: settled.fed.fork() });
const accountsOf = ({ fed, origin }: Pick<Keeping, 'fed' | 'origin'>): AccountsState => fed.book(origin).state.accounts;
const balance = (scene: Keeping, account: string, commodity = 'BOB'): number =>
  tableGet(accountsOf(scene).balances, `${account} ${commodity}`) ?? 0;

const sound = ({ fed, origin }: Keeping): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('an entry moves money between accounts, and its receipt can be recognised by whoever holds the file', () => {
  const scene = given();
  const receipt = receiptOf('talonario 1');
  const index = book(scene, dues(120_050), { receipt });
  assert.equal(balance(scene, 'assets:cash'), 120_050);
  assert.equal(balance(scene, 'income:dues'), -120_050);
  assert.deepEqual(tableGet(accountsOf(scene).receipts, receipt), [index]);
  assert.equal(tableGet(accountsOf(scene).receipts, receiptOf('talonario 2')), undefined);
  sound(scene);
});

test('an entry is reversed once, and both stay', () => {
  const scene = given();
  const index = book(scene, dues(500));
  reverse(scene, index);
  assert.deepEqual([balance(scene, 'assets:cash'), balance(scene, 'income:dues')], [0, 0]);
  assert.equal(movesIn(accountsOf(scene)).length, 2);
  const again = { entry: index, day: today(scene), reason: 'otra vez' };
  scene.fed.refuses(scene.origin, scene.base.presidium, 'ReverseEntry', again, 'already-so');
  scene.fed.refuses(scene.origin, scene.base.presidium, 'ReverseEntry', { ...again, entry: 1 }, 'not-found');
});

test('who may book is whom the statute names, or without the article every officer; never a neighbour', () => {
  const scene = given();
  const { fed, base, origin } = scene;
  const plain = asMember(base.members[6] ?? '');
  fed.refuses(origin, plain, 'BookEntry', entry(scene, dues(5)), 'not-allowed');
  const strict = keeping(statuteWith({ accounts: { offices: ['presidencia'] } }));
  const refused = strict.fed.refuses(
    strict.origin,
    strict.base.secretary,
    'BookEntry',
    entry(strict, dues(5)),
    'not-allowed',
  );
  assert.deepEqual([refused.article, refused.needed], ['accounts', 'presidencia']);
  const loose = keeping(statuteWith());
  loose.fed.must(loose.origin, loose.base.secretary, 'BookEntry', entry(loose, dues(500_000)));
  assert.equal(movesIn(accountsOf(loose))[0]?.entry.second, false, 'no article, one is enough');
});

test('above the statute’s amount a second officer answers for the entry, and the edge is at the amount itself', () => {
  const scene = given();
  const at = book(scene, dues(100_000));
  const above = book(scene, dues(100_001));
  const { fed, base, origin } = scene;
  const entries = accountsOf(scene).entries;
  assert.deepEqual([tableGet(entries, at)?.second, tableGet(entries, above)?.second], [false, true]);
  const before = reportOf(accountsOf(scene), { entry: above, until: today(scene) });
  fed.must(origin, base.secretary, 'CountersignEntry', { entry: above });
  fed.refuses(origin, base.secretary, 'CountersignEntry', { entry: above }, 'already-so');
  const last = book(scene, dues(1));
  const after = reportOf(accountsOf(scene), { entry: last, until: today(scene) });
  assert.deepEqual([before.single, after.single], [1, 0]);
  sound(scene);
});

test('a report that the assembly rejects stays booked and rejected until the next one, and closes nothing', () => {
  const scene = given();
  const until = today(scene);
  const index = book(scene, dues(500));
  const rejected = report(scene, { entry: index, until }, 'rejected');
  assert.deepEqual([rejected?.outcome, rejected?.entries, rejected?.single], ['rejected', 1, 0]);
  const move = { act: index, day: until };
  assert.equal(judgedIn(accountsOf(scene), move)?.outcome, 'rejected');
  assert.equal(balance(scene, 'assets:cash'), 500, 'what happened stays written');
  const missing = book(scene, from('assets:cash', 'expenses:transport', 40), { day: until });
  assert.equal(judgedIn(accountsOf(scene), { act: missing, day: until }), null, 'no report has covered it yet');
  const approved = report(scene, { entry: missing, until }, 'approved');
  assert.deepEqual(approved?.sums, [
    { commodity: 'BOB', assets: 460, liabilities: 0, equity: 0, before: 0, income: -500, expenses: 40 },
  ]);
  assert.equal(judgedIn(accountsOf(scene), move)?.outcome, 'approved');
  sound(scene);
});

test('a tie says nothing of the accounts, and they are put again', () => {
  const scene = given();
  const index = book(scene, dues(500));
  const said = { entry: index, until: today(scene) };
  assert.equal(report(scene, said, 'tied'), null);
  assert.equal(report(scene, said, 'approved')?.outcome, 'approved');
});

test('what is approved is closed: neither booked in nor reversed in, and the next report begins after it', () => {
  const scene = given();
  const until = today(scene);
  const index = book(scene, dues(500));
  report(scene, { entry: index, until }, 'approved');
  const { fed, base, origin } = scene;
  const back = { entry: index, day: until, reason: 'x' };
  fed.refuses(origin, base.presidium, 'ReverseEntry', back, 'period-closed');
  reverse(scene, index);
  const last = book(scene, dues(70));
  assert.deepEqual(report(scene, { entry: last, until: today(scene) }, 'approved')?.sums, [
    { commodity: 'BOB', assets: 70, liabilities: 0, equity: 0, before: -500, income: 430, expenses: 0 },
  ]);
  sound(scene);
});

test('what is voted is what was tabled: an entry that is booked meanwhile changes no figure of the report', () => {
  const scene = given();
  const until = today(scene);
  const index = book(scene, dues(500));
  const before = reportOf(accountsOf(scene), { entry: index, until });
  book(scene, dues(900), { day: until });
  reverse(scene, index);
  assert.deepEqual(reportOf(accountsOf(scene), { entry: index, until }), before);
});

test('money and goods share no symbol, and a money is named once', () => {
  const scene = given();
  const { fed, base, origin } = scene;
  const item = { symbol: 'BOB', title: 'x', unit: 'x', cargo: 'goods' } as const;
  fed.refuses(origin, base.presidium, 'NameItem', item, 'already-so');
  fed.must(origin, base.presidium, 'NameItem', { ...item, symbol: 'GLP10' });
  const money = { symbol: 'GLP10', title: 'x', decimals: 0 };
  fed.refuses(origin, base.presidium, 'NameCommodity', money, 'already-so');
  fed.refuses(origin, base.presidium, 'NameCommodity', { ...money, symbol: 'BOB' }, 'already-so');
  fed.refuses(origin, base.presidium, 'BookEntry', entry(scene, from('income:x', 'assets:x', 1, 'USD')), 'not-found');
});

test('amounts are written with a point and read with a point or a comma, and come back as they were', () => {
  assert.deepEqual(
    [amountText(5, 2), amountText(-123_450, 2), amountText(7, 0), amountText(-1, 6)],
    ['0.05', '-1234.50', '7', '-0.000001'],
  );
  assert.deepEqual(
    [amountOf('12,5', 2), amountOf(' 12.50 ', 2), amountOf('-3', 2), amountOf('1.234', 2), amountOf('1e3', 2)],
    [1250, 1250, -300, null, null],
  );
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 11), max: 10 ** 11 }), fc.integer({ min: 0, max: 6 }), (amount, decimals) =>
      assert.equal(amountOf(amountText(amount, decimals), decimals), amount),
    ),
  );
});

const accountNames = ['assets:cash', 'assets:bank', 'liabilities:loan', 'income:dues', 'expenses:roof', 'equity:own'];

const someLines = fc
  .array(
    fc.record({
      account: fc.constantFrom(...accountNames),
      commodity: fc.constantFrom('BOB', 'USD'),
      amount: fc.integer({ min: -200_000, max: 200_000 }),
    }),
    { maxLength: 4 },
  )
  .chain((lines) => fc.boolean().map((evened) => (evened ? balanced(lines) : lines)));

/** With what is missing booked to one account more. */
function balanced(lines: readonly EntryLine[]): readonly EntryLine[] {
  const commodities = [...new Set(lines.map(({ commodity }) => commodity))];
  const rest = commodities.map((commodity) => ({
    account: 'equity:rest',
    commodity,
    amount: -lines.filter((one) => one.commodity === commodity).reduce((sum, { amount }) => sum + amount, 0),
  }));
  return [...lines, ...rest].filter(({ amount }) => amount !== 0);
}

const move = fc.record({
  what: fc.constantFrom('book', 'book', 'book', 'reverse', 'countersign', 'wait', 'approve', 'reject'),
  lines: someLines,
  which: fc.nat(9),
  back: fc.nat(3),
});

type Step = typeof move extends fc.Arbitrary<infer S> ? S : never;

/** Whatever is refused changes nothing; what is not may be tried twice. */
function attempt(scene: Keeping, { what, lines, which, back }: Step): void {
  const { fed, base, origin } = scene;
  const day = plusDays(fed.now, -back).slice(0, 10);
  const booked = tableEntries(accountsOf(scene).entries).map(([key]) => Number(key));
  const index = booked[which % Math.max(1, booked.length)] ?? 0;
  if (what === 'book') fed.do(origin, base.presidium, 'BookEntry', { day, words: 'x', lines });
  if (what === 'reverse') fed.do(origin, base.secretary, 'ReverseEntry', { entry: index, day, reason: 'x' });
  if (what === 'countersign') fed.do(origin, base.secretary, 'CountersignEntry', { entry: index });
  if (what === 'wait') fed.pass({ days: 1 });
  const until = approvedLast(accountsOf(scene))?.until ?? '';
  if ((what === 'approve' || what === 'reject') && index > 0 && day > until) {
    if (reportOf(accountsOf(scene), { entry: index, until: day }).entries === 0) return;
    if (index < (approvedLast(accountsOf(scene))?.entry ?? 0)) return;
    report(scene, { entry: index, until: day }, what === 'approve' ? 'approved' : 'rejected');
  }
}

/** Added up from the list of acts and from nothing else. */
function naive(acts: readonly StoredAct[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const act of acts) {
    const said = act.data as unknown as { readonly lines?: readonly EntryLine[]; readonly entry?: number };
    const reversed = act.act === 'EntryReversed' ? acts[said.entry ?? -1] : undefined;
    const lines =
      act.act === 'EntryBooked' ? said.lines : (reversed?.data as unknown as { lines: EntryLine[] } | undefined)?.lines;
    for (const { account, commodity, amount } of lines ?? []) {
      const key = `${account} ${commodity}`;
      sums.set(key, (sums.get(key) ?? 0) + (reversed === undefined ? amount : -amount));
    }
  }
  return sums;
}

const double = ((): Keeping => {
  const scene = keeping();
  named(scene, 'USD', 0);
  return scene;
})();

test('each money adds up to zero over all accounts, whatever is booked, reversed and judged, and as a list adds it up', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 16 }), (steps) => {
      const scene = { ...double, fed: double.fed.fork() };
      for (const step of steps) {
        attempt(scene, step);
        if (step.which % 3 === 0) attempt(scene, step);
      }
      const { balances, reports } = accountsOf(scene);
      const totals = new Map<string, number>();
      for (const [key, amount] of tableEntries(balances)) {
        const commodity = key.split(' ')[1] ?? '';
        totals.set(commodity, (totals.get(commodity) ?? 0) + amount);
      }
      assert.ok([...totals.values()].every((total) => total === 0));
      assert.deepEqual(new Map(tableEntries(balances)), new Map([...naive(scene.fed.book(scene.origin).acts)].sort()));
      for (const { sums } of reports)
        for (const { assets, liabilities, equity, before, income, expenses } of sums)
          assert.equal(assets + liabilities + equity + before + income + expenses, 0);
      sound(scene);
    }),
    { numRuns: 60 },
  );
});

test('at any point a book that goes on from another has its balances, what is closed and what the next report will say', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 16 }), (steps) => {
      const scene = { ...double, fed: double.fed.fork() };
      for (const step of steps) attempt(scene, step);
      const { state } = scene.fed.book(scene.origin);
      const first = successorOf(state, scene.fed.now).state;
      for (const next of [first, successorOf(first, scene.fed.now).state])
        assert.deepEqual(saidOf(next.accounts, today(scene)), saidOf(state.accounts, today(scene)));
    }),
    { numRuns: 60 },
  );
});

/** Without the numbers of acts, which are others in every book. */
function saidOf(accounts: AccountsState, until: string) {
  const moves = movesIn(accounts);
  const closed = approvedLast(accounts);
  const open = moves.filter(({ act, day }) => closed === null || act > closed.entry || day > closed.until);
  const asked = { entry: Number.MAX_SAFE_INTEGER, until };
  const { entry: _, ...next } = reportOf(accounts, asked);
  return {
    balances: tableEntries(accounts.balances).filter(([, amount]) => amount !== 0),
    closed: closed?.until ?? null,
    approved: closed?.sums ?? null,
    next,
    open: open.map((one) => [one.day, signedLines(one), judgedIn(accounts, one)?.outcome ?? null]),
  };
}

test('balances do not depend on the order in which entries were booked', () => {
  const entries = fc.array(someLines.map(balanced), { maxLength: 8 });
  fc.assert(
    fc.property(entries, fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }), (all, order) => {
      const [one, other] = [0, 1].map(() => ({ ...double, fed: double.fed.fork() })) as [Keeping, Keeping];
      const shuffled = all
        .map((lines, at) => ({ lines, key: order[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ lines }) => lines);
      for (const [scene, list] of [
        [one, all],
        [other, shuffled],
      ] as const)
        for (const lines of list) scene.fed.do(scene.origin, scene.base.presidium, 'BookEntry', entry(scene, lines));
      assert.deepEqual(tableEntries(accountsOf(one).balances), tableEntries(accountsOf(other).balances));
    }),
    { numRuns: 40 },
  );
});
