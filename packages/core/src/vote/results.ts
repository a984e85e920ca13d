import { type Count, majorityResult, nobody, ofDelegation, sumTallies, votesAlone } from '@cabildo/count';
import type { ActData } from '../catalogue/acts.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import type { Ballot } from '../facts.ts';
import type { Block, Card, Tally, Vote } from '../state.ts';
import { talliesOfCard } from './cards.ts';
import { tallyOfPapers } from './urn.ts';

type Counted = Pick<ActData<'VoteClosed'>, 'tallies' | 'turnout' | 'outcome' | 'bodies' | 'each'>;

/** The result of all that was counted, by whichever channel. */
export const resultOf = (vote: Pick<Vote, 'rule' | 'and' | 'present' | 'roll'>, counts: readonly Count[]): Counted =>
  majorityResult(vote, counts, vote);

export const countOfBlock = ({ entries, agreed }: Pick<Block, 'entries' | 'agreed'>): Count =>
  (agreed ? entries.slice(0, 1) : entries).map(votesAlone);

export const countOfUrn = ({ entries, agreed }: NonNullable<Vote['urn']>): Count =>
  (agreed ? entries.slice(0, 1) : entries).map(tallyOfPapers).map(votesAlone);

export const countOfCard = (card: Card): Count => talliesOfCard(card).map(ofDelegation);

export const tallyOfBallots = (ballots: readonly Ballot[]): Tally =>
  sumTallies(ballots.map(({ choice }) => ({ ...nobody, [choice]: 1 })));

/** Ballots of seats are those of their delegations. */
export function countsOfSeats(ballots: readonly Ballot[]): readonly Count[] {
  const delegations = new Map<string, Ballot[]>();
  for (const ballot of ballots) {
    const { book } = parseSeatKey(ballot.voter);
    delegations.set(book, [...(delegations.get(book) ?? []), ballot]);
  }
  return [...delegations.values()].map((own) => [ofDelegation(tallyOfBallots(own))]);
}
