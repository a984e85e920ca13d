import { parseVkey, verifyWitnessedHead } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { fromEpoch, type Time } from '@cabildo/core';
import type { Head, Node } from '../node.ts';
import { headProof } from './heads.ts';

/** That a witness has seen a head of a book. */
export interface Sighting {
  readonly witness: string;
  /** Size of the head that it saw. */
  readonly size: number;
  readonly at: Time;
}

/** Which of these witnesses (verifier keys) have seen the book's newest head that anybody has seen, and when. */
export async function sightings(
  node: Node,
  { origin, size }: Head,
  witnesses: readonly string[],
): Promise<readonly Sighting[]> {
  if (size === 0 || witnesses.length === 0) return [];
  const proof = await headProof(node, origin, { witnessed: 'only' });
  if (proof === null) return [];
  const keys = witnesses.flatMap((text) => {
    const parsed = parseVkey(text, nodeCrypto);
    return parsed.ok ? [parsed.key] : [];
  });
  const seen = verifyWitnessedHead(proof.head, proof, keys, nodeCrypto);
  if (!seen.ok) return [];
  return seen.cosignatures.map(({ name, time }) => ({
    witness: name,
    size: proof.head.size,
    at: fromEpoch(time * 1000),
  }));
}
