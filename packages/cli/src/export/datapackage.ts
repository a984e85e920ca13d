/** A book's goods and money as CSV files with their description: Data Package 2.0 (https://datapackage.org). */
import { createHash } from 'node:crypto';
import { amountText } from '@cabildo/core';
import type { BookActs } from './book-acts.ts';
import { type Cell, csvText } from './csv.ts';
import type { Goods } from './goods.ts';
import { type Money, moneyIn } from './money.ts';
import { type Exactness, goodsTold } from './published.ts';

type FieldType = 'integer' | 'number' | 'string' | 'date' | 'datetime' | 'boolean';

interface Column {
  readonly name: string;
  readonly type: FieldType;
  readonly description: string;
  readonly required?: true;
  readonly values?: readonly string[];
}

interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** Column → sheet and column that it names. */
  readonly names?: Readonly<Record<string, readonly [sheet: string, column: string]>>;
  readonly rows: readonly (readonly Cell[])[];
}

/** Name of the file → its text. */
export function datapackageFiles(book: BookActs, exactness: Exactness = 'exact'): ReadonlyMap<string, string> {
  const { origin, size, acts } = book;
  const { goods, note } = goodsTold(book, exactness);
  const sheets = [...goodsSheets(goods), ...moneySheets(moneyIn(acts))];
  const files = new Map(
    sheets.map(({ name, columns, rows }) => [
      `${name}.csv`,
      csvText(
        columns.map((one) => one.name),
        rows,
      ),
    ]),
  );
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: origin.replaceAll(/[^a-z0-9._-]/g, '-'),
    title: `${origin}: goods and money`,
    description: `Written from the ${size} acts of this book alone. What lies beside the book is not here: where a site is, the plate of a vehicle, the route of a trip, whence people come. A text that a spreadsheet would take for a formula begins with an apostrophe.${note === null ? '' : ` ${note}`}`,
    ...(acts.length === 0 ? {} : { created: acts.at(-1)?.at }),
    resources: sheets.map((sheet) => resourceOf(sheet, files.get(`${sheet.name}.csv`) ?? '')),
  };
  return new Map([...files, ['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`]]);
}

function resourceOf({ name, title, columns, key, names = {} }: Sheet, csv: string) {
  const foreignKeys = Object.entries(names).map(([field, [resource, column]]) => ({
    fields: [field],
    reference: { resource, fields: [column] },
  }));
  return {
    name,
    type: 'table',
    title,
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
    schema: {
      fields: columns.map(({ name: column, type, description, required, values }) => ({
        name: column,
        type,
        description,
        ...(required || values
          ? { constraints: { ...(required ? { required } : {}), ...(values ? { enum: values } : {}) } }
          : {}),
      })),
      primaryKey: key,
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

const column = (name: string, type: FieldType, description: string, more: Partial<Column> = {}): Column => ({
  name,
  type,
  description,
  ...more,
});

const required = { required: true } as const;
const act = column('act', 'integer', 'Number of the act in the book', required);
const number = column('number', 'integer', 'Of the lines of one act', required);
const recordedAt = column('recorded_at', 'datetime', 'When the node wrote the act, in UTC', required);

function goodsSheets({ items, places, moves, counts }: Goods): readonly Sheet[] {
  const inAct = numbered(moves.map((move) => move.act));
  const lines = numbered(counts.map((count) => count.act));
  return [
    {
      name: 'items',
      title: 'What is shared out',
      columns: [
        column('symbol', 'string', 'Name of the item in accounts', required),
        act,
        column('title', 'string', 'What it is'),
        column('unit', 'string', 'What one of it is'),
        column('cargo', 'string', 'Class that decides whether life passes'),
      ],
      key: ['symbol'],
      rows: items.map((one) => [one.symbol, one.act, one.title, one.unit, one.cargo]),
    },
    {
      name: 'places',
      title: 'Depots, sites and vehicles; where they are is not said',
      columns: [
        column('account', 'string', 'Its name in the other files', required),
        act,
        column('kind', 'string', 'What it is'),
        column('title', 'string', 'What it is called'),
      ],
      key: ['account'],
      rows: places.map((one) => [one.account, one.act, one.kind, one.title]),
    },
    {
      name: 'goods',
      title: 'What went from where to where; also outside, lost and passed-on',
      columns: [
        act,
        number,
        recordedAt,
        column('kind', 'string', 'Type of the act', required),
        column('lot', 'integer', 'Number of the act that brought the lot into the book', required),
        column('item', 'string', 'Symbol of the item', required),
        column('from', 'string', 'Account of the place that it left', required),
        column('to', 'string', 'Account of the place where it is then', required),
        column('quantity', 'integer', 'Whole units of the item', required),
        column('words', 'string', 'From whom it came, or why it was lost'),
      ],
      key: ['act', 'number'],
      names: { item: ['items', 'symbol'] },
      rows: moves.map((one, i) => [
        ...[one.act, inAct[i] ?? 0, one.at, one.kind, one.lot, one.symbol],
        ...[one.from, one.to, one.quantity, one.words],
      ]),
    },
    {
      name: 'counts',
      title: 'What people have counted',
      columns: [
        act,
        number,
        recordedAt,
        column('item', 'string', 'Symbol of the item', required),
        column('place', 'string', 'Account of the place', required),
        column('counted', 'integer', 'The smallest of the numbers that stood', required),
      ],
      key: ['act', 'number'],
      names: { item: ['items', 'symbol'], place: ['places', 'account'] },
      rows: counts.map((one, i) => [one.act, lines[i] ?? 0, one.at, one.symbol, one.place, one.counted]),
    },
  ];
}

/** 1, 2, … within each act. */
function numbered(all: readonly number[]): readonly number[] {
  const seen = new Map<number, number>();
  return all.map((one) => {
    const next = (seen.get(one) ?? 0) + 1;
    seen.set(one, next);
    return next;
  });
}

type AmountOf = (units: number, symbol: string) => string;

const inMoney = column('commodity', 'string', 'Symbol of the money', required);

function moneySheets(money: Money): readonly Sheet[] {
  const decimals = new Map(money.commodities.map((one) => [one.symbol, one.decimals]));
  const amount: AmountOf = (units, symbol) => amountText(units, decimals.get(symbol) ?? 0);
  return [...entrySheets(money, amount), reportSheet(money, amount)];
}

function entrySheets({ commodities, moves }: Money, amount: AmountOf): readonly Sheet[] {
  return [
    {
      name: 'commodities',
      title: 'Kinds of money',
      columns: [
        column('symbol', 'string', 'Its name in accounts', required),
        act,
        column('title', 'string', 'What it is called'),
        column('decimals', 'integer', 'Digits behind the point', required),
      ],
      key: ['symbol'],
      rows: commodities.map((one) => [one.symbol, one.act, one.title, one.decimals]),
    },
    {
      name: 'entries',
      title: 'Entries and reversals',
      columns: [
        act,
        recordedAt,
        column('day', 'date', 'The day that it is of', required),
        column('words', 'string', 'What it was, or why it was reversed'),
        column('reverses', 'integer', 'The entry that it turns round'),
        column('receipt', 'string', 'SHA-256 of the receipt’s file, hexadecimal'),
        column('lacks_second', 'boolean', 'A second officer has not signed yet', required),
        column('judged', 'string', 'What the assembly said of it last', { values: ['approved', 'rejected'] }),
        column('judged_by', 'integer', 'By which act'),
      ],
      key: ['act'],
      rows: moves.map((one) => [
        ...[one.act, one.at, one.day, one.words, one.reverses],
        one.receipt === null ? null : Buffer.from(one.receipt, 'base64').toString('hex'),
        ...[one.lacksSecond, one.judged?.outcome ?? null, one.judged?.act ?? null],
      ]),
    },
    {
      name: 'lines',
      title: 'Lines of the entries; of each act and money they add up to zero',
      columns: [
        act,
        number,
        column('account', 'string', 'Which account', required),
        inMoney,
        column('amount', 'number', 'Into the account, or below zero out of it', required),
      ],
      key: ['act', 'number'],
      names: { act: ['entries', 'act'], commodity: ['commodities', 'symbol'] },
      rows: moves.flatMap((move) =>
        move.lines.map((line, i) => [
          move.act,
          i + 1,
          line.account,
          line.commodity,
          amount(line.amount, line.commodity),
        ]),
      ),
    },
  ];
}

const sumsOf = ['assets', 'liabilities', 'equity', 'before', 'income', 'expenses'] as const;

function reportSheet({ reports }: Money, amount: AmountOf): Sheet {
  return {
    name: 'reports',
    title: 'What the assembly has said of the accounts',
    columns: [
      act,
      column('until', 'date', 'Up to which day', required),
      column('last_entry', 'integer', 'The last act reported on', required),
      column('outcome', 'string', 'Its word', { required: true, values: ['approved', 'rejected'] }),
      inMoney,
      ...sumsOf.map((name) => column(name, 'number', `Sum of ${name}, as it was told`, required)),
    ],
    key: ['act', 'commodity'],
    names: { last_entry: ['entries', 'act'], commodity: ['commodities', 'symbol'] },
    rows: reports.flatMap((one) =>
      one.sums.map((sums) => [
        ...[one.act, one.until, one.entry, one.outcome, sums.commodity],
        ...sumsOf.map((name) => amount(sums[name], sums.commodity)),
      ]),
    ),
  };
}
