import { type Count, nobody, type Share, votesAlone } from '@cabildo/count';
import type { Tally, Vote } from '../state.ts';
import { tableValues } from '../table.ts';
import { countOfBlock, countOfCard, countOfUrn } from './results.ts';

/** What was counted of a closed vote, as far as the book holds it; ballots are in the vault, their sum is what is told. */
export function countsOf(vote: Omit<Vote, 'closed'>, data: Told): readonly Count[] {
  const blocks = tableValues(vote.blocks).map(countOfBlock);
  const cards = tableValues(vote.cards).map(countOfCard);
  const urn = vote.urn === null ? [] : [countOfUrn(vote.urn)];
  if (vote.method === 'mixed') return [...blocks, ...urn, [votesAlone(data.phones ?? nobody)]];
  const result = vote.secret?.result ?? null;
  if (result !== null) return [[votesAlone(tallyOfBox(result))], ...urn];
  if (data.ballots === undefined) return [...blocks, ...cards, ...urn];
  const told: Share = { tally: data.tallies[0] ?? nobody, bodies: data.bodies?.[0] ?? nobody };
  return [[told]];
}

type Told = Pick<NonNullable<Vote['closed']>, 'tallies' | 'bodies' | 'ballots' | 'phones'>;

/** What the trustees opened, without the archive's own numbers. */
const tallyOfBox = ({ yes, no, abstain }: Tally): Tally => ({ yes, no, abstain });
