/**
 * Act codes: ten characters that name an act, to be read over a radio. Nine are the first 45 bits of the leaf hash in
 * Crockford's base32; the tenth makes the sum of symbol_i * 2^(9-i) over GF(32) zero. The field is GF(2)[x]/(x^5+x^2+1),
 * in which 2 (that is, x) has order 31: all ten weights differ and none is zero, so every single wrong character and
 * every swap of two different characters is found.
 */
import { CROCKFORD, crockfordEncode, crockfordSymbols } from './encoding.ts';
import type { Hash } from './merkle.ts';

const CHARACTERS = 10;

/** The code of the act with this leaf hash. A name, not a proof: 45 bits can be found again by search. */
export function actCode(leaf: Hash): string {
  // 6 bytes are 48 bits: nine characters of 5 bits and a rest that is cut off.
  const name = crockfordEncode(leaf.subarray(0, 6)).slice(0, CHARACTERS - 1);
  return name + CROCKFORD[checkSymbol(crockfordSymbols(name) as number[])];
}

export type CheckedActCode = { ok: true; code: string } | { ok: false; reason: 'length' | 'character' | 'check' };

/** Reads a code as people write it (any case, spaces, hyphens, O for 0, I and L for 1) and checks it. */
export function checkActCode(text: string): CheckedActCode {
  const symbols = crockfordSymbols(text);
  if (symbols === undefined) return { ok: false, reason: 'character' };
  if (symbols.length !== CHARACTERS) return { ok: false, reason: 'length' };
  if (checkSymbol(symbols.slice(0, -1)) !== symbols[CHARACTERS - 1]) return { ok: false, reason: 'check' };
  return { ok: true, code: symbols.map((symbol) => CROCKFORD[symbol]).join('') };
}

// Horner's rule; the check symbol itself has weight 1.
function checkSymbol(symbols: readonly number[]): number {
  return symbols.reduce((sum, symbol) => timesX(sum ^ symbol), 0);
}

function timesX(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}
