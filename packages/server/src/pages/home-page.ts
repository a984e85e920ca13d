import { bodiesOf, type Wanted } from './home-bodies.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { section } from './parts.ts';
import { bodyPath, type Visit } from './visit.ts';

export async function homePage(visit: Visit, wanted: Wanted): Promise<Page> {
  const { words, books } = visit;
  const heads = [...books.values()].filter(({ kind }) => kind === 'heads');
  return {
    title: words.home.title,
    body: html`<h1>${words.home.title}</h1><p class="lead">${words.home.what}</p>
<div class="columns"><div>${section(words.home.tree, await bodiesOf(visit, wanted))}</div><aside>${meetingNow(visit)}${codeForm(visit)}${
      heads.length === 0
        ? null
        : html`<section class="card"><h2>${words.home.heads}</h2><ul class="plain">${heads.map((book) => html`<li><a href="${visit.link(`${bodyPath(book)}/book`)}">${book.origin}</a></li>`)}</ul></section>`
    }</aside></div>`,
  };
}

function codeForm({ words, language }: Visit): Html {
  const { code, codeHow, codeField, codeGo } = words.home;
  return html`<section class="card"><h2>${code}</h2><p class="soft" id="code-how">${codeHow}</p><form action="/a" method="get"><input type="hidden" name="lang" value="${language}"><label for="code">${codeField}</label><div class="row"><input id="code" name="code" required maxlength="40" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="code-how"><button>${codeGo}</button></div></form></section>`;
}

/** For whoever comes without an assembly of this node: their phone alone holds a meeting. */
const meetingNow = ({ words }: Visit): Html =>
  html`<section class="card"><h2>${words.home.meeting}</h2><p class="soft">${words.home.meetingHow}</p><p><a class="button" href="/phone/meeting">${words.home.meetingGo}</a></p></section>`;
