/** Opening the sum: every trustee gives its part with a proof, and enough parts together open it (specification, 4.18 and 4.19). */
import { inverseModulo, modulo } from './arithmetic.ts';
import { discreteLogarithms } from './discrete-log.ts';
import type { Election } from './election.ts';
import type { Element, Group } from './group.ts';
import { challengeOf } from './hashing.ts';
import type { Random } from './machine.ts';
import { joined, type Proof, readProof, writeProof } from './proof.ts';
import { randomBelow } from './random.ts';
import type { DecryptionFields } from './structures.ts';
import type { EncryptedTally } from './tally.ts';
import type { Trustees } from './trustee.ts';

export function decryptPartly(
  { group, machine, fingerprint }: Election,
  tally: EncryptedTally,
  privateKey: bigint,
  random: Random,
): DecryptionFields {
  const publicKey = group.powerOfG(privateKey);
  const parts = tally.map((row) =>
    row.map(({ alpha }) => {
      const w = randomBelow(group.q, random);
      const commitments = [group.powerOfG(w), group.power(alpha, w)];
      const challenge = challengeOf(
        group,
        machine,
        `${prefixOf(group, fingerprint, publicKey)}|${joined(group, commitments)}`,
      );
      const proof: Proof = { challenge, response: modulo(w - privateKey * challenge, group.q) };
      return { factor: group.write(group.power(alpha, privateKey)), proof: writeProof(proof) };
    }),
  );
  return {
    decryption_factors: parts.map((row) => row.map(({ factor }) => factor)),
    decryption_proofs: parts.map((row) => row.map(({ proof }) => proof)),
  };
}

const prefixOf = (group: Group, fingerprint: string, publicKey: Element): string =>
  `decrypt|${fingerprint}|${group.write(publicKey)}`;

export type Factors = readonly (readonly Element[])[];

export type CheckedDecryption =
  | { readonly ok: true; readonly factors: Factors }
  | {
      readonly ok: false;
      readonly fault: 'decryption-shape' | 'decryption-factor' | 'decryption-proof';
      readonly path: string;
    };

/** The factors, if each is proven to be the ciphertext raised to this trustee's key. */
export function checkDecryption(
  election: Election,
  tally: EncryptedTally,
  publicKey: Element,
  { decryption_factors, decryption_proofs }: DecryptionFields,
): CheckedDecryption {
  const { group } = election;
  const widths = (rows: readonly (readonly unknown[])[]): string => rows.map(({ length }) => length).join();
  if (widths(decryption_factors) !== widths(tally) || widths(decryption_proofs) !== widths(tally))
    return { ok: false, fault: 'decryption-shape', path: '' };
  const factors: Element[][] = [];
  for (const [at, row] of tally.entries()) {
    const opened: Element[] = [];
    for (const [index, { alpha }] of row.entries()) {
      const place = `[${at}][${index}]`;
      const factor = group.read(decryption_factors[at]?.[index] ?? '');
      if (factor === undefined || !group.isMember(factor))
        return { ok: false, fault: 'decryption-factor', path: `decryption_factors${place}` };
      const fields = decryption_proofs[at]?.[index];
      const proof = fields === undefined ? undefined : readProof(fields, group);
      if (proof === undefined || !isRaisedAlike(election, publicKey, alpha, factor, proof))
        return { ok: false, fault: 'decryption-proof', path: `decryption_proofs${place}` };
      opened.push(factor);
    }
    factors.push(opened);
  }
  return { ok: true, factors };
}

function isRaisedAlike(
  { group, machine, fingerprint }: Election,
  publicKey: Element,
  alpha: Element,
  factor: Element,
  { challenge, response }: Proof,
): boolean {
  const commitments = [
    group.multiply(group.powerOfG(response), group.power(publicKey, challenge)),
    group.multiply(group.power(alpha, response), group.power(factor, challenge)),
  ];
  const hashed = `${prefixOf(group, fingerprint, publicKey)}|${joined(group, commitments)}`;
  return challengeOf(group, machine, hashed) === challenge;
}

/** Which owners are still needed: all single ones, and of each threshold group as many as lack. */
export function missingOwners(trustees: Trustees, given: ReadonlySet<number>): readonly MissingOwners[] {
  return trustees.items.flatMap(({ firstOwner, size, threshold }) => {
    const among = Array.from({ length: size }, (_, at) => firstOwner + at).filter((owner) => !given.has(owner));
    const needed = threshold - (size - among.length);
    return needed > 0 ? [{ needed, among }] : [];
  });
}

export interface MissingOwners {
  readonly needed: number;
  readonly among: readonly number[];
}

/** Takes the sum out of its cover: g to the power of the result, for every answer. Undefined where parts are missing. */
export function uncover(
  group: Group,
  tally: EncryptedTally,
  trustees: Trustees,
  parts: ReadonlyMap<number, Factors>,
): readonly (readonly Element[])[] | undefined {
  if (missingOwners(trustees, new Set(parts.keys())).length > 0) return undefined;
  const used = trustees.items.flatMap((item) => {
    const owners = Array.from({ length: item.size }, (_, at) => item.firstOwner + at)
      .filter((owner) => parts.has(owner))
      .slice(0, item.threshold);
    const indexes = owners.map((owner) => BigInt(owner - item.firstOwner + 1));
    return owners.map((owner, at) => ({
      factors: parts.get(owner) as Factors,
      exponent: item.kind === 'Single' ? 1n : lagrange(indexes, at, group.q),
    }));
  });
  return tally.map((row, at) =>
    row.map(({ beta }, index) => {
      const cover = used.reduce((product, { factors, exponent }) => {
        const factor = factors[at]?.[index] as Element;
        return group.multiply(product, exponent === 1n ? factor : group.power(factor, exponent));
      }, group.one);
      return group.divide(beta, cover);
    }),
  );
}

/** The coefficient with which a value of a polynomial at `indexes[at]` goes into its value at 0. */
function lagrange(indexes: readonly bigint[], at: number, q: bigint): bigint {
  const own = indexes[at] as bigint;
  return indexes.reduce((product, index) => {
    if (index === own) return product;
    return modulo(product * index * (inverseModulo(index - own, q) as bigint), q);
  }, 1n);
}

/** The numbers of votes, each at most `most`; undefined where one is larger. */
export function openResult(
  group: Group,
  uncovered: readonly (readonly Element[])[],
  most: bigint,
): readonly (readonly bigint[])[] | undefined {
  const logarithms = discreteLogarithms(group, uncovered.flat(), most);
  if (logarithms === undefined) return undefined;
  let at = 0;
  return uncovered.map((row) => row.map(() => logarithms[at++] as bigint));
}
