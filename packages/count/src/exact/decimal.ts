/** Whole units of 10^-digits, written as a decimal: `decimal(125n, 2)` is `1.25`. */
export function decimal(units: bigint, digits: number): string {
  if (digits === 0) return String(units);
  const sign = units < 0n ? '-' : '';
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The same without the zeros that say nothing: `1.50` is `1.5`, `2.00` is `2`. */
export function shortDecimal(units: bigint, digits: number): string {
  const text = decimal(units, digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export type Decimal = { readonly units: bigint; readonly digits: number };

/** A longer number in a file is a mistake or an attack, not a weight. */
const MAX_CHARACTERS = 60;

/** `0.04` is 4 units of 2 digits; null where the text is no plain decimal number. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(?<sign>[-+]?)(?<whole>\d*)(?:\.(?<part>\d*))?$/.exec(text);
  if (match?.groups === undefined || text.length > MAX_CHARACTERS) return null;
  const { sign = '', whole = '', part = '' } = match.groups;
  if (whole === '' && part === '') return null;
  const units = BigInt(`${whole}${part}`);
  return { units: sign === '-' ? -units : units, digits: part.length };
}

export const power10 = (digits: number): bigint => 10n ** BigInt(digits);
