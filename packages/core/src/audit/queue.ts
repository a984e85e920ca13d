import { cardsIn, leftIn } from '../queue/standing.ts';
import { tableGet, tableHas } from '../table.ts';
import { type Checks, holds, same } from './check.ts';

/** Never more cards than households, an order drawn after its seed could be known, and closings that add up. */
export const queueChecks: Checks = {
  HouseholdCardsIssued: ({ queues: { cards, cardOf, out } }, { data: { first, households, commitments } }) => [
    same('order', first, cards.size + 1),
    holds(out + commitments.length <= households, 'count', out + commitments.length, households),
    holds(!commitments.some((one) => tableHas(cardOf, one)), 'order', first, 'cards that were not issued before'),
  ],

  HouseholdCardVoided: ({ queues }, { data: { card } }) => [same('effect', tableGet(queues.cards, card)?.voided, null)],

  QueueAnnounced: (state, { data: { cards, at: due }, index, at }) => [
    same('count', cards, cardsIn(state.queues, index).length),
    holds(due > at, 'order', due, at),
  ],

  QueueDrawn({ queues }, { data: { queue }, at }) {
    const found = tableGet(queues.queues, queue);
    const due = found?.at ?? '9';
    return [same('order', found?.drawn, null), holds(due <= at, 'order', at, due)];
  },

  PortionServed({ queues }, { data: { queue, mark, serving, irregular } }) {
    const found = tableGet(queues.queues, queue);
    const before = found === undefined ? [] : (tableGet(found.marks, mark) ?? []);
    return [
      holds(!before.some((one) => one.serving === serving), 'order', queue, 'a serving that was not entered'),
      holds(
        before.every(({ withdrawn }) => withdrawn !== null) || irregular !== undefined,
        'count',
        queue,
        'a card once',
      ),
    ];
  },

  QueueClosed({ queues }, { data: { queue, cards, served, disputed, left } }) {
    const found = tableGet(queues.queues, queue);
    if (found === undefined) return [holds(false, 'effect', queue, 'a queue of this book')];
    return [
      same(
        'count',
        { cards, served, disputed },
        { cards: found.cards, served: found.served, disputed: found.disputed },
      ),
      same('count', left.absent + left.ranOut + left.other, leftIn(found)),
    ];
  },
};
