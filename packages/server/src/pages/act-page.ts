import { base64Encode } from '@cabildo/book';
import { actEntry, articleInWords, statuteArticles, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type ReadAct, readAct } from './acts.ts';
import { contentOf, type Disclosed, disclosedBy } from './disclosed.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, facts, section, type Tone } from './parts.ts';
import { statutePath } from './statute-page.ts';
import { isVersion, versionsOf } from './statute-versions.ts';
import { actPath, bodyPath, filesPath, officeSaid, sentenceOf, titleOf, type Visit } from './visit.ts';

export async function actPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words, node, link } = visit;
  const row = book.kind === 'body' ? await node.act(book.origin, index) : null;
  if (row === null) return null;
  const act = readAct(row);
  const disclosed = await disclosedBy(visit, book.state, act);
  const title = words.actPage.title(index);
  const next = index + 1 < book.size;
  return {
    title: `${title} · ${book.title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<h1>${title}</h1><p class="lead">${sentenceOf(visit, book.state, act.act) ?? `${row.act}. ${words.actPage.unknown}`}</p>${statuteLink(visit, book, index)}
${factsOf(visit, book, act)}${disclosedOf(visit, book, index, disclosed)}
${section(words.actPage.canonical, html`<p class="soft">${words.actPage.canonicalNote}</p><pre class="bytes card">${act.text}</pre><p><a class="button" href="${filesPath(book)}/proof/${index}.tlog-proof" download>${words.actPage.proof}</a></p><p class="soft">${words.actPage.proofNote}</p>`)}
<p class="pages">${index === 0 ? null : html`<a rel="prev" href="${link(actPath(book, index - 1))}">${words.actPage.previous}</a>`}${next ? html`<a rel="next" href="${link(actPath(book, index + 1))}">${words.actPage.next}</a>` : null}</p>`,
  };
}

function factsOf(visit: Visit, book: BookView, act: ReadAct): Html {
  const { words } = visit;
  const { row, by } = act;
  const formats = visit.formats(book.state);
  return html`<div class="card">${facts([
    [words.actPage.when, formats.time(row.at)],
    [words.actPage.received, book.remote ? formats.time(row.receivedAt) : null],
    [words.actPage.by, officeSaid(visit, by.office)],
    [words.actPage.article, html`${articleLink(visit, book, act)} <code>${by.article}</code>`],
    [
      words.actPage.code,
      html`<strong class="words">${row.code.slice(0, 5)} ${row.code.slice(5)}</strong><br><span class="soft">${words.actPage.codeNote}</span> <a href="${visit.link(`/check?reference=${row.code}`)}">${words.check.pass}</a>`,
    ],
    [words.actPage.leaf, html`<code>${base64Encode(row.leaf)}</code>`],
    [words.actPage.seal, sealOf(visit, book, act)],
    [words.actPage.cites, citesOf(visit, book, act)],
  ])}</div>`;
}

/** To the article as it stood when the act was written. */
function articleLink(visit: Visit, book: BookView, { row, by }: ReadAct): Html {
  const name = articleInWords(by.article, visit.under);
  const version = versionsOf(book.state).findLast(({ index }) => index < row.index);
  const [area = ''] = by.article.split('.');
  return version === undefined || !statuteArticles.some((article) => article === area)
    ? html`${name}`
    : html`<a href="${visit.link(`${statutePath(book, version.index)}#${area}`)}">${name}</a>`;
}

/** An act that adopts or proposes a statute leads to it in words. */
const statuteLink = ({ words, link }: Visit, book: BookView, index: number): Html | null =>
  isVersion(book.state, index)
    ? html`<p><a href="${link(statutePath(book, index))}">${words.statute.link}</a></p>`
    : null;

function sealOf({ words, link }: Visit, book: BookView, { row }: ReadAct): Child {
  const sealed = tableGet(book.state.sealed, row.index);
  if (sealed !== undefined)
    return html`${badge('green', words.actPage.sealed, 'shield')} <a href="${link(actPath(book, sealed))}">${words.body.act(sealed)}</a>`;
  return actEntry(row.act)?.sealed === true ? badge('ochre', words.actPage.unsealed) : null;
}

function citesOf(visit: Visit, book: BookView, { cites }: ReadAct): Child {
  const { words, link } = visit;
  if (cites.length === 0) return null;
  return html`<ul class="plain">${cites.map(({ book: origin, index }) => {
    const known = visit.holding(origin, index);
    const name = `${titleOf(visit, book.state, origin)}, ${words.body.act(index)}`;
    return html`<li>${known === undefined ? name : html`<a href="${link(actPath(known, index))}">${name}</a>`}</li>`;
  })}</ul>`;
}

const tones = { open: 'green', withdrawn: 'red', restricted: 'ochre', absent: 'ochre' } as const satisfies Record<
  Disclosed['state'],
  Tone
>;

function disclosedOf(visit: Visit, book: BookView, index: number, disclosed: readonly Disclosed[]): Html | null {
  const { words, link } = visit;
  if (disclosed.length === 0) return null;
  const parts = disclosed.map((one) => {
    const withdrawal =
      one.state === 'withdrawn' ? html` <a href="${link(actPath(book, one.by))}">${words.body.act(one.by)}</a>` : null;
    return html`<article class="card"><div class="split"><h3>${words.actPage.slots[one.slot] ?? one.slot}</h3><span>${badge(tones[one.state], words.actPage[one.state])}${withdrawal}</span></div>${one.state === 'open' ? contentOf(one.content) : null}</article>`;
  });
  const raw = disclosed.some(({ state }) => state === 'open')
    ? html`<p><a href="${filesPath(book)}/disclosures/${index}.json" download>${words.actPage.raw}</a></p>`
    : null;
  return section(words.actPage.disclosed, [parts, raw]);
}
