/** Vehicle-routing instances as CVRPLIB publishes them (TSPLIB 95, section 1; http://vrp.galgos.inf.puc-rio.br). */
import { BadInput } from '../problem.ts';
import type { Text } from '../text.ts';
import { canBeDriven, type Errands } from './errands.ts';

export interface Instance {
  readonly name: string;
  /** The depot is place 0; the others keep the file's order. */
  readonly errands: Errands;
}

/** Beyond it the table of distances alone would fill the memory of a small machine. */
const MOST_PLACES = 3_000;
/** Sums of a few thousand of them are still whole numbers. */
const LARGEST = 1_000_000_000;

interface Line {
  readonly line: number;
  readonly words: readonly string[];
}
interface Section extends Line {
  readonly rows: readonly Line[];
}
interface File {
  readonly values: ReadonlyMap<string, Line>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly end: number;
}

export function readVrp(source: string): Instance {
  const file = split(source);
  expectOneOf(file, 'TYPE', ['CVRP', 'DCVRP']);
  const places = wholeIn(file, 'DIMENSION');
  if (places < 2 || places > MOST_PLACES) {
    throw wrong(file.values.get('DIMENSION'), {
      es: `DIMENSION va de 2 a ${MOST_PLACES}`,
      en: `DIMENSION is from 2 to ${MOST_PLACES}`,
    });
  }
  const capacity = wholeIn(file, 'CAPACITY');
  const depot = depotOf(file, places);
  // The depot first, the others in the order of the file.
  const order = [depot, ...Array.from({ length: places }, (_, at) => at).filter((at) => at !== depot)];
  const load = loadsOf(file, places, capacity, depot);
  const cost = costsOf(file, places);
  const service = file.values.has('SERVICE_TIME') ? wholeIn(file, 'SERVICE_TIME') : 0;
  const instance: Instance = {
    name: file.values.get('NAME')?.words.join(' ') ?? '',
    errands: {
      places,
      capacity,
      load: Float64Array.from(order, (at) => load[at] as number),
      cost: Float64Array.from({ length: places * places }, (_, at) => {
        const [from, to] = [order[Math.floor(at / places)] as number, order[at % places] as number];
        return cost[from * places + to] as number;
      }),
      longest: file.values.has('DISTANCE') ? wholeIn(file, 'DISTANCE') : Number.POSITIVE_INFINITY,
      stay: Float64Array.from(order, (at) => (at === depot ? 0 : service)),
    },
  };
  for (const [stop, place] of order.entries()) {
    if (stop === 0 || canBeDriven(instance.errands, [stop])) continue;
    throw wrong(file.values.get('DISTANCE'), {
      es: `el lugar ${place + 1} está demasiado lejos para ir y volver`,
      en: `place ${place + 1} is too far for going there and back`,
    });
  }
  return instance;
}

function split(source: string): File {
  const values = new Map<string, Line>();
  const sections = new Map<string, Section & { readonly rows: Line[] }>();
  const lines = source.split(/\r\n|\r|\n/);
  let open: Line[] | undefined;
  for (const [at, text] of lines.entries()) {
    const [line, trimmed] = [at + 1, text.trim()];
    if (trimmed === '') continue;
    if (trimmed === 'EOF') break;
    const [, name, rest] = /^([A-Z][A-Z0-9_]*)\s*(?::\s*(.*))?$/.exec(trimmed) ?? [];
    if (name?.endsWith('_SECTION')) {
      open = [];
      sections.set(name, { line, words: [], rows: open });
    } else if (name !== undefined && rest !== undefined) {
      values.set(name, { line, words: rest.split(/\s+/) });
    } else if (open !== undefined) {
      open.push({ line, words: trimmed.split(/\s+/) });
    } else {
      throw wrong(
        { line },
        { es: `«${trimmed.slice(0, 30)}» no va aquí`, en: `“${trimmed.slice(0, 30)}” does not belong here` },
      );
    }
  }
  return { values, sections, end: lines.length };
}

function depotOf(file: File, places: number): number {
  const section = file.sections.get('DEPOT_SECTION');
  if (section === undefined) return 0;
  const numbers = section.rows.flatMap(({ line, words }) => words.map((word) => ({ line, word })));
  const [first, second] = numbers;
  if (first === undefined) throw wrong(section, { es: 'falta el depósito', en: 'the depot is missing' });
  if (second !== undefined && second.word !== '-1') {
    throw wrong({ line: second.line }, { es: 'más de un depósito', en: 'more than one depot' });
  }
  return placeIn(first.word, first.line, places);
}

function loadsOf(file: File, places: number, capacity: number, depot: number): readonly number[] {
  const section = sectionOf(file, 'DEMAND_SECTION');
  const loads = new Map<number, number>();
  for (const { line, words } of section.rows) {
    const place = placeIn(words[0], line, places);
    const load = numberIn(words[1], line, 0);
    if (load > capacity) {
      throw wrong(
        { line },
        { es: `${load} no cabe en ningún vehículo (${capacity})`, en: `${load} fits into no vehicle (${capacity})` },
      );
    }
    if (place === depot && load > 0) {
      throw wrong({ line }, { es: 'el depósito no pide nada', en: 'the depot demands nothing' });
    }
    if (loads.has(place))
      throw wrong({ line }, { es: `el lugar ${place + 1} está dos veces`, en: `place ${place + 1} stands twice` });
    loads.set(place, load);
  }
  return complete(section, loads, places);
}

function complete<T>(section: Section, known: ReadonlyMap<number, T>, places: number): readonly T[] {
  return Array.from({ length: places }, (_, place) => {
    const one = known.get(place);
    if (one !== undefined) return one;
    throw wrong(section, { es: `falta el lugar ${place + 1}`, en: `place ${place + 1} is missing` });
  });
}

function costsOf(file: File, places: number): Float64Array {
  const type = expectOneOf(file, 'EDGE_WEIGHT_TYPE', ['EUC_2D', 'CEIL_2D', 'EXPLICIT']);
  if (type === 'EXPLICIT') return tableOf(file, places);
  const section = sectionOf(file, 'NODE_COORD_SECTION');
  const known = new Map<number, readonly [number, number]>();
  for (const { line, words } of section.rows) {
    known.set(placeIn(words[0], line, places), [numberIn(words[1], line), numberIn(words[2], line)]);
  }
  const positions = complete(section, known, places);
  // TSPLIB 95, section 2.1: to the nearest whole number, or up to it.
  const rounded = type === 'EUC_2D' ? (length: number) => Math.floor(length + 0.5) : Math.ceil;
  return Float64Array.from({ length: places * places }, (_, at) => {
    const [from, to] = [positions[Math.floor(at / places)], positions[at % places]];
    const [dx, dy] = [(from?.[0] ?? 0) - (to?.[0] ?? 0), (from?.[1] ?? 0) - (to?.[1] ?? 0)];
    return rounded(Math.sqrt(dx * dx + dy * dy));
  });
}

/** Which columns of a row the file gives. */
const layouts: Readonly<Record<string, (row: number, places: number) => readonly [from: number, to: number]>> = {
  FULL_MATRIX: (_, places) => [0, places],
  LOWER_ROW: (row) => [0, row],
  LOWER_DIAG_ROW: (row) => [0, row + 1],
  UPPER_ROW: (row, places) => [row + 1, places],
  UPPER_DIAG_ROW: (row, places) => [row, places],
};

function tableOf(file: File, places: number): Float64Array {
  const layout = expectOneOf(file, 'EDGE_WEIGHT_FORMAT', Object.keys(layouts));
  const section = sectionOf(file, 'EDGE_WEIGHT_SECTION');
  const given = section.rows.flatMap(({ line, words }) => words.map((word) => numberIn(word, line, 0)));
  const cost = new Float64Array(places * places);
  let at = 0;
  for (let row = 0; row < places; row++) {
    const [from, to] = (layouts[layout] as (typeof layouts)[string])(row, places);
    for (let column = from; column < to; column++) {
      const one = given[at] ?? 0;
      at += 1;
      cost[row * places + column] = one;
      if (layout !== 'FULL_MATRIX') cost[column * places + row] = one;
    }
  }
  if (at === given.length) return cost;
  throw wrong(section, {
    es: `hay ${given.length} distancias y no ${at}`,
    en: `there are ${given.length} distances, not ${at}`,
  });
}

function expectOneOf(file: File, name: string, choices: readonly string[]): string {
  const value = lineOf(file, name);
  const [word = ''] = value.words;
  if (choices.includes(word)) return word;
  throw wrong(value, { es: `${name} puede ser ${choices.join(', ')}`, en: `${name} may be ${choices.join(', ')}` });
}

function wholeIn(file: File, name: string): number {
  const { words, line } = lineOf(file, name);
  return numberIn(words[0], line, name === 'SERVICE_TIME' ? 0 : 1);
}

function lineOf(file: File, name: string): Line {
  const value = file.values.get(name);
  if (value !== undefined) return value;
  throw wrong({ line: file.end }, { es: `falta ${name}`, en: `${name} is missing` });
}

function sectionOf(file: File, name: string): Section {
  const section = file.sections.get(name);
  if (section !== undefined) return section;
  throw wrong({ line: file.end }, { es: `falta ${name}`, en: `${name} is missing` });
}

function placeIn(word: string | undefined, line: number, places: number): number {
  const number = numberIn(word, line, 1);
  if (number <= places) return number - 1;
  throw wrong({ line }, { es: `no hay lugar ${number}`, en: `there is no place ${number}` });
}

/** Coordinates may have decimals; whatever has a least value is a whole number. */
function numberIn(word: string | undefined, line: number, least?: number): number {
  const pattern = least === undefined ? /^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/ : /^\d+(?:\.0*)?$/;
  const number = Number(word);
  if (word !== undefined && pattern.test(word) && Math.abs(number) <= LARGEST && number >= (least ?? -LARGEST))
    return number;
  const what =
    least === undefined ? { es: 'un número', en: 'a number' } : { es: 'un número entero', en: 'a whole number' };
  throw wrong(
    { line },
    {
      es: `aquí va ${what.es}${least === undefined ? '' : ` desde ${least}`} hasta ${LARGEST}, no «${word ?? ''}»`,
      en: `${what.en}${least === undefined ? '' : ` from ${least}`} up to ${LARGEST} belongs here, not “${word ?? ''}”`,
    },
  );
}

const wrong = (at: { readonly line: number } | undefined, text: Text): BadInput =>
  new BadInput('vrp', at === undefined ? {} : { line: at.line }, text);
