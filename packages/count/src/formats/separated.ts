import { FormatProblem } from './problem.ts';
import type { Line } from './source.ts';

export type Cell = { readonly text: string; readonly column: number };

/** The cells of a line of separated values; a cell in quotes may hold the separator, and `""` is a quote. */
export function cellsOf({ text, number }: Line, separator: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    const column = at + 1;
    if (text[at] === '"') {
      const end = closingQuote(text, at, number);
      cells.push({ text: text.slice(at + 1, end).replaceAll('""', '"'), column });
      at = text.indexOf(separator, end);
    } else {
      const end = text.indexOf(separator, at);
      cells.push({ text: text.slice(at, end < 0 ? text.length : end).trim(), column });
      at = end;
    }
    if (at < 0) return cells;
    at += 1;
  }
}

function closingQuote(text: string, from: number, line: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  throw new FormatProblem(
    { line, column: from + 1 },
    { es: 'Faltan las comillas de cierre.', en: 'The closing quotation mark is missing.' },
  );
}
