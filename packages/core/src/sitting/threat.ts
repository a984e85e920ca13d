import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { plusDays } from '../time.ts';

/**
 * Anyone, during or after: who says so is not asked, and what is told is for the officers alone. It takes nothing back; it
 * obliges the body to look at the act again, once for each act.
 */
export const recordThreat: Handler<'RecordThreat'> = {
  decide(context, { act, text }) {
    const { state, at } = context;
    if (act >= state.size) return refuse('not-found', 'threats', { needed: act });
    const threat: DraftAct = {
      act: 'ThreatRecorded',
      by: authority(context, 'threats'),
      data: { act },
      disclose: { text },
    };
    const rules = statuteOf(state);
    if (rules === null || tableHas(state.reviews, act)) return accept([threat]);
    const due = plusDays(at, rules.convening?.days ?? challengeDays(rules));
    const by = { office: 'statute', article: 'threats' };
    const data = { reason: 'threat', act, matters: [matterOf(state, act)], due } as const;
    return accept([threat, { act: 'StatuteReviewOpened', by, data }]);
  },
};

/** What was decided there is looked at again under its own matter; anything else is ordinary business. */
function matterOf(state: BodyState, act: number): Matter {
  const vote = tableGet(state.votes, act);
  const motion = tableGet(state.motions, vote?.motion ?? act);
  return tableGet(state.resolutions, act)?.matter ?? motion?.matter ?? 'ordinary';
}
