import { checkForm } from './check-page.ts';
import { treeOf, type Wanted } from './home-bodies.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { mapPath } from './map-page.ts';
import { section } from './parts.ts';
import { searchForm } from './search-page.ts';
import { bodyPath, type Visit } from './visit.ts';

export async function homePage(visit: Visit, wanted: Wanted): Promise<Page> {
  const { words, books, link, node } = visit;
  const heads = [...books.values()].filter(({ kind }) => kind === 'heads');
  const directory = await node.directory();
  const map = html`<p><a class="button" href="${link(mapPath(wanted.within))}">${words.map.link}</a></p>`;
  return {
    title: words.home.title,
    body: html`<h1>${words.home.title}</h1><p class="lead">${words.home.what}</p>
<div class="columns"><div>${directory.size < 2 ? null : searchForm(visit, '')}${section(words.home.tree, [treeOf(visit, directory, wanted), directory.size < 2 ? null : map])}</div><aside>${guideCard(visit)}${checkCard(visit)}${meetingNow(visit)}${
      heads.length === 0
        ? null
        : html`<section class="card"><h2>${words.home.heads}</h2><ul class="plain">${heads.map((book) => html`<li><a href="${link(`${bodyPath(book)}/book`)}">${book.origin}</a></li>`)}</ul></section>`
    }</aside></div>`,
  };
}

const checkCard = (visit: Visit): Html =>
  html`<section class="card"><h2>${visit.words.check.title}</h2>${checkForm(visit, '')}</section>`;

/** For whoever comes without an assembly of this node: their phone alone holds a meeting. */
const meetingNow = ({ words }: Visit): Html =>
  html`<section class="card"><h2>${words.home.meeting}</h2><p class="soft">${words.home.meetingHow}</p><p><a class="button" href="/phone/meeting">${words.home.meetingGo}</a></p></section>`;

const guideCard = ({ words, link }: Visit): Html =>
  html`<section class="card"><h2>${words.guide.card}</h2><ul class="plain"><li><a href="${link('/guide/first-assembly')}">${words.guide.first}</a></li><li><a href="${link('/guide')}">${words.guide.all}</a></li></ul></section>`;
