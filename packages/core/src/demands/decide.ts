import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { challengeDays } from '../resolution/challenge.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';
import type { Demand } from './state.ts';

/** One demand of a list, by its number. */
export function demandAt(state: BodyState, list: number, number: number): Found<Demand> {
  const demand = tableGet(state.demandLists, list)?.demands[number - 1];
  return demand === undefined
    ? refuse('not-found', 'ratification', { needed: `DemandListAdopted ${list}`, present: number })
    : { ok: true, value: demand };
}

/** What became of a demand, as an office says. Nothing is dropped by a report, and what was dropped is not brought back by one. */
export const reportDemand: Handler<'ReportDemand'> = {
  decide(context, { list, number, state: next, report }) {
    const found = demandAt(context.state, list, number);
    if (!found.ok) return found;
    const { state: now, challenged } = found.value;
    if (now === next || now === 'dropped') return refuse('already-so', 'ratification', { present: now });
    if (next === 'met' && challenged) return refuse('bases-must-ratify', 'ratification', { needed: 'lifting' });
    return accept([
      {
        act: 'DemandStateChanged',
        by: authority(context, 'ratification'),
        data: { list, number, state: next, reported: true },
        disclose: { report },
      },
    ]);
  },
};

/** Against a report that a demand was met: it is again what it was, and only the bases can say that it was met. */
export const challengeDemand: Handler<'ChallengeDemand'> = {
  decide(context, { list, number }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const found = demandAt(state, list, number);
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (!found.ok) return found;
    const { state: now, before, challenged, reportedAt } = found.value;
    if (now !== 'met' || reportedAt === null) return refuse('nothing-reported', 'challenge', { present: now });
    if (challenged) return refuse('already-challenged', 'challenge', { present: `${list}.${number}` });
    const last = plusDays(reportedAt, challengeDays(rules));
    if (at > last) return refuse('challenge-period-over', 'challenge', { needed: last, present: at });
    return accept([
      {
        act: 'DemandStateChanged',
        by: authority(context, 'challenge'),
        data: { list, number, state: before, challenged: true },
      },
    ]);
  },
};
