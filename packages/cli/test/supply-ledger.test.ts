// What is exported of goods and money, added up by hledger: it must come to what the node's own state says, place by place.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { entriesPath } from '@cabildo/book';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { emptyBook, exportBook, push } from '../../book/test/fixtures.ts';
import {
  amountText,
  type BodyState,
  emptyState,
  evolve,
  itemAt,
  tableEntries,
  tableGet,
  tableValues,
} from '../../core/src/index.ts';
import { book, dues, from, type Keeping, keeping, reverse, today } from '../../core/test/federation/accounts.ts';
import { anyone } from '../../core/test/federation/federation.ts';
import {
  type Committee,
  committee,
  corrected,
  count,
  handOver,
  line,
  receive,
  said,
} from '../../core/test/federation/supply.ts';
import type { BookAct, BookActs } from '../src/export/book-acts.ts';
import { datapackageFiles } from '../src/export/datapackage.ts';
import { goodsIn } from '../src/export/goods.ts';
import { journalFiles } from '../src/export/journal.ts';
import { type Exactness, goodsTold } from '../src/export/published.ts';
import { cabildo, scratch } from './cabildo.ts';
import { writeFiles } from './files-of-book.ts';

const hasHledger = spawnSync('hledger', ['--version']).status === 0;
// In CI a check whose tool is missing has not run, and that is a failure.
const withHledger = { skip: hasHledger || process.env.CI === 'true' ? false : 'hledger is not installed' };

function hledger(directory: string, ...args: readonly string[]): string {
  const ran = spawnSync('hledger', ['-f', join(directory, 'main.journal'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  assert.equal(ran.status, 0, `hledger ${args.join(' ')}: ${ran.error?.message ?? ran.stderr}`);
  return ran.stdout;
}

interface Amount {
  readonly acommodity: string;
  readonly aquantity: { readonly decimalMantissa: number; readonly decimalPlaces: number };
}

type Row = readonly [name: string, shown: string, depth: number, amounts: readonly Amount[]];

/** Account and commodity → amount, without those at which there is nothing. */
function balances(directory: string): Map<string, string> {
  const [rows] = JSON.parse(hledger(directory, 'balance', '--flat', '-O', 'json')) as [readonly Row[]];
  return new Map(
    rows.flatMap(([name, , , amounts]) =>
      amounts.flatMap(({ acommodity, aquantity: { decimalMantissa, decimalPlaces } }) =>
        decimalMantissa === 0
          ? []
          : [[`${name} ${acommodity.replaceAll('"', '')}`, amountText(decimalMantissa, decimalPlaces)] as const],
      ),
    ),
  );
}

/** The same out of the state that a node keeps. */
function ownTotals({ supply, accounts }: BodyState, acts: readonly BookAct[]): Map<string, string> {
  const found = new Map<string, number>();
  const add = (key: string, amount: number) => found.set(key, (found.get(key) ?? 0) + amount);
  for (const { account, act } of goodsIn(acts).places)
    for (const [item, { symbol }] of tableEntries(supply.items))
      add(`${account} ${symbol}`, itemAt(supply, Number(item), act));
  for (const lot of tableValues(supply.lots)) {
    const { symbol } = tableGet(supply.items, lot.item) ?? { symbol: '' };
    add(`outside ${symbol}`, -lot.received);
    add(`lost ${symbol}`, lot.lost);
    add(`passed-on ${symbol}`, lot.passed);
  }
  const goods = [...found].filter(([, amount]) => amount !== 0).map(([key, amount]) => [key, String(amount)] as const);
  const money = tableEntries(accounts.balances)
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => {
      const { decimals } = tableGet(accounts.commodities, key.split(' ')[1] ?? '') ?? { decimals: 0 };
      return [key, amountText(amount, decimals)] as const;
    });
  return new Map([...goods, ...money]);
}

/** As decimals are compared: 1.50 is 1.5. */
const plainly = (totals: ReadonlyMap<string, string>): readonly (readonly [string, number])[] =>
  [...totals].map(([key, amount]) => [key, Number(amount)] as const).sort(([a], [b]) => (a < b ? -1 : 1));

function assertAgreed({ origin, acts }: Omit<BookActs, 'size'>, state: BodyState, directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of journalFiles({ origin, size: acts.length, acts }))
    writeFileSync(join(directory, name), content);
  hledger(directory, 'check', '--strict');
  assert.deepEqual(plainly(balances(directory)), plainly(ownTotals(state, acts)));
}

const golden = fileURLToPath(new URL('../../../vectors/core/golden/books/', import.meta.url));
const goldenBooks = ['40-supply/junta-1', '40-supply/junta-3', '42-accounts/junta-1'].map((name) =>
  join(golden, `${name}.jsonl`),
);

/** A golden book as `cabildo book export` writes it. */
async function exported(file: string): Promise<{ directory: string; state: BodyState; acts: readonly BookAct[] }> {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const acts = lines.map((text) => JSON.parse(text)) as readonly (BookAct & { readonly book: string })[];
  const origin = acts[0]?.book ?? '';
  const made = emptyBook(origin);
  for (const text of lines) push(made, Buffer.from(text));
  const directory = join(await scratch(), 'book');
  await writeFiles(directory, exportBook(made));
  return { directory, acts, state: acts.reduce((state, act) => evolve(state, act as never), emptyState(origin)) };
}

test(
  'books of goods and of money, exported by the command: hledger finds nothing wrong and has the same totals',
  withHledger,
  async () => {
    let moved = 0;
    for (const file of goldenBooks) {
      const { directory, state, acts } = await exported(file);
      const out = join(await scratch(), 'out');
      const ran = await cabildo([
        'supply',
        'ledger',
        'export',
        directory,
        '--format',
        'hledger',
        '--out',
        out,
        '--json',
      ]);
      assert.equal(ran.code, 0, ran.err);
      assert.deepEqual(JSON.parse(ran.out).files, ['main.journal', 'goods.journal', 'money.journal']);
      hledger(out, 'check', '--strict');
      const own = ownTotals(state, acts);
      assert.deepEqual(plainly(balances(out)), plainly(own));
      moved += own.size;
    }
    assert.ok(moved > 10, 'there was something to add up');
  },
);

test('hledger contradicts a journal in which one amount is another', withHledger, async () => {
  const { acts } = await exported(join(golden, '40-supply', 'junta-1.jsonl'));
  const directory = await scratch();
  const files = journalFiles({ origin: 'x.example/y', size: acts.length, acts });
  const goods = files.get('goods.journal') ?? '';
  const wrong = goods.replace(/= (\d+)/, (_, counted) => `= ${Number(counted) + 1}`);
  assert.notEqual(wrong, goods);
  for (const [name, content] of files) writeFileSync(join(directory, name), name === 'goods.journal' ? wrong : content);
  const ran = spawnSync('hledger', ['-f', join(directory, 'main.journal'), 'check', '--strict'], { encoding: 'utf8' });
  assert.notEqual(ran.status, 0);
  assert.match(ran.stderr, /balance assertion/);
});

const ways = [
  ['load', 'depot', 'truck'],
  ['relay', 'truck', 'van'],
  ['deliver', 'van', 'clinic'],
  ['direct', 'depot', 'kitchen'],
  ['return', 'truck', 'depot'],
] as const;

const goodsStep = fc.record({
  what: fc.constantFrom('hand-over', 'hand-over', 'hand-over', 'correct', 'loss', 'back', 'count', 'receive'),
  way: fc.nat(ways.length - 1),
  quantity: fc.integer({ min: 1, max: 60 }),
  missing: fc.nat(5),
});

const settledCommittee = committee();

/** Some of it is refused: that writes nothing. */
function moveGoods(
  scene: Committee,
  lot: number,
  step: typeof goodsStep extends fc.Arbitrary<infer S> ? S : never,
  number: number,
) {
  const { fed, base, origin, depot } = scene;
  const { what, way, quantity, missing } = step;
  const acts = fed.book(origin).acts;
  const last = (name: string): number | undefined => acts.findLast(({ act }) => act === name)?.index;
  if (what === 'receive') receive(scene, quantity);
  if (what === 'hand-over') {
    const [kind, source, target] = ways[way] ?? ways[0];
    const lines = [line(scene, lot, quantity, Math.max(0, quantity - missing))];
    handOver(scene, said(scene, `step ${number}`, kind, [scene[source], scene[target]], lines), number % 2 === 0);
  }
  const given = last('HandOverRecorded');
  if (what === 'correct' && given !== undefined) {
    const input = corrected(scene, given, 1, [line(scene, lot, quantity)]);
    fed.do(origin, anyone, 'CorrectHandOver', input);
  }
  if (what === 'loss') fed.do(origin, base.presidium, 'RecordLoss', { lot, at: depot, quantity, reason: 'fuga; x' });
  const loss = last('LossRecorded');
  if (what === 'back' && loss !== undefined)
    fed.do(origin, base.presidium, 'ReverseLoss', { loss, lot, at: depot, quantity, reason: '= estaba' });
  if (what === 'count') {
    const round = acts.filter(({ act }) => act === 'StockCounted').length + 1;
    count(scene, round, [quantity * 7, quantity * 7]);
  }
  fed.pass({ hours: 7 });
}

test(
  'of any history of goods, in any order and with corrections, hledger comes to the ledger’s own amounts',
  withHledger,
  async () => {
    const folder = await scratch();
    let run = 0;
    fc.assert(
      fc.property(fc.array(goodsStep, { minLength: 4, maxLength: 25, size: 'max' }), (steps) => {
        const scene = { ...settledCommittee, fed: settledCommittee.fed.fork() };
        const lot = receive(scene, 400);
        for (const [number, step] of steps.entries()) moveGoods(scene, lot, step, number);
        const { acts, state } = scene.fed.book(scene.origin);
        assertAgreed(
          { origin: scene.origin, acts: acts as unknown as readonly BookAct[] },
          state,
          join(folder, `${run++}`),
        );
      }),
      { numRuns: 6 },
    );
  },
);

const settledBooks = keeping();

test(
  'of any entries and reversals, hledger comes to the accounts’ own amounts, to the centavo',
  withHledger,
  async () => {
    const folder = await scratch();
    const step = fc.record({ amount: fc.integer({ min: 1, max: 10_000_000 }), back: fc.boolean(), days: fc.nat(2) });
    let run = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), (steps) => {
        const scene: Keeping = { ...settledBooks, fed: settledBooks.fed.fork() };
        for (const { amount, back, days } of steps) {
          const lines = amount % 2 === 0 ? dues(amount) : from('assets:cash', 'expenses:roof', amount);
          const index = book(scene, lines, { words: `Pago; de «x»: ${amount}  | (y)`, day: today(scene) });
          scene.fed.pass({ days });
          if (back) reverse(scene, index);
        }
        const { acts, state } = scene.fed.book(scene.origin);
        assertAgreed(
          { origin: scene.origin, acts: acts as unknown as readonly BookAct[] },
          state,
          join(folder, `${run++}`),
        );
      }),
      { numRuns: 6 },
    );
  },
);

test('as tables: every column that the description names is there, and what would be a formula is none', async () => {
  const { directory, acts } = await exported(join(golden, '42-accounts', 'junta-1.jsonl'));
  const out = join(await scratch(), 'out');
  const ran = await cabildo(['supply', 'ledger', 'export', directory, '--format', 'datapackage', '--out', out]);
  assert.equal(ran.code, 0, ran.err);
  const described = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'));
  assert.equal(described.$schema, 'https://datapackage.org/profiles/2.0/datapackage.json');
  for (const { path, bytes, schema } of described.resources) {
    const csv = readFileSync(join(out, path), 'utf8');
    assert.equal(Buffer.byteLength(csv), bytes);
    const [header = ''] = csv.split('\r\n');
    assert.deepEqual(
      header.split(','),
      schema.fields.map(({ name }: { name: string }) => name),
    );
    assert.ok(schema.primaryKey.every((name: string) => header.split(',').includes(name)));
  }
  assert.match(readFileSync(join(out, 'lines.csv'), 'utf8'), /,1,assets:cash,BOB,250\.00\r\n/);
  assert.match(readFileSync(join(out, 'reports.csv'), 'utf8'), /,rejected,BOB,/);
  const hostile = (acts as readonly BookAct[]).map((one) =>
    one.act === 'EntryBooked' ? { ...one, data: { ...one.data, words: '=HYPERLINK("x")' } } : one,
  );
  const entries = datapackageFiles({ origin: 'x', size: hostile.length, acts: hostile }).get('entries.csv') ?? '';
  assert.match(entries, /,"'=HYPERLINK\(""x""\)",/);
});

test('for publication, what is sensitive is told as the statute says: in whole steps, or not at all', async () => {
  const { directory, acts } = await exported(join(golden, '40-supply', 'junta-1.jsonl'));
  const step = 7;
  const told = (shown: string, exactness: Exactness) => {
    const altered = acts.map((one): BookAct => {
      if (one.act === 'ItemNamed') return { ...one, data: { ...one.data, sensitive: { step } } };
      if (one.act !== 'StatuteAdopted') return one;
      const publicity = { votes: 'totals', sensitive: shown } as const;
      return { ...one, data: { ...one.data, statute: { ...one.data.statute, publicity } } } as BookAct;
    });
    const book = {
      origin: (acts as readonly (BookAct & { readonly book: string })[])[0]?.book ?? '',
      size: altered.length,
      acts: altered,
    };
    return { book, ...goodsTold(book, exactness), journal: journalFiles(book, exactness).get('goods.journal') ?? '' };
  };
  const exact = told('coarsened', 'exact');
  assert.match(exact.journal, /^; Amounts are exact, also of what is sensitive/m);
  const coarse = told('coarsened', 'public');
  assert.ok(coarse.goods.moves.length > 0 && coarse.goods.moves.every(({ quantity }) => quantity % step === 0));
  const sum = (moves: typeof exact.goods.moves) => moves.reduce((all, { quantity }) => all + quantity, 0);
  assert.ok(sum(coarse.goods.moves) > 0 && sum(coarse.goods.moves) < sum(exact.goods.moves));
  assert.equal(coarse.goods.counts.length, 0);
  for (const shown of ['members', 'late']) assert.deepEqual(told(shown, 'public').goods.moves, [], shown);
  assert.deepEqual(told('public', 'public').goods, exact.goods);
  // Of a book that calls nothing sensitive the option takes nothing away.
  const out = join(await scratch(), 'open');
  const ran = await cabildo(['supply', 'ledger', 'export', directory, '--format', 'hledger', '--public', '--out', out]);
  assert.equal(ran.code, 0, ran.err);
  const { origin } = told('public', 'exact').book;
  const whole = journalFiles({ origin, size: acts.length, acts }).get('goods.journal');
  assert.equal(readFileSync(join(out, 'goods.journal'), 'utf8'), whole);
});

const profile = join(import.meta.dirname, '../../../vectors/datapackage/profile-2.0.json');

test('the description fits the published profile of Data Package 2.0', async () => {
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(profile, 'utf8')));
  for (const file of goldenBooks) {
    const { acts } = await exported(file);
    const described =
      datapackageFiles({ origin: 'x.example/y', size: acts.length, acts }).get('datapackage.json') ?? '';
    assert.ok(fits(JSON.parse(described)), JSON.stringify(fits.errors));
    assert.ok(!fits({ ...JSON.parse(described), resources: [] }), 'a description without tables does not fit');
  }
});

test('a book that was changed, a format that there is not and a body that nobody has are said, and nothing is written', async () => {
  const { directory } = await exported(join(golden, '42-accounts', 'junta-1.jsonl'));
  const out = join(await scratch(), 'out');
  const unknown = await cabildo(['supply', 'ledger', 'export', directory, '--format', 'xlsx', '--out', out]);
  assert.deepEqual([unknown.code, /hledger or datapackage|hledger o datapackage/.test(unknown.err)], [2, true]);
  const { length } = readFileSync(join(golden, '42-accounts', 'junta-1.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const file = join(directory, entriesPath(0, length));
  const bytes = readFileSync(file);
  const at = bytes.indexOf('Cuotas');
  assert.ok(at > 0);
  bytes.write('Dietas', at);
  writeFileSync(file, bytes);
  const changed = await cabildo(['supply', 'ledger', 'export', directory, '--format', 'hledger', '--out', out]);
  assert.deepEqual([changed.code, /root/.test(changed.err)], [2, true], changed.err);
  assert.throws(() => readdirSync(out), { code: 'ENOENT' });
});
