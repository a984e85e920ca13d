/**
 * How an amount is written wherever a machine reads it: `-1234.50`, a point before the last digits and nothing between the others.
 * `decimals`: how many digits stand behind the point.
 */
export function amountText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}
