import type { Ratio } from '../exact/ratio.ts';
import { shown } from '../exact/show.ts';
import { escaped } from '../page/escaped.ts';
import { cell, pageOf, paragraph, row, table } from '../page/frame.ts';
import type { Language } from '../text.ts';
import type { Column, Comparison } from './compare.ts';
import { totals, verdict } from './compare-document.ts';

const words = {
  es: {
    title: 'Las reglas, una al lado de otra',
    who: 'Quién',
    claim: 'Pide',
    against: 'con ella se comparan las demás',
    rules: {
      leximin: 'La misma parte',
      proportional: 'En proporción',
      'equal-awards': 'Lo mismo a cada quien',
      'equal-losses': 'La misma falta',
      talmud: 'Talmud',
    },
  },
  en: {
    title: 'The rules side by side',
    who: 'Who',
    claim: 'Claims',
    against: 'the others are compared with it',
    rules: {
      leximin: 'The same part',
      proportional: 'In proportion',
      'equal-awards': 'The same for each',
      'equal-losses': 'The same loss',
      talmud: 'Talmud',
    },
  },
} as const;

/** What an assembly looks at before it votes: a table of who gets what, and rule by rule who gains and who loses. */
export function comparisonPage(comparisons: readonly Comparison[], language: Language): string {
  return pageOf(language, words[language].title, comparisons.map((one) => part(one, language)).join('\n'));
}

function part(one: Comparison, language: Language): string {
  const say = words[language];
  const rows = one.claims.map(({ id, amount }, at) =>
    row(id, [
      cell(say.claim, shown(amount), 'n'),
      ...one.columns.map((column) => cell(say.rules[column.rule], award(column, at), 'n')),
    ]),
  );
  const verdicts = one.columns.map((column) => {
    const note = column.rule === one.against ? `${column.rule}; ${say.against}` : column.rule;
    return `<h3>${say.rules[column.rule]} (${escaped(note)})</h3>${paragraph(verdict(one, column, language))}`;
  });
  const heads = [say.who, say.claim, ...one.columns.map(({ rule }) => say.rules[rule])];
  const name = one.item === null ? '' : `<h2>${escaped(one.item)}</h2>`;
  return `${name}${paragraph(totals(one, language))}${table(one.item ?? say.title, heads, rows)}${verdicts.join('')}`;
}

/** The amount, and how much more or less that is than under the rule that all are compared with. */
function award({ awards, differences }: Column, at: number): string {
  const { n, d } = differences[at] as Ratio;
  const amount = shown(awards[at] as Ratio);
  if (n === 0n) return amount;
  return n > 0n
    ? `${amount} <span class="up">▲ +${shown({ n, d })}</span>`
    : `${amount} <span class="down">▼ −${shown({ n: -n, d })}</span>`;
}
