/**
 * How an amount is written wherever a machine reads it: `-1234.50`, a point before the last digits and nothing between the others.
 * `decimals`: how many digits stand behind the point.
 */
export function amountText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/**
 * What somebody has typed as an amount of a money with so many digits behind the point, with a point or a comma before them; null if it
 * is none, or has more of them than there are.
 */
export function amountOf(typed: string, decimals: number): number | null {
  const found = /^\s*(-?)(\d{1,14})(?:[.,](\d{1,6}))?\s*$/.exec(typed);
  if (found === null) return null;
  const [, sign = '', whole = '', behind = ''] = found;
  if (behind.length > decimals) return null;
  const amount = Number(`${whole}${behind.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(amount) ? (sign === '-' ? -amount : amount) : null;
}
