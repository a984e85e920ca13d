/** A book's goods and money as hledger journals (https://hledger.org/hledger.html): what anybody adds up with a program that is not ours. */
import { accountClasses, amountText } from '@cabildo/core';
import type { BookActs } from './book-acts.ts';
import { elsewhere, type Goods, type GoodsCount, type GoodsMove } from './goods.ts';
import { type Money, type MoneyMove, moneyIn, type Report } from './money.ts';
import { type Exactness, goodsTold } from './published.ts';

/** Name of the file → its text. `main.journal` takes in the two others. */
export function journalFiles(book: BookActs, exactness: Exactness = 'exact'): ReadonlyMap<string, string> {
  const { origin, size, acts } = book;
  const { goods, note } = goodsTold(book, exactness);
  const head = [
    `; ${origin}: ${size} acts. Written from the acts of this book alone.`,
    '; What lies beside the book is not here: where a site is, the plate of a vehicle, the route of a trip, whence people come.',
    ...(note === null ? [] : [`; ${note}`]),
    '; A number in brackets is that of the act. hledger -f main.journal check --strict',
    'decimal-mark .',
    '',
  ];
  return new Map([
    ['main.journal', text([...head, 'include goods.journal', 'include money.journal'])],
    ['goods.journal', text([...head, ...goodsJournal(goods)])],
    ['money.journal', text([...head, ...moneyJournal(moneyIn(acts))])],
  ]);
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

function goodsJournal({ items, places, moves, counts }: Goods): readonly string[] {
  const declared = items.map(
    ({ symbol, title, unit, cargo }) =>
      `commodity 1000. ${quoted(symbol)}  ; ${plain(title)}, ${plain(unit)}, ${cargo}`,
  );
  const accounts = [
    ...places.map(({ account, title, kind }) => `account ${account}  ; ${kind}: ${plain(title)}`),
    ...elsewhere.map((account) => `account ${account}`),
  ];
  const byAct = [...Map.groupBy([...moves, ...counts], ({ act }) => act)].sort(([a], [b]) => a - b);
  return [...declared, '', ...accounts, ...byAct.flatMap(([act, all]) => goodsEntry(act, all))];
}

function goodsEntry(act: number, all: readonly (GoodsMove | GoodsCount)[]): readonly string[] {
  const [first] = all;
  if (first === undefined) return [];
  const moves = all.filter((one): one is GoodsMove => 'lot' in one);
  const counts = all.filter((one): one is GoodsCount => 'counted' in one);
  const words = moves.find((one) => one.words !== '')?.words ?? '';
  const kind = moves[0]?.kind ?? 'StockCounted';
  const said = words === '' ? kind : `${kind}: ${plain(words)}`;
  return [
    '',
    `${first.at.slice(0, 10)} (${act}) ${said}`,
    ...moves.flatMap(({ from, to, quantity, symbol, lot }) => [
      posting(from, `${-quantity} ${quoted(symbol)}`, `lot ${lot}`),
      posting(to, `${quantity} ${quoted(symbol)}`, `lot ${lot}`),
    ]),
    // What people have counted there: hledger says so if the ledger does not come to it.
    ...counts.map(({ place, counted, symbol }) =>
      posting(place, `0 ${quoted(symbol)} = ${counted} ${quoted(symbol)}`, 'counted'),
    ),
  ];
}

function moneyJournal({ commodities, moves, reports }: Money): readonly string[] {
  const decimals = new Map(commodities.map(({ symbol, decimals: digits }) => [symbol, digits]));
  const amount = (units: number, symbol: string): string =>
    `${amountText(units, decimals.get(symbol) ?? 0)} ${quoted(symbol)}`;
  const declared = commodities.map(
    ({ symbol, title, decimals: digits }) =>
      `commodity 1000.${'0'.repeat(digits)} ${quoted(symbol)}  ; ${plain(title)}`,
  );
  const used = new Set(moves.flatMap(({ lines }) => lines.map(({ account }) => account)));
  const accounts = [...new Set([...accountClasses, ...used])].sort().map((account) => `account ${account}`);
  const entries = moves.map((move) => ({ day: move.day, act: move.act, lines: moneyEntry(move, amount) }));
  const held = reports
    .filter((report) => isWhole(report, moves))
    .map((report) => ({ day: report.until, act: report.act, lines: assertions(report, amount) }));
  const inOrder = [...entries, ...held].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.act - b.act));
  return [...declared, '', ...accounts, ...inOrder.flatMap(({ lines }) => ['', ...lines])];
}

type Amount = (units: number, symbol: string) => string;

function moneyEntry(move: MoneyMove, amount: Amount): readonly string[] {
  const { day, act, words, lines, reverses, receipt, lacksSecond, judged } = move;
  const said = reverses === null ? plain(words) : `reverses ${reverses}: ${plain(words)}`;
  const notes = [
    `judged: ${judged === null ? 'not yet' : `${judged.outcome} by act ${judged.act}`}`,
    ...(receipt === null ? [] : [`receipt: sha256 ${Buffer.from(receipt, 'base64').toString('hex')}`]),
    ...(lacksSecond ? ['second: the signature of another officer is missing'] : []),
  ];
  return [
    `${day} ${lacksSecond ? '! ' : ''}(${act}) ${said}`,
    ...notes.map((note) => `    ; ${note}`),
    ...lines.map((line) => posting(line.account, amount(line.amount, line.commodity))),
  ];
}

/** The sums that the assembly was told hold up to that day only where nothing was booked into it afterwards. */
const isWhole = ({ entry, until }: Report, moves: readonly MoneyMove[]): boolean =>
  moves.every(({ act, day }) => day > until || act <= entry);

function assertions({ act, until, outcome, sums }: Report, amount: Amount): readonly string[] {
  const classes = ['assets', 'liabilities', 'equity'] as const;
  return [
    `${until} (${act}) the assembly ${outcome} the accounts up to here`,
    ...sums.flatMap((one) =>
      classes.map((name) => posting(name, `${amount(0, one.commodity)} =* ${amount(one[name], one.commodity)}`)),
    ),
  ];
}

const posting = (account: string, amount: string, note = ''): string =>
  `    ${account}  ${amount}${note === '' ? '' : `  ; ${note}`}`;

/** A symbol with a digit has to be quoted. */
const quoted = (symbol: string): string => (/\d/.test(symbol) ? `"${symbol}"` : symbol);

/** One line, and nothing that hledger would take for a comment, a note or a tag. */
const plain = (words: string): string =>
  words
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll(/[;|:]/g, ',')
    .trim();
