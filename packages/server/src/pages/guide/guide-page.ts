import { isBuiltIn, type Language } from '../../app/languages/locale.ts';
import { type Child, type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';
import type { Visit } from '../visit.ts';
import type { Block, Inline } from './markdown.ts';
import { type Guide, guideNames, isGuide, type ReadGuide } from './shelf.ts';

const guideAddress = (name: string): string => `/guide/${name}`;

/** All guides, each with what it is for. */
export async function guidesPage(visit: Visit, readGuide: ReadGuide): Promise<Page> {
  const { words, link } = visit;
  const language = languageFor(visit);
  const all = await Promise.all(guideNames.map((name) => readGuide(name, language)));
  const row = ({ name, title, lead }: Guide): Html =>
    html`<li><h2><a href="${link(guideAddress(name))}">${title}</a></h2>${lead === undefined ? null : blockOf(visit, lead)}</li>`;
  return {
    title: words.guide.title,
    trail: [{ title: words.site.assemblies, path: '/' }],
    body: html`<h1>${words.guide.title}</h1><p class="lead">${words.guide.how}</p><ul class="plain guides">${all.map(row)}</ul>`,
  };
}

/** Null where there is none of that name. */
export async function guidePage(visit: Visit, name: string, readGuide: ReadGuide): Promise<Page | null> {
  if (!isGuide(name)) return null;
  const { words, link } = visit;
  const language = languageFor(visit);
  const { title, blocks } = await readGuide(name, language);
  const next = guideNames[guideNames.indexOf(name) + 1];
  const onward = next === undefined ? undefined : await readGuide(next, language);
  const parts = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [html`<li><a href="#${block.id}">${block.text}</a></li>`] : [],
  );
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: words.guide.title, path: '/guide' },
    ],
    body: html`<article class="guide" lang="${language}"><h1>${title}</h1>${
      parts.length < 3
        ? null
        : html`<nav class="card not-on-paper" aria-label="${words.guide.parts}"><ol>${parts}</ol></nav>`
    }${blocks.map((block) => blockOf(visit, block))}${
      onward === undefined
        ? null
        : html`<p class="not-on-paper"><a href="${link(guideAddress(onward.name))}">${words.guide.next(onward.title)}</a></p>`
    }</article>`,
  };
}

/** A guide is written in two languages; whoever reads another one reads it in Spanish. */
const languageFor = ({ language }: Visit): Language => (isBuiltIn(language) ? language : 'es');

function blockOf(visit: Visit, block: Block): Html {
  const inside = (blocks: readonly Block[]): Child => blocks.map((one) => blockOf(visit, one));
  switch (block.kind) {
    case 'heading':
      if (block.level === 1) return html`<h1 id="${block.id}">${block.text}</h1>`;
      return block.level === 2
        ? html`<h2 id="${block.id}">${block.text}</h2>`
        : html`<h3 id="${block.id}">${block.text}</h3>`;
    case 'paragraph':
      return html`<p>${block.words.map((piece) => inlineOf(visit, piece))}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${inside(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'note':
      return html`<div class="card ochre">${inside(block.blocks)}</div>`;
    case 'picture':
      return html`<p class="picture"><img src="${block.to.replace(/^\.\.\//, '/guide/')}" alt="${block.alt}"></p>`;
  }
}

function inlineOf({ link }: Visit, piece: Inline): Child {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
      return html`<strong>${piece.text}</strong>`;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'link':
      return html`<a href="${addressOf(piece.to, link)}">${piece.text}</a>`;
  }
}

/** A guide’s file as its page here; what lies beside them is served as it is. */
function addressOf(to: string, link: Visit['link']): string {
  const [, name, place = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(to) ?? [];
  if (name !== undefined) return link(guideAddress(name) + place);
  return to.replace(/^\.\.\//, '/guide/');
}
