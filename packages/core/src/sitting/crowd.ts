import { affiliatesNow } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { proposalRule } from '../motion/check.ts';
import type { Proposal } from '../motion/proposal.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { convenedSitting, type Found, quorateSitting } from './find.ts';

/**
 * A square is not a hall: nobody knows who in it belongs to the body. It is a range with its method, from more people than
 * belong here, so that nobody calls a sitting without quorum a crowd; and what it wants goes to the bases, so there must be some.
 */
export const estimateCrowd: Handler<'EstimateCrowd'> = {
  decide(context, { sitting: index, atLeast, atMost, method }) {
    const { state, at } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const { opened, startsAt, roll } = found.value;
    if (opened !== null) return refuse('sitting-already-open', 'calls', { present: opened.act });
    if (at < startsAt) return refuse('too-early', 'calls', { needed: startsAt, present: at });
    const [least, most] = [Math.max(roll + 1, 1), Math.max(roll + 1, atLeast)];
    if (atLeast < least) return refuse('not-a-crowd', 'acclamation', { needed: least, present: atLeast });
    if (atMost < most) return refuse('not-a-crowd', 'acclamation', { needed: most, present: atMost });
    if (affiliatesNow(state).length === 0) return refuse('no-bases-below', 'acclamation', { needed: 1, present: 0 });
    const data = { sitting: index, atLeast, atMost, method };
    return accept([{ act: 'CrowdEstimated', by: authority(context, 'acclamation'), data }]);
  },
};

/** Where motions are tabled and acclaimed: a sitting with quorum, or a crowd. */
export function gatheredSitting(state: BodyState, index: number): Found<Sitting> {
  const found = convenedSitting(state, index);
  return found.ok && found.value.crowd !== null ? found : quorateSitting(state, index);
}

/** Ordinary business that becomes a resolution is all that a crowd can propose to the bases. */
export function crowdRefusal({ crowd }: Sitting, matter: Matter, proposal: Proposal): Refused | null {
  if (crowd === null) return null;
  const { carries, answers } = proposalRule(proposal);
  const proposes = matter === 'ordinary' && carries !== 'at-once' && answers === undefined;
  return proposes ? null : refuse('crowd-acclaims-only', 'acclamation', { needed: 'resolution', present: matter });
}
