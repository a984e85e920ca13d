import type { ActData } from '../catalogue/acts.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import type { Ballot } from '../facts.ts';
import type { Block, Card, Tally, Vote } from '../state.ts';
import {
  nobody,
  ofDelegation,
  outcomeOfCounts,
  outcomesOf,
  type Rules,
  type Share,
  sumShares,
  sumTallies,
  turnoutOf,
  votesAlone,
} from './arithmetic.ts';
import { talliesOfCard } from './cards.ts';
import { tallyOfPapers } from './urn.ts';

type Counted = Pick<ActData<'VoteClosed'>, 'tallies' | 'turnout' | 'outcome' | 'bodies' | 'each'>;

/** What was counted somewhere: one share where the tellers agree, else both. */
export type Count = readonly Share[];

export const countsBodies = ({ rule, and }: Rules): boolean => rule.of === 'bodies' || and?.of === 'bodies';

/** The result of all that was counted: one tally if the tellers agree everywhere, else two, of each count's first and second entries. */
export function resultOf(vote: Pick<Vote, 'rule' | 'and' | 'present' | 'roll'>, counts: readonly Count[]): Counted {
  const first = sumShares(counts.map((shares) => shares[0] ?? votesAlone(nobody)));
  const second = sumShares(counts.map((shares) => shares[1] ?? shares[0] ?? votesAlone(nobody)));
  const sums = counts.every(({ length }) => length < 2) ? [first] : [first, second];
  const each = vote.and === undefined || sums.length > 1 ? {} : { each: outcomesOf(vote, first, vote) };
  return {
    tallies: sums.map(({ tally }) => tally),
    turnout: Math.max(...sums.map(({ tally }) => turnoutOf(tally))),
    outcome: outcomeOfCounts(vote, counts, vote) ?? 'undetermined',
    ...each,
    ...(countsBodies(vote) ? { bodies: sums.map(({ bodies }) => bodies) } : {}),
  };
}

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
