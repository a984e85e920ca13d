/** Proofs of knowledge and equality (Schnorr, Chaum and Pedersen), not interactive. */
import { modulo } from './arithmetic.ts';
import { type Element, type Group, readNumber } from './group.ts';
import { challengeOf } from './hashing.ts';
import type { Machine, Random } from './machine.ts';
import { randomBelow } from './random.ts';
import type { ProofFields } from './structures.ts';

export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

/** What every step of the cryptography needs. */
export interface Workshop {
  readonly group: Group;
  readonly machine: Machine;
}

export interface SecretWorkshop extends Workshop {
  readonly random: Random;
}

export function writeProof({ challenge, response }: Proof): ProofFields {
  return { challenge: challenge.toString(), response: response.toString() };
}

/** Exponents have one form: below q. Without that one proof could be written in many ways, each with its own hash. */
export function readProof({ challenge, response }: ProofFields, { q }: Group): Proof | undefined {
  const [c, r] = [readNumber(challenge), readNumber(response)];
  return c !== undefined && r !== undefined && c < q && r < q ? { challenge: c, response: r } : undefined;
}

/** Proves that one knows the logarithm of `publicKey`; `prefix` says what for and stands before the commitment. */
export function proveKnowledge({ group, machine, random }: SecretWorkshop, prefix: string, secret: bigint): Proof {
  const w = randomBelow(group.q, random);
  const challenge = challengeOf(group, machine, `${prefix}|${group.write(group.powerOfG(w))}`);
  return { challenge, response: modulo(w - secret * challenge, group.q) };
}

export function knowsLogarithm(
  { group, machine }: Workshop,
  prefix: string,
  publicKey: Element,
  { challenge, response }: Proof,
): boolean {
  const commitment = group.multiply(group.powerOfG(response), group.power(publicKey, challenge));
  return challengeOf(group, machine, `${prefix}|${group.write(commitment)}`) === challenge;
}

/** What a trustee's key proves with its `pok`. */
export function keyPrefix(group: Group, publicKey: Element): string {
  return `pok|${group.name}|${group.write(publicKey)}`;
}

/** Numbers written and joined by commas, as all the hashed strings have them. */
export function joined(group: Group, elements: readonly Element[]): string {
  return elements.map((element) => group.write(element)).join(',');
}
