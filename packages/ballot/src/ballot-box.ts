/** The ballots as they come: which of them count, and their sum, without keeping any of them. */
import type { ArchiveSource } from './archive-reader.ts';
import { openBallot } from './ballot.ts';
import { utf8Decode } from './encoding.ts';
import type { Setup } from './setup.ts';
import type { BallotFields } from './structures.ts';
import { type EncryptedTally, startTally } from './tally.ts';

interface Place {
  readonly offset: number;
  readonly length: number;
}

export interface BallotBox {
  /** Whether the same file was cast before. */
  readonly holds: (hash: string) => boolean;
  /** A voter's later ballot replaces the earlier one. */
  readonly put: (ballot: BallotFields, hash: string, place: Place) => Promise<void>;
  readonly tally: () => EncryptedTally;
  readonly cast: () => number;
  readonly voters: () => number;
  readonly weight: () => bigint;
}

export function openBox({ election, voters }: Setup, source: ArchiveSource): BallotBox {
  const sum = startTally(election);
  const hashes = new Set<string>();
  const last = new Map<string, Place>();
  let cast = 0;
  let weight = 0n;
  return {
    holds: (hash) => hashes.has(hash),
    async put(ballot, hash, place) {
      const own = voters.get(ballot.credential) ?? 0n;
      const before = last.get(ballot.credential);
      if (before === undefined) weight += own;
      else {
        const opened = openBallot(utf8Decode(await source.read(before.offset, before.length)) ?? '');
        if (opened.ok) sum.takeOut(opened.ballot.answers, own);
      }
      sum.add(ballot.answers, own);
      hashes.add(hash);
      last.set(ballot.credential, place);
      cast += 1;
    },
    tally: sum.tally,
    cast: () => cast,
    voters: () => last.size,
    weight: () => weight,
  };
}
