import { turnoutOf } from '@cabildo/count';
import type { PlaceKept } from '../measure/fields.ts';
import { amendmentAt, falling, isSubstantive, openRefusal } from '../motion/amendment.ts';
import { fateOf } from '../motion/answer.ts';
import { pendingProcedure } from '../motion/pending.ts';
import { carries } from '../motion/procedure.ts';
import type { Proposal } from '../motion/proposal.ts';
import { statusAt } from '../resolution/validity.ts';
import type { BodyState, Motion } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { hoursUntilPublic, sensitiveShown } from '../statute/publicity.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { type Checks, holds, same } from './check.ts';

const motionAt = (state: BodyState, index: number): Motion | undefined => tableGet(state.motions, index);

/** Neither voted nor ended when that was done to it. */
function untouched(state: BodyState, index: number) {
  const motion = motionAt(state, index);
  const refused = motion === undefined ? null : openRefusal(motion);
  return holds(
    motion !== undefined && refused === null,
    'order',
    index,
    refused?.refusal.code ?? 'a motion of this book',
  );
}

/**
 * A place that is for members is not beside it in clear, and becomes public when the statute says, no sooner. A place in clear is no
 * difference: books have such acts from before there was a commitment.
 */
function keptAsTheStatuteSays(rules: Statute | null, proposal: Proposal, { hoursLate }: PlaceKept) {
  const told = proposal.kind === 'measure' ? proposal.place : proposal.kind === 'lift' ? proposal.to : undefined;
  const open = sensitiveShown(rules) === 'public';
  return same('rule', { open, told, hoursLate }, { open: false, told: undefined, hoursLate: hoursUntilPublic(rules) });
}

/** Amendments, parts, withdrawals and motions on how to proceed. */
export const motionChecks: Checks = {
  MotionTabled(state, { data }) {
    const { part, proposal, withheld } = data;
    if (withheld !== undefined) return [keptAsTheStatuteSays(statuteOf(state), proposal, withheld)];
    if (proposal.kind === 'amend-motion') return [untouched(state, proposal.motion)];
    if (part === undefined) return [];
    return [
      same('order', motionAt(state, part.of)?.end?.how, 'split'),
      same('order', part.number, (motionAt(state, part.of)?.parts.length ?? 0) + 1),
    ];
  },

  MotionAmended(state, { data }) {
    const vote = tableGet(state.votes, data.vote);
    const amendment = amendmentAt(state, data.amendment);
    if (vote === undefined || amendment === undefined)
      return [holds(false, 'effect', data.amendment, 'an amendment of this book')];
    return [
      same('outcome', vote.closed?.outcome, 'carried'),
      same('effect', [data.amendment, data.motion], [vote.motion, amendment.proposal.motion]),
      same('effect', data.textHash, amendment.textHash),
      same('effect', data.substantive, isSubstantive(amendment)),
      same('effect', data.fallen, falling(state, data.motion, data.amendment)),
      untouched(state, data.motion),
    ];
  },

  MotionAnswered(state, { data: { received: index, from, fate, vote } }) {
    const received = tableGet(state.received, index);
    if (received === undefined) return [holds(false, 'effect', index, 'a motion that was received')];
    return [same('effect', from, received.from), same('outcome', { fate, vote }, fateOf(state, received))];
  },

  TaskAssigned(state, { data, at }) {
    const resolution = tableGet(state.resolutions, data.resolution);
    return [same('suspension', resolution && statusAt(state, resolution, at), 'in-force')];
  },
  TaskReported: (state, { data }) => [
    holds(tableGet(state.tasks, data.task)?.report?.state !== 'done', 'order', data.state, 'done'),
  ],

  MotionWithdrawn: (state, { data }) => [untouched(state, data.motion)],
  MotionSplit: (state, { data }) => [untouched(state, data.motion)],

  ProceduralMotionDecided(state, { data }) {
    const { sitting, kind, motion = null, hands, carried } = data;
    const pending = pendingProcedure(state, sitting);
    const rules = statuteOf(state);
    const roll = tableGet(state.sittings, sitting)?.roll ?? 0;
    const asked = [same('order', { kind, motion }, pending && { kind: pending.kind, motion: pending.motion })];
    if (hands === undefined || rules === null) return [...asked, same('rule', kind, 'order')];
    const { present, ...tally } = hands;
    return [
      ...asked,
      holds(turnoutOf(tally) <= present, 'count', turnoutOf(tally), present),
      same('outcome', carried, carries(rules, tally, { present, roll })),
    ];
  },
};
