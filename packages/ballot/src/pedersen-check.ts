/** What anybody can check about trustees of whom some suffice: the traces that their key ceremony left. */
import type { Element, Group } from './group.ts';
import { knowsLogarithm, readProof, type Workshop } from './proof.ts';
import type { PedersenFields, ProofFields, SignedFields } from './structures.ts';
import { certificateShape, coefficientsShape } from './structures.ts';
import type { TrusteeFault } from './trustee-fault.ts';
import { readJson, writeJson } from './wire.ts';

/** What a trustee signed in the ceremony (Belenios 2.5): everybody's certificates, and its own coefficients. */
export function ceremonyMessage(certs: readonly SignedFields[], coefexps: readonly string[]): string {
  return `certs_sig|${writeJson({ certs, coefexps })}`;
}

/** The faults, and the part of the election's key that these trustees hold. */
export function faultsOfPedersen(
  workshop: Workshop,
  fields: PedersenFields,
  verificationKeys: readonly Element[],
): { readonly faults: readonly TrusteeFault[]; readonly subKey: Element } {
  const { group } = workshop;
  const { threshold, certs, coefexps, signatures, verification_keys } = fields;
  const size = certs.length;
  const lengths = [coefexps, verification_keys, signatures ?? certs].map(({ length }) => length);
  if (lengths.some((length) => length !== size) || size === 0)
    return { faults: [{ fault: 'sizes', path: 'certs' }], subKey: group.one };
  if (threshold < 1 || threshold > size)
    return { faults: [{ fault: 'threshold', path: 'threshold' }], subKey: group.one };
  const faults: TrusteeFault[] = [];
  const signers = certs.map((cert, at) => signerOf(workshop, fields, cert, at, faults));
  const polynomials = coefexps.map((signed, at) => {
    const elements = coefficientsOf(workshop, signed, threshold, signers[at]);
    if (elements === undefined) faults.push({ fault: 'coefficients', path: `coefexps[${at}]` });
    return elements ?? [];
  });
  for (const [at, signature] of (signatures ?? []).entries()) {
    const message = ceremonyMessage(
      certs,
      (polynomials[at] ?? []).map((element) => group.write(element)),
    );
    if (!isSigned(workshop, message, signature, signers[at]))
      faults.push({ fault: 'ceremony-signature', path: `signatures[${at}]` });
  }
  for (const [at, signer] of signers.entries())
    if (signer !== undefined && signers.indexOf(signer) < at) faults.push({ fault: 'key-twice', path: `certs[${at}]` });
  if (faults.length === 0) {
    // Without its last coefficient the sum of all polynomials is opened by fewer than are said to be needed.
    const last = polynomials.reduce(
      (product, polynomial) => group.multiply(product, polynomial.at(-1) ?? group.one),
      group.one,
    );
    if (last === group.one) faults.push({ fault: 'threshold', path: 'coefexps' });
    for (const [at, key] of verificationKeys.entries())
      if (derivedKey(group, polynomials, at + 1) !== key)
        faults.push({ fault: 'derived-key', path: `verification_keys[${at}].public_key` });
  }
  const subKey = polynomials.reduce((product, [first]) => group.multiply(product, first ?? group.one), group.one);
  return { faults, subKey };
}

/** The key with which a trustee signs, if the certificate bears it out. */
export function signerOf(
  workshop: Workshop,
  { threshold, certs, signatures }: Pick<PedersenFields, 'threshold' | 'certs' | 'signatures'>,
  cert: SignedFields,
  at: number,
  faults: TrusteeFault[],
): Element | undefined {
  const { group } = workshop;
  const read = readJson(cert.message, certificateShape);
  const path = `certs[${at}]`;
  if (!read.ok || writeJson(read.value) !== cert.message) {
    faults.push({ fault: 'certificate', path });
    return undefined;
  }
  const { context, verification, encryption } = read.value;
  const expected = { group: group.name, size: certs.length, threshold, index: at + 1 };
  // Both came with 2.5: a certificate without its context under signatures, or the reverse, was taken from elsewhere.
  const hasContext = context !== undefined;
  if (hasContext !== (signatures !== undefined) || (hasContext && writeJson(context) !== writeJson(expected)))
    faults.push({ fault: 'certificate-context', path });
  const [key, encryptionKey] = [group.read(verification), group.read(encryption)];
  const areMembers = [key, encryptionKey].every((element) => element !== undefined && group.isMember(element));
  if (!areMembers || key === undefined || !isSigned(workshop, cert.message, cert.signature, key)) {
    faults.push({ fault: 'certificate', path });
    return undefined;
  }
  return key;
}

export function coefficientsOf(
  workshop: Workshop,
  signed: SignedFields,
  threshold: number,
  signer: Element | undefined,
): readonly Element[] | undefined {
  const { group } = workshop;
  const read = readJson(signed.message, coefficientsShape);
  if (!read.ok || writeJson(read.value) !== signed.message) return undefined;
  const elements = read.value.coefexps.map((text) => group.read(text));
  const sound = elements.filter((element) => element !== undefined && group.isMember(element)) as Element[];
  if (sound.length !== threshold || sound.length !== elements.length) return undefined;
  return isSigned(workshop, signed.message, signed.signature, signer) ? sound : undefined;
}

export function isSigned(
  workshop: Workshop,
  message: string,
  signature: ProofFields,
  signer: Element | undefined,
): boolean {
  const proof = readProof(signature, workshop.group);
  return signer !== undefined && proof !== undefined && knowsLogarithm(workshop, `sigmsg|${message}`, signer, proof);
}

/** The public key of the trustee with that number: all polynomials at its place, in the exponent. */
function derivedKey(group: Group, polynomials: readonly (readonly Element[])[], index: number): Element {
  return polynomials.reduce(
    (product, polynomial) => group.multiply(product, valueAt(group, polynomial, index)),
    group.one,
  );
}

/** Horner's rule in the exponent. */
export function valueAt(group: Group, polynomial: readonly Element[], index: number): Element {
  return polynomial.reduceRight(
    (value, coefficient) => group.multiply(group.power(value, BigInt(index)), coefficient),
    group.one,
  );
}
