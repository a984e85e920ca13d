/** Powers of a base that is raised again and again: g, and an election's key. */

/** Below this many powers a table costs more than it saves. */
const WITHOUT_TABLE = 8;
/** From here on a larger table, which takes a tenth of a second to make, has paid for itself. */
const MANY = 1_600;
const SMALL_WINDOW = 6;
const LARGE_WINDOW = 10;
/** Exponents of the safe-prime group are eight times as long; a large table of it would take 60 MB. */
const LONGEST_FOR_LARGE = 512;

export interface FixedBaseSetting {
  readonly base: bigint;
  readonly modulus: bigint;
  /** The longest exponent, in bits. */
  readonly bits: number;
  power(base: bigint, exponent: bigint): bigint;
}

/** A function that raises `base` to an exponent of at most `bits` bits; its table grows with its use. */
export function fixedBase({ base, modulus, bits, power }: FixedBaseSetting): (exponent: bigint) => bigint {
  const largest = bits > LONGEST_FOR_LARGE ? SMALL_WINDOW : LARGE_WINDOW;
  let uses = 0;
  let window = 0;
  let rows: bigint[][] = [];
  return (exponent) => {
    uses += 1;
    if (uses <= WITHOUT_TABLE || exponent >> BigInt(bits) !== 0n) return power(base, exponent);
    const wanted = uses > MANY ? largest : SMALL_WINDOW;
    if (wanted !== window) {
      window = wanted;
      rows = tableOf(base, modulus, bits, window);
    }
    return fromTable(rows, window, exponent, modulus);
  };
}

/** Row i holds the powers of base^(2^(window · i)), from the first to the one before the next row. */
function tableOf(base: bigint, modulus: bigint, bits: number, window: number): bigint[][] {
  const rows: bigint[][] = [];
  let first = base;
  for (let row = 0; row * window < bits; row++) {
    const powers = [1n, first];
    for (let i = 2; i < 2 ** window; i++) powers.push(((powers[i - 1] as bigint) * first) % modulus);
    rows.push(powers);
    first = ((powers[2 ** window - 1] as bigint) * first) % modulus;
  }
  return rows;
}

function fromTable(rows: readonly (readonly bigint[])[], window: number, exponent: bigint, modulus: bigint): bigint {
  // Bits as text are taken apart faster than a long integer is shifted.
  const text = exponent.toString(2);
  let result: bigint | undefined;
  for (let row = 0, end = text.length; end > 0; row++, end -= window) {
    const digit = Number.parseInt(text.slice(Math.max(0, end - window), end), 2);
    if (digit === 0) continue;
    const power = rows[row]?.[digit] as bigint;
    result = result === undefined ? power : (result * power) % modulus;
  }
  return result ?? 1n;
}
