import { parseVkey, verifyWitnessedHead } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { fromEpoch } from '@cabildo/core';
import { forks } from '../app/exchange/forks.ts';
import { headProof } from '../app/exchange/heads.ts';
import type { Node } from '../app/node.ts';
import type { Evidence } from './evidence.ts';

export const evidenceOf = (node: Node): Evidence => ({
  forks: (origin) => forks(node, origin),
  async sightings({ origin, size }, witnesses) {
    if (size === 0 || witnesses.length === 0) return [];
    const proof = await headProof(node, origin, { witnessed: true });
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
  },
});
