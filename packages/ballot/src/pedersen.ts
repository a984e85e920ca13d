/**
 * The key ceremony of trustees of whom some suffice (Pedersen; specification 4.6 in the layout of Belenios 2.5). Every trustee
 * draws a polynomial; its value at each other's number is that one's share of it. What a trustee decrypts with is the sum
 * of the shares given to it: nobody ever holds the whole key.
 */
import { modulo } from './arithmetic.ts';
import type { Element } from './group.ts';
import { ceremonyMessage, valueAt } from './pedersen-check.ts';
import { proveKnowledge, type SecretWorkshop, type Workshop, writeProof } from './proof.ts';
import { randomBelow } from './random.ts';
import type { PedersenFields, ProofFields, SignedFields } from './structures.ts';
import { publishKey } from './trustee.ts';
import { ceremonyKeysOf, newTrusteeSecret } from './trustee-secret.ts';
import { writeJson } from './wire.ts';

export interface Seat {
  readonly size: number;
  readonly threshold: number;
  /** From 1. */
  readonly index: number;
}

/** A trustee with the keys by which the others know it in the ceremony. */
export interface Participant extends Seat {
  readonly signingKey: bigint;
  readonly decryptionKey: bigint;
  readonly certificate: SignedFields;
}

/** First step: the trustee's own keys, which are always the same for the same secret, and the certificate that tells the others. */
export function joinCeremony(
  workshop: SecretWorkshop,
  seat: Seat,
  secret: string = newTrusteeSecret(workshop.random),
): Participant {
  const { group } = workshop;
  const { signingKey, decryptionKey } = ceremonyKeysOf(workshop, secret);
  const { size, threshold, index } = seat;
  const message = writeJson({
    context: { group: group.name, size, threshold, index },
    verification: group.write(group.powerOfG(signingKey)),
    encryption: group.write(group.powerOfG(decryptionKey)),
  });
  return { ...seat, signingKey, decryptionKey, certificate: signed(workshop, message, signingKey) };
}

export function signed(workshop: SecretWorkshop, message: string, key: bigint): SignedFields {
  return { message, signature: writeProof(proveKnowledge(workshop, `sigmsg|${message}`, key)) };
}

export interface Contribution {
  /** Public: the coefficients in the exponent, signed. */
  readonly coefexps: SignedFields;
  readonly signature: ProofFields;
  readonly exponents: readonly Element[];
  /** Secret: for each trustee its share; each goes to that one alone. */
  readonly shares: readonly bigint[];
}

/** Second step, when all certificates are there. */
export function contribute(
  workshop: SecretWorkshop,
  { size, threshold, signingKey }: Participant,
  certs: readonly SignedFields[],
): Contribution {
  const { group, random } = workshop;
  const coefficients = Array.from({ length: threshold }, () => randomBelow(group.q, random));
  const exponents = coefficients.map((coefficient) => group.powerOfG(coefficient));
  const written = exponents.map((element) => group.write(element));
  const message = ceremonyMessage(certs, written);
  return {
    coefexps: signed(workshop, writeJson({ coefexps: written }), signingKey),
    signature: writeProof(proveKnowledge(workshop, `sigmsg|${message}`, signingKey)),
    exponents,
    shares: Array.from({ length: size }, (_, at) =>
      coefficients.reduceRight((value, coefficient) => modulo(value * BigInt(at + 1) + coefficient, group.q), 0n),
    ),
  };
}

/** Whether a share is the value of the polynomial that its giver committed to: a wrong one is known at once, and by whom. */
export function isShareOf({ group }: Workshop, exponents: readonly Element[], index: number, share: bigint): boolean {
  return group.powerOfG(share) === valueAt(group, exponents, index);
}

export interface Ceremony {
  readonly fields: PedersenFields;
  /** What each trustee keeps. */
  readonly privateKeys: readonly bigint[];
}

/** The whole ceremony in one place: for samples, where nobody has to be kept apart. */
export function holdCeremony(workshop: SecretWorkshop, size: number, threshold: number): Ceremony {
  const participants = Array.from({ length: size }, (_, at) =>
    joinCeremony(workshop, { size, threshold, index: at + 1 }),
  );
  const certs = participants.map(({ certificate }) => certificate);
  const contributions = participants.map((participant) => contribute(workshop, participant, certs));
  const privateKeys = participants.map(({ index }) => {
    const shares = contributions.map(({ exponents, shares: all }) => {
      const share = all[index - 1] as bigint;
      if (!isShareOf(workshop, exponents, index, share)) throw new Error('a share that its giver did not commit to');
      return share;
    });
    return modulo(
      shares.reduce((sum, share) => sum + share, 0n),
      workshop.group.q,
    );
  });
  return {
    privateKeys,
    fields: {
      threshold,
      certs,
      coefexps: contributions.map(({ coefexps }) => coefexps),
      signatures: contributions.map(({ signature }) => signature),
      verification_keys: privateKeys.map((key) => publishKey(workshop, key)),
    },
  };
}
