import { authority, seatsInSitting } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { ActData } from '../catalogue/acts.ts';
import { powersRefusal } from '../committee/standing.ts';
import { accept, type Context } from '../decision.ts';
import { phaseOf } from '../delegation/seat-class.ts';
import { slipsRefusal } from '../door/slips.ts';
import { slipsOut, withoutSlips } from '../door/standing.ts';
import { candidatesRefusal } from '../election/candidates.ts';
import { heldElection } from '../election/contests.ts';
import { type Channel, findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { referralNeeds, referralRefusal } from '../mandate/referral.ts';
import { overdueBehind } from '../motion/overdue.ts';
import { readyRefusal } from '../motion/ready.ts';
import { type Refused, refuse } from '../refusal.ts';
import { secretOpening, setupNeed } from '../secret/open.ts';
import { attendanceOver } from '../sitting/attendance.ts';
import { pastClosing } from '../sitting/closing.ts';
import { competenceRefusal } from '../sitting/competence.ts';
import { type Found, quorateSitting } from '../sitting/find.ts';
import { rolesFor } from '../sitting/presidium.ts';
import type { BodyState, Method, Motion, Sitting } from '../state.ts';
import type { Phase, Statute } from '../statute/fields.ts';
import { matterRule, quorumForMatter, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { delegationsIn, weightsOf } from './cards.ts';
import { doubleMembersIn } from './double-members.ts';
import { mandatesNeeded, methodRefusal } from './methods.ts';

export const openVote: Handler<'OpenVote'> = {
  needs(ask, { motion: index, method, archive }) {
    const motion = tableGet(ask.state.motions, index);
    if (motion === undefined) return [];
    return [
      ...electorateNeeds(ask, motion, method),
      ...mandatesNeeded(ask.state, index, method),
      ...referralNeeds(ask.state, index),
      ...(archive === undefined ? [] : [setupNeed(archive)]),
    ];
  },
  decide(context, { motion: index, method, archive }) {
    const { state } = context;
    const motion = tableGet(state.motions, index);
    if (motion === undefined) return refuse('not-found', 'convening', { needed: `MotionTabled ${index}` });
    const again = votedBefore(state, motion, method);
    if (!again.ok) return again;
    const found = quorateSitting(state, motion.sitting);
    if (!found.ok) return found;
    const unready =
      openerRefusal(context, motion) ?? readyRefusal(context, found.value, index, { ...motion, vote: null });
    if (unready !== null) return unready;
    const rules = statuteOf(state);
    const matter = rules === null ? undefined : matterRule(rules, motion.matter);
    if (rules === null || matter === undefined)
      return refuse('matter-not-in-statute', 'rules', { needed: motion.matter });
    const present = presentNow(context, found.value, motion.sitting, phaseOf(motion.matter));
    const refused =
      matterRefusal(context, rules, motion, found.value, present) ??
      referralRefusal(context, index) ??
      methodRefusal(context, index, method, matter) ??
      candidatesRefusal(state, index) ??
      forgottenRefusal(context, motion.sitting);
    if (refused !== null) return refused;
    const list = frozenList(context, motion, method, present);
    const inSecret = secretOpening(context, { motion: index, archive }, method === 'secret' ? list.channels : null);
    if (!inSecret.ok) return inSecret;
    return accept([
      {
        act: 'VoteOpened',
        by: authority(context, 'rules'),
        data: {
          sitting: motion.sitting,
          motion: index,
          method,
          rule: matter.rule,
          ...(matter.and === undefined ? {} : { and: matter.and }),
          ...(again.value === null ? {} : { again: again.value }),
          roll: found.value.roll,
          ...(slipsOut(found.value) === 0 ? {} : { slips: slipsOut(found.value) }),
          ...list,
        },
      },
      ...inSecret.value,
    ]);
  },
};

/** Quorum is live: in a delegate assembly it is the seats that still hold, not those of the opening. A crowd is not counted. */
export function presentNow(
  { state, at }: Pick<Context, 'state' | 'at'>,
  sitting: Sitting,
  index: number,
  phase: Phase,
): number {
  if (sitting.crowd !== null) return 0;
  return sitsByDelegates(state) ? seatsInSitting(state, index, at, phase).length : (sitting.present ?? 0);
}

/** Where a hall of delegates was counted, those who had gone by then are not there for a matter's own quorum either; nor is anybody on a slip. */
function thereOf(sitting: Hall, present: number): number {
  const { counted, present: seen } = sitting;
  return withoutSlips(sitting, counted === null || seen === null ? present : Math.min(present, seen));
}

/** In a hall that nobody has closed, and of which nobody may know any more who was there, nobody can be on a list. */
function forgottenRefusal({ state, at }: Context, sitting: number): Refused | null {
  const over = !sitsByDelegates(state) && attendanceOver(state, sitting, at);
  return over ? refuse('attendance-over', 'publicity', { needed: 'SittingConvened', present: at }) : null;
}

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

/** What of a sitting decides whether a matter may be put to the vote there. */
export interface Hall
  extends Pick<Sitting, 'kind' | 'roll' | 'startsAt' | 'resumed' | 'counted' | 'present' | 'slips' | 'crowd'> {
  readonly opened: { readonly call: 'first' | 'second' } | null;
}

export function matterRefusal(
  { state, at }: { readonly state: Parameters<typeof powersRefusal>[0]; readonly at: Time },
  rules: Statute,
  motion: Parameters<typeof powersRefusal>[1],
  sitting: Hall,
  present: number,
): Refused | null {
  const call = sitting.opened?.call ?? 'first';
  const needed = sitting.crowd === null ? quorumForMatter(rules, motion.matter, call, sitting.roll) : 0;
  const there = thereOf(sitting, present);
  if (there < needed) return refuse('quorum-for-matter', `rules.${motion.matter}`, { needed, present: there });
  if (motion.matter !== 'ordinary' && pastClosing(rules, sitting, at))
    return refuse('after-closing-hour', 'closing', { needed: rules.closing.hour, present: at });
  return (
    powersRefusal(state, motion) ??
    competenceRefusal(rules, sitting, motion.matter) ??
    slipsRefusal(rules, sitting, motion.matter)
  );
}

/**
 * A motion is put once. A vote that decided nothing because the tellers differed is taken again once, by another method:
 * the hall divides, or the roll is called (DESIGN section 6, Tellers).
 */
function votedBefore(state: BodyState, motion: Motion, method: Method): Found<number | null> {
  const { vote: before } = motion;
  if (before === null) return { ok: true, value: null };
  const vote = tableGet(state.votes, before);
  const undecided = vote?.closed?.outcome === 'undetermined' && vote.again === undefined;
  if (vote === undefined || !undecided) return refuse('already-put-to-vote', 'rules', { present: before });
  // An urn has no other method; its papers are cast anew.
  return vote.method === method && heldElection(motion) === null
    ? refuse('method-not-allowed', 'tellers', { needed: `≠ ${method}`, present: method })
    : { ok: true, value: before };
}

type Voted = Pick<Motion, 'sitting' | 'matter'>;

/** Who is on the list: seats, or those who checked in, or (where hands alone are counted) the hall without names. */
function electorateNeeds(
  { state, at }: Pick<Ask, 'state' | 'at'>,
  { sitting, matter }: Voted,
  method: Method,
): readonly Need[] {
  const phase = phaseOf(matter);
  if (sitsByDelegates(state)) return [{ fact: 'root', of: seatsInSitting(state, sitting, at, phase) }];
  if (method === 'hands') return [{ fact: 'root', of: [] }];
  if (method === 'mixed' || method === 'secret') return [attending(state, sitting), ...inChannels(state, sitting)];
  return [method === 'devices' ? attending(state, sitting, 'phone') : attending(state, sitting)];
}

const attending = ({ size }: BodyState, sitting: number, channel?: Channel): NeedOf<'attendance'> => ({
  fact: 'attendance',
  sitting,
  asOf: size,
  ...(channel === undefined ? {} : { channel }),
});

const inChannels = (state: BodyState, sitting: number): readonly [NeedOf<'attendance'>, NeedOf<'attendance'>] => [
  attending(state, sitting, 'phone'),
  attending(state, sitting, 'paper'),
];

type Frozen = Pick<ActData<'VoteOpened'>, 'electorate' | 'present' | 'channels' | 'weights' | 'doubleMembers'>;

/** Who may vote and in which channel, frozen. Whoever checked in is there, also after the hall was counted. */
function frozenList(context: Context, motion: Voted, method: Method, present: number): Frozen {
  const { state, at, evidence } = context;
  const { sitting } = motion;
  const [need] = electorateNeeds({ state, at }, motion, method);
  if (need?.fact !== 'attendance') {
    const root = need?.fact === 'root' ? (findingFor(evidence, need).found?.root ?? '') : '';
    const electorate = { count: present, root };
    if (method === 'secret') return { electorate, present, channels: { hands: 0, phones: present, papers: 0 } };
    return method === 'delegation-cards' ? { electorate, ...weighed(context, motion) } : { electorate, present };
  }
  const found = findingFor(evidence, need).found;
  const [root, listed] = [found?.root ?? '', found?.holders.length ?? 0];
  const there = Math.max(present, listed);
  if (method !== 'mixed' && method !== 'secret') return { electorate: { count: listed, root }, present: there };
  const [phones, papers] = inChannels(state, sitting).map(
    (one) => findingFor(evidence, one).found?.holders.length ?? 0,
  );
  const channels = waysOf(method, there, { phones: phones ?? 0, papers: papers ?? 0 });
  return { electorate: { count: there, root }, present: there, channels };
}

/** Who has not checked in raises a hand; where nobody does, each draws a credential who drops no paper. */
function waysOf(
  method: 'mixed' | 'secret',
  there: number,
  { phones, papers }: { readonly phones: number; readonly papers: number },
): NonNullable<Frozen['channels']> {
  return method === 'secret'
    ? { hands: 0, phones: there - papers, papers }
    : { hands: there - phones - papers, phones, papers };
}

/** Cards are counted by weight, so what is present is the weight of the delegations. */
function weighed(
  { state, at }: Context,
  { sitting, matter }: Voted,
): Pick<Frozen, 'present' | 'weights' | 'doubleMembers'> {
  const weights = weightsOf(statuteOf(state));
  const delegations = delegationsIn(state, { sitting, before: state.size, at, weights, phase: phaseOf(matter) });
  const shown = weights === 'members' ? doubleMembersIn(state, statuteOf(state), { sitting, delegations }) : undefined;
  const doubleMembers = shown === undefined ? {} : { doubleMembers: shown };
  return { present: [...delegations.values()].reduce((sum, weight) => sum + weight, 0), weights, ...doubleMembers };
}
