import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { written } from '../supply/register.ts';
import { tableGet } from '../table.ts';
import { cardsIn, leftIn } from './standing.ts';

/** Says what is given out, and where the seed of the draw will come from while nobody can know it yet. */
export const announceQueue: Handler<'AnnounceQueue'> = {
  decide(context, input) {
    const { state } = context;
    if (input.at <= context.at) return refuse('too-early', 'supply', { needed: `> ${context.at}`, present: input.at });
    const cards = cardsIn(state.queues, state.size).length;
    if (cards === 0) return refuse('not-found', 'supply', { needed: 'HouseholdCardsIssued' });
    const act = { act: 'QueueAnnounced', by: authority(context, 'supply'), data: { ...input, cards } } as const;
    return accept([act], [], { cards });
  },
};

export const drawQueue: Handler<'DrawQueue'> = {
  decide(context, { queue, seed }) {
    const found = tableGet(context.state.queues.queues, queue);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `QueueAnnounced ${queue}` });
    if (found.drawn !== null) return refuse('already-so', 'supply', { present: found.drawn.act });
    if (context.at < found.at) return refuse('lot-not-announced', 'supply', { needed: found.at, present: context.at });
    return written(context, 'QueueDrawn', { queue, seed });
  },
};

export const makeQueueComplaint: Handler<'MakeQueueComplaint'> = {
  decide(context, { words, ...data }) {
    return tableGet(context.state.queues.queues, data.queue) === undefined
      ? refuse('not-found', 'supply', { needed: `QueueAnnounced ${data.queue}` })
      : written(context, 'QueueComplaintMade', data, { words });
  },
};

export const answerQueueComplaint: Handler<'AnswerQueueComplaint'> = {
  decide(context, { words, ...data }) {
    const found = tableGet(context.state.queues.complaints, data.complaint);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `QueueComplaintMade ${data.complaint}` });
    if (found.answered !== null) return refuse('already-so', 'supply', { present: found.answered.act });
    return written(context, 'QueueComplaintAnswered', data, { words });
  },
};

/**
 * How many were served, how many not and why. Once more where phones have come back since and the numbers are others: both
 * closings show.
 */
export const closeQueue: Handler<'CloseQueue'> = {
  decide(context, { queue, left }) {
    const found = tableGet(context.state.queues.queues, queue);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `QueueAnnounced ${queue}` });
    if (found.drawn === null) return refuse('queue-not-drawn', 'supply', { present: queue });
    const { served, disputed, cards } = found;
    const last = found.closings.at(-1);
    if (last?.served === served && last.disputed === disputed)
      return refuse('already-so', 'supply', { present: last.act });
    const said = left.absent + left.ranOut + left.other;
    const due = leftIn(found);
    if (said !== due) return refuse('left-does-not-add-up', 'supply', { needed: due, present: said });
    return written(context, 'QueueClosed', { queue, cards, served, disputed, left });
  },
};
