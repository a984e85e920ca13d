/** Trustees: who holds the key to the tally, alone or so many of them together (specification, 4.5 to 4.7). */
import type { Element, Group } from './group.ts';
import { faultsOfPedersen } from './pedersen-check.ts';
import {
  keyPrefix,
  knowsLogarithm,
  type Proof,
  proveKnowledge,
  readProof,
  type SecretWorkshop,
  type Workshop,
  writeProof,
} from './proof.ts';
import type { PublicKeyFields, TrusteeFields } from './structures.ts';
import type { TrusteeFault } from './trustee-fault.ts';

/** The public half of a key, with the proof that somebody holds the other. */
export function publishKey(workshop: SecretWorkshop, privateKey: bigint): PublicKeyFields {
  const { group } = workshop;
  const publicKey = group.powerOfG(privateKey);
  const pok = writeProof(proveKnowledge(workshop, keyPrefix(group, publicKey), privateKey));
  return { pok, public_key: group.write(publicKey) };
}

/** Who may decrypt, as an archive counts them: owners from 1 through all items, and which of them are needed. */
export interface Trustees {
  readonly keys: readonly Element[];
  readonly items: readonly TrusteeItem[];
  /** Product of the items' keys: with it the votes are encrypted. */
  readonly electionKey: Element;
}

export interface TrusteeItem {
  readonly kind: 'Single' | 'Pedersen';
  /** Its first owner; the others follow. */
  readonly firstOwner: number;
  readonly size: number;
  /** How many of them are needed. */
  readonly threshold: number;
}

/** The trustees of an election, and everything that is wrong with them. */
export function readTrustees(workshop: Workshop, fields: readonly TrusteeFields[]) {
  const { group } = workshop;
  const faults: TrusteeFault[] = [];
  const keys: Element[] = [];
  const items: TrusteeItem[] = [];
  let electionKey = group.one;
  for (const [at, [kind, given]] of fields.entries()) {
    const path = `[${at}][1]`;
    const firstOwner = keys.length + 1;
    if (kind === 'Single') {
      const key = readPublicKey(workshop, given, { path, before: keys }, faults);
      keys.push(key);
      electionKey = group.multiply(electionKey, key);
      items.push({ kind, firstOwner, size: 1, threshold: 1 });
      continue;
    }
    for (const [index, one] of given.verification_keys.entries())
      keys.push(readPublicKey(workshop, one, { path: `${path}.verification_keys[${index}]`, before: keys }, faults));
    const own = keys.slice(firstOwner - 1);
    const { subKey, faults: found } = faultsOfPedersen(workshop, given, own);
    faults.push(...found.map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
    electionKey = group.multiply(electionKey, subKey);
    items.push({ kind, firstOwner, size: own.length, threshold: given.threshold });
  }
  return { trustees: { keys, items, electionKey } satisfies Trustees, faults };
}

/** `before`: the keys of other trustees. A copied key has a copied proof: one of the two then holds nothing, and needs not be asked. */
function readPublicKey(
  workshop: Workshop,
  fields: PublicKeyFields,
  { path, before }: { readonly path: string; readonly before: readonly Element[] },
  faults: TrusteeFault[],
): Element {
  const { group } = workshop;
  const key = group.read(fields.public_key);
  const proof = readProof(fields.pok, group);
  if (key === undefined || key === group.one || !group.isMember(key)) {
    faults.push({ fault: 'key-not-in-group', path: `${path}.public_key` });
    return group.one;
  }
  if (before.includes(key)) faults.push({ fault: 'key-twice', path: `${path}.public_key` });
  if (!isHeld(workshop, key, proof)) faults.push({ fault: 'key-proof', path: `${path}.pok` });
  return key;
}

function isHeld(workshop: Workshop, key: Element, proof: Proof | undefined): boolean {
  return proof !== undefined && knowsLogarithm(workshop, keyPrefix(workshop.group, key), key, proof);
}

/** The trustee whose key this is, counted from 1. */
export function ownerOf(trustees: Trustees, privateKey: bigint, group: Group): number | undefined {
  const at = trustees.keys.indexOf(group.powerOfG(privateKey));
  return at < 0 ? undefined : at + 1;
}
