import { type Child, type Html, html, htmlText } from './html.ts';
import { withMarks } from './stayed.ts';
import type { Visit } from './visit.ts';

export interface Page {
  readonly title: string;
  /** From the top down: where this page is, without itself. */
  readonly trail?: readonly { readonly title: string; readonly path: string }[];
  readonly status?: number;
  /**
   * `live` brings it up to date while somebody looks at it, `confirm` fills in a code from its address, `translate` is what that page works with. Without a script each is
   * whole all the same.
   */
  readonly script?: 'live' | 'confirm' | 'translate';
  /** For a projector: what it is about alone, without the site around it. */
  readonly onWall?: boolean;
  /** A further part of a list: search engines are to follow its links and not to show it. */
  readonly isDeep?: boolean;
  readonly body: Child;
}

/** Where the files are that pages name. */
export interface PageFiles {
  readonly css: string;
  readonly scripts: Readonly<Record<NonNullable<Page['script']>, string>>;
}

/** Letters: longer than any address of a page. */
const LONG = 500;

export function pageText(visit: Visit, page: Page, { css, scripts }: PageFiles): string {
  const { words, language, tongue } = visit;
  const others = visit.others;
  // An address that leads nowhere may be as long as a browser sends: it is not said again for each language.
  const here = page.status === undefined || visit.path.length < LONG ? visit.path : '';
  const document = html`<html lang="${language}"${tongue.direction === 'rtl' ? html` dir="rtl"` : null}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title} · Cabildo</title>${page.isDeep === true ? html`<meta name="robots" content="noindex">` : null}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${css}">${others.map(({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${here}?lang=${tag}">`)}${page.script === undefined ? null : html`<script type="module" src="${scripts[page.script]}"></script>`}</head>
<body>${page.onWall === true ? null : siteHead(visit, here)}
<main id="content">${trail(visit, page)}
${page.body}</main>
${page.onWall === true ? null : html`<footer class="soft">${words.site.foot}</footer>`}</body></html>`;
  return `<!doctype html>${tongue.marked ? withMarks(htmlText(document)) : htmlText(document)}`;
}

function siteHead({ words, link, others, node }: Visit, here: string): Html {
  return html`<a class="skip" href="#content">${words.site.skip}</a>
<header class="top"><a class="name" href="${link('/')}">Cabildo</a><span class="soft where">${words.site.node(node.name)}</span><nav aria-label="${words.site.main}"><a href="${link('/')}">${words.site.assemblies}</a><a href="${link('/check')}">${words.check.go}</a><a href="/phone">${words.site.takePart}</a>${others.map(({ tag, name }) => html`<a class="switch" href="${here}?lang=${tag}" lang="${tag}" hreflang="${tag}">${name}</a>`)}</nav></header>`;
}

function trail({ words, link }: Visit, { trail: steps = [] }: Page): Html | null {
  if (steps.length === 0) return null;
  return html`<nav class="trail soft" aria-label="${words.site.where}"><ol>${steps.map((step) => html`<li><a href="${link(step.path)}">${step.title}</a></li>`)}</ol></nav>`;
}
