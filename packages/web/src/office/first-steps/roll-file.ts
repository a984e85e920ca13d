import { attempt, type Cell, readTable, tableText } from '@cabildo/supply';

/** Somebody in the file, and where. `household`: the place in the list of somebody before with whom they live. */
export interface Listed {
  readonly name: string;
  readonly line: number;
  readonly household?: number;
}

export type FlawCode =
  | 'too-large'
  | 'no-name-column'
  | 'two-name-columns'
  | 'no-name'
  | 'name-too-long'
  | 'not-a-name'
  | 'too-many';

/** What is wrong, and where in the file. What stands in the cell is not said: it may be anybody's. */
export interface Flaw {
  readonly line: number;
  readonly column: number;
  readonly what: FlawCode | { readonly es: string; readonly en: string };
}

export type RollFile =
  | { readonly ok: true; readonly people: readonly Listed[]; readonly twice: readonly Listed[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** As the command takes them (`EnrolMembers`). */
export const MOST_PEOPLE = 2_000;
/** Ten times what so many people need; of a larger file no more is read. */
export const MOST_BYTES = 2_000_000;
const MOST_LETTERS = 120;
/** Whoever has to mend a file wants to see more than the first error, and not a thousand. */
const MOST_FLAWS = 20;

const nameHeads = [
  'nombre',
  'nombres',
  'nombre completo',
  'nombre y apellido',
  'nombres y apellidos',
  'name',
  'full name',
];
const familyHeads = ['apellido', 'apellidos', 'surname', 'last name', 'family name'];
const householdHeads = ['hogar', 'vivienda', 'familia', 'household', 'home'];

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Nobody is called so; a spreadsheet would calculate it (OWASP, CSV injection). Controls would break a printed card. */
const notAName = /^[=+\-@]|[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/u;

/** A roll as people keep it in a spreadsheet. Whole or not at all: with one flaw nobody of it is taken. */
export function readRoll(bytes: Uint8Array): RollFile {
  if (bytes.length > MOST_BYTES) return { ok: false, flaws: [{ line: 1, column: 1, what: 'too-large' }] };
  const table = attempt(() => readTable(tableText(bytes)));
  if (!table.ok) {
    const { place, text } = table.problem;
    return { ok: false, flaws: [{ line: place.line ?? 1, column: place.column ?? 1, what: text }] };
  }
  const { head, rows } = table.value;
  const columns = columnsOf(head);
  if ('what' in columns) return { ok: false, flaws: [columns] };
  const flaws: Flaw[] = [];
  const people: Listed[] = [];
  const homes = new Map<string, number>();
  for (const row of rows) {
    const flaw = flawOf(row, columns) ?? (people.length < MOST_PEOPLE ? null : at(row[0], 'too-many'));
    if (flaw !== null) flaws.push(flaw);
    if (flaws.length >= MOST_FLAWS || flaw?.what === 'too-many') break;
    const home = plain(row[columns.household]?.text ?? '');
    const first = home === '' ? undefined : homes.get(home);
    if (home !== '' && first === undefined) homes.set(home, people.length);
    const listed = { name: nameIn(row, columns), line: row[0]?.line ?? 0 };
    people.push(first === undefined ? listed : { ...listed, household: first });
  }
  if (flaws.length === 0 && people.length === 0)
    flaws.push({ line: (head[0]?.line ?? 1) + 1, column: 1, what: 'no-name' });
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, people, twice: twiceIn(people) };
}

interface Columns {
  readonly name: number;
  /** -1 where there is none. */
  readonly family: number;
  readonly household: number;
}

function columnsOf(head: readonly Cell[]): Columns | Flaw {
  const heads = head.map(({ text }) => plain(text));
  const named = heads.flatMap((text, i) => (nameHeads.includes(text) ? [i] : []));
  const [name, second] = named;
  if (name === undefined) return at(head[0], 'no-name-column');
  if (second !== undefined) return at(head[second], 'two-name-columns');
  const among = (wanted: readonly string[]): number => heads.findIndex((text) => wanted.includes(text));
  return { name, family: among(familyHeads), household: among(householdHeads) };
}

const at = (cell: Cell | undefined, what: FlawCode): Flaw => ({
  line: cell?.line ?? 1,
  column: cell?.column ?? 1,
  what,
});

const nameIn = (row: readonly Cell[], { name, family }: Columns): string =>
  [row[name]?.text, row[family]?.text]
    .map((text) => (text ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');

function flawOf(row: readonly Cell[], columns: Columns): Flaw | null {
  const cell = row[columns.name] ?? row[0];
  const name = nameIn(row, columns);
  if (name === '') return at(cell, 'no-name');
  if (name.length > MOST_LETTERS) return at(cell, 'name-too-long');
  const wrong = [columns.name, columns.family].map((i) => row[i]).find((one) => notAName.test(one?.text ?? ''));
  return wrong === undefined ? null : at(wrong, 'not-a-name');
}

/** Two people may have one name: it is said, and not refused. */
function twiceIn(people: readonly Listed[]): readonly Listed[] {
  const seen = new Set<string>();
  return people.filter(({ name }) => {
    const known = seen.has(plain(name));
    seen.add(plain(name));
    return known;
  });
}
