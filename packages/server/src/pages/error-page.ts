import { html } from './html.ts';
import type { Page } from './layout.ts';
import type { Visit } from './visit.ts';

export type ErrorStatus = 400 | 404 | 410 | 500 | 503;

/** Nothing of the error itself is shown. */
export function errorPage({ words, link }: Pick<Visit, 'words' | 'link'>, status: ErrorStatus, why?: string): Page {
  return {
    title: words.error.title[status],
    status,
    body: html`<h1>${words.error.title[status]}</h1><p class="lead">${why ?? words.error.text[status]}</p><p><a href="${link('/')}">${words.error.home}</a></p>`,
  };
}
