import type { BookView } from '../app/node.ts';
import { type AskedBase, askedBases, below } from './asked-bases.ts';
import { kitPath } from './consultation-kit.ts';
import { standingMeter, standingWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { table } from './parts.ts';
import { consultationAt } from './rules.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';

const SHOWN = 200;

interface Chosen {
  readonly from: number;
  /** Only the bases below this body on the way. */
  readonly body: string | null;
}

export const silentPath = (book: Pick<BookView, 'name'>, index: number): string =>
  `${consultationPath(book, index)}/silent`;

/** Whom to remind: the bases that have not answered, body by body, with room to note down what whoever goes there hears. */
export async function silentBases(
  visit: Visit,
  book: BookView,
  index: number,
  { from, body }: Chosen,
): Promise<Page | null> {
  const consultation = consultationAt(book.state, index);
  if (consultation === undefined) return null;
  const { words, link } = visit;
  const { number } = visit.formats(book.state);
  const { bases, whole } = await askedBases(visit, book, index, consultation);
  const asked = below(bases, body);
  const all = asked.filter(({ answer }) => answer === undefined);
  const first = Math.min(from, Math.max(0, all.length - 1));
  const shown = all.slice(first, first + SHOWN);
  const place = (at: number): string =>
    link(`${silentPath(book, index)}?from=${at}${body === null ? '' : `&below=${encodeURIComponent(body)}`}`);
  const pages: Child = [
    first > 0
      ? html`<a rel="prev" href="${place(Math.max(0, first - SHOWN))}">${words.consultation.previous}</a>`
      : null,
    first + SHOWN < all.length
      ? html`<a rel="next" href="${place(first + SHOWN)}">${words.consultation.next}</a>`
      : null,
  ];
  const title = words.kit.silentTitle(consultation.title);
  const none = whole ? words.kit.silentNone : words.consultation.listNotHere;
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: words.consultation.title(consultation.title), path: consultationPath(book, index) },
    ],
    body: html`<div class="sheets"><article class="sheet on-foot"><h1>${title}</h1>${standingMeter(visit, book.state, consultation)}<p class="soft">${standingWords(visit, book.state, consultation)} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>${
      all.length === 0
        ? html`<p class="card">${none}</p>`
        : html`<p><a href="${link(`${consultationPath(book, index)}#bases`)}">${words.kit.silentOf(number(all.length), number(asked.length))}</a> ${words.kit.silentShown(number(first + 1), number(first + shown.length))}</p>${lists(visit, book, index, shown)}`
    }<p class="pages">${pages}</p></article></div>`,
  };
}

/** One table for each body by whose way the bases were asked: that is who goes there. */
function lists(visit: Visit, book: BookView, index: number, shown: readonly AskedBase[]): readonly Html[] {
  const { words, link } = visit;
  const groups = Map.groupBy(shown, ({ between }) =>
    between.map((body) => titleOf(visit, book.state, body)).join(' › '),
  );
  const row = ({ base, title }: AskedBase): readonly Child[] => {
    const known = visit.books.get(base);
    const name = known === undefined ? title : html`<a href="${link(bodyPath(known))}">${title}</a>`;
    return [name, '', '', html`<a href="${link(kitPath(book, index, base))}">${words.kit.kit}</a>`];
  };
  const { base } = words.consultation;
  return [...groups].map(([way, bases]) =>
    table(
      way === '' ? words.kit.directly : way,
      [base, words.kit.visited, words.kit.heard, words.kit.kit],
      bases.map(row),
    ),
  );
}
