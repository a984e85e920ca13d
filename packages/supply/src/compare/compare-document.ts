import { type Ratio, ratio, sum } from '../exact/ratio.ts';
import { nearestNumber, percent, shown } from '../exact/show.ts';
import { ruleWords } from '../sharing/share-document.ts';
import { type Language, listed } from '../text.ts';
import type { Column, Comparison } from './compare.ts';

/** What `cabildo supply compare --json` prints. */
export function comparisonDocument(comparisons: readonly Comparison[]) {
  return {
    against: comparisons[0]?.against ?? null,
    comparisons: comparisons.map(({ item, stock, claims, columns }) => {
      const named = (amounts: readonly Ratio[]) =>
        Object.fromEntries(claims.map(({ id }, at) => [id, nearestNumber(amounts[at] as Ratio)]));
      return {
        item,
        stock: nearestNumber(stock),
        claims: named(claims.map(({ amount }) => amount)),
        rules: columns.map((column) => ({
          rule: column.rule,
          awards: named(column.awards),
          differences: named(column.differences),
          ...whoOf(claims, column),
          unserved: nearestNumber(column.unserved),
          worstPart: column.worstPart === null ? null : nearestNumber(column.worstPart),
          people: column.people && { served: Number(column.people.people), of: Number(column.people.of) },
        })),
      };
    }),
  };
}

function whoOf(claims: Comparison['claims'], { differences }: Column) {
  const those = (is: (difference: Ratio) => boolean): string[] =>
    claims.flatMap(({ id }, at) => (is(differences[at] as Ratio) ? [id] : []));
  return { gain: those(({ n }) => n > 0n), lose: those(({ n }) => n < 0n) };
}

const words = {
  es: {
    totals: (stock: string, claimed: string) => `hay ${stock}, se piden ${claimed}.`,
    against: (rule: string) => `Entre paréntesis, cuánto más o menos que con ${rule}.`,
    claim: 'pide',
    same: 'lo mismo para todos',
    gain: (names: string) => `gana ${names}`,
    gains: (names: string) => `ganan ${names}`,
    lose: (names: string) => `pierde ${names}`,
    loses: (names: string) => `pierden ${names}`,
    more: (count: number) => `${count} más`,
    worst: (part: string) => `quien menos parte recibe tiene el ${part}`,
    people: (served: bigint, of: bigint) => `alcanza para ${served} de ${of} personas`,
  },
  en: {
    totals: (stock: string, claimed: string) => `there is ${stock}, ${claimed} is claimed.`,
    against: (rule: string) => `In brackets, how much more or less than under ${rule}.`,
    claim: 'claim',
    same: 'the same for everybody',
    gain: (names: string) => `${names} gains`,
    gains: (names: string) => `${names} gain`,
    lose: (names: string) => `${names} loses`,
    loses: (names: string) => `${names} lose`,
    more: (count: number) => `${count} more`,
    worst: (part: string) => `whoever gets the smallest part has ${part}`,
    people: (served: bigint, of: bigint) => `enough for ${served} of ${of} people`,
  },
};

/** A table of who gets what, and under it, rule by rule, who gains and who loses. */
export function comparisonLines(comparisons: readonly Comparison[], language: Language): string[] {
  return comparisons.flatMap((one) => [
    heading(one, language),
    ...table(one, language),
    ...one.columns.map((column) => `${column.rule}: ${verdict(one, column, language)}`),
  ]);
}

function heading(one: Comparison, language: Language): string {
  const said = totals(one, language);
  const first = one.item === null ? `${said.charAt(0).toUpperCase()}${said.slice(1)}` : `${one.item}: ${said}`;
  return `${first} ${words[language].against(one.against)}`;
}

/** How much there is and how much is claimed, as it goes on after a name. */
export const totals = ({ stock, claims }: Comparison, language: Language): string =>
  words[language].totals(shown(stock), shown(sum(claims.map(({ amount }) => amount))));

function table({ claims, columns }: Comparison, language: Language): string[] {
  const rows = [
    ['', words[language].claim, ...columns.map(({ rule }) => rule)],
    ...claims.map(({ id, amount }, at) => [id, shown(amount), ...columns.map((column) => cell(column, at))]),
  ];
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.reduce((line, text, at) => {
      const width = widths[at] ?? 0;
      return at === 0 ? `  ${text.padEnd(width)}` : `${line}  ${text.padStart(width)}`;
    }, ''),
  );
}

function cell({ awards, differences }: Column, at: number): string {
  const { n, d } = differences[at] as Ratio;
  const award = shown(awards[at] as Ratio);
  if (n === 0n) return award;
  return n > 0n ? `${award} (+${shown({ n, d })})` : `${award} (−${shown({ n: -n, d })})`;
}

/** More names than this in a sentence nobody reads; the document has them all. */
const NAMED = 6;

/** What a rule does, who gains and who loses by it, and what that means for the worst off and for people. */
export function verdict({ claims, against }: Comparison, column: Column, language: Language): string {
  const say = words[language];
  const { gain, lose } = whoOf(claims, column);
  const some = (names: readonly string[]): string =>
    names.length <= NAMED
      ? listed(names, language)
      : listed([...names.slice(0, NAMED), say.more(names.length - NAMED)], language);
  const parts = [lowered(ruleWords[column.rule][language])];
  if (column.rule !== against && gain.length + lose.length === 0) parts.push(say.same);
  if (gain.length > 0) parts.push((gain.length === 1 ? say.gain : say.gains)(some(gain)));
  if (lose.length > 0) parts.push((lose.length === 1 ? say.lose : say.loses)(some(lose)));
  if (column.worstPart !== null) parts.push(say.worst(percent(column.worstPart, ratio(1n))));
  if (column.people !== null) parts.push(say.people(column.people.people, column.people.of));
  return `${parts.join('; ')}.`;
}

/** As it goes on after the rule's name, which is not said twice. */
function lowered(text: string): string {
  const rest = text.replace(/^Talmud: /, '');
  return `${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
}
