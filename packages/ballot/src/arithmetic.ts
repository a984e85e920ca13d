/** Arithmetic modulo a number, in the language's own integers: the reference that faster ways are held against. */

export function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

const WINDOW = 5;

/** `base ** exponent % modulus`, five bits of the exponent at a time. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n) throw new RangeError('a negative exponent');
  const powers = [1n % modulus, modulo(base, modulus)];
  for (let i = 2; i < 2 ** WINDOW; i++) powers.push(((powers[i - 1] as bigint) * (powers[1] as bigint)) % modulus);
  let result = powers[0] as bigint;
  for (const digit of exponent.toString(2 ** WINDOW)) {
    for (let i = 0; i < WINDOW; i++) result = (result * result) % modulus;
    const power = powers[Number.parseInt(digit, 2 ** WINDOW)] as bigint;
    if (power !== 1n) result = (result * power) % modulus;
  }
  return result;
}

/** The inverse of `value`, or undefined where it has none. */
export function inverseModulo(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b] = [modulo(value, modulus), modulus];
  let [x, y] = [1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? modulo(x, modulus) : undefined;
}
