/** What a phone at a road block hands in: how many passed, by cargo, as one line that is copied, dictated or typed (docs/passes.md). */
import { type Cargo, cargoCode, cargoes, cargoOf } from './cargo.ts';

const VERSION = 'PASOS1';

/** More than any block counts: what is larger was misread. */
const MOST = 10_000_000;

export interface PassageTotal {
  readonly cargo: Cargo;
  readonly withPass: number;
  readonly without: number;
}

export interface PassageTotals {
  /** Tells one phone's count from another's: four characters of Crockford's base 32. */
  readonly count: string;
  readonly totals: readonly PassageTotal[];
}

export type PassagesFault = 'not-passages' | 'other-version' | 'count' | 'part' | 'sum';

export type ReadPassages =
  | { readonly ok: true; readonly passages: PassageTotals }
  /** `part`: what could not be read; of `sum` what the parts add up to. */
  | { readonly ok: false; readonly fault: PassagesFault; readonly part: string };

const sumOf = (totals: readonly PassageTotal[]): number =>
  totals.reduce((sum, { withPass, without }) => sum + withPass + without, 0);

/** `PASOS1 7K2M OX3.1 GO12.4 =20`: of each cargo with a valid paper and without one; the last is the sum, for who dictates it. */
export const passagesText = ({ count, totals }: PassageTotals): string =>
  [
    VERSION,
    count,
    ...totals.map(({ cargo, withPass, without }) => `${cargoCode(cargo)}${withPass}.${without}`),
    `=${sumOf(totals)}`,
  ].join(' ');

/** Any case and white space. */
export function readPassages(given: string): ReadPassages {
  const [version = '', count = '', ...parts] = given.slice(0, 1_000).trim().toUpperCase().split(/\s+/);
  if (version !== VERSION)
    return { ok: false, fault: /^PASOS\d+$/.test(version) ? 'other-version' : 'not-passages', part: version };
  if (!/^[0-9A-HJKMNP-TV-Z]{4}$/.test(count)) return { ok: false, fault: 'count', part: count };
  const sum = parts.pop() ?? '';
  const found = new Map<Cargo, PassageTotal>();
  for (const part of parts) {
    const total = totalIn(part);
    if (total === null || found.has(total.cargo)) return { ok: false, fault: 'part', part };
    found.set(total.cargo, total);
  }
  const totals = cargoes.flatMap((cargo) => found.get(cargo) ?? []);
  if (totals.length === 0 || sum !== `=${sumOf(totals)}`)
    return { ok: false, fault: 'sum', part: String(sumOf(totals)) };
  return { ok: true, passages: { count, totals } };
}

function totalIn(part: string): PassageTotal | null {
  const [, code = '', withPass, without] = /^([A-Z]{2})(\d{1,8})\.(\d{1,8})$/.exec(part) ?? [];
  const cargo = cargoOf(code);
  const total = { withPass: Number(withPass), without: Number(without) };
  return cargo === undefined || total.withPass > MOST || total.without > MOST ? null : { cargo, ...total };
}
