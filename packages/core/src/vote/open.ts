import { authority, seatsInSitting } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { overdueBehind } from '../motion/overdue.ts';
import { readyRefusal } from '../motion/ready.ts';
import { type Refused, refuse } from '../refusal.ts';
import { quorateSitting } from '../sitting/find.ts';
import { rolesFor } from '../sitting/presidium.ts';
import type { BodyState, Motion, Sitting } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { type MatterRule, matterRule, quorumForMatter, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { minuteOfDay } from '../time.ts';

type Method = 'hands' | 'devices' | 'roll-call';

export const openVote: Handler<'OpenVote'> = {
  needs(ask, { motion: index, method }) {
    const motion = tableGet(ask.state.motions, index);
    if (motion === undefined) return [];
    return [electorateNeed(ask, motion.sitting, method), ...(method === 'hands' ? mandateNeeds(ask.state, index) : [])];
  },
  decide(context, { motion: index, method }) {
    const { state } = context;
    const motion = tableGet(state.motions, index);
    if (motion === undefined) return refuse('not-found', 'convening', { needed: `MotionTabled ${index}` });
    if (motion.vote !== null) return refuse('already-put-to-vote', 'rules', { present: motion.vote });
    const found = quorateSitting(state, motion.sitting);
    if (!found.ok) return found;
    const unready = openerRefusal(context, motion) ?? readyRefusal(context, found.value, index, motion);
    if (unready !== null) return unready;
    const rules = statuteOf(state);
    const matter = rules === null ? undefined : matterRule(rules, motion.matter);
    if (rules === null || matter === undefined)
      return refuse('matter-not-in-statute', 'rules', { needed: motion.matter });
    const present = presentNow(context, found.value, motion.sitting);
    const refused =
      matterRefusal(context, rules, motion, found.value, present) ?? methodRefusal(context, index, method, matter);
    if (refused !== null) return refused;
    const electorate = frozenElectorate(context, motion.sitting, method, present);
    // Whoever checked in is there, also after the hall was counted: the share of those present is taken of all of them.
    const base = Math.max(present, electorate.count);
    return accept([
      {
        act: 'VoteOpened',
        by: authority(context, 'rules'),
        data: {
          sitting: motion.sitting,
          motion: index,
          method,
          rule: matter.rule,
          present: base,
          roll: found.value.roll,
          electorate,
        },
      },
    ]);
  },
};

/** Quorum is live: in a delegate assembly it is the seats that still hold, not those of the opening. */
export const presentNow = ({ state, at }: Pick<Context, 'state' | 'at'>, sitting: Sitting, index: number): number =>
  state.body?.kind === 'delegate' ? seatsInSitting(state, index, at).length : (sitting.present ?? 0);

/** Who presides; of a base's motion whose time is over also that base's delegate, against the presidium if need be. */
function openerRefusal(context: Context, motion: Motion): Refused | null {
  const { actor } = context;
  const roles = rolesFor(context, { sitting: motion.sitting });
  if (presiding.some((role) => roles.has(role))) return null;
  const overdue = overdueBehind(context, motion);
  if (actor.kind === 'seat' && overdue?.from.book === actor.below) return null;
  return refuse('not-allowed', 'proposing.days', { needed: presiding.join(' | '), present: 'delegate' });
}

const presiding = ['convener', 'presidium', 'former-officer'] as const;

function matterRefusal(
  { at }: Context,
  rules: Statute,
  motion: Motion,
  sitting: Sitting,
  present: number,
): Refused | null {
  const call = sitting.opened?.call ?? 'first';
  const needed = quorumForMatter(rules, motion.matter, call, sitting.roll);
  if (present < needed) return refuse('quorum-for-matter', `rules.${motion.matter}`, { needed, present });
  const { hour, offsetMinutes } = rules.closing;
  const late = minuteOfDay(at, offsetMinutes) >= hour * 60;
  if (motion.matter !== 'ordinary' && late)
    return refuse('after-closing-hour', 'closing', { needed: hour, present: at });
  return null;
}

function methodRefusal(
  { state, evidence }: Context,
  index: number,
  method: Method,
  matter: MatterRule,
): Refused | null {
  const delegates = state.body?.kind === 'delegate';
  const fits = matter.methods.includes(method) && (delegates || method !== 'roll-call');
  if (!fits) return refuse('method-not-allowed', 'rules', { needed: matter.methods.join(' | '), present: method });
  if (method !== 'hands') return null;
  const mandated = mandateNeeds(state, index).find((need) => findingFor(evidence, need).found !== null);
  return mandated === undefined
    ? null
    : refuse('mandated-not-by-hands', 'mandates.binding', { needed: 'devices | roll-call', present: mandated.book });
}

/** Mandates may be on the motion as tabled here, on the motion that it is a part of, or on the base's as received here. */
export const mandatedActs = (state: BodyState, index: number): readonly number[] => {
  const motion = tableGet(state.motions, index);
  return [index, motion?.part?.of, motion?.from].filter((act) => act !== undefined && act !== null);
};

const mandateNeeds = (state: BodyState, motion: number): readonly NeedOf<'mandate'>[] =>
  tableEntries(state.affiliates).flatMap(([book]) =>
    mandatedActs(state, motion).map((on) => ({ fact: 'mandate' as const, book, on: state.origin, motion: on })),
  );

function electorateNeed({ state, at }: Pick<Ask, 'state' | 'at'>, sitting: number, method: Method): Need {
  if (state.body?.kind === 'delegate') return { fact: 'root', of: seatsInSitting(state, sitting, at) };
  if (method === 'hands') return { fact: 'root', of: [] };
  return { fact: 'attendance', sitting, asOf: state.size };
}

function frozenElectorate(
  { state, at, evidence }: Context,
  sitting: number,
  method: Method,
  present: number,
): { readonly count: number; readonly root: string } {
  const need = electorateNeed({ state, at }, sitting, method);
  if (need.fact === 'attendance') {
    const found = findingFor(evidence, need).found;
    return { count: found?.holders.length ?? 0, root: found?.root ?? '' };
  }
  const root = need.fact === 'root' ? (findingFor(evidence, need).found?.root ?? '') : '';
  return { count: present, root };
}
