import type { Ratio } from './exact/ratio.ts';
import { parseRatio } from './exact/ratio.ts';
import { Refused } from './refused.ts';
import type { Text } from './text.ts';

/** One option of a method: what it may be and what it is when nobody says anything. */
export type OptionSpec = {
  readonly default: string;
  /** The words that it may be; otherwise what kind of value. */
  readonly values?: readonly string[];
  /** Values that people ask for and that are no good here, with the reason. */
  readonly refused?: Readonly<Record<string, Text>>;
  readonly kind?: 'whole' | 'ratio' | 'ids' | 'text';
  /** Of a ratio: something is divided by it. */
  readonly aboveZero?: true;
  /** The greatest whole number that it may be. */
  readonly most?: number;
  /** Other names under which it is accepted, as other programs call it. */
  readonly also?: readonly string[];
  readonly says: Text;
};

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Dots, dashes and case do not make another option: `maxSkippedRanksAllowed`, `max-skipped` and `max_skipped`. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The options of a method with their values, given or by default. */
export class Settings {
  readonly values: Readonly<Record<string, string>>;

  constructor(method: string, specs: OptionSpecs, given: Readonly<Record<string, string>>) {
    const known = new Map<string, string>();
    for (const [name, { also = [] }] of Object.entries(specs)) {
      for (const word of [name, ...also]) known.set(plain(word), name);
    }
    const values = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
    for (const [word, value] of Object.entries(given)) {
      const name = known.get(plain(word));
      if (name === undefined) throw unknownOption(method, word, Object.keys(specs));
      checkValue(name, specs[name] as OptionSpec, value);
      values[name] = value;
    }
    this.values = values;
  }

  text(name: string): string {
    return this.values[name] ?? '';
  }

  whole(name: string): number {
    return Number(this.text(name));
  }

  ratio(name: string): Ratio {
    return parseRatio(this.text(name)) ?? { n: 0n, d: 1n };
  }

  /** Identifiers with commas between them. */
  list(name: string): string[] {
    return this.text(name)
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }
}

function unknownOption(method: string, word: string, names: readonly string[]): Refused {
  const list = names.join(', ');
  return new Refused('unknown-option', {
    es: `${method} no tiene la opción ${word}. ${list === '' ? 'No tiene ninguna.' : `Tiene: ${list}.`}`,
    en: `${method} has no option ${word}. ${list === '' ? 'It has none.' : `It has: ${list}.`}`,
  });
}

const MOST = 1_000_000;

function checkValue(name: string, spec: OptionSpec, value: string): void {
  const { values, kind, refused, most = MOST } = spec;
  const reason = refused !== undefined && Object.hasOwn(refused, value) ? refused[value] : undefined;
  if (reason !== undefined) throw new Refused('bad-option', reason);
  const isWhole = /^\d{1,7}$/.test(value) && Number(value) <= most;
  const fits =
    values !== undefined
      ? (value !== 'N' && values.includes(value)) || (values.includes('N') && isWhole)
      : fitsKind(spec, value, isWhole);
  if (fits) return;
  const numbers = most === MOST ? '0, 1, 2, …' : `0, 1, 2, … ${most}`;
  const words = values?.map((word) => (word === 'N' ? numbers : word)).join(', ');
  const allowed = words ?? (kind === 'whole' ? numbers : '1/2, 0.5, 50%');
  throw new Refused('bad-option', {
    es: `${name}=${value} no vale; puede ser: ${allowed}.`,
    en: `${name}=${value} is not valid; it may be: ${allowed}.`,
  });
}

function fitsKind(spec: OptionSpec, value: string, isWhole: boolean): boolean {
  if (spec.kind === 'whole') return isWhole;
  if (spec.kind !== 'ratio') return true;
  if (value === '') return spec.default === '';
  const given = parseRatio(value);
  return given !== null && (spec.aboveZero !== true || given.n > 0n);
}
