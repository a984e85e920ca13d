import { floor, type Ratio } from './ratio.ts';

/** Digits of a fraction that decide which double is next to it, and some more. */
const DIGITS = 40;

/** The number of the language that is nearest; the same on every machine, whatever the fraction's length. */
export function nearestNumber({ n, d }: Ratio): number {
  const [sign, size] = n < 0n ? ['-', -n] : ['', n];
  const units = size / d;
  const rest = String(((size % d) * 10n ** BigInt(DIGITS)) / d).padStart(DIGITS, '0');
  // A digit more for whatever was cut off, so that an exact half above is told from one that is a little more.
  return Number(`${sign}${units}.${rest}${((size % d) * 10n ** BigInt(DIGITS)) % d === 0n ? '' : '1'}`);
}

/** For people: whole as a whole number, otherwise cut off after `digits`, so that nobody is promised more than there is. */
export function shown(value: Ratio, digits = 2): string {
  if (value.d === 1n) return String(value.n);
  const units = floor({ n: value.n * 10n ** BigInt(digits), d: value.d });
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const cut = `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${cut}` : cut;
}

/** A part of a whole in per cent, cut off; `0 %` of nothing. */
export const percent = (part: Ratio, all: Ratio): string =>
  all.n === 0n ? '0 %' : `${(100n * part.n * all.d) / (part.d * all.n)} %`;
