import { FormatProblem } from './problem.ts';
import type { Cell } from './separated.ts';

/** What the columns of a table of ballots are. */
export type TableColumns = {
  readonly hasHeader: boolean;
  /** Where the ranks are, from the first on; null: in all columns. */
  readonly ranks: readonly number[] | null;
  /** Where candidates are, each with its rank in the cells. */
  readonly names: readonly number[];
  /** How often the ballot occurs; null where no column says so. */
  readonly count: number | null;
};

const rankName = /^(?:rank|choice|preference|pref|rango|preferencia|opción)[ _-]?(?<number>\d+)\b/i;
const ordinalName = /^(?<number>\d+)(?:st|nd|rd|th)(?:[ _-](?:choice|rank|preference))?$/i;
const countName = /^(?:count|number|n|weight|ballots|papeletas|peso)$/i;
const otherName = /\bid\b|_id$|precinct|batch|ballot|voter|response|tabulator|timestamp|date|source|provider|portion/i;

const isRank = (text: string): boolean => /^\d{0,4}$/.test(text.trim());

export function columnsOf(head: readonly Cell[], next: readonly Cell[] | null, line: number): TableColumns {
  const words = head.map(({ text }) => text.trim());
  const counts = words.findIndex((word) => countName.test(word));
  const count = counts < 0 ? null : counts;
  const ranks = words.flatMap((word, at) => {
    const number = (rankName.exec(word) ?? ordinalName.exec(word))?.groups?.number;
    return number === undefined ? [] : [{ at, number: Number(number) }];
  });
  if (ranks.length > 0) {
    ranks.sort((a, b) => a.number - b.number);
    const twice = ranks.find(({ number }, place) => number === ranks[place + 1]?.number);
    if (twice !== undefined) throw rankTwice(twice.number, { line, column: head[twice.at]?.column ?? 1 });
    return { hasHeader: true, ranks: ranks.map(({ at }) => at), names: [], count };
  }
  const names = words.flatMap((word, at) => {
    const isName = word !== '' && !/^[\d.]+$/.test(word) && at !== count && !otherName.test(word);
    return isName && isRank(next?.[at]?.text ?? 'x') ? [at] : [];
  });
  const isFilled = names.some((at) => next?.[at]?.text.trim() !== '');
  if (names.length > 1 && isFilled) return { hasHeader: true, ranks: null, names, count };
  if (count !== null)
    return { hasHeader: true, ranks: words.flatMap((_, at) => (at === count ? [] : [at])), names: [], count };
  return { hasHeader: false, ranks: null, names: [], count: null };
}

function rankTwice(number: number, place: { line: number; column: number }): FormatProblem {
  return new FormatProblem(place, {
    es: `Dos columnas son el rango ${number}.`,
    en: `Two columns are rank ${number}.`,
  });
}
