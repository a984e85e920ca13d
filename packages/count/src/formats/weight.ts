import { type Decimal, parseDecimal } from '../exact/decimal.ts';
import { FormatProblem, quoted } from './problem.ts';

/** How often a ballot counts. */
export function weightIn(text: string, place: { line: number; column: number }): Decimal {
  const weight = parseDecimal(text.trim());
  if (weight !== null && weight.units >= 0n) return weight;
  throw new FormatProblem(place, {
    es: `Un peso de papeleta no puede ser ${quoted(text)}.`,
    en: `${quoted(text)} is no ballot's weight.`,
  });
}

export const once: Decimal = { units: 1n, digits: 0 };
