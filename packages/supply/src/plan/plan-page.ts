import { percent, shown } from '../exact/show.ts';
import type { Language } from '../text.ts';
import { escaped } from './escaped.ts';
import type { ItemPlan } from './item-plan.ts';
import { planMap } from './map.ts';
import type { Plan } from './plan.ts';
import { itemSummary } from './plan-document.ts';
import { changeWords, lineWords } from './plan-words.ts';
import { spoilWords } from './spoils.ts';
import { tripLines } from './trip-words.ts';

const words = {
  es: {
    title: 'Plan de reparto',
    map: 'Mapa: caminos, cortes (×), depósitos (cuadros) y lugares (círculos; huecos si no reciben nada)',
    site: 'Lugar',
    award: 'Recibe',
    part: 'Parte',
    from: 'Desde',
    why: 'Por qué',
    changes: 'Cambios desde el plan anterior',
    none: 'Nada cambia.',
    trips: 'Viajes',
    rule: 'Regla',
  },
  en: {
    title: 'Plan of supply',
    map: 'Map: roads, closures (×), depots (squares) and sites (circles; hollow where they get nothing)',
    site: 'Site',
    award: 'Gets',
    part: 'Part',
    from: 'From',
    why: 'Why',
    changes: 'Changes since the plan before',
    none: 'Nothing changes.',
    trips: 'Trips',
    rule: 'Rule',
  },
};

const style = `:root{color-scheme:light dark;--paper:#fbf8f1;--ink:#1c1a16;--card:#fff;--line:#ddd6c7;--soft:#5d574b;--mine:#26377f;--green:#1d6a3b;--red:#a81e2c}
@media(prefers-color-scheme:dark){:root{--paper:#15140f;--ink:#faf6ec;--card:#1f1d17;--line:#4a4538;--soft:#b9b09c;--mine:#aab6f2;--green:#8fd0a6;--red:#f0a0a8}}
body{font:17px/1.5 system-ui,sans-serif;max-width:72rem;margin:auto;padding:0 16px 48px;color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
body::before{content:"";display:block;height:10px;margin:0 -16px 24px;background:repeating-linear-gradient(90deg,#a81e2c 0 24px,#855300 24px 32px,#26377f 32px 56px,#1d6a3b 56px 64px)}
h1{font-size:clamp(25px,4vw,36px);text-wrap:balance}h2{font-size:19px;margin-top:32px}p{max-width:65ch}.wide{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px}
table{border-collapse:collapse;width:100%}th,td{padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}tr:last-child>*{border-bottom:0}
.n{text-align:right;white-space:nowrap}meter{width:6rem}svg{display:block;width:100%;height:auto;max-height:70vh;background:var(--card);border:1px solid var(--line);border-radius:10px}
text{font:15px system-ui,sans-serif;fill:var(--ink)}.road{fill:none;stroke:var(--soft);stroke-width:1}.closure{fill:none;stroke:var(--red);stroke-width:2.2}.depot{fill:var(--mine)}.site{fill:var(--green)}.none{fill:var(--card);stroke:var(--red);stroke-width:2.2}
figcaption,.soft{color:var(--soft);font-size:15px}figure{margin:24px 0}@media print{.wide,svg{border-color:#999}tr{break-inside:avoid}}`;

/** The plan as one page that needs nothing else: no script, no other file. */
export function planPage(plan: Plan, language: Language): string {
  const say = words[language];
  const map = planMap(plan, say.map);
  const { changes, problem, trips } = plan;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${say.title}</title><style>${style}</style></head><body>
<h1>${say.title}</h1>
<p class="soft">${[`${say.rule}: ${problem.rule}`, problem.at ?? ''].filter(Boolean).map(escaped).join(' · ')}</p>
${map === '' ? '' : `<figure>${map}<figcaption>${say.map}</figcaption></figure>`}
${plan.items.map((one) => itemPart(plan, one, language)).join('\n')}
${
  trips === null
    ? ''
    : `<h2>${say.trips}</h2><ul>${tripLines(trips)
        [language].map((line) => `<li>${escaped(line)}</li>`)
        .join('')}</ul>`
}
${changes === null ? '' : `<h2>${say.changes}</h2>${changes.length === 0 ? `<p>${say.none}</p>` : `<ul>${changes.map((one) => `<li>${escaped(changeWords(one)[language])}</li>`).join('')}</ul>`}`}
</body></html>
`;
}

function itemPart(plan: Plan, one: ItemPlan, language: Language): string {
  const say = words[language];
  const sums = itemSummary(plan, one, language);
  const rows = one.lines.map((line) => {
    const part = percent(line.award, line.need.capped);
    const reason = lineWords(one, line)[language].replace(/^.*?\): /, '');
    const from = line.from.map(({ from: depot, way }) => {
      const km = way.decimetres === null ? '' : ` (${Math.round(way.decimetres / 10_000)} km)`;
      return escaped(`${depot}${km}`);
    });
    return `<tr><th scope="row">${escaped(line.site.id)}</th><td class="n">${shown(line.award)} / ${shown(line.need.capped)}</td><td><meter min="0" max="100" value="${Number.parseInt(part, 10)}">${part}</meter> ${part}</td><td>${from.join('<br>') || '–'}</td><td>${escaped(reason)}</td></tr>`;
  });
  const left = one.spoils.map((spoil) => `<p>${escaped(spoilWords(one, spoil)[language])}</p>`).join('');
  const head = [say.site, say.award, say.part, say.from, say.why]
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return `<h2>${escaped(one.item.id)}</h2><p>${escaped(sums)}</p><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>${left}`;
}
