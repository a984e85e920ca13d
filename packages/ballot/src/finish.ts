/** From a closed box to the result: the tally, the trustees' parts, and what they open. */
import type { ArchiveWriter } from './archive-writer.ts';
import {
  checkDecryption,
  decryptPartly,
  type Factors,
  type MissingOwners,
  missingOwners,
  openResult,
  uncover,
} from './decryption.ts';
import type { Random } from './machine.ts';
import type { Setup } from './setup.ts';
import { decryptionShape, ownedShape } from './structures.ts';
import { type EncryptedTally, writeTally } from './tally.ts';
import { ownerOf } from './trustee.ts';
import type { CountedResult } from './vote-course.ts';
import { readJson, writeJson } from './wire.ts';

/** A trustee's part of the decryption, as it was handed in. */
export interface Share {
  readonly owner: number;
  readonly json: string;
}

/** What a trustee makes of the tally with its own key; undefined where the key is none of this election's. */
export function makeShare(
  { election, trustees }: Pick<Setup, 'election' | 'trustees'>,
  tally: EncryptedTally,
  privateKey: bigint,
  random: Random,
): Share | undefined {
  const owner = ownerOf(trustees, privateKey, election.group);
  if (owner === undefined) return undefined;
  return { owner, json: writeJson(decryptPartly(election, tally, privateKey, random)) };
}

export function writeEncryptedTally({ election }: Pick<Setup, 'election'>, tally: EncryptedTally): string {
  return writeJson(writeTally(election.group, tally));
}

export interface SortedShares {
  readonly good: ReadonlyMap<number, { readonly share: Share; readonly factors: Factors }>;
  /** Owners whose part is not what their key makes of the tally. */
  readonly bad: readonly number[];
}

/** The bad parts are named and left out: one trustee must not be able to stop the others. */
export function sortShares(
  { election, trustees }: Setup,
  tally: EncryptedTally,
  shares: readonly Share[],
): SortedShares {
  const good = new Map<number, { share: Share; factors: Factors }>();
  const bad = new Set<number>();
  for (const share of shares) {
    if (good.has(share.owner)) continue;
    const key = trustees.keys[share.owner - 1];
    const read = readJson(share.json, decryptionShape);
    const isCanonical = read.ok && writeJson(read.value) === share.json;
    const checked = key !== undefined && isCanonical ? checkDecryption(election, tally, key, read.value) : undefined;
    if (checked?.ok === true) good.set(share.owner, { share, factors: checked.factors });
    else bad.add(share.owner);
  }
  return { good, bad: [...bad].filter((owner) => !good.has(owner)).toSorted((a, b) => a - b) };
}

export type Finished =
  | { readonly ok: true; readonly result: CountedResult; readonly bad: readonly number[] }
  | {
      readonly ok: false;
      readonly bad: readonly number[];
      /** Empty where the sum of weights is too large to be read. */
      readonly missing: readonly MissingOwners[];
    };

export interface Finishing {
  readonly setup: Setup;
  readonly tally: EncryptedTally;
  /** The sum of the weights of those who voted: no answer has more votes. */
  readonly weight: bigint;
  /** Owners whose parts the archive has already, with what they opened. */
  readonly parts: ReadonlyMap<number, Factors>;
  readonly shares: readonly Share[];
}

/** Appends the good parts that are still missing, and the result if they are enough. */
export function finish(writer: ArchiveWriter, { setup, tally, weight, parts, shares }: Finishing): Finished {
  const { election, trustees } = setup;
  const { good, bad } = sortShares(setup, tally, shares);
  const all = new Map(parts);
  for (const owner of [...good.keys()].toSorted((a, b) => a - b)) {
    const found = good.get(owner);
    if (found === undefined || all.has(owner)) continue;
    // More parts of a group than it needs prove nothing more, and each could still be wrong.
    const item = trustees.items.find(({ firstOwner, size }) => firstOwner <= owner && owner < firstOwner + size);
    const given = [...all.keys()].filter(
      (one) => item !== undefined && one >= item.firstOwner && one < item.firstOwner + item.size,
    );
    if (item !== undefined && given.length >= item.threshold) continue;
    all.set(owner, found.factors);
    writer.decrypted(owner, found.share.json);
  }
  const missing = missingOwners(trustees, new Set(all.keys()));
  const uncovered = uncover(election.group, tally, trustees, all);
  const result = uncovered === undefined ? undefined : openResult(election.group, uncovered, weight);
  if (result === undefined) return { ok: false, bad, missing };
  writer.result(writeJson({ result }));
  return { ok: true, result, bad };
}

/** A part made elsewhere: the decryption in the first line, whose it is in the second, as belenios-tool prints them. */
export function readShareFile(content: string): Share | undefined {
  const [json = '', ownedJson = ''] = content.split('\n');
  const owned = readJson(ownedJson, ownedShape);
  return owned.ok ? { owner: owned.value.owner, json } : undefined;
}
