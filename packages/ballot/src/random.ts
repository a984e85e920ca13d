import { integerOf, utf8Encode } from './encoding.ts';
import type { Machine, Random } from './machine.ts';

/** Sixteen bytes more than the bound has: what is left of a bias is less than 2^-128. */
const EXCESS_BYTES = 16;

/** Uniform in 0 … bound - 1. */
export function randomBelow(bound: bigint, random: Random): bigint {
  const bytes = Math.ceil(bound.toString(16).length / 2) + EXCESS_BYTES;
  return integerOf(random(bytes)) % bound;
}

/** The same bytes for the same seed: for samples, never for a vote. */
export function seededRandom(seed: string, { sha256 }: Pick<Machine, 'sha256'>): Random {
  let block = 0;
  let held = new Uint8Array(0);
  return (length) => {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (held.length === 0) {
        held = new Uint8Array(sha256(utf8Encode(`sample|${block}|${seed}`)));
        block += 1;
      }
      const taken = held.subarray(0, length - filled);
      bytes.set(taken, filled);
      filled += taken.length;
      held = held.subarray(taken.length);
    }
    return bytes;
  };
}
