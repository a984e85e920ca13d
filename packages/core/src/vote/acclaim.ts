import { nobody } from '@cabildo/count';
import { authority } from '../authority.ts';
import { accept, type Draft } from '../decision.ts';
import { phaseOf } from '../delegation/seat-class.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { referralRefusal } from '../mandate/referral.ts';
import { proposalNeeds } from '../motion/check.ts';
import { effectsOf } from '../motion/effects.ts';
import { readyRefusal } from '../motion/ready.ts';
import { refuse } from '../refusal.ts';
import { timesAsked } from '../sitting/acclaimed-on-paper.ts';
import { gatheredSitting } from '../sitting/crowd.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { acclaimedVote } from './acclaimed.ts';
import { mandatesOnMotion } from './methods.ts';
import { matterRefusal, presentNow } from './open.ts';

/**
 * A decision without a count, with the effects of a carried vote. Where somebody asks for a count that is written down,
 * nothing is decided, and the motion goes to a counted vote; consensus is without objection.
 */
export const recordAcclamation: Handler<'RecordAcclamation'> = {
  needs({ state }, { motion: index }) {
    const motion = tableGet(state.motions, index);
    return motion === undefined
      ? []
      : [...proposalNeeds({ state }, motion.proposal), ...mandatesOnMotion(state, index)];
  },
  decide(context, { motion: index, method, asked, objections, countAsked }) {
    const { state, at, evidence } = context;
    const motion = tableGet(state.motions, index);
    if (motion === undefined) return refuse('not-found', 'convening', { needed: `MotionTabled ${index}` });
    if (motion.vote !== null) return refuse('already-put-to-vote', 'rules', { present: motion.vote });
    if (motion.countAsked) return refuse('count-asked', 'rules', { needed: 'OpenVote' });
    const sitting = gatheredSitting(state, motion.sitting);
    if (!sitting.ok) return sitting;
    const unready = readyRefusal(context, sitting.value, index, motion);
    if (unready !== null) return unready;
    const rules = statuteOf(state);
    const matter = rules === null ? undefined : matterRule(rules, motion.matter);
    if (rules === null || matter === undefined)
      return refuse('matter-not-in-statute', 'rules', { needed: motion.matter });
    if (motion.matter !== 'ordinary' || !matter.methods.includes(method))
      return refuse('method-not-allowed', 'rules', { needed: matter.methods.join(' | '), present: method });
    if (sitting.value.crowd !== null && method !== 'acclamation')
      return refuse('crowd-acclaims-only', 'acclamation', { needed: 'acclamation', present: method });
    const present = presentNow(context, sitting.value, motion.sitting, phaseOf(motion.matter));
    const refused = matterRefusal(context, rules, motion, sitting.value, present) ?? referralRefusal(context, index);
    if (refused !== null) return refused;
    const mandated = mandatesOnMotion(state, index).find((need) => findingFor(evidence, need).found !== null);
    if (mandated !== undefined)
      return refuse('mandated-not-by-hands', 'mandates.binding', { needed: 'roll-call', present: mandated.book });
    if (asked < timesAsked) return refuse('objections-not-asked', 'rules', { needed: timesAsked, present: asked });
    const carried = !countAsked && (method === 'acclamation' || objections === 0);
    const recorded: Draft<'AcclamationRecorded'> = {
      act: 'AcclamationRecorded',
      by: authority(context, 'rules'),
      data: {
        sitting: motion.sitting,
        motion: index,
        method,
        asked,
        objections,
        countAsked,
        carried,
        rule: matter.rule,
        present,
        roll: sitting.value.roll,
      },
    };
    const decided = { outcome: carried ? 'carried' : countAsked ? 'count-asked' : 'rejected' };
    if (countAsked) return accept([recorded], [], decided);
    const effects = effectsOf(context, {
      vote: acclaimedVote(recorded.data, state.size, at),
      index: state.size,
      outcome: carried ? 'carried' : 'rejected',
      tally: nobody,
      next: state.size + 1,
    });
    const said = effects.withoutEffect === null ? decided : { ...decided, withoutEffect: effects.withoutEffect };
    return accept([recorded, ...effects.acts], [], said);
  },
};
