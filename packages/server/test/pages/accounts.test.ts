// What everybody reads of a body's accounts: balances, entries, and plainly what the assembly has said of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type BodyState, emptyState, evolve } from '@cabildo/core';
import { accountsPage } from '../../src/pages/accounts-page.ts';
import { html, htmlText } from '../../src/pages/html.ts';
import { goldenBooks, viewOf, visitIn } from '../golden-books.ts';

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
