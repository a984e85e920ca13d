import type { Language } from '../text.ts';
import { escaped } from './escaped.ts';

const style = `:root{color-scheme:light dark;--paper:#fbf8f1;--ink:#1c1a16;--card:#fff;--line:#ddd6c7;--soft:#5d574b;--mine:#26377f;--green:#1d6a3b;--red:#a81e2c}
@media screen and (prefers-color-scheme:dark){:root{--paper:#15140f;--ink:#faf6ec;--card:#1f1d17;--line:#4a4538;--soft:#b9b09c;--mine:#aab6f2;--green:#8fd0a6;--red:#f0a0a8}}
body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:72rem;margin:auto;padding:0 16px 48px;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
body::before{content:"";display:block;height:10px;margin:0 -16px 24px;background:repeating-linear-gradient(90deg,#a81e2c 0 24px,#855300 24px 32px,#26377f 32px 56px,#1d6a3b 56px 64px)}
h1{font-size:clamp(1.5625rem,4vw,2.25rem);line-height:1.2;text-wrap:balance}h2{font-size:1.1875rem;margin-top:32px}h3{font-size:1.0625rem;margin:24px 0 0}p{max-width:65ch}h3+p,h3+p+ol{margin-top:0}ol,ul{padding-left:1.5em}
figcaption{margin-top:4px}figcaption,.soft{color:var(--soft);font-size:.9375rem}
.wide{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px}table{border-collapse:collapse;width:100%}th,td{padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}tbody tr:last-child>*{border-bottom:0}tbody th{min-width:7rem}
.n{text-align:right}.part{white-space:nowrap}meter{width:6rem;print-color-adjust:exact}tr{break-inside:avoid}h2,h3{break-after:avoid}
.up{color:var(--green)}.down{color:var(--red)}.up,.down{white-space:nowrap}
figure{margin:24px 0;max-width:45rem;break-inside:avoid}svg{display:block;width:100%;height:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;print-color-adjust:exact}
text{font:14px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--card);stroke-width:3px}.road{fill:none;stroke:var(--soft);stroke-width:1}.closure{fill:none;stroke:var(--red);stroke-width:2.2}.depot{fill:var(--mine)}.site{fill:var(--green)}.none{fill:var(--card);stroke:var(--red);stroke-width:2.2}
.near{display:none}.near text{font-size:28px;stroke-width:6px}
@media screen and (max-width:44rem){table,tbody,tr,th,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:8px 12px;border-bottom:1px solid var(--line)}tbody tr:last-child{border-bottom:0}th,td{padding:2px 0;border:0}.n{text-align:left}td[data-name]::before{content:attr(data-name) ": ";color:var(--soft)}
.far{display:none}.near{display:inline}.mark{transform-box:fill-box;transform-origin:center;transform:scale(1.8)}}
@media print{:root{--paper:#fff}.wide{overflow:visible}body{font-size:10.5pt;max-width:none;padding:0}body::before{margin:0 0 12px;print-color-adjust:exact}}`;

/** A page that needs nothing else: no script, no other file. */
export const pageOf = (language: Language, title: string, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;

/** What a terminal begins with a small letter, after a name. */
export const paragraph = (text: string): string =>
  `<p>${escaped(`${text.charAt(0).toUpperCase()}${text.slice(1)}`)}</p>`;

/**
 * A cell that says its column's name where a narrow screen shows a row as a card. The roles are written out, as a table that is
 * laid out in blocks is none any more to a screen reader.
 */
export const cell = (name: string, inside: string, kind = ''): string =>
  `<td role="cell" data-name="${escaped(name)}"${kind === '' ? '' : ` class="${kind}"`}>${inside}</td>`;

export const row = (name: string, cells: readonly string[]): string =>
  `<tr role="row"><th role="rowheader" scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;

/** Whoever has neither mouse nor finger moves a table that is too wide with the keyboard, for which it has to take the focus. */
export function table(label: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th role="columnheader" scope="col">${escaped(name)}</th>`).join('');
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(label)}"><table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows.join('\n')}</tbody></table></div>`;
}
