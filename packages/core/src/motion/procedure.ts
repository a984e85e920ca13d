import { type Bases, outcomeUnder, turnoutOf, votesAlone } from '@cabildo/count';
import { authority } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import { accept } from '../decision.ts';
import { voiceRefusal } from '../delegation/voice.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { quorateSitting } from '../sitting/find.ts';
import type { BodyState, Procedure, Tally } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { presentNow } from '../vote/open.ts';
import { openRefusal } from './amendment.ts';
import { overdueBehind } from './overdue.ts';
import { pendingProcedure } from './pending.ts';

type Kind = Procedure['kind'];

const usual: readonly Kind[] = ['order', 'adjourn', 'close-debate', 'refer', 'table'];

/** Motions on how to proceed, the first before the others. */
const precedenceOf = (rules: Statute): readonly Kind[] => rules.precedence ?? usual;

/** These are about one motion; the others are about the sitting. */
const aboutMotion: ReadonlySet<Kind> = new Set(['close-debate', 'refer', 'table']);

/** The rule of ordinary business decides, both its majorities where it has two; half and half does not carry. Raised hands show no delegations. */
export function carries(rules: Statute, hands: Tally, bases: Bases): boolean {
  const usual = { rule: { num: 1, den: 2, strict: true, of: 'cast' as const } };
  return outcomeUnder(matterRule(rules, 'ordinary') ?? usual, votesAlone(hands), bases) === 'carried';
}

/** At most one is pending: one that goes before it takes its place, any other waits until it is decided. */
export const moveProcedure: Handler<'MoveProcedure'> = {
  decide(context, input) {
    const { state } = context;
    const found = quorateSitting(state, input.sitting);
    if (!found.ok) return found;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const order = precedenceOf(rules);
    const rank = order.indexOf(input.kind);
    if (rank < 0)
      return refuse('procedure-not-in-statute', 'precedence', { needed: order.join(' | '), present: input.kind });
    const pending = pendingProcedure(state, input.sitting);
    if (pending !== null && rank >= order.indexOf(pending.kind))
      return refuse('procedure-pending', 'precedence', { needed: pending.kind, present: pending.act });
    const refused = voiceRefusal(context, input.sitting) ?? objectRefusal(context, input);
    if (refused !== null) return refused;
    return accept([{ act: 'ProcedureMoved', by: authority(context, 'precedence'), data: input }]);
  },
};

interface Moved {
  readonly sitting: number;
  readonly kind: Kind;
  readonly motion?: number;
  readonly bases?: boolean;
}

function objectRefusal(
  now: { readonly state: BodyState; readonly at: string },
  { sitting, kind, motion: index, bases }: Moved,
): Refused | null {
  if (bases === true && (kind !== 'refer' || !sitsByDelegates(now.state)))
    return refuse('no-bases-below', 'mandates.days', { needed: 'refer', present: kind });
  if (!aboutMotion.has(kind))
    return index === undefined ? null : refuse('procedure-not-about-motion', 'precedence', { present: kind });
  const motion = tableGet(now.state.motions, index ?? -1);
  if (motion === undefined || motion.sitting !== sitting)
    return refuse('not-found', 'precedence', { needed: `MotionTabled ${index ?? ''}`.trim() });
  if (kind !== 'close-debate' && overdueBehind(now, motion) !== null)
    return refuse('base-motion-waiting', 'proposing.days', { needed: index ?? 0 });
  return openRefusal(motion);
}

/**
 * A point of order the presidium may rule on alone; what puts a motion away or ends the debate, or the sitting, needs the
 * hall's hands. Hands may be asked for in every case.
 */
export const decideProcedure: Handler<'DecideProcedure'> = {
  decide(context, { sitting: index, ruling, hands }) {
    const { state } = context;
    const found = quorateSitting(state, index);
    if (!found.ok) return found;
    const rules = statuteOf(state);
    const pending = pendingProcedure(state, index);
    if (rules === null || pending === null) return refuse('no-procedure-pending', 'precedence', { present: index });
    const present = presentNow(context, found.value, index, 'debate');
    if (hands === undefined && (pending.kind !== 'order' || ruling === undefined))
      return refuse('hands-needed', 'precedence', { present: pending.kind });
    if (hands !== undefined && turnoutOf(hands) > present)
      return refuse('more-hands-than-people', 'precedence', { needed: present, present: turnoutOf(hands) });
    const carried = hands === undefined ? ruling === true : carries(rules, hands, { present, roll: found.value.roll });
    const { kind, motion, to, bases } = pending;
    return accept([
      {
        act: 'ProceduralMotionDecided',
        by: authority(context, 'precedence'),
        data: {
          sitting: index,
          kind,
          carried,
          ...(motion === null ? {} : { motion }),
          ...(to === null ? {} : { to }),
          ...(bases === undefined ? {} : { bases }),
          ...(hands === undefined ? {} : { hands: { ...hands, present } }),
        },
      },
    ]);
  },
};
