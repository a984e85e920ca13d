import { affiliatesNow } from '../affiliation/lineage.ts';
import { attendanceOver } from '../sitting/attendance.ts';
import { knownLost, quorumNow, thereAfterRecess } from '../sitting/course.ts';
import { isBare } from '../sitting/notice.ts';
import { textsDue } from '../sitting/obligation.ts';
import type { BodyState } from '../state.ts';
import { conveningOf } from '../statute/convening.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';
import { asProposed } from './proposed.ts';

function conveningIn(state: BodyState): ReturnType<typeof conveningOf> {
  const rules = statuteOf(state);
  return rules === null ? { days: 0 } : conveningOf(rules);
}

const daysToConvene = (state: BodyState): number => conveningIn(state).days;

interface Support {
  readonly supporters: number;
  readonly of: number;
}

function enough(share: { readonly num: number; readonly den: number } | undefined, { supporters, of }: Support) {
  const reached = share !== undefined && supporters * share.den >= of * share.num;
  return holds(reached, 'count', supporters, share ?? 'no such right');
}

/** Demands, and what was called off. */
export const conveningChecks: Checks = {
  SittingDemanded: (state, { data, at }) => [
    same('order', data.due, plusDays(at, daysToConvene(state))),
    data.by === 'members' ? enough(conveningIn(state).members, data) : null,
  ],

  SittingDemandShown: (state, { data, at }) => [
    same('order', data.due, plusDays(at, daysToConvene(state))),
    data.by === 'affiliates' ? enough(conveningIn(state).affiliates, data) : null,
    data.by === 'affiliates' ? same('count', data.of, affiliatesNow(state).length) : null,
    data.by === 'above' ? same('rule', data.matters, ['election']) : null,
  ],

  CrowdEstimated(state, { data, at }) {
    const sitting = tableGet(state.sittings, data.sitting);
    if (sitting === undefined) return [];
    return [
      holds(data.atLeast > sitting.roll && data.atMost >= data.atLeast, 'count', data.atLeast, sitting.roll + 1),
      holds(at >= sitting.startsAt, 'order', at, sitting.startsAt),
      same('order', sitting.opened, null),
    ];
  },

  AttendanceErased(state, { data, at }) {
    const sitting = tableGet(state.sittings, data.sitting);
    return [
      holds(attendanceOver(state, data.sitting, at), 'order', at, sitting?.closedAt ?? null),
      same('order', sitting?.attendanceErased ?? null, null),
    ];
  },

  SittingResumed: (state, { data, at }) => {
    const sitting = tableGet(state.sittings, data.sitting);
    if (sitting === undefined) return [];
    const there = thereAfterRecess(state, data.sitting, sitting, at) ?? 0;
    return [
      same('quorum', data.quorum, quorumNow(state, sitting, there)),
      holds(sitting.recess !== null && at >= sitting.recess, 'order', at, sitting.recess),
    ];
  },

  QuorumChallenged: (state, { data, at }) => {
    const sitting = tableGet(state.sittings, data.sitting);
    if (sitting === undefined) return [];
    return [
      same('quorum', data.quorum, knownLost(state, data.sitting, sitting, at) ?? undefined),
      holds(!sitting.challengedItems.includes(data.item), 'order', data.item, 'once an item'),
    ];
  },

  AgendaChanged(state, { data }) {
    const { length } = tableGet(state.sittings, data.sitting)?.notice ?? [];
    return [
      same(
        'notice',
        data.order.toSorted((a, b) => a - b),
        Array.from({ length }, (_, item) => item),
      ),
    ];
  },

  ItemTaken(state, { data }) {
    const { length } = tableGet(state.sittings, data.sitting)?.notice ?? [];
    return [holds(data.item < length, 'notice', data.item, 'an item')];
  },

  PresidiumElected: (state, { data: { vote, holders } }) => asProposed(state, vote, 'elect-presidium', { holders }),
  PresidiumRecalled: (state, { data: { vote, office } }) => asProposed(state, vote, 'recall-presidium', { office }),
  MinutesApproved(state, { data, index }) {
    const { sitting: number, vote, motion, text } = data;
    const sitting = tableGet(state.sittings, number);
    const byOfficers = statuteOf(state)?.minutes.approval !== 'sitting' || sitting?.kind === 'founding';
    return [
      holds(sitting !== undefined && sitting.closedAt !== null, 'order', number, 'a closed sitting'),
      same('order', [data.firstAct, data.lastAct], [number, index - 1]),
      ...(vote === undefined
        ? [holds(byOfficers, 'authority', 'officers', 'vote')]
        : [
            ...asProposed(state, vote, 'approve-minutes', { sitting: number }),
            same('effect', text, textOfMotion(state, vote)),
            same('effect', text, tableGet(state.motions, motion ?? -1)?.textHash),
          ]),
    ];
  },

  MinutesCorrected: (state, { data: { vote, minutes } }) => asProposed(state, vote, 'correct-minutes', { minutes }),

  NoticeTextNamed(state, { data, at }) {
    const sitting = tableGet(state.sittings, data.sitting);
    const item = sitting?.notice[data.item];
    if (sitting === undefined || item === undefined) return [holds(false, 'notice', data.item, 'an item')];
    const due = textsDue(state, sitting);
    return [same('notice', isBare(item), true), holds(at <= due, 'order', at, due)];
  },

  SittingCalledOff(state, { data }) {
    const sitting = tableGet(state.sittings, data.sitting);
    return [same('order', sitting?.opened ?? null, null), same('order', sitting?.chair ?? null, null)];
  },
};

const textOfMotion = (state: BodyState, vote: number): string | undefined =>
  tableGet(state.motions, tableGet(state.votes, vote)?.motion ?? -1)?.textHash;
