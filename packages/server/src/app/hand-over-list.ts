import { tableEntries } from '@cabildo/core';
import type { BookView } from './node.ts';

/** So many of the last hand-overs: what two phones may still have to confirm or to correct. */
const LAST = 200;

/**
 * The committee's last hand-overs as both sides see them, whoever they are: a hand has a key and no account. Of the book alone,
 * as public as it.
 */
export function handOverListOf({ origin, state }: BookView) {
  const { handOvers } = state.supply;
  return {
    format: 'cabildo-hand-overs/1',
    origin,
    head: { size: state.size, at: state.at },
    handOvers: tableEntries(handOvers)
      .slice(-LAST)
      .map(([index, one]) => ({ handOver: Number(index), ...one })),
  };
}
