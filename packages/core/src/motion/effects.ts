import type { Context, DraftAct } from '../decision.ts';
import type { Need } from '../facts.ts';
import type { RefusalCode } from '../refusal.ts';
import { conditionIn } from '../resolution/conditions.ts';
import { besides } from '../sitting/regularise.ts';
import type { BodyState, Motion } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { proposalNeeds, proposalRefusal, proposalRule, waitsForBases } from './check.ts';
import type { Carried, ClosedVote } from './proposal-rule.ts';

export interface Effects {
  readonly acts: readonly DraftAct[];
  /** Why a carried motion does nothing: what it proposes has become against the rules since it was tabled. */
  readonly withoutEffect: RefusalCode | null;
}

const nothing: Effects = { acts: [], withoutEffect: null };

/** What the vote's result does, as the motion said when it was tabled. */
export function effectsOf(context: Context, closed: ClosedVote): Effects {
  const { state } = context;
  const motion = tableGet(state.motions, closed.vote.motion);
  const rules = statuteOf(state);
  if (motion === undefined || rules === null) return nothing;
  const { proposal, matter } = motion;
  const rule = proposalRule(proposal);
  const by = { office: 'sitting', article: `rules.${matter}` };
  const carried = { context, motion, tabled: closed.vote.motion, vote: closed.index, resolution: closed.next, by };
  if (rule.answers !== undefined) return { ...nothing, acts: rule.answers(carried, closed, proposal) };
  if (closed.outcome !== 'carried') return nothing;
  const outdated = outdatedBy(context, motion);
  if (outdated !== null) return { acts: [], withoutEffect: outdated };
  const suspended = waitsForBases(state, rules, motion);
  const adopts = suspended || rule.carries === 'as-resolution';
  const acts: readonly DraftAct[] = [
    ...(adopts ? [resolved(carried, closed.vote.motion, suspended)] : []),
    ...(rule.records?.(carried, proposal) ?? []),
    ...(suspended ? [] : [...(rule.effects?.(carried, proposal) ?? []), ...besides(state, carried)]),
  ];
  return { acts, withoutEffect: null };
}

/** What a ratified resolution now does: the effects that waited for the bases. */
export function ratifiedEffects(context: Context, key: string): readonly DraftAct[] {
  const { state } = context;
  const adopted = tableGet(state.resolutions, key);
  const motion = motionOf(state, key);
  const vote = adopted?.vote ?? null;
  // What took effect before it was challenged does not take effect twice.
  if (motion === null || vote === null || adopted?.hasActed === true || outdatedBy(context, motion) !== null) return [];
  const resolution = Number(key);
  const by = { office: 'statute', article: 'ratification' };
  const tabled = adopted?.motion ?? 0;
  const carried = { context, motion, tabled, vote, resolution, by };
  const effects = proposalRule(motion.proposal).effects?.(carried, motion.proposal) ?? [];
  return [...effects, ...besides(state, carried)];
}

export function ratificationNeeds(state: BodyState, key: string): readonly Need[] {
  const motion = motionOf(state, key);
  return motion === null ? [] : proposalNeeds({ state }, motion.proposal);
}

function motionOf(state: BodyState, key: string): Motion | null {
  const index = tableGet(state.resolutions, key)?.motion ?? null;
  return index === null ? null : (tableGet(state.motions, index) ?? null);
}

function outdatedBy(context: Context, { proposal, matter }: Motion): RefusalCode | null {
  const rules = statuteOf(context.state);
  if (rules === null || !proposalRule(proposal).checkedAgain) return null;
  return proposalRefusal(context, rules, matter, proposal)?.refusal.code ?? null;
}

const resolved = ({ vote, motion, by }: Carried, index: number, suspended: boolean): DraftAct => ({
  act: 'ResolutionAdopted',
  by,
  data: {
    vote,
    motion: index,
    matter: motion.matter,
    title: motion.title,
    textHash: motion.textHash,
    status: suspended ? 'suspended' : conditionIn(motion.proposal) === null ? 'in-force' : 'conditional',
  },
});
