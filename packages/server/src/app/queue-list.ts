import { createHash } from 'node:crypto';
import { cardsIn, portionsOn, statuteOf, tableEntries, turnOrder } from '@cabildo/core';
import type { BookView } from './node.ts';

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What a phone holds to serve a queue without a network (decision 0017): cards by commitment, the order that was drawn, and what
 * went out so far, by mark. Made of the book alone, as public as it; of nobody.
 */
export function queueListOf({ origin, state }: BookView) {
  const { queues, cards, households, out, complaints } = state.queues;
  return {
    format: 'cabildo-queues/1',
    origin,
    body: state.body?.title ?? origin,
    head: { size: state.size, at: state.at },
    offsetMinutes: statuteOf(state)?.closing.offsetMinutes ?? 0,
    households,
    out,
    cards: tableEntries(cards).map(([number, { commitment, voided }]) => ({
      number: Number(number),
      commitment,
      void: voided !== null,
    })),
    queues: tableEntries(queues).map(([index, { marks, drawn, ...queue }]) => {
      const taking = cardsIn(state.queues, Number(index));
      return {
        queue: Number(index),
        ...queue,
        drawn,
        order:
          drawn === null
            ? null
            : turnOrder({ book: origin, queue: Number(index), seed: drawn.seed, cards: taking }, hexOf),
        marks: tableEntries(marks).flatMap(([mark, servings]) => {
          const portions = portionsOn(servings);
          return portions === 0 ? [] : [{ mark, portions, servings: servings.map(({ serving }) => serving) }];
        }),
      };
    }),
    complaints: tableEntries(complaints).map(([index, { queue, about, answered }]) => ({
      complaint: Number(index),
      queue,
      about,
      outcome: answered?.outcome ?? null,
    })),
  };
}
