/**
 * What a trustee keeps: 22 characters (specification 4.6.1), from which every key of the trustee is derived, so that they fit
 * on a slip of paper and whatever else is needed can be had from the others' messages again. Two more are against slips of the pen.
 */
import { digitsOf, numberOf } from './base58.ts';
import { integerOf, utf8Encode } from './encoding.ts';
import type { Random } from './machine.ts';
import type { Workshop } from './proof.ts';
import { randomBelow } from './random.ts';

const CHARACTERS = 22;
const CHECK_CHARACTERS = 2;
/** The largest prime below 58², so that two characters exchanged are found too. */
const MODULUS = 3_361n;

const checkOf = (number: bigint): string => digitsOf(number % MODULUS, CHECK_CHARACTERS);

const written = (characters: string): string => characters.match(/.{4}/g)?.join('-') ?? '';

/** Six groups of four characters. */
export function newTrusteeSecret(random: Random): string {
  const number = randomBelow(58n ** BigInt(CHARACTERS), random);
  return written(digitsOf(number, CHARACTERS) + checkOf(number));
}

/** What somebody typed, in its one form; undefined where a character is wrong. */
export function readTrusteeSecret(typed: string): string | undefined {
  const characters = typed.replaceAll(/[^1-9A-Za-z]/g, '');
  const number = numberOf(characters.slice(0, CHARACTERS));
  if (number === undefined || characters.length !== CHARACTERS + CHECK_CHARACTERS) return undefined;
  return characters.endsWith(checkOf(number)) ? written(characters) : undefined;
}

/** Keys for different purposes are hashes of the same characters with different names before them. */
function keyFor({ group, machine }: Workshop, purpose: string, secret: string): bigint {
  const seed = secret.replaceAll('-', '').slice(0, CHARACTERS);
  return integerOf(machine.sha256(utf8Encode(`${purpose}|${seed}`))) % group.q;
}

/** The key of a trustee who stands alone: all of them are needed. */
export const singleKeyOf = (workshop: Workshop, secret: string): bigint => keyFor(workshop, 'single', secret);

/** The keys of a trustee of whom some suffice, in the ceremony: one to sign with, one by which the others seal. */
export const ceremonyKeysOf = (workshop: Workshop, secret: string) => ({
  signingKey: keyFor(workshop, 'sk', secret),
  decryptionKey: keyFor(workshop, 'dk', secret),
});
