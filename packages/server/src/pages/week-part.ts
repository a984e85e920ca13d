import { type Child, type Html, html } from './html.ts';

/** A part of the week's sheet, or nothing where nothing of it waits. */
export const partOf = (title: string, lines: readonly Child[]): Html | null =>
  lines.length === 0
    ? null
    : html`<section><h2>${title}</h2><ul class="items">${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
