/**
 * Halves of credentials. Two tellers of different lists each make one half of every slip: the public credential is the product
 * of both public halves and its secret the sum of both secrets, so that neither teller ever holds a whole one.
 */
import type { Element, Group } from './group.ts';
import { knowsLogarithm, proveKnowledge, readProof, type SecretWorkshop, type Workshop, writeProof } from './proof.ts';
import { type ExcludedFields, excludedShape, type HalfFields, type HalvesFields, halvesShape } from './structures.ts';
import { readJson, writeJson } from './wire.ts';

/** Whose half of which slip it is; the proof is worth nothing for another. */
export interface HalfPlace {
  readonly election: string;
  readonly teller: number;
  /** Of the slip, from 1. */
  readonly number: number;
}

const prefixOf = ({ election, teller, number }: HalfPlace, written: string): string =>
  `half|${election}|${teller}|${number}|${written}`;

/** The public half of a secret one, with the proof that its maker holds the secret: without it one teller could make a half that takes the other's away. */
export function publishHalf(workshop: SecretWorkshop, place: HalfPlace, secret: bigint): HalfFields {
  const written = workshop.group.write(workshop.group.powerOfG(secret));
  return { public: written, proof: writeProof(proveKnowledge(workshop, prefixOf(place, written), secret)) };
}

/** The file that a teller hands in: slip n at place n. */
export const writeHalves = (halves: HalvesFields): string => writeJson(halves);

export interface HalfFault {
  readonly fault: 'malformed' | 'not-canonical' | 'teller' | 'not-in-group' | 'proof' | 'duplicate';
  readonly path: string;
}

export type ReadHalves =
  | { readonly ok: true; readonly election: string; readonly teller: 1 | 2; readonly halves: readonly Element[] }
  | ({ readonly ok: false } & HalfFault);

/** A teller's file, if each half in it belongs to the group and is proven; otherwise the first fault. */
export function readHalves(workshop: Workshop, json: string): ReadHalves {
  const read = readJson(json, halvesShape);
  if (!read.ok) return { ok: false, fault: 'malformed', path: read.path };
  const { election, teller, halves } = read.value;
  if (writeJson(read.value) !== json) return { ok: false, fault: 'not-canonical', path: '' };
  if (teller !== 1 && teller !== 2) return { ok: false, fault: 'teller', path: 'teller' };
  const elements: Element[] = [];
  const seen = new Set<Element>();
  for (const [at, half] of halves.entries()) {
    const element = elementOf(workshop, { election, teller, number: at + 1 }, half);
    if (typeof element === 'string') return { ok: false, fault: element, path: `halves[${at}]` };
    if (seen.has(element)) return { ok: false, fault: 'duplicate', path: `halves[${at}]` };
    seen.add(element);
    elements.push(element);
  }
  return { ok: true, election, teller, halves: elements };
}

function elementOf(workshop: Workshop, place: HalfPlace, half: HalfFields): Element | 'not-in-group' | 'proof' {
  const { group } = workshop;
  const element = group.read(half.public);
  const proof = readProof(half.proof, group);
  if (element === undefined || element === group.one || !group.isMember(element)) return 'not-in-group';
  if (proof === undefined || !knowsLogarithm(workshop, prefixOf(place, half.public), element, proof)) return 'proof';
  return element;
}

/** The list that votes: products of both halves of every slip that was not left over, in the order of numbers, which is nobody's. */
export function joinHalves(
  group: Group,
  one: readonly Element[],
  other: readonly Element[],
  left: ReadonlySet<number>,
): readonly string[] {
  if (one.length !== other.length) throw new RangeError('as many halves of one as of the other');
  return one
    .flatMap((half, at) => (left.has(at + 1) ? [] : [group.multiply(half, other[at] as Element)]))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((element) => group.write(element));
}

/** What a voter signs with who holds both halves. */
export const joinSecrets = (group: Group, one: bigint, other: bigint): bigint => (one + other) % group.q;

/** The file of slips that nobody drew. */
export const writeExcluded = (excluded: ExcludedFields): string => writeJson(excluded);

/** Its numbers, each once and in order; undefined where the file is not in its one form. */
export function readExcluded(json: string): ExcludedFields | undefined {
  const read = readJson(json, excludedShape);
  if (!read.ok || writeJson(read.value) !== json) return undefined;
  const { left } = read.value;
  return left.every((number, at) => number > (left[at - 1] ?? 0)) ? read.value : undefined;
}
