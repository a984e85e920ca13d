import type { Json } from '../input/json.ts';
import { type Cell, readTable, type Table } from '../input/table.ts';
import { momentOf } from '../moment.ts';
import { BadInput, type Problem } from '../problem.ts';
import type { Text } from '../text.ts';
import { type Column, columnNamed, columnsOf, type TableName } from './columns.ts';

/** What a file gives: its good rows as the objects that the JSON would have, and all that is wrong in the cells of the others. */
export type Rows = { readonly nodes: readonly Json[]; readonly problems: readonly Problem[] };

/** Null is a remark, and undefined a column without a name: nothing may stand in it. */
type Head = readonly (Column | null | undefined)[];
type File = { readonly name: string; readonly table: TableName; readonly separator: Table['separator'] };

export function tableRows(table: TableName, name: string, text: string): Rows {
  const { head, rows, separator } = readTable(text);
  const file = { name, table, separator };
  const columns = headOf(file, head);
  const read = rows.map((row) => rowOf(file, columns, row));
  return {
    nodes: read.filter(({ problems }) => problems.length === 0).map(({ node }) => node),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** A column whose head begins with # is a remark and is not read; any other that nobody knows may be one mistyped. */
function headOf(file: File, head: readonly Cell[]): Head {
  const known = columnsOf[file.table];
  const columns = head.map((cell): Column | null | undefined => {
    if (cell.text === '') return undefined;
    if (cell.text.startsWith('#')) return null;
    const found = columnNamed(file.table, cell.text);
    if (found !== undefined) return found;
    const names = known.map(({ name }) => name).join(', ');
    throw wrong(file, cell, {
      es: `columna desconocida «${cell.text}»; las hay: ${names}. Si es un apunte, que empiece con #`,
      en: `unknown column “${cell.text}”; there are: ${names}. If it is a remark, let it begin with #`,
    });
  });
  for (const [at, column] of columns.entries()) {
    if (!column || columns.indexOf(column) === at) continue;
    throw wrong(file, head[at] as Cell, {
      es: `la columna «${column.name}» está dos veces`,
      en: `the column “${column.name}” stands twice`,
    });
  }
  const missing = known.find((column) => column.isRequired && !columns.includes(column));
  if (missing === undefined) return columns;
  throw wrong(file, head[0] ?? { line: 1, column: 1, text: '' }, {
    es: `falta la columna «${missing.name}»${missing.also.map((word) => ` (o «${word}»)`).join('')}`,
    en: `the column “${missing.name}” is missing${missing.also.map((word) => ` (or “${word}”)`).join('')}`,
  });
}

function rowOf(file: File, head: Head, row: readonly Cell[]) {
  const members = new Map<string, Json>();
  const problems: Problem[] = [];
  for (const [at, cell] of row.entries()) {
    const column = head[at];
    if (column === null || cell.text === '') continue;
    const value = column === undefined ? nameless(file, cell) : cellValue(file, column, cell);
    if ('problem' in value) problems.push(value.problem);
    else if (column !== undefined) members.set(column.name, value);
  }
  const start = row[0] ?? { line: 1, column: 1 };
  const node: Json = { kind: 'object', members, path: file.name, line: start.line, column: start.column };
  if (problems.length === 0 && file.table !== 'vehicles') placed(members, node);
  for (const { name } of problems.length > 0 ? [] : columnsOf[file.table].filter(({ isRequired }) => isRequired)) {
    if (members.has(name) || (members.has('at') && (name === 'lon' || name === 'lat'))) continue;
    problems.push(wrong(file, start, { es: `falta «${name}»`, en: `“${name}” is missing` }).problem);
  }
  return { node, problems };
}

const nameless = (file: File, cell: Cell): BadInput =>
  wrong(file, cell, {
    es: `«${cell.text}» está en una columna sin nombre`,
    en: `“${cell.text}” stands in a column without a name`,
  });

/** Longitude and latitude as the pair that the JSON has; one alone is left to be refused as what it is. */
function placed(members: Map<string, Json>, row: Json): void {
  const [lon, lat] = [members.get('lon'), members.get('lat')];
  if (lon === undefined && lat === undefined) return;
  members.delete('lon');
  members.delete('lat');
  const { line, column, path } = lon ?? lat ?? row;
  const items = [lon, lat].filter((one) => one !== undefined);
  members.set('at', { kind: 'array', items, path, line, column });
}

function cellValue(file: File, column: Column, cell: Cell): Json | BadInput {
  const here = { path: `${file.name} ${column.name}`, line: cell.line, column: cell.column };
  const complain = (text: Text): BadInput => wrong(file, cell, text, column.name);
  switch (column.kind) {
    case 'text':
      return { ...here, kind: 'string', text: cell.text };
    case 'moment':
      if (momentOf(cell.text) !== undefined) return { ...here, kind: 'string', text: cell.text };
      return complain({
        es: `«${cell.text}» no es una fecha (2026-06-02), ni una hora con su zona (2026-06-02T12:00:00-04:00)`,
        en: `“${cell.text}” is no date (2026-06-02), and no time with its zone (2026-06-02T12:00:00-04:00)`,
      });
    case 'list': {
      const parts = cell.text.split('|').map((part) => part.trim());
      return { ...here, kind: 'array', items: parts.map((text) => ({ ...here, kind: 'string', text })) };
    }
    case 'flag': {
      const value = flags.get(cell.text.toLowerCase());
      if (value !== undefined) return { ...here, kind: 'boolean', value };
      return complain({ es: `«${cell.text}»: aquí va sí o no`, en: `“${cell.text}”: yes or no belongs here` });
    }
    case 'amount':
    case 'degrees': {
      if (column.kind === 'amount' && file.separator === ';' && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(cell.text)) {
        const [as, than] = [cell.text.replaceAll('.', ''), cell.text.replace('.', ',')];
        return complain({
          es: `«${cell.text}» puede ser ${as} o ${than}; escríbalo sin punto`,
          en: `“${cell.text}” may be ${as} or ${than}; write it without the point`,
        });
      }
      const text = numberIn(cell.text, file.separator);
      if (text !== undefined) return { ...here, kind: 'number', text };
      return complain({ es: `«${cell.text}» no es un número`, en: `“${cell.text}” is no number` });
    }
  }
}

const flags = new Map<string, boolean>([
  ...['sí', 'si', 'yes', 'true', 'verdadero', 'x', '1'].map((word) => [word, true] as const),
  ...['no', 'false', 'falso', '0'].map((word) => [word, false] as const),
]);

/** As JSON writes it; in a file with `;` a comma is the decimal point. */
function numberIn(text: string, separator: Table['separator']): string | undefined {
  const pointed = separator === ';' ? text.replace(',', '.') : text;
  if (!/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(pointed)) return undefined;
  return pointed.replace(/^(-?)0+(?=\d)/, '$1');
}

const wrong = ({ name }: File, { line, column }: Omit<Cell, 'text'>, text: Text, path = ''): BadInput =>
  new BadInput('csv', { path: [name, path].filter(Boolean).join(' '), line, column }, text);
