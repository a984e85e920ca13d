import type { BodyState } from '@cabildo/core';
import { tableGet } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { electionsOfMotion } from '../../store/secret/elections.ts';
import { standingOf } from './board.ts';
import type { SetUp } from './secret-votes.ts';

/** The election with which a vote was opened, by its identifier here; null of any other vote, and of a book of another node. */
export async function electionOfSecretVote(store: Store, state: BodyState, index: number): Promise<string | null> {
  const vote = tableGet(state.votes, index);
  if (vote?.secret === undefined) return null;
  const { election } = vote.secret;
  const rows = await electionsOfMotion(store, state.origin, vote.motion);
  const found = rows.find(({ setup }) => setup !== null && (JSON.parse(setup) as SetUp).election === election);
  return found?.election ?? null;
}

/** On the board, which shows them to everybody: whoever voted again is among them twice. */
export async function ballotsOnBoard(store: Store, election: string | null): Promise<number> {
  return election === null ? 0 : ((await standingOf(store, election))?.ballots ?? 0);
}
