import { type IconName, icons } from '@cabildo/web/look/icons';
import { type Child, type Html, html } from './html.ts';

export const icon = (name: IconName): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${icons[name].map((d) => html`<path d="${d}"/>`)}</svg>`;

/** The four meanings of LOOK.md; each is a colour, an icon and a word. */
export type Tone = 'green' | 'ochre' | 'red' | 'indigo';

const toneIcons = { green: 'check', ochre: 'clock', red: 'cross', indigo: 'people' } as const;

export const badge = (tone: Tone, words: string, name: IconName = toneIcons[tone]): Html =>
  html`<span class="badge ${tone}">${icon(name)}${words}</span>`;

export interface Bar {
  readonly tone: 'yes' | 'no' | 'here';
  readonly value: number;
}

/** A bar with a black tick where the rule lies. The words say the same; no inline style, so that the policy stays strict. */
export function meter(words: string, total: number, bars: readonly Bar[], tick: number | null): Html {
  const scale = (value: number): number => Math.round((Math.min(value, total) / Math.max(total, 1)) * 10_000) / 10;
  let at = 0;
  const parts = bars.map(({ tone, value }) => {
    const x = at;
    at += scale(value);
    return html`<rect class="${tone}" x="${x}" width="${scale(value)}" height="12"/>`;
  });
  const line =
    tick === null ? null : html`<rect class="tick" x="${Math.min(scale(tick), 996) - 4}" width="9" height="12"/>`;
  return html`<svg class="meter" role="img" aria-label="${words}" viewBox="0 0 1000 12" preserveAspectRatio="none"><rect class="ground" width="1000" height="12"/>${parts}${line}</svg>`;
}

export const section = (title: Child, body: Child, id?: string): Html =>
  html`<section${id === undefined ? null : html` id="${id}"`}><h2>${title}</h2>${body}</section>`;

/** On a narrow screen each row becomes a block, its cells named by the column. */
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly Child[])[]): Html =>
  html`<table><caption class="soft">${caption}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.map(
    (cells) => html`<tr>${cells.map((cell, i) => html`<td data-name="${columns[i] ?? ''}">${cell}</td>`)}</tr>`,
  )}</tbody></table>`;

export const facts = (rows: readonly (readonly [Child, Child])[]): Html =>
  html`<dl>${rows.filter(([, value]) => value !== null && value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
