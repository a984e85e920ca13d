import type { Actor } from '@cabildo/core';
import { electionsOfMotion } from '../../store/secret/elections.ts';
import type { LoadedBook } from '../loaded-book.ts';
import { type BallotTools, type Election, electionOf } from './elections.ts';
import { runsVote, tellerNumber } from './in-book.ts';
import type { BallotStatus } from './secret-votes.ts';
import { statusOf } from './status.ts';

/** What somebody who runs a sitting is handed of the secret vote on a motion. */
export interface WaysIn extends BallotStatus {
  /** Codes of the trustees by their seat; of nobody for whoever does not run the vote. */
  readonly codes: readonly string[];
  /** A teller’s own. */
  readonly own: { readonly teller: number; readonly code: string } | null;
}

interface Asked {
  readonly book: LoadedBook;
  readonly motion: number;
  readonly actor: Actor;
}

/** For whoever asks what comes next: of the election in preparation, else of the one that was voted on last. It changes nothing. */
export const findWays =
  (tools: Omit<BallotTools, 'touched'>) =>
  (book: LoadedBook, motion: number, actor: Actor): Promise<WaysIn | null> =>
    waysInto({ ...tools, touched: () => undefined }, { book, motion, actor });

async function waysInto(tools: BallotTools, { book, motion, actor }: Asked): Promise<WaysIn | null> {
  const rows = await electionsOfMotion(tools.store, book.origin, motion);
  const all = (await Promise.all(rows.map((row) => electionOf(tools, row)))).flatMap((one) => one ?? []);
  const election = all.find(({ vote }) => vote === null) ?? all.toSorted(latestFirst)[0];
  if (election === undefined) return null;
  const { uuid, prepared, inBook } = election;
  const teller = tellerNumber(inBook, actor);
  const runs = runsVote(book.folded.state, motion, actor, tools.now());
  return {
    ...(await statusOf(tools, election)),
    codes: runs
      ? Array.from({ length: prepared.sizes.size }, (_, at) => tools.codes.codeOf(uuid, `trustee-${at + 1}`))
      : [],
    own: teller === 0 ? null : { teller, code: tools.codes.codeOf(uuid, `teller-${teller}`) },
  };
}

const latestFirst = (a: Election, b: Election): number => (b.vote?.vote ?? 0) - (a.vote?.vote ?? 0);
