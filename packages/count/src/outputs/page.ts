import type { Election } from '../election.ts';
import type { CountResult, Stage } from '../result.ts';
import type { Language } from '../text.ts';
import { escaped } from './escaped.ts';
import { flowPicture } from './flow.ts';
import { resultLines } from './lines.ts';

const words = {
  es: {
    stage: 'Etapa',
    elected: 'Elegidos',
    nobody: 'Nadie todavía',
    none: 'Sin destino',
    residue: 'Resto del redondeo',
    table: 'Votos en cada etapa',
    told: 'Lo que pasó, etapa por etapa',
    flow: 'Adónde pasaron los votos',
    long: 'Son demasiadas etapas para un dibujo; la tabla las tiene todas.',
    net: 'Entre una etapa y otra se muestra cuánto pierde y cuánto gana cada candidatura.',
    name: 'Candidatura',
    options: 'Opciones de la regla',
    lots: 'Hace falta un sorteo',
  },
  en: {
    stage: 'Stage',
    elected: 'Elected',
    nobody: 'Nobody yet',
    none: 'Non-transferable',
    residue: 'Rounding residue',
    table: 'Votes at each stage',
    told: 'What happened, stage by stage',
    flow: 'Where the votes went',
    long: 'There are too many stages for a picture; the table has them all.',
    net: 'Between two stages it shows how much each candidate loses and gains.',
    name: 'Candidate',
    options: 'Options of the rule',
    lots: 'A lot has to be drawn',
  },
};

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:auto;padding:1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse}th,td{padding:.25rem .6rem;border-bottom:1px solid #bbb;text-align:right;white-space:nowrap}
th:first-child{text-align:left;position:sticky;left:0;background:#fff}.wide{overflow-x:auto}.in{font-weight:700;background:#e2f2e2}
.out{color:#666}svg{max-width:100%;height:auto}dt{font-weight:700}@media print{.wide{overflow:visible}}`;

/** The result as one page that needs nothing else: no script, no other file. */
export function resultPage(election: Election, result: CountResult, language: Language): string {
  const say = words[language];
  const [title = ''] = resultLines(election, result, language);
  const elected = result.elected.map(({ name, stage }) => `<li>${escaped(name)} (${say.stage} ${stage})</li>`);
  const lots = result.lotsRequired;
  const picture = flowPicture(election, result, language);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(summary(election, result, language))}</p>
${lots === null ? '' : `<h2>${say.lots}</h2><p>${escaped(lots.explanation[language])}</p>`}
<h2>${say.elected}</h2>${elected.length === 0 ? `<p>${say.nobody}</p>` : `<ol>${elected.join('')}</ol>`}
<h2>${say.table}</h2><div class="wide">${table(election, result, language)}</div>
${picture === '' ? longNote(result, say.long) : `<h2>${say.flow}</h2>${result.method === 'meek-stv' ? `<p>${say.net}</p>` : ''}${picture}`}
<h2>${say.told}</h2><ol>${result.stages.map((stage) => `<li>${escaped(stage.explanation[language])}</li>`).join('')}</ol>
<h2>${say.options}</h2><dl>${Object.entries(result.options)
    .map(([key, value]) => `<dt>${escaped(key)}</dt><dd>${escaped(value === '' ? '–' : value)}</dd>`)
    .join('')}</dl>
</body></html>
`;
}

const longNote = ({ stages }: CountResult, note: string): string =>
  stages.some(({ transfers }) => transfers !== undefined) ? `<p>${note}</p>` : '';

function summary(election: Election, result: CountResult, language: Language): string {
  const lines = resultLines(election, { ...result, stages: [], elected: [], lotsRequired: null }, language);
  return lines.slice(election.title === '' ? 0 : 1, -2).join('. ');
}

function table({ candidates }: Election, { stages }: CountResult, language: Language): string {
  const say = words[language];
  const electedAt = new Map(stages.flatMap(({ n, elected = [] }) => elected.map((id) => [id, n] as const)));
  const rows = candidates
    .filter(({ id }) => stages.some(({ tally }) => tally[id] !== undefined))
    .map(({ id, name }) => {
      const cells = stages.map((stage) => cell(stage, id, electedAt.get(id)));
      return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
    });
  const below = [
    row(say.none, stages, ({ nonTransferable }) => nonTransferable),
    row(say.residue, stages, ({ residue }) => residue),
  ];
  const head = stages.map(({ n }) => `<th scope="col">${say.stage} ${n}</th>`).join('');
  return `<table><thead><tr><th scope="col">${say.name}</th>${head}</tr></thead><tbody>${rows.join('\n')}\n${below.join('\n')}</tbody></table>`;
}

function cell({ n, tally }: Stage, id: string, electedAt: number | undefined): string {
  const votes = tally[id];
  const mark =
    electedAt !== undefined && n >= electedAt
      ? ' class="in"'
      : votes !== undefined && Number(votes) === 0
        ? ' class="out"'
        : '';
  return `<td${mark}>${escaped(votes ?? '')}</td>`;
}

function row(name: string, stages: readonly Stage[], value: (stage: Stage) => string): string {
  return `<tr><th scope="row">${name}</th>${stages.map((stage) => `<td>${escaped(value(stage))}</td>`).join('')}</tr>`;
}
