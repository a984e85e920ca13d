import { judgedIn, lacksSecond, type Move, movesIn, signedLines, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { accountsPath } from './accounts-path.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, section, table } from './parts.ts';
import { actPath, moneySaid, type Visit } from './visit.ts';

export interface JournalAsked {
  /** Entries of this account alone. */
  readonly account: string | null;
  /** How many of the latest are left out. */
  readonly from: number;
  /** What somebody holds, in hexadecimal digits, as it was typed. */
  readonly receipt: string | null;
}

const SHOWN = 50;

/** Entries and reversals, the latest first, each with its act and what the assembly has last said of it. */
export function journalOf(visit: Visit, book: BookView, { account, from }: JournalAsked): Html {
  const { words, link } = visit;
  const { accounts } = words;
  const all = movesIn(book.state.accounts).filter(
    ({ entry }) => account === null || entry.lines.some((line) => line.account === account),
  );
  const latest = all.toReversed();
  const start = Math.min(Math.max(0, from), Math.max(0, latest.length - 1));
  const rows = latest.slice(start, start + SHOWN).map((move) => rowOf(visit, book, move));
  const page = (at: number): string => {
    const query = new URLSearchParams({ ...(account === null ? {} : { account }), from: String(at) });
    return link(`${accountsPath(book)}?${query}#journal`);
  };
  const pager = [
    start > 0 ? html`<a rel="prev" href="${page(Math.max(0, start - SHOWN))}">${accounts.newer}</a>` : null,
    start + SHOWN < latest.length ? html`<a rel="next" href="${page(start + SHOWN)}">${accounts.older}</a>` : null,
  ].filter((one) => one !== null);
  const whole =
    account === null ? null : html`<p><a href="${link(`${accountsPath(book)}#journal`)}">${accounts.all}</a></p>`;
  const { day, what, moved, said, proof } = accounts;
  return section(
    account === null ? accounts.journal : accounts.journalOf(account),
    html`${whole}${table(accounts.newestFirst, [day, what, moved, said, proof], rows)}${pager.length === 0 ? null : html`<p class="split">${pager}</p>`}`,
    'journal',
  );
}

function rowOf(visit: Visit, book: BookView, move: Move): readonly Child[] {
  const { words, link } = visit;
  const { accounts } = words;
  const formats = visit.formats(book.state);
  const { entry, act, day, of, times } = move;
  const lines = signedLines(move).map(
    ({ account, commodity, amount }) =>
      html`<li>${account} <span class="figures">${moneySaid(formats, book.state, amount, commodity)}</span></li>`,
  );
  const reversal = html`<a href="${link(actPath(book, of))}">${accounts.reversal(formats.number(of))}</a>: ${entry.reversed?.reason ?? ''}`;
  const notes =
    times === -1
      ? null
      : html`<br><span class="soft">${entry.receipt === null ? accounts.noReceipt : accounts.hasReceipt}${entry.reversed === null ? null : html` · <a href="${link(actPath(book, entry.reversed.act))}">${accounts.reversed}</a>`}</span>${lacksSecond(entry) ? badge('ochre', accounts.needsSecond) : null}`;
  return [
    formats.calendarDay(day),
    html`${times === -1 ? reversal : entry.words}${notes}`,
    html`<ul class="plain">${lines}</ul>`,
    judgedBadge(visit, book, move),
    html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`,
  ];
}

function judgedBadge({ words, link }: Visit, book: BookView, move: Move): Html {
  const { accounts } = words;
  const judged = judgedIn(book.state.accounts, move);
  if (judged === null) return html`<span class="soft">${accounts.pending}</span>`;
  const isApproved = judged.outcome === 'approved';
  const by = judged.report === undefined ? accounts : accounts.committee;
  return html`<a href="${link(actPath(book, judged.act))}">${badge(isApproved ? 'green' : 'red', isApproved ? by.approved : by.rejected)}</a>`;
}

/** Whoever holds a receipt sees whether it is booked; the file itself goes nowhere. */
export function receiptForm(visit: Visit, book: BookView, typed: string | null): Html {
  const { words, language } = visit;
  const { accounts } = words;
  const given = (typed ?? '').trim().toLowerCase();
  return section(
    accounts.check,
    html`<p class="soft" id="receipt-how">${accounts.checkHow}</p><form action="${accountsPath(book)}#receipt" method="get"><input type="hidden" name="lang" value="${language}"><label for="receipt-field">${accounts.field}</label><div class="row"><input id="receipt-field" name="receipt" required maxlength="80" value="${given.slice(0, 80)}" autocomplete="off" spellcheck="false" aria-describedby="receipt-how"><button>${accounts.go}</button></div></form>${typed === null ? null : receiptAnswer(visit, book, given)}`,
    'receipt',
  );
}

function receiptAnswer({ words, link }: Visit, book: BookView, given: string): Html {
  const { accounts } = words;
  if (!/^[0-9a-f]{64}$/.test(given)) return html`<p class="card">${accounts.notAHash}</p>`;
  const acts = tableGet(book.state.accounts.receipts, Buffer.from(given, 'hex').toString('base64')) ?? [];
  if (acts.length === 0) return html`<p class="card">${badge('red', accounts.notFound)}</p>`;
  const links = acts.map((act) => html`<li><a href="${link(actPath(book, act))}">${words.body.act(act)}</a></li>`);
  return html`<div class="card"><p>${badge(acts.length === 1 ? 'green' : 'ochre', acts.length === 1 ? accounts.found : accounts.foundTwice)}</p><ul class="plain">${links}</ul></div>`;
}
