import { attempt, type Cell, geoTable, readTable, tableText } from '@cabildo/supply';
import type { Sentences } from '../../answers.ts';
import { type FlawCode, plain, type ReadingRow, readRow } from './read-row.ts';
import type { Field, Register } from './register-kinds.ts';

export type FileFlawCode =
  | FlawCode
  | 'too-large'
  | 'too-many'
  | 'empty'
  | 'unknown-column'
  | 'column-twice'
  | 'column-missing'
  | 'twice';

/** What is wrong, and where in the file; `cell` is what stands there, cut short. */
export interface Flaw {
  readonly line: number;
  readonly column: number;
  readonly cell: string;
  /** Of which field, as the register calls it. */
  readonly field: string | null;
  /** One of ours, or what the reader of tables says. */
  readonly what: FileFlawCode | Sentences;
}

export interface ImportRow {
  readonly line: number;
  readonly input: Readonly<Record<string, unknown>>;
  /** The registers have it: it is not sent again. */
  readonly known: boolean;
}

export type ImportFile =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** Of a larger file nothing is read. */
export const MOST_BYTES = 2_000_000;
export const MOST_ROWS = 2_000;
const MOST_FLAWS = 20;

/** CSV or GeoJSON points, whole or not at all: with one flaw no row of it is sent. */
export function readImport(
  register: Register,
  bytes: Uint8Array,
  reading: Omit<ReadingRow, 'decimalComma'>,
): ImportFile {
  if (bytes.length > MOST_BYTES) return wrong([flawAt(undefined, 'too-large')]);
  const table = attempt(() => {
    const text = tableText(bytes);
    return /^\ufeff?\s*\{/.test(text) ? geoTable(text) : readTable(text);
  });
  if (!table.ok) {
    const { place, text } = table.problem;
    return wrong([{ line: place.line ?? 1, column: place.column ?? 1, cell: '', field: null, what: text }]);
  }
  const { head, rows, separator } = table.value;
  if (rows.length === 0) return wrong([flawAt(head[0], 'empty')]);
  if (rows.length > MOST_ROWS) return wrong([flawAt(rows[MOST_ROWS]?.[0], 'too-many')]);
  const columns = columnsOf(register, head, separator === null);
  if ('what' in columns) return wrong([columns]);
  return rowsOf(register, columns, rows, { ...reading, decimalComma: separator === ';' });
}

const wrong = (flaws: readonly Flaw[]): ImportFile => ({ ok: false, flaws });

const flawAt = (cell: Cell | undefined, what: FileFlawCode, field: string | null = null): Flaw => ({
  line: cell?.line ?? 1,
  column: cell?.column ?? 1,
  cell: (cell?.text ?? '').slice(0, 40),
  field,
  what,
});

type Columns = readonly (Field | null)[];

const heading = (text: string): string => plain(text).replace(/[\s_-]/g, '');

/** A head that begins with # is a remark. What a map says besides is somebody else's and is left alone. */
function columnsOf({ fields }: Register, head: readonly Cell[], isMap: boolean): Columns | Flaw {
  const columns: (Field | null)[] = [];
  for (const cell of head) {
    const found = fields.find(({ name, also }) => [name, ...also].some((word) => heading(word) === heading(cell.text)));
    const left = cell.text === '' || cell.text.startsWith('#') || isMap;
    if (found === undefined && !left) return flawAt(cell, 'unknown-column');
    const again = found !== undefined && columns.includes(found);
    if (again && !isMap) return flawAt(cell, 'column-twice', found.name);
    columns.push(again ? null : (found ?? null));
  }
  const missing = fields.find((field) => field.optional !== true && !columns.includes(field));
  return missing === undefined ? columns : flawAt(head[0], 'column-missing', missing.name);
}

function rowsOf(
  register: Register,
  columns: Columns,
  rows: readonly (readonly Cell[])[],
  reading: ReadingRow,
): ImportFile {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  const found: ImportRow[] = [];
  for (const row of rows) {
    const cells = new Map(
      columns.flatMap((field, i) => (field === null || row[i] === undefined ? [] : [[field.name, row[i]] as const])),
    );
    const read = readRow(register, Object.fromEntries([...cells].map(([name, { text }]) => [name, text])), reading);
    if (!read.ok) flaws.push(...read.flaws.map(({ field, what }) => flawAt(cells.get(field) ?? row[0], what, field)));
    else if (read.unique !== null && seen.has(read.unique))
      flaws.push(flawAt(cells.get(register.unique ?? '') ?? row[0], 'twice', register.unique ?? null));
    else {
      const known = read.unique !== null && register.has?.(reading.supply, read.unique) === true;
      found.push({ line: row[0]?.line ?? 0, input: read.input, known });
      if (read.unique !== null) seen.add(read.unique);
    }
    if (flaws.length >= MOST_FLAWS) break;
  }
  return flaws.length > 0 ? wrong(flaws.slice(0, MOST_FLAWS)) : { ok: true, rows: found };
}
