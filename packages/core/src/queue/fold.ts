import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';
import { isDisputed, isServed, portionsOn } from './standing.ts';
import type { Queue, QueueState, Serving } from './state.ts';

const withQueues = (state: BodyState, change: Partial<QueueState>): BodyState => ({
  ...state,
  queues: { ...state.queues, ...change },
});

function changed(state: BodyState, queue: number, change: (queue: Queue) => Partial<Queue>): BodyState {
  const found = known(tableGet(state.queues.queues, queue), `the queue ${queue}`);
  return withQueues(state, { queues: tableSet(state.queues.queues, queue, { ...found, ...change(found) }) });
}

/** What went out on one card, and what that makes of the sums. */
function onMark(
  queue: Queue,
  mark: string,
  change: (before: readonly Serving[]) => readonly Serving[],
): Partial<Queue> {
  const before = tableGet(queue.marks, mark) ?? [];
  const after = change(before);
  const more = (is: (servings: readonly Serving[]) => boolean) => Number(is(after)) - Number(is(before));
  return {
    marks: tableSet(queue.marks, mark, after),
    served: queue.served + more(isServed),
    disputed: queue.disputed + more(isDisputed),
    portionsOut: queue.portionsOut + portionsOn(after) - portionsOn(before),
  };
}

export const queueFolds: Folds = {
  HouseholdCardsIssued: (state, { data: { first, households, commitments }, index }) => {
    const { queues } = state;
    let { cards, cardOf } = queues;
    for (const [place, commitment] of commitments.entries()) {
      cards = tableSet(cards, first + place, { commitment, issued: index, voided: null });
      cardOf = tableSet(cardOf, commitment, first + place);
    }
    return withQueues(state, { cards, cardOf, households, out: queues.out + commitments.length });
  },

  HouseholdCardVoided: (state, { data: { card }, index }) => {
    const { queues } = state;
    const found = known(tableGet(queues.cards, card), `the card ${card}`);
    return withQueues(state, {
      cards: tableSet(queues.cards, card, { ...found, voided: index }),
      out: queues.out - 1,
    });
  },

  QueueAnnounced: (state, { data: { drawnFrom, ...data }, index, at }) =>
    withQueues(state, {
      queues: tableSet(state.queues.queues, index, {
        ...data,
        source: drawnFrom,
        announcedAt: at,
        drawn: null,
        marks: emptyTable(),
        served: 0,
        disputed: 0,
        portionsOut: 0,
        closings: [],
      }),
    }),

  QueueDrawn: (state, { data: { queue, seed }, index, at }) =>
    changed(state, queue, () => ({ drawn: { act: index, at, seed } })),

  PortionServed: (state, { data: { queue, mark, serving, irregular = null }, index }) =>
    changed(state, queue, (found) =>
      onMark(found, mark, (before) => [...before, { serving, act: index, irregular, withdrawn: null }]),
    ),

  ServingWithdrawn: (state, { data: { queue, mark, serving }, index }) =>
    changed(state, queue, (found) =>
      onMark(found, mark, (before) =>
        before.map((one) => (one.serving === serving ? { ...one, withdrawn: index } : one)),
      ),
    ),

  QueueComplaintMade: (state, { data, index, at }) =>
    withQueues(state, {
      complaints: tableSet(state.queues.complaints, index, { ...data, madeAt: at, answered: null }),
    }),

  QueueComplaintAnswered: (state, { data: { complaint, outcome }, index }) => {
    const found = known(tableGet(state.queues.complaints, complaint), `the complaint ${complaint}`);
    const answered = { ...found, answered: { act: index, outcome } };
    return withQueues(state, { complaints: tableSet(state.queues.complaints, complaint, answered) });
  },

  QueueClosed: (state, { data, index, at }) =>
    changed(state, data.queue, ({ closings }) => ({ closings: [...closings, { ...data, act: index, at }] })),
};
