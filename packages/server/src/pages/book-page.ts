import { utf8Decode } from '@cabildo/book';
import { type Fork, forks as forksKnown } from '../app/exchange/forks.ts';
import type { Sighting } from '../app/exchange/sightings.ts';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { wordsOfHead } from './body-aside.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, facts, section } from './parts.ts';
import { sightingsOf } from './sightings.ts';
import { actPath, bodyPath, filesPath, sentenceOf, type Visit } from './visit.ts';

/** Where the book begins to be read, and on each page after that. */
const LATEST = 6;
const A_PAGE = 20;

/** How to check the book without believing this page; with `before`, nothing but a page of the acts before that one. */
export async function bookPage(visit: Visit, book: BookView, before: number | null): Promise<Page> {
  const { words } = visit;
  if (before !== null && before < book.size) return actsPage(visit, book, before);
  const [forks, seen, acts] = await Promise.all([
    forksKnown(visit.node, book.origin),
    sightingsOf(visit, book),
    actList(visit, book, book.size, LATEST),
  ]);
  return {
    title: `${words.bookPage.title} · ${book.title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<div class="head"><h1>${words.bookPage.title}</h1>${forks.length > 0 ? badge('red', words.body.forked, 'alert') : null}</div><p class="lead">${words.bookPage.what}</p>
<div class="columns"><div>${howTo(visit, book)}${keyAndHead(visit, book)}${forksOf(visit, book, forks)}${acts}</div><aside>${headOf(visit, book, seen)}${downloads(visit, book)}<section class="card"><h2>${words.bookPage.says}</h2><p class="soft">${words.bookPage.saysText}</p></section></aside></div>`,
  };
}

async function actsPage(visit: Visit, book: BookView, before: number): Promise<Page> {
  const { words } = visit;
  return {
    title: `${words.bookPage.acts} · ${book.title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: words.bookPage.title, path: `${bodyPath(book)}/book` },
    ],
    body: html`<h1>${words.bookPage.acts}</h1>${await actList(visit, book, before, A_PAGE)}`,
  };
}

function howTo({ words, base }: Visit, book: BookView): Html {
  const folder = `${book.name.replaceAll('/', '-')}-libro`;
  const commands = `npx cabildo book export ${book.name} --node ${base} --out ${folder}\nnpx cabildo book verify ${folder} --key '${book.vkey}'`;
  return html`<section><h2>${words.bookPage.commands}</h2><p>${words.bookPage.commandsNote}</p><pre class="card">${commands}</pre><h2>${words.bookPage.openssl}</h2><p>${words.bookPage.opensslNote}</p></section>`;
}

function keyAndHead({ words }: Visit, book: BookView): Html {
  return html`<section><h2>${words.bookPage.key}</h2><p class="soft">${words.bookPage.keyNote}</p><pre class="bytes card">${book.vkey}</pre><h2>${words.bookPage.checkpoint}</h2><pre class="bytes card">${book.head.checkpoint ?? words.bookPage.empty}</pre></section>`;
}

function headOf(visit: Visit, book: BookView, seen: readonly Sighting[]): Html {
  const { words, books, link } = visit;
  const { number, time } = visit.formats(book.state);
  const before = book.predecessor === null ? undefined : books.get(book.predecessor);
  const sightings = seen.map(
    ({ witness, size, at }) => html`<li>${words.bookPage.witnessed(witness, number(size), time(at))}</li>`,
  );
  return html`<section class="card">${facts([
    [words.body.size, words.home.acts(number(book.size))],
    [words.body.headWords, html`<strong class="words">${wordsOfHead(visit, book)}</strong>`],
    [words.body.head, html`<code>${book.head.root}</code>`],
    [words.body.witnesses, sightings.length === 0 ? words.body.noWitness : html`<ul class="plain">${sightings}</ul>`],
    [words.bookPage.source, book.source],
    [
      words.bookPage.predecessor,
      before === undefined
        ? book.predecessor
        : html`<a href="${link(`${bodyPath(before)}/book`)}">${before.origin}</a>`,
    ],
    [words.body.readOnly, book.readOnly],
  ])}</section>`;
}

function downloads({ words }: Visit, book: BookView): Html {
  const files = filesPath(book);
  const acts = html`<li><a href="/api/bodies/${encodeURIComponent(book.name)}/acts">${words.bookPage.acts} (JSON)</a></li>`;
  return html`<section class="card"><h2>${words.bookPage.downloads}</h2><ul class="plain"><li><a href="${files}/key.txt">key.txt</a></li><li><a href="${files}/checkpoint">checkpoint</a></li>${book.kind === 'body' ? acts : null}</ul></section>`;
}

function forksOf({ words, ...visit }: Visit, book: BookView, forks: readonly Fork[]): Html {
  const { time } = visit.formats(book.state);
  if (forks.length === 0)
    return section(words.bookPage.forks, html`<p class="soft">${words.bookPage.noForks}</p>`, 'forks');
  const parts = forks.map(({ number, held, seen, foundAt, evidence }) => {
    const file = html`<p><a href="${filesPath(book)}/forks/${number}.json" download>${words.bookPage.forkFile}</a></p>`;
    return html`<article class="card"><p class="soft">${time(foundAt)}</p><h3>${words.bookPage.held}</h3><pre class="bytes">${held}</pre><h3>${words.bookPage.seen}</h3><pre class="bytes">${seen}</pre>${evidence === null ? null : file}</article>`;
  });
  return section(words.bookPage.forks, html`<p class="card red">${words.bookPage.forkNote}</p>${parts}`, 'forks');
}

/** The newest first. */
async function actList(visit: Visit, book: BookView, end: number, count: number): Promise<Html> {
  const { words, node, link } = visit;
  const from = Math.max(0, end - count);
  const rows = end === 0 ? [] : await node.acts(book.origin, from, end - from);
  const items = rows.toReversed().map((row) => {
    if (book.kind === 'heads') return html`<li value="${row.index}">${row.index} ${utf8Decode(row.entry)}</li>`;
    const text = sentenceOf(visit, book.state, readAct(row).act) ?? row.act;
    return html`<li value="${row.index}"><a href="${link(actPath(book, row.index))}">${row.index}</a> ${text}</li>`;
  });
  const page = (at: number): string => link(`${bodyPath(book)}/book?before=${at}`);
  const pages: Child = [
    end < book.size ? html`<a rel="prev" href="${page(end + A_PAGE)}">${words.body.newer}</a>` : null,
    from > 0 ? html`<a rel="next" href="${page(from)}">${words.body.older}</a>` : null,
  ];
  const body =
    items.length === 0
      ? html`<p class="soft">${words.bookPage.empty}</p>`
      : html`<ul class="list acts">${items}</ul><p class="pages">${pages}</p>`;
  return end < book.size ? html`<section>${body}</section>` : section(words.bookPage.latest, body, 'acts');
}
