import type { VerifiedCredential } from '@cabildo/book';
import { electionAt, tableEntries } from '@cabildo/core';
import { credentialFor } from '../app/exchange/credentials.ts';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { qrCode } from './qr.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

export const credentialsPath = (book: Pick<BookView, 'name'>, above: string): string =>
  `${bodyPath(book)}/credentials/${encodeURIComponent(above)}`;

interface Wanted {
  readonly above: BookView;
  /** Null: every seat that this body has ever filled there. */
  readonly seat: number | null;
  /** Which election a printed card names; empty where none was asked for. */
  readonly act: string;
}

/** What delegates take along: a card for each seat, to cut out, whose code names the act that the desk above looks up. */
export async function credentialsPage(visit: Visit, book: BookView, wanted: Wanted): Promise<Page | null> {
  const { words } = visit;
  const { above, seat } = wanted;
  const seats = seat === null ? seatsIn(book, above.origin) : [seat];
  const title = words.credentials.title(above.title);
  const cards = await Promise.all(seats.map((one) => cardOf(visit, book, wanted, one)));
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<div class="sheets credentials"><h1>${title}</h1>${cards.length === 0 ? html`<p>${words.credentials.none}</p>` : cards}<p class="soft">${words.credentials.proves}</p></div>`,
  };
}

const seatsIn = ({ state }: BookView, above: string): readonly number[] =>
  tableEntries(state.seatsAbove)
    .filter(([key]) => key.startsWith(`${above}#`))
    .map(([key]) => Number(key.slice(above.length + 1)))
    .toSorted((a, b) => a - b);

async function cardOf(visit: Visit, book: BookView, { above, act }: Wanted, seat: number): Promise<Html> {
  const { words, node, now } = visit;
  const { number } = visit.formats(book.state);
  const outcome = await credentialFor(node, { above: above.origin, below: book.origin, seat });
  const name = html`<h2>${words.credentials.seat(number(seat), above.title)}</h2>`;
  if (!outcome.ok)
    return html`<article class="credential"><p class="of">${book.title}</p>${name}<p><strong>${words.credentials.refused}.</strong> ${words.credentials.reasons[outcome.reason]}</p></article>`;
  const { verified } = outcome;
  const index = electionAt(book.state, above.origin, seat, now) ?? 0;
  const election = await node.act(book.origin, index);
  const code = election?.code ?? '';
  const other = act !== '' && act !== code ? html`<p><strong>${words.credentials.other}</strong></p>` : null;
  const file = `/api/bodies/${encodeURIComponent(book.name)}/credentials/${encodeURIComponent(above.name)}/${seat}`;
  const reference = `${visit.base}${referencePath(book.origin, above.origin, seat, code)}`;
  return html`${other}<article class="credential"><div class="codes"><figure>${qrCode(reference, words.credentials.qr)}<figcaption>${words.credentials.code}<br><strong class="words">${code.slice(0, 5)} ${code.slice(5)}</strong></figcaption></figure><div><p class="of">${book.title}</p><p class="calls-to">${words.credentials.calls}</p>${name}${termOf(visit, book, verified)}<p><a href="${visit.link(actPath(book, index))}">${words.credentials.act(number(index))}</a> · <a href="${file}" download>${words.credentials.file}</a></p><p class="soft">${seenBy(visit, verified)}</p></div></div><ul class="signatures"><li>${words.credentials.holder}</li><li>${words.credentials.secretary}</li></ul></article>`;
}

/** Whole origins, so that the desk of any node knows what is meant; for everybody else it is the address of this card. */
const referencePath = (below: string, above: string, seat: number, code: string): string =>
  `/b/${encodeURIComponent(below)}/credentials/${encodeURIComponent(above)}/${seat}?act=${code}`;

function termOf(visit: Visit, book: BookView, { term, alternate }: VerifiedCredential): Html {
  const { words } = visit;
  const { day } = visit.formats(book.state);
  return html`<p>${term === undefined ? '' : words.credentials.term(day(term.from), day(term.until))} ${alternate === undefined ? words.credentials.noAlternate : words.credentials.alternate}</p>`;
}

/** The head of the electing body's own book is the one that says how old all of it is. */
function seenBy(visit: Visit, { heads, seat }: VerifiedCredential): string {
  const { words } = visit;
  const own = heads.find(({ book }) => book === seat?.below);
  if (own === undefined || own.ageBy === 'self-declared') return words.credentials.selfDeclared;
  const days = Math.max(0, Math.floor(own.age / 86_400));
  const age = new Intl.RelativeTimeFormat(visit.locale.dates, { numeric: 'auto' }).format(-days, 'day');
  return words.credentials.witnessed(age, own.witnesses.map(({ name }) => name).join(', '));
}
