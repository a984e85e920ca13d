import { base64Decode, base64Encode, type Hash } from '@cabildo/book';
import { type Ballot, type BodyState, countedBallots, type Time, tableGet } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { findBallots, type SaltedBallot } from '../store/vault/ballots.ts';
import { readFrozenList } from '../store/vault/frozen-lists.ts';
import type { BallotReceipt } from './node.ts';
import { commitList, leafOf, proofInList } from './salted-list.ts';

/** What a ballot's commitment is made of; with it, its owner can show what was counted. */
const opened = (book: string, vote: number, { choice, salt, voter }: SaltedBallot) => ({
  book,
  choice,
  salt,
  vote,
  voter,
});

/** One line of the list behind the root of a closed vote: whose leaf it is, but neither choice nor salt. */
interface CountedLine {
  readonly voter: string;
  readonly holder: string;
  readonly leaf: string;
}

/** The root over those ballots that count, and the list behind it, to be kept when the vote is closed with it. */
export function commitBallots(
  state: BodyState,
  vote: number,
  all: readonly SaltedBallot[],
  at: Time,
): { root: Hash; list: string } {
  const counted = new Set<Ballot>(countedBallots(state, all, at));
  const { root, items } = commitList(
    all.filter((ballot) => counted.has(ballot)),
    (ballot) => opened(state.origin, vote, ballot),
  );
  const lines = items.map(
    ({ leaf, item }): CountedLine => ({
      voter: item.voter,
      holder: item.holder,
      leaf: base64Encode(leaf),
    }),
  );
  return { root, list: JSON.stringify(lines) };
}

/** The proof for one voter, once the vote is closed; null without a ballot, or while the vote is open. */
export async function ballotReceipt(
  store: Store,
  state: BodyState,
  vote: number,
  who: { readonly voter: string; readonly holder: string },
): Promise<BallotReceipt | null> {
  const closed = tableGet(state.votes, vote)?.closed;
  if (!closed?.ballots) return null;
  const [found] = await findBallots(store, state.origin, [{ vote, ...who }]);
  if (found === undefined) return null;
  const { count: size, root } = closed.ballots;
  const ballot = opened(state.origin, vote, found.ballot);
  const base = { vote, closedBy: closed.act, ballot, size, root };
  const list = await readFrozenList(store, state.origin, base64Decode(root) ?? Buffer.alloc(0));
  const lines = list === undefined ? [] : (JSON.parse(list) as CountedLine[]);
  const leaf = base64Encode(leafOf(ballot));
  const index = lines.findIndex((line) => line.leaf === leaf);
  if (index < 0) return { ...base, counted: false, index, proof: [] };
  const leaves = lines.map((line) => base64Decode(line.leaf) as Hash);
  return { ...base, counted: true, index, proof: proofInList(leaves, index).map(base64Encode) };
}
