import { setImmediate as turn } from 'node:timers/promises';
import {
  decodeLeaf,
  EMPTY_RING,
  ENROLLING_ACTS,
  evolveKeyRing,
  type Hash,
  isObjectionSigned,
  type KeyRing,
  type Leaf,
  leafHash,
  parseRecoveryClaim,
  verifySeal,
} from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { readActsAt } from '../../store/acts.ts';
import { readActsOfTypes } from '../../store/logged-heads.ts';
import type { Store } from '../../store/open-store.ts';
import { type Refused, refused } from './pull-outcome.ts';

/** Signatures are costly: other requests get their turn after so many seals. */
const SEALS_A_TURN = 64;

/**
 * What the rules rely on is that an act is sealed, and the state says so of every act that an `ActSealed` names. So what
 * comes from another node is taken only if each seal holds under the keys then in force, and each change of keys counts.
 */
export async function checkSeals(
  store: Store,
  origin: string,
  from: number,
  entries: readonly Uint8Array[],
  leaves: readonly Leaf[],
): Promise<Refused | null> {
  let ring = await ringAt(store, origin, from);
  const earlier = await sealedBefore(store, origin, from, leaves);
  let seals = 0;
  for (const leaf of leaves) {
    if (leaf.act === 'ActSealed') {
      const verified = verifySeal(leaf, hashOf(leaf.data.index), ring, nodeCrypto);
      if (!verified.ok) return refused(origin, 'seal-refused', `the seal in act ${leaf.index}: ${verified.reason}`);
      if (++seals % SEALS_A_TURN === 0) await turn();
    } else if (leaf.act === 'RecoveryClaimed' && parseRecoveryClaim(leaf) === undefined) {
      return refused(origin, 'seal-refused', `the claim in act ${leaf.index} names no two other bodies`);
    } else if (leaf.act === 'RecoveryObjected' && !isObjectionSigned(leaf, hashOf(leaf.data.claim), nodeCrypto)) {
      return refused(origin, 'seal-refused', `the objection in act ${leaf.index} is not signed`);
    } else if (ENROLLING_ACTS.has(leaf.act)) {
      const evolved = evolveKeyRing(ring, leaf, nodeCrypto);
      if (!evolved.ok) return refused(origin, 'seal-refused', `the keys in act ${leaf.index}: ${evolved.reason}`);
      ring = evolved.ring;
    }
  }
  return null;

  function hashOf(index: unknown): Hash | undefined {
    if (typeof index !== 'number') return undefined;
    const entry = entries[index - from];
    return entry === undefined ? earlier.get(index) : leafHash(entry, nodeCrypto);
  }
}

/** The keys in force after the acts that are held, each of which has been through here. */
async function ringAt(store: Store, origin: string, size: number): Promise<KeyRing> {
  let ring = EMPTY_RING;
  for (const { entry } of await readActsOfTypes(store, origin, [...ENROLLING_ACTS], size)) {
    const decoded = decodeLeaf(entry);
    const evolved = decoded.ok ? evolveKeyRing(ring, decoded.leaf, nodeCrypto) : undefined;
    if (evolved?.ok) ring = evolved.ring;
  }
  return ring;
}

/** Leaf hashes of acts that are held already and sealed only now. */
async function sealedBefore(
  store: Store,
  origin: string,
  from: number,
  leaves: readonly Leaf[],
): Promise<ReadonlyMap<number, Hash>> {
  const indexes = leaves.flatMap(({ act, data }) => {
    const index = act === 'ActSealed' ? data.index : act === 'RecoveryObjected' ? data.claim : undefined;
    return typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 && index < from ? [index] : [];
  });
  const rows = indexes.length === 0 ? [] : await readActsAt(store, origin, indexes);
  return new Map(rows.map(({ index, leaf }) => [index, leaf]));
}
