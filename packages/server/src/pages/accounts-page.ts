import { type AccountsReport, classOf, lacksSecond, movesIn, tableEntries } from '@cabildo/core';
import { handedInTo, waitsToBeJudged } from '../app/committee-accounts.ts';
import type { BookView } from '../app/node.ts';
import { type JournalAsked, journalOf, receiptForm } from './accounts-journal.ts';
import { accountsPath, keepsAccounts } from './accounts-path.ts';
import { committeesOf, handedInBy } from './committee-accounts-part.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, facts, meter, section, table } from './parts.ts';
import { actPath, bodyPath, moneySaid, type Visit } from './visit.ts';

/** A body's open books: what the assembly said of them, what is on each account, every entry with its act. */
export async function accountsPage(visit: Visit, book: BookView, asked: JournalAsked): Promise<Page> {
  const { words, base } = visit;
  const { accounts } = words;
  const command = `npx cabildo supply ledger export ${book.name} --node ${base} --format hledger --out ledger\nhledger -f ledger/main.journal check --strict\nhledger -f ledger/main.journal balance`;
  return {
    title: accounts.title(book.title),
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<h1>${accounts.title(book.title)}</h1><p class="lead">${accounts.lead}</p>${
      keepsAccounts(book)
        ? html`${await handedInBy(visit, book)}${reportOf(visit, book)}${flowsOf(visit, book)}${balancesOf(visit, book)}${journalOf(visit, book, asked)}${receiptForm(visit, book, asked.receipt)}${section(accounts.otherProgram, html`<p>${accounts.otherProgramHow}</p><pre><code>${command}</code></pre>`)}`
        : html`<p class="card">${accounts.nothing}</p>`
    }${await committeesOf(visit, book)}`,
  };
}

function reportOf(visit: Visit, book: BookView): Html {
  const { words, link } = visit;
  const { accounts } = words;
  const last = book.state.accounts.reports.at(-1);
  if (last === undefined) return section(accounts.report, html`<p class="card">${accounts.noReport}</p>`, 'report');
  const { act, vote, until, entries, single, outcome, report } = last;
  const { calendarDay, number } = visit.formats(book.state);
  const isApproved = outcome === 'approved';
  const judged = report === undefined ? accounts : accounts.committee;
  const rows: readonly (readonly [Child, Child])[] = [
    [accounts.until, calendarDay(until)],
    [accounts.entries, number(entries)],
    [accounts.single, single === 0 ? null : number(single)],
    [
      report === undefined ? accounts.vote : accounts.committee.vote,
      html`<a href="${link(actPath(book, vote))}">${words.body.act(vote)}</a>`,
    ],
    [accounts.proof, html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`],
  ];
  return section(
    accounts.report,
    html`<div class="card"><p>${badge(isApproved ? 'green' : 'red', isApproved ? judged.approved : judged.rejected)}</p><p>${isApproved ? accounts.approvedWhat : report === undefined ? accounts.rejectedWhat : accounts.committee.rejectedWhat}</p>${facts(rows)}${sumsOf(visit, book, last)}</div>`,
    'report',
  );
}

function sumsOf(visit: Visit, book: BookView, { act, sums }: AccountsReport): Html {
  const { words, link } = visit;
  const { accounts } = words;
  const formats = visit.formats(book.state);
  const { assets, liabilities, equity, before, income, expenses } = accounts;
  const rows = sums.map((one) => {
    const said = (amount: number): string => moneySaid(formats, book.state, amount, one.commodity);
    // Income and what is owed are below zero in the ledger: what came in, and what is owed, is what people read.
    const signs = [-one.income, one.expenses, one.assets, -one.liabilities, -one.equity, -one.before];
    return [one.commodity, ...signs.map(said), html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`];
  });
  return table(
    accounts.sums,
    [accounts.money, income, expenses, assets, liabilities, equity, before, accounts.proof],
    rows,
  );
}

/** Income and spending as bars, the longest of each money at full length; the words say the same. */
function flowsOf(visit: Visit, book: BookView): Html | null {
  const { words, link } = visit;
  const formats = visit.formats(book.state);
  const flows = tableEntries(book.state.accounts.balances)
    .map(([key, amount]) => ({ account: key.split(' ')[0] ?? '', commodity: key.split(' ')[1] ?? '', amount }))
    .filter(({ account, amount }) => amount !== 0 && ['income', 'expenses'].includes(classOf(account)));
  const commodities = [...new Set(flows.map(({ commodity }) => commodity))].sort();
  if (commodities.length === 0) return null;
  const pictures = commodities.map((commodity) => {
    const of = flows.filter((flow) => flow.commodity === commodity);
    const most = Math.max(...of.map(({ amount }) => Math.abs(amount)));
    const rows = of
      .toSorted((a, b) => (a.account < b.account ? 1 : -1))
      .map(({ account, amount }) => {
        const isIncome = classOf(account) === 'income';
        const said = moneySaid(formats, book.state, isIncome ? -amount : amount, commodity);
        const value = Math.max(0, isIncome ? -amount : amount);
        const bar = meter(words.accounts.flow(account, said), most, [{ tone: isIncome ? 'yes' : 'no', value }], null);
        return html`<li><div class="split"><a href="${link(`${accountsPath(book)}?account=${encodeURIComponent(account)}#journal`)}">${account}</a><span class="figures">${said}</span></div>${bar}</li>`;
      });
    return section(words.accounts.flows(commodity), html`<ul class="list">${rows}</ul>`);
  });
  return html`${pictures}`;
}

function balancesOf(visit: Visit, book: BookView): Html | null {
  const { words, link } = visit;
  const { accounts } = words;
  const formats = visit.formats(book.state);
  const rows = tableEntries(book.state.accounts.balances).map(([key, amount]): readonly Child[] => {
    const [account = '', commodity = ''] = key.split(' ');
    const entries = link(`${accountsPath(book)}?account=${encodeURIComponent(account)}#journal`);
    return [html`<a href="${entries}">${account}</a>`, moneySaid(formats, book.state, amount, commodity)];
  });
  if (rows.length === 0) return null;
  return section(accounts.balances, table(accounts.balancesOf, [accounts.account, accounts.balance], rows), 'balances');
}

/** For a body's own page: nothing where it keeps none and is handed none. */
export async function accountsLink(visit: Visit, book: BookView): Promise<Html | null> {
  const handedIn = await handedInTo(visit.node, book);
  if (!keepsAccounts(book) && handedIn.length === 0) return null;
  const { words, link } = visit;
  const { accounts } = book.state;
  const last = accounts.reports.at(-1);
  const by = last?.report === undefined ? words.accounts : words.accounts.committee;
  const rejected = last?.outcome === 'rejected' ? badge('red', by.rejected) : null;
  const waiting = movesIn(accounts).some(({ entry }) => lacksSecond(entry))
    ? badge('ochre', words.accounts.needsSecond)
    : null;
  return html`<section class="card"><p><a href="${link(accountsPath(book))}">${words.accounts.link}</a></p>${rejected}${waiting}${handedIn.some(waitsToBeJudged) ? badge('ochre', words.accounts.committee.toJudgeHere) : null}</section>`;
}
