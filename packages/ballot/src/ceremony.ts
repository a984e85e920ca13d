/** The key ceremony by messages, each trustee on a machine of its own (specification 4.6; `pedersen.ts` has its arithmetic). */
import { modulo } from './arithmetic.ts';
import { openMessage, sealMessage } from './channel.ts';
import { type Element, readNumber } from './group.ts';
import type { Cipher } from './machine.ts';
import { contribute, isShareOf, type Participant, type Seat } from './pedersen.ts';
import { ceremonyMessage, coefficientsOf, isSigned, signerOf } from './pedersen-check.ts';
import type { SecretWorkshop, Workshop } from './proof.ts';
import {
  type ContributionFields,
  certificateShape,
  contributionShape,
  type PedersenFields,
  type PublicKeyFields,
  publicKeyShape,
  type SignedFields,
  secretShape,
  signedShape,
} from './structures.ts';
import type { TrusteeFault } from './trustee-fault.ts';
import { readJson, type Shape, writeJson } from './wire.ts';

type Sizes = Pick<Seat, 'size' | 'threshold'>;

type Channelled = SecretWorkshop & { readonly cipher: Cipher };

/** What was read of all trustees' messages of one step, or whose message is not what it has to be, counted from 1. */
export type ReadStep<T> =
  | { readonly ok: true; readonly all: readonly T[] }
  | { readonly ok: false; readonly wrong: readonly number[] };

function allOrWrong<T>(size: number, found: readonly (T | undefined)[]): ReadStep<T> {
  const wrong = Array.from({ length: size }, (_, at) => at + 1).filter((seat) => found[seat - 1] === undefined);
  return wrong.length > 0 || found.length !== size ? { ok: false, wrong } : { ok: true, all: found as readonly T[] };
}

function canonical<T>(json: string, shape: Shape<T>): T | undefined {
  const read = readJson(json, shape);
  return read.ok && writeJson(read.value) === json ? read.value : undefined;
}

export interface CertifiedKeys {
  readonly certificate: SignedFields;
  readonly verification: Element;
  readonly encryption: Element;
}

export const certificateMessage = ({ certificate }: Participant): string => writeJson(certificate);

/** The first step of everybody. */
export function readCertificates(
  workshop: Workshop,
  { size, threshold }: Sizes,
  messages: readonly string[],
): ReadStep<CertifiedKeys> {
  const read = messages.map((message) => canonical(message, signedShape));
  const certs = allOrWrong(size, read);
  if (!certs.ok) return certs;
  return allOrWrong(
    size,
    certs.all.map((certificate, at) => {
      const faults: TrusteeFault[] = [];
      const verification = signerOf(workshop, { threshold, certs: certs.all, signatures: [] }, certificate, at, faults);
      const keys = readJson(certificate.message, certificateShape);
      const encryption = keys.ok ? workshop.group.read(keys.value.encryption) : undefined;
      return faults.length > 0 || verification === undefined || encryption === undefined
        ? undefined
        : { certificate, verification, encryption };
    }),
  );
}

/** Second step: the own polynomial, and each trustee's share of it sealed to that trustee. */
export async function contributionMessage(
  workshop: Channelled,
  participant: Participant,
  certified: readonly CertifiedKeys[],
): Promise<string> {
  const { coefexps, signature, shares } = contribute(
    workshop,
    participant,
    certified.map(({ certificate }) => certificate),
  );
  const sealed: string[] = [];
  for (const [at, { encryption }] of certified.entries()) {
    const secret = writeJson({ secret: (shares[at] as bigint).toString() });
    sealed.push(await sealMessage(workshop, participant.signingKey, encryption, secret));
  }
  return writeJson({ coefexps, signature, sealed } satisfies ContributionFields);
}

export interface ReadContribution {
  readonly fields: ContributionFields;
  readonly exponents: readonly Element[];
}

/** The second step of everybody, as far as anybody can check it. */
export function readContributions(
  workshop: Workshop,
  { size, threshold }: Sizes,
  certified: readonly CertifiedKeys[],
  messages: readonly string[],
): ReadStep<ReadContribution> {
  const certs = certified.map(({ certificate }) => certificate);
  return allOrWrong(
    size,
    messages.map((message, at) => {
      const fields = canonical(message, contributionShape);
      const signer = certified[at]?.verification;
      const exponents = fields && coefficientsOf(workshop, fields.coefexps, threshold, signer);
      if (fields === undefined || exponents === undefined || fields.sealed.length !== size) return undefined;
      const written = exponents.map((element) => workshop.group.write(element));
      const isAgreed = isSigned(workshop, ceremonyMessage(certs, written), fields.signature, signer);
      return isAgreed ? { fields, exponents } : undefined;
    }),
  );
}

export type TakenShares =
  | { readonly ok: true; readonly privateKey: bigint }
  /** Who sent a share that is not the one it committed to: signed, so that it can be shown. */
  | { readonly ok: false; readonly wrong: readonly number[] };

/** Third step: the sum of the shares that were sealed to this trustee is what it decrypts with. */
export async function takeShares(
  workshop: Workshop & { readonly cipher: Cipher },
  { index, decryptionKey }: Pick<Participant, 'index' | 'decryptionKey'>,
  certified: readonly CertifiedKeys[],
  contributions: readonly ReadContribution[],
): Promise<TakenShares> {
  const wrong: number[] = [];
  let sum = 0n;
  for (const [at, { fields, exponents }] of contributions.entries()) {
    const signer = certified[at]?.verification ?? workshop.group.one;
    const told = await openMessage(workshop, decryptionKey, signer, fields.sealed[index - 1] ?? '');
    const read = readJson(told ?? '', secretShape);
    const share = read.ok ? readNumber(read.value.secret) : undefined;
    if (share === undefined || share >= workshop.group.q || !isShareOf(workshop, exponents, index, share))
      wrong.push(at + 1);
    else sum += share;
  }
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, privateKey: modulo(sum, workshop.group.q) };
}

/** What becomes of it in the archive; whether it is whole and sound is `readTrustees`'s to say. */
export function ceremonyFields(
  threshold: number,
  certified: readonly CertifiedKeys[],
  contributions: readonly ReadContribution[],
  verificationKeys: readonly PublicKeyFields[],
): PedersenFields {
  return {
    threshold,
    certs: certified.map(({ certificate }) => certificate),
    coefexps: contributions.map(({ fields }) => fields.coefexps),
    signatures: contributions.map(({ fields }) => fields.signature),
    verification_keys: verificationKeys,
  };
}

/** A public key as a trustee sends it, `key` or `verification`; undefined where the message is not in its one form. */
export const readKeyMessage = (json: string): PublicKeyFields | undefined => canonical(json, publicKeyShape);
