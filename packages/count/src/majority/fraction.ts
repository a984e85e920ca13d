export interface Fraction {
  readonly num: number;
  readonly den: number;
  /** More than the fraction, not just as much. */
  readonly strict: boolean;
}

/** Does `part` ÷ `whole` reach the fraction? Cross-multiplied whole numbers: nothing is divided, nothing is rounded. */
export function reaches({ num, den, strict }: Fraction, part: number, whole: number): boolean {
  const [left, right] = [BigInt(part) * BigInt(den), BigInt(whole) * BigInt(num)];
  return strict ? left > right : left >= right;
}
