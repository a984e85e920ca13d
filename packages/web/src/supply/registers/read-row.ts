import { type Position, placeText } from '../known/position.ts';
import type { Supply } from '../known/supply-answer.ts';
import type { Field, Register } from './register-kinds.ts';

export type FlawCode =
  | 'missing'
  | 'not-a-symbol'
  | 'not-a-name'
  | 'too-long'
  | 'not-an-amount'
  | 'not-a-choice'
  | 'not-a-flag'
  | 'not-a-time'
  | 'not-degrees'
  | 'half-a-position'
  | 'no-such-item'
  | 'no-such-site'
  | 'not-a-depot'
  | 'not-a-load'
  | 'not-a-book';

/** What is wrong, and in which field. */
export interface RowFlaw {
  readonly field: string;
  readonly what: FlawCode;
}

export type ReadRow =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>>; readonly unique: string | null }
  | { readonly ok: false; readonly flaws: readonly RowFlaw[] };

/** What a field was given as a person writes it: the same in a form and in a cell. */
export type Written = Readonly<Record<string, string>>;

/** The words that stand for a choice in files: those of the catalogue, and those of the languages. */
export type ChoiceWords = Readonly<Record<string, readonly string[]>>;

export interface ReadingRow {
  readonly supply: Supply;
  readonly choiceWords: ChoiceWords;
  /** A comma is the decimal point there. */
  readonly decimalComma: boolean;
}

/** A spreadsheet would calculate it (OWASP, CSV injection); controls would break a paper. */
const notAName = /^[=+\-@]|[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/u;
/** The whole name of a book, as the catalogue has it (`origin` in `catalogue/fields.ts` of the core). */
const bookName = /^[a-z0-9][a-z0-9.:-]*(\/[a-z0-9~][a-z0-9~-]*)+$/;
const LARGEST = 2 ** 31 - 1;

/** Of a row the command's input, or all that is wrong in it. */
export function readRow(register: Register, written: Written, reading: ReadingRow): ReadRow {
  const flaws: RowFlaw[] = [];
  const found = new Map<string, unknown>();
  for (const field of register.fields) {
    const text = (written[field.name] ?? '').trim();
    if (text === '') {
      if (field.optional !== true) flaws.push({ field: field.name, what: 'missing' });
      continue;
    }
    const value = readField(field, text, reading);
    if (typeof value === 'object' && value !== null && 'flaw' in value)
      flaws.push({ field: field.name, what: value.flaw as FlawCode });
    else found.set(field.name, value);
  }
  const halves = [['lon', 'lat'], ['toLon', 'toLat'], ...(found.has('toLon') ? [['toLon', 'lon']] : [])] as const;
  for (const [one = '', other = ''] of flaws.length === 0 ? halves : [])
    if (found.has(one) !== found.has(other))
      flaws.push({ field: found.has(one) ? other : one, what: 'half-a-position' });
  if (flaws.length > 0) return { ok: false, flaws };
  const unique = register.unique === undefined ? null : String(found.get(register.unique));
  return { ok: true, input: inputOf(register, found), unique };
}

function inputOf(
  { command, beside }: Register,
  found: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  const { lon, lat, toLon, toLat, where = '', step, publish, ...input } = Object.fromEntries(found);
  const position: Position | null = lon === undefined ? null : [lon as number, lat as number];
  const end: Position = [toLon as number, toLat as number];
  const place =
    beside === undefined
      ? undefined
      : placeText([...(position === null ? [] : [position]), ...(toLon === undefined ? [] : [end])], where as string);
  return {
    ...input,
    ...(command === 'RegisterVehicle' ? { carries: input.carries ?? [] } : {}),
    // A closure closes whether it is confirmed or not (decision 0011), so whoever says nothing has said enough.
    ...(command === 'ReportRoadClosure' ? { confirmed: input.confirmed ?? false } : {}),
    ...(place === undefined || beside === undefined ? {} : { [beside]: place }),
    ...(step === undefined ? {} : { sensitive: { step } }),
    ...(publish === true ? { publish, ...roughly(position) } : {}),
  };
}

/** What everybody may know of a place that is published: hundredths of a degree, about a kilometre (decision 0017). */
const roughly = (position: Position | null) =>
  position === null ? {} : { near: { east: Math.round(position[0] * 100), north: Math.round(position[1] * 100) } };

interface Wrong {
  readonly flaw: FlawCode;
}

function readField(field: Field, text: string, reading: ReadingRow): unknown | Wrong {
  switch (field.kind) {
    case 'symbol':
      return /^[A-Z][A-Z0-9]{1,11}$/.test(text) ? text : { flaw: 'not-a-symbol' };
    case 'text':
      if (notAName.test(text)) return { flaw: 'not-a-name' };
      return text.length > (field.most ?? 80) ? { flaw: 'too-long' } : text;
    case 'amount':
    case 'count':
      return amountIn(text, field.kind === 'count' ? 0 : 1) ?? { flaw: 'not-an-amount' };
    case 'choice':
      return choiceIn(field, text, reading.choiceWords) ?? { flaw: 'not-a-choice' };
    case 'flag':
      return flags.get(plain(text)) ?? { flaw: 'not-a-flag' };
    case 'from':
    case 'until':
      return timeIn(text, field.kind) ?? { flaw: 'not-a-time' };
    case 'degrees':
      return degreesIn(text, /lon$/i.test(field.name) ? 180 : 90, reading.decimalComma) ?? { flaw: 'not-degrees' };
    case 'item':
      return itemIn(reading.supply, text) ?? { flaw: 'no-such-item' };
    case 'site':
    case 'depot':
      return siteIn(reading.supply, text, field.kind);
    case 'book':
      return bookName.test(text) && text.length <= 200 ? text : { flaw: 'not-a-book' };
    case 'carries':
      return loadIn(reading.supply, text) ?? { flaw: 'not-a-load' };
  }
}

/** As people write and compare names: without accents, capitals and gaps that differ. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

function amountIn(text: string, least: number): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= LARGEST ? value : null;
}

const choiceIn = ({ choices = [] }: Field, text: string, words: ChoiceWords): string | null =>
  choices.find((choice) => choice === text || (words[choice] ?? []).some((word) => plain(word) === plain(text))) ??
  null;

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['si', 'yes', 'true', 'verdadero', 'x', '1'].map((word) => [word, true] as const),
  ...['no', 'false', 'falso', '0'].map((word) => [word, false] as const),
]);

/** A day alone is its beginning or its end, in universal time; a time names its zone. Seconds of UTC, as acts have them. */
function timeIn(text: string, kind: 'from' | 'until'): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const at = Date.parse(isDay ? `${text}T${kind === 'from' ? '00:00:00' : '23:59:59'}Z` : text);
  // 31 February is no day, though some engines count on.
  if (Number.isNaN(at) || (isDay && !new Date(at).toISOString().startsWith(text))) return null;
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

function degreesIn(text: string, most: number, decimalComma: boolean): number | null {
  const pointed = decimalComma ? text.replace(',', '.') : text;
  if (!/^-?\d{1,3}(\.\d{1,20})?$/.test(pointed)) return null;
  const value = Number(Number(pointed).toFixed(6));
  return Math.abs(value) <= most ? value : null;
}

const itemIn = ({ items }: Supply, text: string): number | null =>
  items.find(({ symbol, title }) => symbol === text || plain(title) === plain(text))?.item ?? null;

function siteIn({ sites }: Supply, text: string, kind: 'site' | 'depot'): number | Wrong {
  const found = sites.find(({ title, closed }) => closed === null && plain(title) === plain(text));
  if (found === undefined) return { flaw: 'no-such-site' };
  return kind === 'site' || isDepot(found.kind) ? found.site : { flaw: 'not-a-depot' };
}

/** A plant and a depot keep goods for others (`supply/places.ts` of the core). */
export const isDepot = (kind: string): boolean => kind === 'depot' || kind === 'plant';

/** `GLP10=60|AGUA=200`: as much of each; of what is not named there is no bound. */
function loadIn(supply: Supply, text: string): readonly { readonly item: number; readonly quantity: number }[] | null {
  const parts = text.split('|').map((part) => /^([^=]+)=\s*(\d+)$/.exec(part.trim()));
  const load = parts.map((part) => {
    const item = part === null ? null : itemIn(supply, (part[1] ?? '').trim());
    const quantity = part === null ? null : amountIn(part[2] ?? '', 1);
    return item === null || quantity === null ? null : { item, quantity };
  });
  if (load.length > 16 || load.some((one) => one === null)) return null;
  const items = load.map((one) => one?.item);
  return new Set(items).size === items.length ? (load as { item: number; quantity: number }[]) : null;
}
