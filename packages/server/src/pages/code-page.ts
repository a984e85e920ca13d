import { checkActCode } from '@cabildo/book';
import { readAct } from './acts.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { actPath, sentenceOf, type Visit } from './visit.ts';

/** Where an act with this code is, or a page that says why nothing was found. */
export async function codePage(visit: Visit, asked: string): Promise<Page | { readonly redirect: string }> {
  const { words, node, link } = visit;
  const checked = checkActCode(asked);
  if (!checked.ok) return said(visit, words.codePage.mistyped(asked.slice(0, 40)));
  const rows = await node.actsByCode(checked.code);
  const [only] = rows;
  if (only === undefined) return said(visit, words.codePage.none(checked.code));
  const book = visit.books.get(only.origin);
  if (rows.length === 1 && book !== undefined) return { redirect: link(actPath(book, only.index)) };
  const items = await Promise.all(
    rows.map(async (row) => {
      const found = await node.book(row.origin);
      if (found === null) return null;
      const sentence = sentenceOf(visit, found.state, readAct(row).act) ?? row.act;
      return html`<li><a href="${link(actPath(found, row.index))}">${found.title}, ${words.body.act(row.index)}</a>: ${sentence}</li>`;
    }),
  );
  return {
    title: words.codePage.title,
    body: html`<h1>${checked.code}</h1><p>${words.codePage.several}</p><ul class="list">${items}</ul>`,
  };
}

const said = ({ words, link }: Visit, text: string): Page => ({
  title: words.codePage.title,
  status: 404,
  body: html`<h1>${words.codePage.title}</h1><p class="card ochre">${text}</p><p><a href="${link('/')}">${words.error.home}</a></p>`,
});
