import type { ActData } from '../catalogue/acts.ts';
import type { Block, Tally, Vote } from '../state.ts';
import { outcomeOfBlocks, sumTallies, turnoutOf } from './arithmetic.ts';

type Counted = Pick<ActData<'VoteClosed'>, 'tallies' | 'turnout' | 'outcome'>;

/** What the tellers' blocks add up to: one tally if they agree everywhere, else two, of each block's first and second entries. */
export function countOfHands(vote: Pick<Vote, 'rule' | 'present' | 'roll'>, blocks: readonly Block[]): Counted {
  const first = sumTallies(blocks.map((block) => entryOf(block, 0)));
  const second = sumTallies(blocks.map((block) => entryOf(block, 1)));
  const outcome = outcomeOfBlocks(
    vote.rule,
    blocks.map((block) => (block.agreed ? [entryOf(block, 0)] : block.entries)),
    vote,
  );
  return {
    tallies: blocks.every((block) => block.agreed) ? [first] : [first, second],
    turnout: Math.max(turnoutOf(first), turnoutOf(second)),
    outcome: outcome ?? 'undetermined',
  };
}

const entryOf = (block: Block, teller: number): Tally => block.entries[teller] ?? sumTallies([]);
