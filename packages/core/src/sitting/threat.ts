import { authority, holderOf, rolesOf } from '../authority.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { conveningOf } from '../statute/convening.ts';
import type { Matter } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet, tableHas } from '../table.ts';
import { plusDays } from '../time.ts';
import { irregularAt, irregularKey } from './irregular.ts';
import { namesText } from './notice.ts';

/**
 * Anyone, during or after: who says so is not asked, and what is told is for the officers alone. It takes nothing back. Said
 * by somebody of the body it obliges that to look at the decision again, once for each: whoever says it later joins that
 * review. What strangers say stands on the record beside the act and calls nobody to a sitting.
 */
export const recordThreat: Handler<'RecordThreat'> = {
  decide(context, { act, decision, text }) {
    const { state, at } = context;
    const key = irregularKey({ act, decision });
    const unknown = decision !== undefined && !isOnPaper(state, act, decision);
    if (act >= state.size || unknown) return refuse('not-found', 'threats', { needed: key });
    const which = { act, ...(decision === undefined ? {} : { decision }) };
    const threat: DraftAct = {
      act: 'ThreatRecorded',
      by: authority(context, 'threats'),
      data: which,
      disclose: { text },
    };
    const rules = statuteOf(state);
    if (rules === null || tableHas(state.reviews, key) || !isOfTheBody(context)) return accept([threat]);
    const due = plusDays(at, conveningOf(rules).days);
    const by = { office: 'statute', article: 'threats' };
    const { matter, textHash } = reviewed(state, act, decision);
    const texts = textHash === undefined || !namesText(matter) ? {} : { texts: [{ matter, textHash }] };
    const data = { reason: 'threat', ...which, matters: [matter], due, ...texts } as const;
    return accept([threat, { act: 'StatuteReviewOpened', by, data }]);
  },
};

function isOfTheBody({ state, actor, at }: Context): boolean {
  const roles = rolesOf(state, actor, at);
  const standing = ['member', 'delegate', 'officer', 'former-officer', 'convener'] as const;
  return holderOf(actor) !== null && standing.some((role) => roles.has(role));
}

const isOnPaper = (state: BodyState, act: number, decision: number): boolean =>
  tableHas(state.resolutions, `${act}.${decision}`) || irregularAt(state, { act, decision }) !== undefined;

interface Reviewed {
  readonly matter: Matter;
  readonly textHash?: string;
}

/** What was decided there is looked at again under its own matter and on its own text; anything else is ordinary business. */
function reviewed(state: BodyState, act: number, decision: number | undefined): Reviewed {
  const late = irregularAt(state, { act, decision });
  if (late?.kind === 'late') return late;
  const closed = tableEntries(state.votes).find(([, vote]) => vote.closed?.act === act)?.[1];
  const vote = tableGet(state.votes, act) ?? closed;
  const motion = tableGet(state.motions, vote?.motion ?? act);
  return tableGet(state.resolutions, irregularKey({ act, decision })) ?? motion ?? { matter: 'ordinary' };
}
