// What everybody reads of a body's accounts: balances, entries, and plainly what the assembly has said of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type BodyState, emptyState, evolve } from '@cabildo/core';
import { accountsPage } from '../../src/pages/accounts-page.ts';
import { html, htmlText } from '../../src/pages/html.ts';
import { weekPage } from '../../src/pages/week-page.ts';
import { type GoldenBook, goldenBooks, nodeWith, viewOf, visitIn } from '../golden-books.ts';

const golden = goldenBooks.get('42-accounts/junta-1.jsonl')!;
const acts = golden.rows.map(({ entry }) => JSON.parse(Buffer.from(entry).toString()) as Act);

/** The book as it was after so many acts. */
const upTo = (size: number): BodyState =>
  acts.slice(0, size).reduce((state, act) => evolve(state, act), emptyState(golden.view.origin));

const after = (name: string, which = 0): number => (acts.filter(({ act }) => act === name)[which]?.index ?? -1) + 1;

const nothingAsked = { account: null, from: 0, receipt: null };

async function read(state: BodyState, asked = {}, language: 'es' | 'en' = 'en'): Promise<string> {
  const view = viewOf(state);
  const page = await accountsPage(visitIn(language, { view, rows: golden.rows }), view, { ...nothingAsked, ...asked });
  return htmlText(html`${page.body}`);
}

test('a body that keeps no accounts says so', async () => {
  assert.match(await read(upTo(3)), /No accounts are kept in this book yet/);
});

test('before the assembly has spoken the page says that it has not, and lists entries with their acts', async () => {
  const page = await read(upTo(after('EntryBooked', 2)));
  assert.match(page, /has not judged any accounts yet/);
  assert.match(page, /In no report yet/);
  assert.match(page, /The second signature is missing/);
  for (const { act, index } of acts.slice(0, after('EntryBooked', 2)))
    if (act === 'EntryBooked') assert.match(page, new RegExp(`/acts/${index}"`));
});

test('rejected accounts are said to be rejected, in the report and at each entry, until the next report', async () => {
  const rejected = await read(upTo(after('AccountsReported')));
  assert.match(rejected, /Rejected by the assembly/);
  assert.match(rejected, /What is booked stays booked/);
  assert.equal(rejected.split('Rejected by the assembly').length - 1, 1 + 5, 'the report, four entries and a reversal');
  const approved = await read(upTo(acts.length));
  assert.doesNotMatch(approved, /Rejected by the assembly/);
  assert.match(approved, /Approved by the assembly/);
  assert.match(await read(upTo(after('AccountsReported')), {}, 'es'), /Rechazadas por la asamblea/);
});

test('amounts stand as people write them, and each balance leads to the entries of its account', async () => {
  const page = await read(upTo(acts.length));
  assert.match(page, /account=income%3Adues/);
  assert.match(page, /1200\.50 BOB/);
  assert.match(await read(upTo(acts.length), {}, 'es'), /1200,50 BOB/);
  const one = await read(upTo(acts.length), { account: 'expenses:transport' });
  const journal = one.slice(one.indexOf('id="journal"'), one.indexOf('id="receipt"'));
  assert.match(journal, /15\.00 BOB/);
  assert.doesNotMatch(journal, /income:dues/);
});

test('whoever holds a receipt is told whether it is booked, and what is no fingerprint', async () => {
  const receipt = acts
    .map(({ data }) => (data as { readonly receipt?: string }).receipt)
    .find((one) => one !== undefined);
  const held = Buffer.from(receipt ?? '', 'base64').toString('hex');
  assert.match(await read(upTo(acts.length), { receipt: ` ${held.toUpperCase()} ` }), /That receipt is booked:/);
  assert.match(await read(upTo(acts.length), { receipt: '0'.repeat(64) }), /No entry of this book names that receipt/);
  assert.match(await read(upTo(acts.length), { receipt: '<b>' }), /That is no fingerprint/);
  assert.doesNotMatch(await read(upTo(acts.length), { receipt: '"><b>' }), /"><b>/);
});

/** The committee and those who formed it, on one node, as they were when the committee had written so many acts. */
function together(name: string, committeeSize: number, parentSize?: number) {
  const folder = '45-committees';
  const sized = (file: string, size: number | undefined): GoldenBook => {
    const { view, rows } = goldenBooks.get(`${folder}/${file}.jsonl`)!;
    const kept = rows
      .map(({ entry }) => JSON.parse(Buffer.from(entry).toString()) as Act)
      .slice(0, size)
      .map((act, index) => ({ ...act, index }));
    return { view: viewOf(kept.reduce((state, act) => evolve(state, act), emptyState(view.origin))), rows };
  };
  const books = [
    sized('comite-de-agua', committeeSize),
    sized('junta-1', parentSize),
    sized('junta-2', parentSize === undefined ? undefined : indexIn('junta-2', 'CommitteeAccountsJudged')),
  ];
  const book = books.find(({ view }) => view.name === name)!;
  const views = new Map(books.map(({ view }) => [view.origin, view]));
  const node = {
    ...nodeWith(book),
    book: async (origin: string) => views.get(origin) ?? null,
    actsOf: async () => [],
  };
  return { book, visit: { ...visitIn('en', book), node: node as ReturnType<typeof nodeWith> } };
}

const indexIn = (file: string, act: string, which = 0): number =>
  goldenBooks.get(`45-committees/${file}.jsonl`)!.rows.filter((row) => row.act === act)[which]?.index ?? -1;

async function readOf(...asked: Parameters<typeof together>): Promise<string> {
  const { book, visit } = together(...asked);
  return htmlText(html`${(await accountsPage(visit, book.view, nothingAsked)).body}`);
}

test('a committee’s page says who of those that formed it has judged what, with the acts; a parent’s says what waits for it', async () => {
  const presented = indexIn('comite-de-agua', 'AccountsPresented');
  const judged = indexIn('junta-1', 'CommitteeAccountsJudged');
  const waits = await readOf('comite-de-agua', presented + 1, judged);
  assert.match(waits, /Wait for the assemblies that formed the committee/);
  assert.equal(waits.split('Has said nothing yet').length - 1, 2);
  assert.match(await readOf('junta-1', presented + 1, judged), /Waits for this assembly/);
  const { book, visit } = together('junta-1', presented + 1, judged);
  const sheet = htmlText(html`${(await weekPage(visit, book.view))?.body}`);
  assert.match(sheet, /Accounts of committees to approve or reject/);

  // Decided, and not signed; signed, and not in the committee’s book.
  assert.match(await readOf('junta-1', presented + 1, judged + 1), /its officers have yet to sign/);
  const onItsWay = await readOf('comite-de-agua', presented + 1, indexIn('junta-1', 'CommitteeAccountsJudged', 1));
  assert.match(onItsWay, /Rejected them; not written in this book yet/);
  assert.match(onItsWay, new RegExp(`/b/junta-1/acts/${judged}"`));

  const rejected = await readOf('comite-de-agua', indexIn('comite-de-agua', 'AccountsReported') + 1);
  assert.match(rejected, /Rejected by those who formed the committee/);
  assert.doesNotMatch(rejected, /by the assembly</);
  const whole = goldenBooks.get('45-committees/comite-de-agua.jsonl')!.rows.length;
  assert.match(await readOf('comite-de-agua', whole), /Approved by those who formed the committee/);
  const own = await readOf('junta-2', whole);
  assert.match(own, /Approved them/);
  assert.match(own, /No accounts are kept in this book yet/);
});
