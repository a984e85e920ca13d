/**
 * Proofs about what a ciphertext holds, without saying what (specification, 4.12 and 4.13): one of several statements is
 * true. The true one is proved, the others are made up around challenges chosen beforehand; the hash leaves no choice
 * for the sum of all challenges.
 */
import { modulo } from './arithmetic.ts';
import type { Element, Group } from './group.ts';
import { challengeOf } from './hashing.ts';
import { joined, type Proof, type SecretWorkshop, type Workshop } from './proof.ts';
import { randomBelow } from './random.ts';

export interface Ciphertext {
  readonly alpha: Element;
  readonly beta: Element;
}

/** "This ciphertext holds this number." */
export interface Statement {
  readonly ciphertext: Ciphertext;
  readonly number: number;
}

/** A ciphertext with what its maker knows about it. */
export interface Opened {
  readonly ciphertext: Ciphertext;
  readonly nonce: bigint;
  readonly value: number;
}

/** The election's key, with the table of its powers. */
export interface Key {
  readonly y: Element;
  readonly powerOfY: (exponent: bigint) => Element;
}

export function keyOf(group: Group, y: Element): Key {
  return { y, powerOfY: group.tableOf(y) };
}

/** Encrypts a small number: (g^r, y^r · g^m). */
export function encrypt({ group, random }: SecretWorkshop, key: Key, value: number): Opened {
  const nonce = randomBelow(group.q, random);
  const alpha = group.powerOfG(nonce);
  const beta = group.multiply(key.powerOfY(nonce), group.powerOfG(BigInt(value)));
  return { ciphertext: { alpha, beta }, nonce, value };
}

export function multiplyCiphertexts(group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return ciphertexts.reduce(
    (product, { alpha, beta }) => ({
      alpha: group.multiply(product.alpha, alpha),
      beta: group.multiply(product.beta, beta),
    }),
    { alpha: group.one, beta: group.one },
  );
}

/** Several ciphertexts taken together: what they hold adds up. */
export function together(group: Group, parts: readonly Opened[]): Opened {
  return {
    ciphertext: multiplyCiphertexts(
      group,
      parts.map(({ ciphertext }) => ciphertext),
    ),
    nonce: modulo(
      parts.reduce((sum, { nonce }) => sum + nonce, 0n),
      group.q,
    ),
    value: parts.reduce((sum, { value }) => sum + value, 0),
  };
}

/**
 * One proof a statement, in their order. `statements[truth]` has to be true; all are about ciphertexts that the maker opened,
 * so that even what is made up needs powers of g and y only.
 */
export function proveOneOf(
  workshop: SecretWorkshop,
  key: Key,
  prefix: string,
  statements: readonly { readonly about: Opened; readonly number: number }[],
  truth: number,
): readonly Proof[] {
  const { group, machine, random } = workshop;
  const proofs: Proof[] = [];
  const commitments: Element[] = [];
  let known = 0n;
  const w = randomBelow(group.q, random);
  for (const [at, { about, number }] of statements.entries()) {
    if (at === truth) {
      commitments.push(group.powerOfG(w), key.powerOfY(w));
      proofs.push({ challenge: 0n, response: 0n });
      continue;
    }
    const [challenge, response] = [randomBelow(group.q, random), randomBelow(group.q, random)];
    const exponent = modulo(response + about.nonce * challenge, group.q);
    const excess = modulo(BigInt(about.value - number) * challenge, group.q);
    commitments.push(group.powerOfG(exponent), group.multiply(key.powerOfY(exponent), group.powerOfG(excess)));
    proofs.push({ challenge, response });
    known += challenge;
  }
  const challenge = modulo(challengeOf(group, machine, `${prefix}|${joined(group, commitments)}`) - known, group.q);
  const nonce = statements[truth]?.about.nonce ?? 0n;
  proofs[truth] = { challenge, response: modulo(w - nonce * challenge, group.q) };
  return proofs;
}

export function isOneOf(
  { group, machine }: Workshop,
  key: Key,
  prefix: string,
  statements: readonly Statement[],
  proofs: readonly Proof[],
): boolean {
  if (proofs.length !== statements.length) return false;
  const commitments: Element[] = [];
  let sum = 0n;
  for (const [at, { ciphertext, number }] of statements.entries()) {
    const { challenge, response } = proofs[at] as Proof;
    const beta = number === 0 ? ciphertext.beta : group.multiply(ciphertext.beta, group.less(number));
    commitments.push(
      group.multiply(group.powerOfG(response), group.power(ciphertext.alpha, challenge)),
      group.multiply(key.powerOfY(response), group.power(beta, challenge)),
    );
    sum += challenge;
  }
  return challengeOf(group, machine, `${prefix}|${joined(group, commitments)}`) === sum % group.q;
}
