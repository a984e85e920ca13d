import type { Election } from '../election.ts';
import type { CountResult } from '../result.ts';
import type { Language } from '../text.ts';

/** The stages as a table: a row for each candidate, a column for each stage, two rows for what counts for nobody. */
export function stageTable({ candidates }: Election, { stages }: CountResult, language: Language): string {
  const spanish = language === 'es';
  const rows = [
    ['id', spanish ? 'nombre' : 'name', ...stages.map(({ n, action }) => `${n} ${action}`)],
    ...candidates
      .filter(({ id }) => stages.some(({ tally }) => tally[id] !== undefined))
      .map(({ id, name }) => [id, name, ...stages.map(({ tally }) => tally[id] ?? '')]),
    ['', spanish ? 'sin destino' : 'non-transferable', ...stages.map(({ nonTransferable }) => nonTransferable)],
    ['', spanish ? 'resto del redondeo' : 'rounding residue', ...stages.map(({ residue }) => residue)],
    ['', spanish ? 'explicación' : 'explanation', ...stages.map(({ explanation }) => explanation[language])],
  ];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A name that a spreadsheet would take for a formula is led by an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
